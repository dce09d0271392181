import { inflateSync } from 'node:zlib';
import { Refusal } from '../reading.ts';

/** No page and no font unpacks to more. */
const MOST_BYTES = 64 * 1024 * 1024;
/** How far before its data a stream's entries may begin. */
const ENTRIES_WITHIN = 4096;
/** After the keyword stand CR LF or LF (ISO 32000-1, 7.3.8.1). */
const START = Buffer.from('stream');
const END = Buffer.from('endstream');

/**
 * How many packed parts of a file do not unpack as their checksum says; pdf.js reads on without a word. Pictures are
 * left alone. Refuses a file with a part that unpacks to far more than it holds.
 */
export function countBroken(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('/Encrypt')) return 0;
  let broken = 0;
  for (let at = file.indexOf(START); at >= 0; at = file.indexOf(START, at)) {
    const from = at + START.length + (file[at + START.length] === 0x0d ? 2 : 1);
    const end = file.indexOf(END, from);
    if (end < 0) break;
    if (isPacked(file, at) && !unpacks(file.subarray(from, end))) broken++;
    at = end + END.length;
  }
  return broken;
}

/** Whether what stands before the data says that it is packed, once, and no picture. */
function isPacked(file: Buffer, at: number): boolean {
  const before = file.subarray(Math.max(0, at - ENTRIES_WITHIN), at).toString('latin1');
  const entries = before.slice(before.lastIndexOf(' obj') + 1);
  return /\/Filter\s*\[?\s*\/FlateDecode/u.test(entries) && !/\/Subtype\s*\/Image/u.test(entries);
}

function unpacks(data: Buffer): boolean {
  try {
    inflateSync(data, { maxOutputLength: MOST_BYTES });
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_BUFFER_TOO_LARGE') return false;
    throw new Refusal(
      `这个 PDF 里有一段展开后超过 ${MOST_BYTES / 1024 / 1024} MB，没有读。请用“打印为 PDF”另存一份再读。`,
    );
  }
}
