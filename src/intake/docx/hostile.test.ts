/** Files that are no Word files, are damaged, or are made to do harm: each is refused in words, none takes memory. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../reading.ts';
import { filesOf, makeDocx, plain } from './made-docx.ts';
import { readDocx } from './read-docx.ts';

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readDocx(bytes, () => {});
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return (error as Refusal).message;
  }
  return 'was read';
}

const good = () => filesOf({ body: plain('甲乙丙') });
const withDocument = (xml: string) => zipSync({ ...good(), 'word/document.xml': strToU8(xml) });
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

test('what they are spoiled from is read', async () => {
  expect(await refusal(zipSync(good()))).toBe('was read');
});

test.each([
  ['no zip archive', strToU8('第一条')],
  ['an archive of files', zipSync({ 'a.txt': strToU8('甲') })],
])('%s is refused', async (_, bytes) => {
  expect(await refusal(bytes)).toContain('不完整');
});

describe('damage', () => {
  const whole = makeDocx({ body: plain('甲乙丙'.repeat(500)) });

  test('a file cut off anywhere is refused', async () => {
    for (const share of [0.2, 0.5, 0.9, 0.99]) {
      expect(await refusal(whole.subarray(0, Math.floor(whole.length * share)))).toContain(
        '不完整',
      );
    }
  });

  test('a byte changed in the text is noticed', async () => {
    const stored = zipSync(good(), { level: 0 });
    const at = Buffer.from(stored).indexOf('甲');
    stored[at + 2] = (stored[at + 2] ?? 0) ^ 1;
    expect(await refusal(stored)).toContain('不完整');
  });

  test.each([
    [
      'a tag that is not closed',
      `<w:document ${W}><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:body></w:document>`,
    ],
    ['XML that ends early', `<w:document ${W}><w:body><w:p><w:r><w:t>甲`],
    ['no XML', '甲乙'],
  ])('%s', async (_, xml) => {
    expect(await refusal(withDocument(xml))).toContain('内容读不通');
  });

  test('bytes that are no text', async () => {
    const files = { ...good(), 'word/document.xml': new Uint8Array([0x3c, 0xff, 0xc0, 0x3e]) };
    expect(await refusal(zipSync(files))).toContain('解不出的字');
  });

  test('a document without a body', async () => {
    expect(await refusal(withDocument(`<w:document ${W}/>`))).toContain('没有正文');
  });
});

describe('harm', () => {
  test('a part that grows a thousand times when inflated', async () => {
    const xml = `<w:document ${W}><w:body>${' '.repeat(5_000_000)}</w:body></w:document>`;
    expect(await refusal(withDocument(xml))).toContain('太大');
  });

  test('parts that are too large together', async () => {
    const noise = Buffer.from(
      Uint8Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 251),
    ).toString('hex');
    const xml = `<w:document ${W}><w:body><!--${noise.repeat(170)}--></w:body></w:document>`;
    expect(
      await refusal(zipSync({ ...good(), 'word/document.xml': strToU8(xml) }, { level: 0 })),
    ).toContain('太大');
  });

  test('an archive that claims ten thousand entries and more', async () => {
    const bytes = zipSync(good());
    new DataView(bytes.buffer, bytes.byteOffset).setUint16(bytes.length - 12, 10_001, true);
    expect(await refusal(bytes)).toContain('太大');
  });

  test('a size in the directory that is not the true one', async () => {
    const bytes = makeDocx({ body: plain('甲'.repeat(5000)) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < bytes.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(await refusal(bytes)).toContain('不完整');
  });

  test('elements within each other without end', async () => {
    const xml = `<w:document ${W}><w:body>${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}</w:body></w:document>`;
    expect(await refusal(withDocument(xml))).toContain('太深');
  });

  test('millions of elements', async () => {
    const xml = `<w:document ${W}><w:body>${'<w:p>abc</w:p>'.repeat(600_000)}</w:body></w:document>`;
    expect(
      await refusal(zipSync({ ...good(), 'word/document.xml': strToU8(xml) }, { level: 0 })),
    ).toContain('太多');
  });

  test('entities, also those that would grow or read other files', async () => {
    const doctype = '<!DOCTYPE d [<!ENTITY a "甲甲甲"><!ENTITY b SYSTEM "file:///etc/hostname">]>';
    const xml = `${doctype}<w:document ${W}><w:body><w:p><w:r><w:t>&a;&b;</w:t></w:r></w:p></w:body></w:document>`;
    expect(await refusal(withDocument(xml))).toContain('实体');
  });

  test.each(['../evil.xml', '/etc/evil', 'C:\\evil.xml', 'word\\..\\..\\evil'])(
    'an entry named %s',
    async (name) => {
      expect(await refusal(zipSync({ ...good(), [name]: strToU8('x') }))).toContain('指向别处');
    },
  );

  test('two entries of one name', async () => {
    const files = { ...good(), 'WORD/document.xml': strToU8('<a/>') };
    expect(await refusal(zipSync(files))).toContain('有两个');
  });

  test('a span of a billion columns costs nothing', async () => {
    const cell = (span: number, text: string) =>
      `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${plain(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell(1_000_000_000, '甲')}${cell(1, '乙')}</w:tr></w:tbl>`;
    const { lines } = await readDocx(makeDocx({ body: table }), () => {});
    expect(lines[0]?.pieces.map(({ text }) => text)).toEqual(['甲', '\t', '乙']);
  });
});
