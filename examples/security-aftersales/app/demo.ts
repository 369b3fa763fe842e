import type { ServerOptions } from '@paidan/server';
import type { DirectoryPerson } from '../world/people.ts';
import { placeCookie } from './sign-in-by-place.ts';

type DemoPort = ReturnType<NonNullable<ServerOptions['demo']>>;

/** Places worth taking, in the order of the story; the first of each role. */
const places = [
  ['agent', { 'zh-CN': '客服', en: 'Service agent' }],
  ['dispatcher', { 'zh-CN': '调度', en: 'Dispatcher' }],
  ['engineer', { 'zh-CN': '工程师', en: 'Engineer' }],
  ['duty-chief', { 'zh-CN': '值班主管', en: 'Duty chief' }],
  ['service-manager', { 'zh-CN': '售后经理', en: 'Service manager' }],
  ['storekeeper', { 'zh-CN': '库管', en: 'Storekeeper' }],
  ['finance', { 'zh-CN': '财务', en: 'Finance' }],
  ['it-lead', { 'zh-CN': 'IT负责人', en: 'IT lead' }],
] as const;

/** What a demo adds to the server: whose place may be taken. */
export function demoOf(
  people: readonly DirectoryPerson[],
  { lanUrl, seeded }: { readonly lanUrl: string | undefined; readonly seeded: () => Promise<number> },
): DemoPort {
  const admin = people
    .filter(({ id }) => id === 'admin')
    .map((one) => placeFor(one, '管理员', 'Administrator'));
  const offered = places.flatMap(([role, title]) =>
    people
      .filter(({ roles }) => roles[0] === role)
      .slice(0, role === 'engineer' ? people.length : 1)
      .map(({ id, name, roles }) => ({ id, name, roles: [...roles], title })),
  );
  return {
    facts: async () => ({
      people: [...offered, ...admin],
      seededDays: 1,
      workOrders: await seeded(),
      ...(lanUrl === undefined ? {} : { lanUrl }),
    }),
    takePlace: async (_request, personId) =>
      people.some(({ id }) => id === personId)
        ? `${placeCookie}=${personId}; Path=/; HttpOnly; SameSite=Lax`
        : undefined,
  };
}

function placeFor({ id, name, roles }: DirectoryPerson, chinese: string, english: string) {
  return { id, name, roles: [...roles], title: { 'zh-CN': chinese, en: english } };
}
