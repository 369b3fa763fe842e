import { districts, pointNear } from './districts.ts';
import type { Draws } from './draws.ts';
import { engineerFacts } from './engineers.ts';
import { namesFrom } from './person-names.ts';
import { type ShiftPattern, shiftsAround } from './shifts.ts';

/** Somebody of the company as the directory keeps them. `facts` is what routing and mappings may read. */
export interface DirectoryPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly rights: readonly ('workflow' | 'people' | 'operate' | 'repair' | 'audit')[];
  readonly department: string;
  readonly phone: string;
  readonly facts: object;
}

interface Post {
  readonly id: string;
  readonly count: number;
  readonly roles: readonly string[];
  readonly rights?: DirectoryPerson['rights'];
  readonly department: string;
  readonly shift?: ShiftPattern;
}

/** Posts beside the engineers; roles are those of the workflow. */
const posts: readonly Post[] = [
  {
    id: 'admin',
    count: 1,
    roles: [],
    rights: ['workflow', 'people', 'operate', 'repair', 'audit'],
    department: '信息部',
  },
  { id: 'flow-admin', count: 2, roles: [], rights: ['workflow'], department: '流程部' },
  { id: 'agent', count: 12, roles: ['agent'], department: '客服部', shift: 'six-days' },
  { id: 'dispatcher', count: 3, roles: ['dispatcher'], department: '调度中心', shift: 'six-days' },
  {
    id: 'duty-chief',
    count: 1,
    roles: ['duty-chief', 'dispatcher'],
    rights: ['operate'],
    department: '调度中心',
  },
  {
    id: 'service-manager',
    count: 1,
    roles: ['service-manager'],
    rights: ['operate', 'repair'],
    department: '售后部',
  },
  { id: 'storekeeper', count: 5, roles: ['storekeeper'], department: '仓库' },
  { id: 'finance', count: 3, roles: ['finance'], department: '财务部' },
  { id: 'it-lead', count: 1, roles: ['it-lead'], rights: ['operate'], department: '信息部' },
  { id: 'department-head', count: 5, roles: ['department-head'], department: '售后部' },
];

const ENGINEERS = 60;

/** The people of acceptance.md G1 that the story needs: sixty engineers and everybody who acts beside them. */
export function peopleOf(draws: Draws, now: string): readonly DirectoryPerson[] {
  const name = namesFrom(draws.fork('names'));
  const staff = posts.flatMap((post) =>
    Array.from({ length: post.count }, (_, index) => staffMember(post, index, name(), draws, now)),
  );
  const engineers = Array.from({ length: ENGINEERS }, (_, index) =>
    engineer(index, name(), draws.fork(`engineer-${index}`), now),
  );
  return [...staff, ...engineers];
}

function staffMember(post: Post, index: number, name: string, draws: Draws, now: string): DirectoryPerson {
  const id = post.count === 1 ? post.id : `${post.id}-${index + 1}`;
  return {
    id,
    name,
    roles: post.roles,
    rights: post.rights ?? [],
    department: post.department,
    phone: inventedPhone(draws.fork(id)),
    facts: {
      zone: 'Asia/Shanghai',
      department: post.department,
      shifts: shiftsAround(now, post.shift ?? 'weekdays'),
    },
  };
}

function engineer(index: number, name: string, draws: Draws, now: string): DirectoryPerson {
  const id = `engineer-${String(index + 1).padStart(2, '0')}`;
  const home = districts[index < 38 ? index % 9 : 9 + (index % 6)] ?? draws.one(districts);
  const department = ['售后一部', '售后二部', '售后三部'][index % 3] ?? '售后一部';
  return {
    id,
    name,
    roles: ['engineer'],
    rights: [],
    department,
    phone: inventedPhone(draws.fork('phone')),
    facts: {
      ...engineerFacts({ index, draws, now }),
      department,
      erpId: String(1001 + index),
      home: pointNear(home, draws),
    },
  };
}

/** Valid in shape only. */
export function inventedPhone(draws: Draws): string {
  return `+86${draws.one(['138', '139', '150', '186', '177'])}${String(draws.whole(0, 99_999_999)).padStart(8, '0')}`;
}
