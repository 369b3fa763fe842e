import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { unpackChromium } from './unpack-chromium.ts';

/** What Playwright needs to launch: `env` replaces the environment of the browser. */
export type Chromium = {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const noChromium =
  '找不到可用的 Chromium。请安装 Chrome 或 Chromium，或用 PAIDAN_CHROMIUM 指明它的路径。\n' +
  'No Chromium was found. Install Chrome or Chromium, or name its path in PAIDAN_CHROMIUM.';

/**
 * A Chromium that starts: the one named in `PAIDAN_CHROMIUM`, else the system's, else the one that came through npm
 * (Linux on x64). `PAIDAN_CHROMIUM=npm` passes the system's over. `undefined` where there is none.
 */
export async function findChromium(environment = process.env): Promise<Chromium | undefined> {
  const named = environment['PAIDAN_CHROMIUM'];
  const env = definedOnly(environment);
  if (named !== 'npm') {
    const candidates = named ? [named] : [...onPath(environment['PATH'] ?? ''), ...PLACES];
    const executablePath = candidates.find((path) => existsSync(path) && starts(path, env));
    if (executablePath !== undefined) return { executablePath, args: ARGS, env };
    if (named) return undefined;
  }
  const unpacked = await unpackChromium();
  if (unpacked === undefined) return undefined;
  const ready = [env, { ...env, ...unpacked.libraries }].find((one) => starts(unpacked.executablePath, one));
  return (
    ready && { executablePath: unpacked.executablePath, args: ARGS, env: { ...unpacked.fonts, ...ready } }
  );
}

function onPath(path: string): readonly string[] {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
}

/** Some systems install a file of that name which only says where to get the browser. */
function starts(path: string, env: Readonly<Record<string, string>>): boolean {
  return spawnSync(path, ['--version'], { env, timeout: 20_000, stdio: 'ignore' }).status === 0;
}

function definedOnly(environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const entries = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
