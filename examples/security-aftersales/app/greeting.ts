import type { StandIns } from '../stand-ins/start-stand-ins.ts';
import type { DirectoryPerson } from '../world/people.ts';

export interface Greeting {
  readonly url: string;
  readonly standIns: StandIns;
  readonly people: readonly DirectoryPerson[];
  readonly seeded: number;
  readonly hasScreens: boolean;
}

/** Where to go and as whom, once everything runs. */
export function greeting({ url, standIns, people, seeded, hasScreens }: Greeting): string {
  const systems = Object.entries(standIns.urls).map(
    ([name, address]) => `    ${name.padEnd(12)} ${address}/_calls`,
  );
  const places = ['agent-1', 'dispatcher-1', 'engineer-01', 'duty-chief', 'admin'].flatMap((id) => {
    const person = people.find((one) => one.id === id);
    return person === undefined ? [] : [`    ${id.padEnd(12)} ${person.name}  ${person.department}`];
  });
  return `
  派单 Paidan 已启动 / is running${seeded > 0 ? `（已导入 ${seeded} 张演示工单 / ${seeded} demo work orders）` : ''}

    ${hasScreens ? `从这里开始 / start here     ${url}/\n    ` : ''}接口 / API                  ${url}/api/openapi.json

  人员（演示无需登录，POST /api/me/role 换人）/ people (no sign-in in the demo)
${places.join('\n')}

  外部系统替身（收到的每个请求）/ stand-in systems (every request they received)
${systems.join('\n')}

  Ctrl-C 停止 / stops everything
`;
}
