import type { Person } from '../host/host.ts';

/** Who asks: somebody signed in, a customer who holds a link to one work order, or nobody we know. */
export type Asker =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'link'; readonly person: Person; readonly workOrderId: string }
  | { readonly kind: 'nobody' };

/** The session of a person behind a request; a host's own sign-in takes this place entirely. */
export type SignIn = (request: Request) => Promise<Person | null>;

/** The work order and person behind a customer's cookie, or `undefined`. */
export type FindLink = (
  token: string,
) => Promise<{ readonly person: Person; readonly workOrderId: string } | undefined>;

export const linkCookie = 'paidan_customer';

/** A person's session goes before a customer's link, unless the request is the customer page's own. */
export async function askerOf(request: Request, signIn: SignIn, findLink: FindLink): Promise<Asker> {
  const token = cookieOf(request, linkCookie);
  const link = token === undefined ? undefined : await findLink(token);
  if (link !== undefined) return { kind: 'link', ...link };
  const person = await signIn(request);
  return person === null ? { kind: 'nobody' } : { kind: 'person', person };
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}
