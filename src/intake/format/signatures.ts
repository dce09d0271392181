import { ARCHIVE, AS_DOCX, PICTURE } from './advice.ts';

/** Bytes, as characters of the same numbers, that stand at a place of every file of a kind. */
interface Signature {
  at: number;
  bytes: string;
  advice: string;
}

const PROGRAM = '这是程序，不是文件。核对是不是选错了。';

/** Kinds of file that are known by their first bytes and are not read. */
const SIGNATURES: readonly Signature[] = [
  { at: 0, bytes: '{\\rtf', advice: `这是 RTF 文件。${AS_DOCX}` },
  ...[
    [0, '\x89PNG'],
    [0, '\xFF\xD8\xFF'],
    [0, 'GIF8'],
    [0, 'II*\0'],
    [0, 'MM\0*'],
    [8, 'WEBP'],
    [4, 'ftyphei'],
    [4, 'ftypmif'],
    [4, 'ftypavif'],
  ].map(([at, bytes]) => ({ at: Number(at), bytes: String(bytes), advice: PICTURE })),
  ...['Rar!', '7z\xBC\xAF', '\x1F\x8B', 'BZh', '\xFD7zXZ'].map((bytes) => ({
    at: 0,
    bytes,
    advice: ARCHIVE,
  })),
  ...['MZ', '\x7FELF'].map((bytes) => ({ at: 0, bytes, advice: PROGRAM })),
];

/** What to do with a file that begins so, if it is of a kind that is not read. */
export function adviceFor(head: string): string | null {
  const isBitmap = head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0';
  if (isBitmap) return PICTURE;
  const isWordXml =
    /<\?mso-application\s+progid="Word\.Document"|<(?:w:wordDocument|pkg:package)\b/u;
  if (isWordXml.test(head)) return `这是 Word 的 XML 文件。${AS_DOCX}`;
  return SIGNATURES.find(({ at, bytes }) => head.startsWith(bytes, at))?.advice ?? null;
}
