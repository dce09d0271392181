import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../reading.ts';
import { detectFormat, MOST_BYTES } from './detect.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const utf8 = (text: string) => new TextEncoder().encode(text);
const zip = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, utf8('x')])));
/** A compound file as far as its directory is looked at. */
const compound = (...names: string[]) =>
  Buffer.concat([
    bytes('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'.padEnd(512, '\0')),
    ...names.map((name) => {
      const entry = Buffer.alloc(128);
      entry.write(name, 'utf16le');
      return entry;
    }),
  ]);
const MHT = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n';

describe('what a file is stands in its bytes', () => {
  test.each([
    ['docx', zip('[Content_Types].xml', 'word/document.xml')],
    ['doc', compound('Root Entry', 'WordDocument')],
    ['pdf', bytes('%PDF-1.7\n')],
    ['html', utf8('<!DOCTYPE html><html><body>某</body></html>')],
    ['html', utf8('\uFEFF\n<html lang="zh">')],
    ['html', utf8('<!-- saved --><HTML><p>某')],
    ['html', Buffer.from('\uFEFF<html><p>某</p>', 'utf16le')],
    ['html', Buffer.from('\uFEFF<html>', 'utf16le').swap16()],
    ['html', utf8('<?xml version="1.0"?>\n<!-- 甲 -->\n<html>')],
    ['mht', bytes(MHT)],
    ['mht', utf8(`From: <由某软件保存>\r\nSubject: 甲\r\n\t乙\r\n${MHT}`)],
    ['txt', utf8('Note: 甲\nMIME')],
    ['mht', bytes(`From: <Saved by Browser>\r\nSubject: x\r\n${MHT}`)],
    ['txt', utf8('某办法\n一、甲。')],
    ['txt', Buffer.from('\uFEFF某办法', 'utf16le')],
    ['txt', Buffer.from('一、 abc 123\n', 'utf16le')],
    ['txt', utf8('其中 <div> 是标记\n')],
  ])('%s', (format, given) => {
    expect(detectFormat(given, `a.${format}`)).toEqual({ format, notice: null });
  });

  test('a suffix that says another thing is told', () => {
    expect(detectFormat(bytes(MHT), 'a.doc')).toEqual({
      format: 'mht',
      notice: '文件名以 .doc 结尾，里面其实是网页档案（MHT），照这样读了。',
    });
    expect(detectFormat(utf8('某'), 'a').notice).toContain('没有后缀');
    const told = (given: Uint8Array, name: string) => detectFormat(given, name).format;
    expect(told(zip('word/document.xml'), 'a.doc')).toBe('docx');
    expect(told(compound('Root Entry', 'WordDocument'), 'a.docx')).toBe('doc');
    expect(told(bytes('%PDF-1.7'), 'a.doc')).toBe('pdf');
    expect(told(utf8('<html>'), 'a.doc')).toBe('html');
  });
});

describe('what is not read is refused, with what to do', () => {
  test.each([
    ['a.txt', new Uint8Array(), '空的'],
    ['a.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'Excel'],
    ['a.pptx', zip('[Content_Types].xml', 'ppt/presentation.xml'), '演示文稿'],
    ['a.ofd', zip('OFD.xml'), 'OFD'],
    ['a.odt', zip('mimetype', 'content.xml'), 'OpenDocument'],
    ['a.docx', zip('[Content_Types].xml', 'word/styles.xml'), '不完整'],
    ['a.zip', zip('某.txt'), '压缩包'],
    ['a.rar', bytes('Rar!\x1A\x07'), '压缩包'],
    ['a.doc', bytes('PK\x03\x04…'), '压缩包'],
    ['a.doc', bytes('{\\rtf1\\ansi'), 'RTF'],
    ['a.doc', utf8('<w:wordDocument>'), 'XML'],
    ['a.docx', compound('Root Entry', 'Workbook'), 'Excel'],
    ['a.xls', compound('Root Entry', 'Workbook'), 'Excel'],
    ['a.docx', compound('Root Entry', 'EncryptedPackage'), '密码'],
    ['a.wps', compound('Root Entry', 'CONTENTS'), 'WPS'],
    ['a.doc', compound('Root Entry'), '认不出'],
    ['a.rtf', bytes('{\\rtf1'), 'RTF'],
    ['a.xml', utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'), 'XML'],
    ['a.png', bytes('\x89PNG\r\n'), '图片'],
    ['a.jpg', bytes('\xFF\xD8\xFF\xE0'), '图片'],
    ['a.caj', bytes('CAJ\0\x01\x02\x03\0\0\0'), 'CAJ'],
    ['a.exe', bytes('MZ\x90\0'), '程序'],
    ['a', bytes('\0\x01\x02\0\0\x05'), '认不出'],
  ])('%s', (name, given, why) => {
    expect(() => detectFormat(given, name)).toThrow(Refusal);
    expect(() => detectFormat(given, name)).toThrow(why);
  });

  test('a file beyond 100 MB', () => {
    const large = { length: MOST_BYTES + 1 } as Uint8Array;
    expect(() => detectFormat(large, 'a.docx')).toThrow('100 MB');
  });
});
