import { Refusal } from '../reading.ts';
import { ARCHIVE, AS_DOCX, ENCRYPTED, SLIDES, TABLE } from './advice.ts';
import { namesInZip } from './zip-names.ts';

/** Whether a zip is a Word file; a `Refusal` for anything else that comes as a zip. */
export function formatInZip(bytes: Uint8Array): 'docx' {
  const names = namesInZip(bytes);
  const has = (wanted: RegExp) => names.some((name) => wanted.test(name));
  if (has(/^word\/document\d*\.xml$/u)) return 'docx';
  if (has(/^xl\//u)) throw new Refusal(`这是 Excel 表格。${TABLE}`);
  if (has(/^ppt\//u)) throw new Refusal(`这是演示文稿。${SLIDES}`);
  if (has(/^OFD\.xml$/u))
    throw new Refusal(
      '这是 OFD 版式文件。用 OFD 阅读器打开，导出成 Word 或者带文字的 PDF，再收录；里面只有图片的，要文字识别，逐字校对。',
    );
  if (has(/^content\.xml$/u)) throw new Refusal(`这是 OpenDocument 文件（.odt）。${AS_DOCX}`);
  if (has(/^(?:word\/|\[Content_Types\]\.xml$)/u))
    throw new Refusal(`这个 Word 文件里没有正文，或者不完整。重新下载；还是这样，${AS_DOCX}`);
  throw new Refusal(ARCHIVE);
}

/**
 * Whether a compound file ([MS-CFB]) is an old Word file, by the names in its directory, whose entries are 128 bytes
 * long; a `Refusal` for anything else that comes as one.
 */
export function formatInCompoundFile(bytes: Uint8Array, suffix: string): 'doc' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const has = (name: string) => {
    const wanted = Buffer.from(`${name}\0`, 'utf16le');
    for (let at = buffer.indexOf(wanted); at >= 0; at = buffer.indexOf(wanted, at + 2))
      if (at % 128 === 0) return true;
    return false;
  };
  if (has('EncryptedPackage')) throw new Refusal(ENCRYPTED);
  if (has('WordDocument')) return 'doc';
  if (has('Workbook') || has('Book')) throw new Refusal(`这是旧版 Excel 表格。${TABLE}`);
  if (has('PowerPoint Document')) throw new Refusal(`这是旧版演示文稿。${SLIDES}`);
  if (suffix === 'wps') throw new Refusal(`这是 WPS 文件，读不了。${AS_DOCX}`);
  throw new Refusal(`这不是 Word 文件，认不出是什么，或者文件不完整。${AS_DOCX}`);
}
