import { expect, test } from 'vitest';
import { Refusal } from '../reading.ts';
import { makeDoc } from './made-doc.ts';
import { para } from './made-paragraphs.ts';
import { readDoc } from './read-doc.ts';
import { sniffDoc } from './sniff.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

test.each([
  ['docx', 'PK\x03\x04…'],
  ['rtf', '{\\rtf1\\ansi'],
  ['pdf', '%PDF-1.7'],
  ['mht', 'MIME-Version: 1.0\r\nContent-Type: multipart/related'],
  ['mht', 'From: <由某软件保存>\r\nSubject: 甲\r\n\t乙\r\nMIME-Version: 1.0\r\n'],
  ['html', '\ufeff\r\n<!DOCTYPE html>'],
  ['html', '<html xmlns:o="urn:schemas-microsoft-com:office:office">'],
  ['html', '<?xml version="1.0"?>\n<!-- 甲 -->\n<html>'],
  ['xml', '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument>'],
  ['unknown', '某办法'],
  ['unknown', 'Note: 甲\nMIME'],
  ['empty', ''],
])('%s is told by its first bytes: %s', (kind, text) => {
  expect(sniffDoc(bytes(text))).toBe(kind);
});
test('a web page in UTF-16 is one, in both orders of bytes', () => {
  const page = Buffer.from('\ufeff<html>', 'utf16le');
  expect(sniffDoc(new Uint8Array(page))).toBe('html');
  expect(sniffDoc(new Uint8Array(Buffer.from(page).swap16()))).toBe('html');
});
test('a Word file is one', () => {
  expect(sniffDoc(makeDoc({ main: [para('甲')] }))).toBe('word');
});
test('what is something else is refused with what to do', async () => {
  const starts = [
    'PK\x03\x04',
    'MIME-Version: 1.0',
    '<html>',
    '{\\rtf1',
    '<w:wordDocument>',
    '%PDF-',
    '',
    '甲',
  ];
  const told = starts.map(async (start) => {
    const refused = await readDoc(bytes(start), () => {}).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    return (refused as Refusal).message;
  });
  expect(await Promise.all(told)).toMatchInlineSnapshot(`
    [
      "这个文件叫 .doc，里面却是新版的 .docx。请把扩展名改成 .docx，再导入。",
      "这个文件叫 .doc，里面却是单个文件的网页（MHT）。请用 Word 或 WPS 打开它，另存为 .docx，再导入那一份。",
      "这个文件叫 .doc，里面却是网页。请把扩展名改成 .html，再导入。",
      "这个文件叫 .doc，里面却是 RTF。请用 Word 或 WPS 打开它，另存为 .docx，再导入那一份。",
      "这个文件叫 .doc，里面却是 Word 2003 的 XML。请用 Word 或 WPS 打开它，另存为 .docx，再导入那一份。",
      "这个文件叫 .doc，里面却是 PDF。请把扩展名改成 .pdf，再导入。",
      "这个文件是空的，一个字节也没有。请重新下载或者复制一份，再导入。",
      "这不是 Word 文件，或者已经损坏。请用 Word 或 WPS 打开它，另存为 .docx 再导入；打不开的，请重新下载。",
    ]
  `);
});
