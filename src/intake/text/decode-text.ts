import { Refusal } from '../reading.ts';

/** Bytes as text, without a byte order mark, and how they were read. */
export interface Decoded {
  text: string;
  /** As `TextDecoder` names it: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`. */
  encoding: Encoding;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const MARKS: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Where more than this share of characters cannot be read, the encoding is none of ours. */
const MOST_UNREAD = 0.01;

/**
 * Reads text that says by its first bytes how it is encoded, or else is the one of UTF-8, UTF-16 without a mark and
 * GB18030 (which GBK and GB2312 are part of) that fits. Single bytes that do not fit become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return decodeAs(marked[0], bytes.subarray(marked[1].length));
  const wide = wideEncoding(bytes);
  if (wide) return decodeAs(wide, bytes);
  return decodeAs(fits('utf-8', bytes) ? 'utf-8' : likelier(bytes), bytes);
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): Decoded {
  const text = lenient(encoding, bytes);
  if (shareUnread(text) > MOST_UNREAD)
    throw new Refusal(
      '这个文件里的文字解不出来（不是 UTF-8、GB18030 或 UTF-16 编码，或者文件坏了）。用原来的软件打开它，另存为 .docx，或者另存为 UTF-8 编码的 .txt，再收录。',
    );
  return { text, encoding };
}

/** Whether the bytes are this encoding without a fault. */
function fits(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function lenient(encoding: Encoding, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function shareUnread(text: string): number {
  return (text.match(/\uFFFD/gu)?.length ?? 0) / Math.max(1, text.length);
}

/** UTF-8 with some broken bytes, or GB18030: whichever leaves fewer characters unread. */
function likelier(bytes: Uint8Array): Encoding {
  if (fits('gb18030', bytes)) return 'gb18030';
  const unread = (encoding: Encoding) => shareUnread(lenient(encoding, bytes));
  return unread('utf-8') <= unread('gb18030') ? 'utf-8' : 'gb18030';
}

/**
 * Which UTF-16 bytes without a mark are, or `null`: some byte is zero, as those of blanks, digits and 一 are, and what
 * comes of them is what Chinese texts are made of.
 */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return null;
  const likely = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => ({ encoding, share: shareUsual(lenient(encoding, sample)) }))
    .toSorted((one, other) => other.share - one.share)[0];
  return likely && likely.share > MOST_USUAL ? likely.encoding : null;
}

/** Bytes to look at before the encoding is known: an even number. */
const SAMPLE = 65_536;
const MOST_USUAL = 0.9;

/** How much of a text is Chinese, ASCII that prints, or white space. */
function shareUsual(text: string): number {
  const usual = text.match(/[\s\x20-\x7E\p{Script=Han}\u2010-\u203B\u3000-\u303F\uFF00-\uFFEF]/gu);
  return (usual?.length ?? 0) / Math.max(1, text.length);
}

/** How an encoding is called where an editor reads it. */
export const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GB18030（GBK）',
};
