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

/**
 * A request of the customer's page says so, by its path, `?as=customer` or the header `Paidan-As`, and then only the link
 * counts: a clerk who opens a customer's link in the same browser stays a clerk everywhere else.
 */
export async function askerOf(request: Request, signIn: SignIn, findLink: FindLink): Promise<Asker> {
  const token = cookieOf(request, linkCookie);
  const link = async (): Promise<Asker> => {
    const found = token === undefined ? undefined : await findLink(token);
    return found === undefined ? { kind: 'nobody' } : { kind: 'link', ...found };
  };
  if (isCustomers(request)) return link();
  const signedIn = await signIn(request);
  return signedIn === undefined ? link() : { kind: 'person', person: personOf(signedIn) };
}

function isCustomers({ url, headers }: Request): boolean {
  const { pathname, searchParams } = new URL(url);
  const says = headers.get('paidan-as') ?? searchParams.get('as');
  return says === 'customer' || pathname.includes('/api/customer/');
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
