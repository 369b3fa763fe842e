import { parseReach, type ReachEntry } from '@paidan/connectors';

/** What variables of the environment say; options of `createServer` win over them. */
export interface Configuration {
  readonly databaseUrl?: string;
  readonly dataDir?: string;
  readonly secretKey?: string;
  readonly production: boolean;
  readonly settings: { readonly [name: string]: string };
  readonly reach: readonly ReachEntry[];
}

const settingPrefix = 'PAIDAN_SETTING_';

/** Reads `DATABASE_URL` and the `PAIDAN_*` variables of server.md 8. */
export function readConfiguration(environment: {
  readonly [name: string]: string | undefined;
}): Configuration {
  const { DATABASE_URL, PAIDAN_DATA_DIR, PAIDAN_SECRET_KEY, PAIDAN_REACH, NODE_ENV } = environment;
  const settings = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith(settingPrefix) && value !== undefined ? [[name.slice(settingPrefix.length), value]] : [],
  );
  return {
    ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
    ...(PAIDAN_DATA_DIR ? { dataDir: PAIDAN_DATA_DIR } : {}),
    ...(PAIDAN_SECRET_KEY ? { secretKey: PAIDAN_SECRET_KEY } : {}),
    production: NODE_ENV === 'production',
    settings: Object.fromEntries(settings),
    reach: parseReach(PAIDAN_REACH ?? ''),
  };
}
