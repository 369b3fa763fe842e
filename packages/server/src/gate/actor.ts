import type { Person } from '../host/host.ts';
import type { SignedIn, SignIn } from './sign-in.ts';

/** Who asks: somebody signed in, a customer who holds a link to one work order, or nobody we know. */
export type Asker =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'link'; readonly person: Person; readonly workOrderId: string }
  | { readonly kind: 'nobody' };

/** The work order and person behind a customer's cookie, or `undefined`. */
export type FindLink = (
  token: string,
) => Promise<{ readonly person: Person; readonly workOrderId: string } | undefined>;

export const linkCookie = 'paidan_customer';

/** A customer's cookie has a path of its own, so it comes only with requests of the customer's page and goes first there. */
export async function askerOf(request: Request, signIn: SignIn, findLink: FindLink): Promise<Asker> {
  const token = cookieOf(request, linkCookie);
  const link = token === undefined ? undefined : await findLink(token);
  if (link !== undefined) return { kind: 'link', ...link };
  const signedIn = await signIn(request);
  return signedIn === undefined ? { kind: 'nobody' } : { kind: 'person', person: personOf(signedIn) };
}

const rightPrefix = 'right:';
const rights = ['workflow', 'people', 'operate', 'repair', 'audit'] as const;

/** Among the roles of a person stand the rights of the installation, as `right:workflow`; no workflow sees those. */
export function personOf({ tenant, actor }: SignedIn): Person {
  const roles = actor.roles.filter((role) => !role.startsWith(rightPrefix));
  return {
    ...actor,
    tenant,
    roles,
    rights: rights.filter((right) => actor.roles.includes(rightPrefix + right)),
  };
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}
