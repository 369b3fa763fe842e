import type { Locale } from '@paidan/engine/issue';
import { instantMs } from '@paidan/engine/time';
import { personOf } from '../gate/actor.ts';
import type { Person } from '../host/host.ts';
import { listPeople } from '../store/people.ts';
import { savePosition } from '../store/positions.ts';
import type { ApiPorts } from './api-ports.ts';
import { type AnswerOf, done, type Handlers } from './call.ts';
import { refuse } from './problem.ts';

/** Who is signed in, whose place may be taken in a demo, the directory, and own positions. */
export const peopleHandlers = {
  me: async ({ ports, person, locale }) => done(await meOf(ports, person, locale)),
  switchRole: async ({ ports, request, body }) => {
    const cookie = await ports.demo?.takePlace(request, body.person);
    if (cookie === undefined) return refuse('gate/not-found');
    const headers = new Headers({ cookie: cookie.split(';')[0] ?? '' });
    const signedIn = await ports.signIn(new Request(request.url, { headers }));
    if (signedIn === undefined) return refuse('gate/not-found');
    return done(await meOf(ports, personOf(signedIn), 'zh-CN'), { headers: { 'Set-Cookie': cookie } });
  },
  resetDemo: async ({ ports }) => {
    if (ports.demo?.reset === undefined) return refuse('gate/not-found');
    await ports.demo.reset();
    return done(undefined);
  },
  people: async ({ ports, person }) => {
    const people = await listPeople(ports.kysely, person.tenant);
    return done(
      people.map(({ tenant, id, name, roles }) => {
        const known = personOf({ tenant, actor: { id, name, roles } });
        return { id, name, roles: known.roles };
      }),
    );
  },
  position: async ({ ports, person, body }) => {
    if (!(await isOnShift(ports, person))) return refuse('position/off-shift');
    const { latitude, longitude, accuracyMetres = 0 } = body;
    const { tenant, id: personId } = person;
    const at = ports.host.now();
    await savePosition(ports.kysely, { tenant, personId, latitude, longitude, accuracyMetres, at });
    return done(undefined);
  },
} satisfies Partial<Handlers>;

async function meOf(ports: ApiPorts, person: Person, locale: Locale): Promise<AnswerOf<'me'>> {
  const { id, name, roles, tenant, rights } = person;
  const demo = await ports.demo?.facts(tenant);
  const known = { id, name, roles, tenant, rights, locale: person.locale ?? locale };
  return demo === undefined
    ? known
    : { ...known, demo: { ...demo, resets: ports.demo?.reset !== undefined } };
}

// Where no shifts are kept for somebody, nothing says that they are off.
async function isOnShift(ports: ApiPorts, { tenant, id }: Person): Promise<boolean> {
  const people = await listPeople(ports.kysely, tenant);
  const shifts = people.find((one) => one.id === id)?.facts['shifts'];
  if (!Array.isArray(shifts)) return true;
  const nowMs = instantMs(ports.host.now());
  return shifts.some((span: unknown) => {
    if (!Array.isArray(span)) return false;
    const [from, to]: readonly unknown[] = span;
    return (
      typeof from === 'string' && typeof to === 'string' && instantMs(from) <= nowMs && nowMs < instantMs(to)
    );
  });
}
