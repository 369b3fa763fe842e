import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

// A copy of the starter in an empty project, with a small `npx` of our own in front of the real one.
let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'pinned-node-'));
  const setup = join(project, 'tooling', 'setup');
  await mkdir(setup, { recursive: true });
  await mkdir(join(project, 'bin'));
  for (const file of ['with-pinned-node.mjs', 'failure-sentence.mjs']) {
    await copyFile(join(import.meta.dirname, file), join(setup, file));
  }
  await writeFile(
    join(project, 'package.json'),
    '{ "config": { "pnpm": "1.2.3" }, "devDependencies": { "node": "24.0.0" } }',
  );
  await writeFile(join(project, 'pnpm-lock.yaml'), '');
  await writeFile(join(project, 'pnpm-workspace.yaml'), '');
});
afterEach(() => rm(project, { recursive: true }));

async function npxDoes(script: string): Promise<void> {
  const npx = join(project, 'bin', 'npx');
  await writeFile(npx, `#!/bin/sh\necho "$@" >> "${project}/asked"\n${script}\n`);
  await chmod(npx, 0o755);
}

const installsNode = () =>
  npxDoes(
    `mkdir -p "${project}/node_modules/node/bin" && ln -sf "${process.execPath}" "${project}/node_modules/node/bin/node"`,
  );

const starter = () => join(project, 'tooling', 'setup', 'with-pinned-node.mjs');
const env = () => ({ ...process.env, PATH: [join(project, 'bin'), process.env['PATH']].join(delimiter) });

function run(...args: readonly string[]): Promise<{ readonly code: unknown; readonly output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [starter(), ...args], { env: env() }, (fault, stdout, stderr) =>
      resolve({ code: fault?.code ?? 0, output: stdout + stderr }),
    );
  });
}

const task = (script: string) => writeFile(join(project, 'tooling', 'setup', 'start.ts'), script);

test('installs with the pinned pnpm, once, and runs the task under the installed Node', async () => {
  await installsNode();
  await task('console.log("started with", process.execArgv[0])');
  expect((await run('start')).output).toContain('started with --conditions=paidan-source');
  expect((await run('start')).code).toBe(0);
  expect(await readFile(join(project, 'asked'), 'utf8')).toBe(
    '--yes pnpm@1.2.3 install --frozen-lockfile --reporter=append-only --config.node-version=24.0.0\n',
  );
});

test('installs again when the lockfile has changed', async () => {
  await installsNode();
  await task('');
  await run('start');
  await writeFile(join(project, 'pnpm-lock.yaml'), 'changed');
  await run('start');
  expect((await readFile(join(project, 'asked'), 'utf8')).trim().split('\n')).toHaveLength(2);
});

test('says what to do when the disk is full, and does not start', async () => {
  await npxDoes('echo "npm error code ENOSPC" >&2; exit 7');
  await task('console.log("started")');
  const { code, output } = await run('start');
  expect(code).toBe(7);
  expect(output).toContain('磁盘空间不足');
  expect(output).not.toContain('started');
});

test('keeps the exit code of the task', async () => {
  await installsNode();
  await task('process.exit(3)');
  expect((await run('start')).code).toBe(3);
});

test.each(['SIGINT', 'SIGTERM'] as const)('passes %s on once and waits for the end', async (signal) => {
  await installsNode();
  await task(`
    process.on('${signal}', () => { console.log('asked to stop'); setTimeout(() => process.exit(0), 100); });
    setTimeout(() => {}, 20_000);
    console.log('ready');`);
  const child = spawn(process.execPath, [starter(), 'start'], {
    env: env(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (chunk.includes('ready')) child.kill(signal);
    output += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(0);
  expect(output.split('asked to stop')).toHaveLength(2);
});

test('refuses a task it does not know', async () => {
  expect((await run('deploy')).code).toBe(2);
  expect(existsSync(join(project, 'asked'))).toBe(false);
});
