import { damaged } from '../word/refusals.ts';

/** Bytes that are decoded at once: little enough that of a long part its text is never held whole. */
const AT_ONCE = 65_536;

/**
 * The text of a part in stretches. XML in a package is UTF-8 or UTF-16 (ECMA-376 part 2, 6.2.5), the latter with a byte
 * order mark.
 */
export function* decodeParts(bytes: Uint8Array): Generator<string> {
  const decoder = decoderOf(bytes);
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    yield decodeNext(decoder, bytes.subarray(at, at + AT_ONCE), true);
  }
  yield decodeNext(decoder, new Uint8Array(), false);
}

/** `stream`: more is to come. */
function decodeNext(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw damaged('有解不出的字');
  }
}

/** The whole text. */
export function decode(bytes: Uint8Array): string {
  return decodeNext(decoderOf(bytes), bytes, false);
}

function decoderOf(bytes: Uint8Array): TextDecoder {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}
