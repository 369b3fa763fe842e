import { TextDecoder } from 'node:util';

const sniffedBytes = 65_536;

/**
 * The text of a file: UTF-8, or GB18030 where its first 64 KB are no UTF-8, as older spreadsheets in China save it. A byte
 * order mark is dropped.
 */
export async function* decodedText(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= decoderFor(chunk.subarray(0, sniffedBytes));
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  try {
    // A character cut off at the end of the piece is no fault: more bytes follow.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return new TextDecoder('utf-8');
  } catch {
    return new TextDecoder('gb18030');
  }
}
