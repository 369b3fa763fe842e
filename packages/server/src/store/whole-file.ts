import { randomBytes } from 'node:crypto';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { errorCode } from './store-fault.ts';

/**
 * Makes a file that is there with all its content or not at all; says whether this call made it. The flag
 * `wx` alone
 * would show another process an empty file between making and writing it.
 */
export async function makeWhole(path: string, text: string, mode: number): Promise<boolean> {
  const written = await writeBeside(path, text, mode);
  try {
    await link(written, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(written, { force: true });
  }
}

/** Puts a file in the place of another: a reader meets the one or the other, never a part. */
export async function replaceWhole(path: string, text: string, mode: number): Promise<void> {
  const written = await writeBeside(path, text, mode);
  try {
    await rename(written, path);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
}

async function writeBeside(path: string, text: string, mode: number): Promise<string> {
  const written = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(written, text, { mode, flag: 'wx' });
  return written;
}
