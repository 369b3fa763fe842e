import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildOnce } from './build-once.ts';
import { failureSentence } from './failure-sentence.mjs';
import { runTool } from './run-tool.ts';

// `npm start`, once everything is installed: builds what has changed, then becomes the example itself.
const root = join(import.meta.dirname, '..', '..');
const example = join(root, 'examples', 'security-aftersales');
const app = join(example, 'app');

stopWithParent();
try {
  await start();
} catch (fault) {
  console.error(failureSentence(String(fault instanceof Error ? fault.stack : fault)) ?? fault);
  process.exit(1);
}

async function start(): Promise<void> {
  if (!existsSync(join(app, 'start.ts'))) {
    console.error('找不到 examples/security-aftersales/app/start.ts，请确认代码是完整的。');
    console.error(
      'examples/security-aftersales/app/start.ts is missing; is this copy of the project complete?',
    );
    process.exit(1);
  }
  const sources = [join(root, 'packages'), example, join(root, 'pnpm-lock.yaml')];
  await buildOnce({ name: 'libraries', sources, build: () => build('tsc', ['-b'], root) });
  if (existsSync(join(app, 'vite.config.ts'))) {
    await buildOnce({ name: 'application', sources, build: () => build('vite', ['build', 'app'], example) });
  }
  await import(pathToFileURL(join(app, 'start.ts')).href);
}

async function build(tool: string, args: readonly string[], cwd: string): Promise<void> {
  console.log(`正在构建… Building: ${tool} ${args.join(' ')}`);
  const { code, output } = await runTool({ tool, args, cwd });
  if (code === 0) return;
  console.error(output);
  console.error(
    failureSentence(output) ?? '构建失败，原因见上文。\nThe build failed; see above for the cause.',
  );
  process.exit(1);
}

/** A starter that was killed can pass no signal on; its closed channel says as much, and no server stays behind. */
function stopWithParent(): void {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
