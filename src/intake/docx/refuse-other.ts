import { Refusal } from '../reading.ts';
import { ENCRYPTED } from './zip.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Refuses what is no zip archive, saying what it is as far as its first bytes tell. */
export function refuseOther(bytes: Uint8Array): void {
  if (startsWith(bytes, ZIP)) return;
  if (bytes.length === 0)
    throw new Refusal('文件是空的，一个字节也没有。请重新下载或者复制一份再读。');
  if (startsWith(bytes, OLE)) throw new Refusal(oldContainer(bytes));
  throw new Refusal(otherText(bytes));
}

/** What Office 97 wrote (MS-CFB): an old document, or a new one that is encrypted in such a container (MS-OFFCRYPTO). */
function oldContainer(bytes: Uint8Array): string {
  if (holds(bytes, 'EncryptedPackage')) return ENCRYPTED;
  if (holds(bytes, 'Workbook')) {
    return '这是 Excel 表格，不是 Word 文件。请把其中的正文复制到 Word 里，存成 .docx 再读。';
  }
  return '这是旧版的 Word 文件，后缀却写成了 .docx。请把后缀改成 .doc 再读；或者用 Word、WPS 打开，另存为 .docx。';
}

function otherText(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  if (start.startsWith('{\\rtf')) {
    return '这是 RTF 文件，后缀却写成了 .docx。请用 Word、WPS 打开，另存为 .docx 再读。';
  }
  if (start.startsWith('%pdf'))
    return '这是 PDF 文件，后缀却写成了 .docx。请把后缀改成 .pdf 再读。';
  if (/<html|<!doctype html|mime-version/u.test(start)) {
    return '这是网页，后缀却写成了 .docx。请用 Word、WPS 打开，另存为 .docx 再读。';
  }
  return '这不是 Word 文件（.docx），或者已经损坏。请用 Word、WPS 打开后另存一份 .docx 再读；打不开的，请重新下载。';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/** Whether a name stands in the container's directory, which is written in UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name, 0, 'utf16le');
}
