// `npm start` and `npm test` begin here, on whatever Node ≥ 18 the machine has. Installs what the lockfile names,
// unless that has been done, and goes on under the Node that the lockfile pins.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failureSentence, oldNodeSentence } from './failure-sentence.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const stamp = join(modules, '.paidan-installed');

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (fault) => {
    console.error(failureSentence(String(fault?.stack)) || fault);
    process.exit(1);
  },
);

async function main([task, ...rest]) {
  if (task !== 'start' && task !== 'test') {
    console.error('with-pinned-node.mjs start | test');
    return 2;
  }
  const tooOld = oldNodeSentence(process.versions.node);
  if (tooOld) {
    console.error(tooOld);
    return 1;
  }
  const wanted = installationHash();
  if (!isInstalled(wanted)) {
    const code = await install();
    if (code !== 0) return code;
    writeFileSync(stamp, wanted);
  }
  return runPinned(join(root, 'tooling', 'setup', `${task}.ts`), rest);
}

function installationHash() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function isInstalled(wanted) {
  return existsSync(pinnedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

async function install() {
  mkdirSync(modules, { recursive: true });
  rmSync(stamp, { force: true });
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const pnpm = `pnpm@${manifest.config.pnpm}`;
  console.log(`正在安装依赖（仅首次需要，约一分钟）… Installing with ${pnpm}, the first time only …`);
  // NODE_ENV=production would leave out the tools; CI keeps pnpm from asking questions nobody may be there to answer.
  const { NODE_ENV: _, ...env } = process.env;
  // What is installed will run on the pinned Node, so that is the one its parts are checked against.
  const target = `--config.node-version=${manifest.devDependencies.node}`;
  const args = ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only', target];
  const { code, output } = await runWatched('npx', args, { ...env, CI: 'true' });
  const stopped = code > 128;
  if (code !== 0 && !stopped) {
    console.error(
      `\n${failureSentence(output) || '安装失败，原因见上文。\nThe installation failed; see above for the cause.'}`,
    );
  }
  return code;
}

function runWatched(command, args, env) {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32';
    const child = spawn(command, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const watch = (stream, out) =>
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-20_000);
        out.write(chunk);
      });
    watch(child.stdout, process.stdout);
    watch(child.stderr, process.stderr);
    child.on('error', (fault) => {
      output += String(fault);
    });
    endWith(child, (code) => resolve({ code, output }));
  });
}

function runPinned(script, args) {
  return new Promise((resolve) => {
    const path = [join(modules, '.bin'), dirname(pinnedNode), process.env.PATH].join(delimiter);
    const child = spawn(pinnedNode, ['--conditions=paidan-source', script, ...args], {
      cwd: root,
      env: { ...process.env, PATH: path },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    endWith(child, resolve);
  });
}

/** Passes signals on and ends as the child ends, so that nothing keeps running behind a returned prompt. */
function endWith(child, done) {
  // A terminal gives Ctrl-C to the whole group; passing it on as well would look like a second, impatient Ctrl-C.
  const passOn = (signal) => () =>
    signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal);
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [signal, passOn(signal)]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  child.on('close', (code, signal) => {
    for (const [name, handler] of handlers) process.off(name, handler);
    done(signal ? 128 + constants.signals[signal] : code);
  });
}
