import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRowsFile } from './open-rows-file.ts';
import { type FileRow, readRows, UnreadableRows } from './read-rows.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paidan-rows-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function rowsOf(bytes: string | Uint8Array, kind: 'csv' | 'ndjson' = 'csv', delimiter = ',') {
  const path = join(folder, 'rows');
  await writeFile(path, bytes);
  const { value, issues } = await openRowsFile(path, kind);
  if (value === undefined) return issues;
  const rows: FileRow[] = [];
  for await (const row of readRows(value, { kind, delimiter })) rows.push(row);
  return rows;
}

const two = [
  { place: 1, cells: { number: 'A-1', what: '黑屏, "闪"' } },
  { place: 2, cells: { number: 'A-2', what: 'two\nlines' } },
];

test('[S78] reads quotes, delimiters and line ends inside of cells', async () => {
  expect(await rowsOf('number,what\r\nA-1,"黑屏, ""闪"""\r\n\r\nA-2,"two\nlines"\r\n')).toEqual(two);
});

test('reads another delimiter, and a table that begins with a byte order mark', async () => {
  expect(await rowsOf('\uFEFFnumber;what\nA-1;"黑屏, ""闪"""\nA-2;"two\nlines"', 'csv', ';')).toEqual(two);
});

test('[S78] reads a table as older spreadsheets in China save it', async () => {
  // "number,what" and 「A-1,黑屏」 in GB18030.
  const bytes = Buffer.concat([
    Buffer.from('number,what\nA-1,'),
    Buffer.from([0xba, 0xda, 0xc6, 0xc1, 0x0a]),
  ]);
  expect(await rowsOf(bytes)).toEqual([{ place: 1, cells: { number: 'A-1', what: '黑屏' } }]);
});

test('reads one JSON object per line, values as they are', async () => {
  const text = '{"number":"A-1","count":2}\n\n{"number":"A-2","open":true}';
  expect(await rowsOf(text, 'ndjson')).toEqual([
    { place: 1, cells: { number: 'A-1', count: 2 } },
    { place: 2, cells: { number: 'A-2', open: true } },
  ]);
});

test('[S78] reads the table inside of an archive', async () => {
  const archive = zipOf({ 'readme.txt': 'hello', 'Log.CSV': 'number,what\nA-1,x\n' });
  expect(await rowsOf(archive)).toEqual([{ place: 1, cells: { number: 'A-1', what: 'x' } }]);
  expect(await rowsOf(archive, 'ndjson')).toMatchObject([
    { code: 'import/nothing-inside', data: { kind: 'ndjson', found: 'readme.txt, Log.CSV' } },
  ]);
});

test.each([
  ['csv', 'number,what\nA-1,x\nA-2\n', 2],
  ['csv', 'number,what\nA-1,"x\n', 1],
  ['ndjson', '{"a":1}\n{"a":', 2],
  ['ndjson', '[1]', 1],
] as const)('a broken %s file says at which row it breaks', async (kind, text, place) => {
  await expect(rowsOf(text, kind)).rejects.toThrow(UnreadableRows);
  await expect(rowsOf(text, kind)).rejects.toMatchObject({ place });
});

/** A zip archive, APPNOTE 4.3: local headers and bytes, then the central directory. */
function zipOf(files: { readonly [name: string]: string }): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = deflateRawSync(text);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(text), 10);
    head.writeUInt32LE(bytes.length, 14);
    head.writeUInt32LE(Buffer.byteLength(text), 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), head, rest, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}
