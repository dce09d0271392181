import { Refusal } from '../reading.ts';
import { formatInCompoundFile, formatInZip } from './containers.ts';
import { adviceFor } from './signatures.ts';
import { formatOfText } from './text-format.ts';

/** The formats that are read. */
export type Format = 'docx' | 'doc' | 'pdf' | 'html' | 'mht' | 'txt';

/** What bytes are, and a sentence for an editor where the suffix says another thing. */
export interface Detected {
  format: Format;
  notice: string | null;
}

/** How a format is called where an editor reads it, in the middle of a sentence. */
export const FORMAT_NAMES: Record<Format, string> = {
  docx: ' Word 文件（.docx）',
  doc: '旧版 Word 文件（.doc）',
  pdf: ' PDF 文件',
  html: '网页',
  mht: '网页档案（MHT）',
  txt: '纯文本',
};
const SUFFIXES: Record<Format, readonly string[]> = {
  docx: ['docx'],
  doc: ['doc'],
  pdf: ['pdf'],
  html: ['html', 'htm', 'xhtml', 'shtml'],
  mht: ['mht', 'mhtml'],
  txt: ['txt', 'text'],
};

/** Larger files are not opened: no document of words alone is so large. */
export const MOST_BYTES = 100 * 1024 * 1024;

/**
 * What a file is, by its bytes; the suffix of its name decides nothing but is compared. Throws a `Refusal` for what is
 * not read, with what to do instead.
 */
export function detectFormat(bytes: Uint8Array, name: string): Detected {
  if (bytes.length === 0)
    throw new Refusal('这个文件是空的（0 个字节）。重新下载，或者找回原来的文件，再收录。');
  if (bytes.length > MOST_BYTES) throw tooLarge();
  const suffix = /\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const format = formatOf(bytes, suffix);
  if (SUFFIXES[format].includes(suffix)) return { format, notice: null };
  const told = suffix ? `文件名以 .${suffix} 结尾` : '文件名没有后缀';
  return { format, notice: `${told}，里面其实是${FORMAT_NAMES[format]}，照这样读了。` };
}

/** Why a file of more than `MOST_BYTES` is not read. */
export function tooLarge(): Refusal {
  return new Refusal(
    '文件超过 100 MB，没有读。多半是图片太多：在 Word 里删去图片，或者“压缩图片”，另存一份，再收录。',
  );
}

function formatOf(bytes: Uint8Array, suffix: string): Format {
  // Every byte a character of the same number.
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].some((sign) => head.startsWith(sign)))
    return formatInZip(bytes);
  if (head.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'))
    return formatInCompoundFile(bytes, suffix);
  const advice = adviceFor(head);
  if (advice) throw new Refusal(advice);
  return formatOfText(bytes, suffix, SUFFIXES.html.includes(suffix));
}
