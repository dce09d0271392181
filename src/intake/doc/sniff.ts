import { Refusal } from '../reading.ts';
import { isCompoundFile } from './compound-file.ts';

/**
 * What a file named `.doc` really is, by its first bytes: `word` what `readDoc` reads (a compound file, which may yet
 * turn out to be something else), `docx` any zip archive.
 */
export type DocKind =
  | 'word'
  | 'docx'
  | 'mht'
  | 'html'
  | 'rtf'
  | 'xml'
  | 'pdf'
  | 'empty'
  | 'unknown';

const HEAD_BYTES = 4096;

export const sniffDoc = (bytes: Uint8Array): DocKind => {
  if (bytes.length === 0) return 'empty';
  if (isCompoundFile(bytes)) return 'word';
  const head = decodeHead(bytes);
  return TEXTS.find(([pattern]) => pattern.test(head))?.[1] ?? 'unknown';
};

const TEXTS: [RegExp, DocKind][] = [
  [/^PK[^\w\s]/, 'docx'],
  [/^\{\\rtf/, 'rtf'],
  [/^%PDF-/, 'pdf'],
  [/^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\n)*)*mime-version:/i, 'mht'],
  [/^(?:<\?xml[^>]*>\s*)?(?:<\?mso-application[^>]*>\s*)?<(?:w:worddocument|pkg:package)/i, 'xml'],
  [
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|p|table)\b/i,
    'html',
  ],
];

/** The beginning as text, as far as ASCII goes, without a byte order mark and blanks. */
const decodeHead = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES));
  if (first === 0xff && second === 0xfe) return head.toString('utf16le').slice(1).trimStart();
  if (first === 0xfe && second === 0xff)
    return swapped(head).toString('utf16le').slice(1).trimStart();
  return head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
};

const swapped = (head: Buffer): Buffer => head.subarray(0, head.length & ~1).swap16();

/** Refuses what is no compound file, with what to do. */
export const refuseOther = (bytes: Uint8Array): void => {
  const kind = sniffDoc(bytes);
  if (kind !== 'word') throw new Refusal(REFUSALS[kind]);
};

const SAVE = '请用 Word 或 WPS 打开它，另存为 .docx，再导入那一份。';

const REFUSALS: Record<Exclude<DocKind, 'word'>, string> = {
  docx: '这个文件叫 .doc，里面却是新版的 .docx。请把扩展名改成 .docx，再导入。',
  mht: `这个文件叫 .doc，里面却是单个文件的网页（MHT）。${SAVE}`,
  html: '这个文件叫 .doc，里面却是网页。请把扩展名改成 .html，再导入。',
  rtf: `这个文件叫 .doc，里面却是 RTF。${SAVE}`,
  xml: `这个文件叫 .doc，里面却是 Word 2003 的 XML。${SAVE}`,
  pdf: '这个文件叫 .doc，里面却是 PDF。请把扩展名改成 .pdf，再导入。',
  empty: '这个文件是空的，一个字节也没有。请重新下载或者复制一份，再导入。',
  unknown:
    '这不是 Word 文件，或者已经损坏。请用 Word 或 WPS 打开它，另存为 .docx 再导入；打不开的，请重新下载。',
};
