import type { OwnSignIn } from '@paidan/server';
import type { DirectoryPerson } from '../world/people.ts';

export const placeCookie = 'paidan_place';

/** Whoever opens the demo sits down at the service desk. */
export const firstPlace = 'agent-1';

/** A demo has no sign-in wall: a cookie says whose place somebody has taken. Never for an installation with real data. */
export function signInByPlace(people: readonly DirectoryPerson[]): OwnSignIn {
  const byId = new Map(people.map((person) => [person.id, person]));
  return async (request) => {
    const person = byId.get(placeOf(request)) ?? byId.get(firstPlace);
    if (person === undefined) return undefined;
    const { id, name, roles, rights } = person;
    return { id, name, roles: [...roles, ...rights.map((right) => `right:${right}`)] };
  };
}

function placeOf(request: Request): string {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === placeCookie)?.[1] ?? '';
}
