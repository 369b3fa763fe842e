import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type UnpackedChromium = {
  readonly executablePath: string;
  /** Environment for machines that lack the system libraries a browser needs. */
  readonly libraries: Readonly<Record<string, string>>;
  /** Environment for machines without any font. */
  readonly fonts: Readonly<Record<string, string>>;
};

const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache');

/** The Chromium of `@sparticuz/chromium`, unpacked once beside the installed packages; only for Linux on x64. */
export async function unpackChromium(): Promise<UnpackedChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
  const { version }: { readonly version: string } = JSON.parse(
    await readFile(join(home, 'package.json'), 'utf8'),
  );
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder, join(home, 'bin'));
  const fonts = join(folder, 'fonts');
  return {
    executablePath: join(folder, 'chromium'),
    libraries: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') },
    fonts: existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: fonts },
  };
}

/**
 * The package writes into the folder for temporary files, piece by piece and shared by everybody. A process of its
 * own gets a folder of its own for that, which appears under its name only when it is whole.
 */
async function unpackInto(folder: string, archives: string): Promise<void> {
  const partial = `${folder}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const script = `
    import { inflate } from '@sparticuz/chromium';
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(${JSON.stringify(`${archives}/`)} + name);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: partial },
    encoding: 'utf8',
  });
  try {
    if (status !== 0) throw new Error(`Chromium could not be unpacked: ${stderr}`);
    await rename(partial, folder).catch((fault: unknown) => {
      if (!existsSync(folder)) throw fault;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
