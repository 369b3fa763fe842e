import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Handler } from 'hono';
import { contentPolicy } from '../gate/headers.ts';

export interface ScreenOptions {
  readonly directory: string;
  readonly newId: () => string;
  readonly frameAncestors?: readonly string[];
}

const mediaTypes: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.map': 'application/json; charset=utf-8',
};

/**
 * The built screens. A path without a file is a place within the application and gets its page; `{{nonce}}` in the page
 * becomes the nonce that its styles need. Files named by their hash are kept for ever.
 */
export function serveScreens({ directory, newId, frameAncestors = [] }: ScreenOptions): Handler {
  return async (context) => {
    const { path } = context.req;
    const file = extname(path) === '' ? undefined : await fileBelow(directory, path);
    if (file !== undefined && extname(path) !== '.html') {
      const isHashed = /-[\w-]{8,}\.\w+$/.test(path);
      return context.body(new Uint8Array(file), 200, {
        'Content-Type': mediaTypes[extname(path)] ?? 'application/octet-stream',
        'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
    }
    if (extname(path) !== '' && extname(path) !== '.html') return context.notFound();
    const page = await fileBelow(directory, '/index.html');
    if (page === undefined) return context.notFound();
    const nonce = newId();
    return context.html(page.toString().replaceAll('{{nonce}}', nonce), 200, {
      'Content-Security-Policy': contentPolicy(nonce, { frameAncestors }),
      'Cache-Control': 'no-cache',
    });
  };
}

async function fileBelow(directory: string, path: string): Promise<Buffer | undefined> {
  try {
    const root = await realpath(directory);
    const file = await realpath(join(root, decodeURIComponent(path)));
    return file.startsWith(root + sep) ? await readFile(file) : undefined;
  } catch {
    // Not there, a folder, or no readable path: the caller decides what stands for it.
    return undefined;
  }
}
