import { join } from 'node:path';
import { createApi } from '../api/create-api.ts';
import { type NewAccount, openSignIn, type SignIn } from '../gate/sign-in.ts';
import { hear } from './hear/hear.ts';
import type { Installation } from './installation.ts';
import { routingInput } from './routing-input.ts';
import { sendText } from './send-text.ts';
import type { OwnSignIn, Server, ServerOptions } from './server.ts';
import { settleIncident } from './settle-incident.ts';

export interface OpenedScreens {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly putAccount: (account: NewAccount) => Promise<void>;
}

interface Opening {
  readonly options: ServerOptions;
  readonly installation: Installation;
  readonly tenant: string;
  readonly server: Server;
  /** Asked late: the port may be chosen at start. */
  readonly url: () => string;
}

/** The HTTP side over an installation, with its own sign-in or the host's. */
export async function openScreens({
  options,
  installation,
  tenant,
  server,
  url,
}: Opening): Promise<OpenedScreens> {
  const { host, kysely, boss, origin, keys, database } = installation;
  const { signIn: own, demo, screens, dataDir = './.paidan' } = options;
  const builtIn =
    own === undefined
      ? await openSignIn({ database, url: 'http://localhost', secret: keys.derive('sign-in') })
      : undefined;
  const api = createApi({
    ...{ host, kysely, publicUrl: url, newId: () => origin.newId() },
    signIn: builtIn?.signIn ?? foreign(own ?? (async () => undefined), tenant),
    ...(builtIn === undefined ? {} : { auth: builtIn.handle }),
    secret: keys.derive('links'),
    routingInput: (waiting, step) => routingInput(installation, waiting, step),
    settleIncident: (settlement) => settleIncident({ kysely, boss, host }, settlement),
    hear: (news) => hear(installation, news),
    sendText: (order, text) => sendText(installation, order, text),
    uploads: { directory: join(dataDir, 'media') },
    ...(demo === undefined ? {} : { demo: demo(server) }),
    ...(screens === undefined ? {} : { screens: { directory: screens } }),
    hindrances: async () => [],
  });
  return {
    fetch: async (request) => api.fetch(request),
    putAccount: async (account) => builtIn?.putAccount(account),
  };
}

function foreign(own: OwnSignIn, tenant: string): SignIn {
  return async (request) => {
    const person = await own(request);
    if (person === null || person === undefined) return undefined;
    const { tenant: theirs = tenant, ...actor } = person;
    return { tenant: theirs, actor };
  };
}
