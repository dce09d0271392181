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

/** UTF-16 without a mark: line breaks, blanks and digits have a zero byte on one side, and on that side only. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  let even = 0;
  let odd = 0;
  const end = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0 && isAscii(bytes[at + 1])) even++;
    if (bytes[at + 1] === 0 && isAscii(bytes[at])) odd++;
  }
  if (even + odd === 0) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Bytes to look at before the encoding is known. */
const SAMPLE = 65_536;

function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0 && byte < 0x80;
}

/** How an encoding is called where an editor reads it. */
export const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GB18030（GBK）',
};
