import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Checked, issue } from '@paidan/engine/issue';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { decodedText } from './decoded-text.ts';

/** What stands at the head of every zip archive (APPNOTE 4.3.7). */
const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');

/** The text of a file of rows; of a zip archive that of its first entry of that kind. */
export async function openRowsFile(
  path: string,
  kind: 'csv' | 'ndjson',
): Promise<Checked<AsyncIterable<string>>> {
  if (!(await isZip(path))) return { value: decodedText(createReadStream(path)), issues: [] };
  const archive = await openPromise(path, { autoClose: false });
  const names: string[] = [];
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.toLowerCase().endsWith(`.${kind}`)) {
      return { value: decodedText(entryBytes(archive, entry)), issues: [] };
    }
    names.push(entry.fileName);
  }
  archive.close();
  return { issues: [issue('import/nothing-inside', '', { kind, found: names.join(', ') })] };
}

async function* entryBytes(archive: ZipFile, entry: Entry): AsyncIterable<Uint8Array> {
  try {
    yield* await archive.openReadStreamPromise(entry);
  } finally {
    archive.close();
  }
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(zipMark.length), 0, zipMark.length, 0);
    return bytesRead === zipMark.length && buffer.equals(zipMark);
  } finally {
    await file.close();
  }
}
