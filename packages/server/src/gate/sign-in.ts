import type { Actor } from '@paidan/engine';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { accountsDatabase } from '../store/accounts.ts';
import type { Database } from '../store/database.ts';
import { findActor } from '../store/people.ts';

/** Who sent a request, and for which tenant. */
export interface SignedIn {
  readonly tenant: string;
  readonly actor: Actor;
}

/**
 * Turns a request into the person behind it, or `undefined`. A host's own sign-in replaces the built-in
 * one.
 */
export type SignIn = (request: Request) => Promise<SignedIn | undefined>;

export interface NewAccount {
  readonly tenant: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The built-in sign-in: accounts with e-mail and password, sessions in cookies. */
export interface BuiltInSignIn {
  readonly signIn: SignIn;
  /** Answers everything below `/api/auth`: sign-in, sign-out, session. */
  readonly handle: (request: Request) => Promise<Response>;
  /** Makes an account for a person; an address that has one keeps it, with this password and person. */
  readonly putAccount: (account: NewAccount) => Promise<void>;
}

export interface BuiltInSignInOptions {
  readonly database: Database;
  /** The address people open; cookies are secure when it is https. */
  readonly url: string;
  /** Signs the cookies; derived from the master key. */
  readonly secret: string;
  /** Other addresses the same server answers on, such as one on the local network. */
  readonly trustedOrigins?: readonly string[];
  /** Hears what the sign-in has to say, such as wrong passwords; nothing is printed. */
  readonly log?: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void;
}

/** Opens the built-in sign-in and brings its tables, in schema `paidan_accounts`, to the head. */
export async function openSignIn(options: BuiltInSignInOptions): Promise<BuiltInSignIn> {
  const settings = authSettings(options);
  const { runMigrations } = await getMigrations(settings);
  await runMigrations();
  const auth = betterAuth(settings);
  return {
    handle: (request) => auth.handler(request),
    signIn: async (request) => {
      const session = await auth.api.getSession({ headers: request.headers });
      if (session === null) return undefined;
      const { tenant, personId } = session.user;
      // Roles are read afresh, so that a role taken away is gone with the next request.
      const actor = await findActor(options.database.kysely, { tenant, personId });
      return actor && { tenant, actor };
    },
    putAccount: async ({ password, ...account }) => {
      const { internalAdapter, password: passwords } = await auth.$context;
      const hash = await passwords.hash(password);
      const known = await internalAdapter.findUserByEmail(account.email);
      if (known === null) {
        const user = await internalAdapter.createUser(
          { ...account, emailVerified: true },
          { method: 'admin' },
        );
        const credential = { userId: user.id, accountId: user.id, providerId: 'credential', password: hash };
        await internalAdapter.linkAccount(credential);
        return;
      }
      await internalAdapter.updateUser(known.user.id, account);
      await internalAdapter.updatePassword(known.user.id, hash);
    },
  };
}

function authSettings({ database, url, secret, trustedOrigins = [], log }: BuiltInSignInOptions) {
  return {
    database: accountsDatabase(database),
    baseURL: url,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [...trustedOrigins],
    // Accounts are made by administrators and by the demo, never by whoever finds the page.
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { expiresIn: 30 * 86_400, updateAge: 86_400 },
    user: {
      additionalFields: {
        tenant: { type: 'string', required: true, input: false },
        personId: { type: 'string', required: true, input: false },
      },
    },
    telemetry: { enabled: false },
    logger: { log: (level, message) => log?.(level, message) },
  } as const satisfies BetterAuthOptions;
}
