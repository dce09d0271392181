import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawUpLedger } from '../ledger.ts';
import { countCharacters } from '../pieces.ts';
import { Refusal } from '../reading.ts';
import { encodeGb18030 } from './made-gb18030.ts';
import { readText } from './read-text.ts';

const TEXT = '某市某办法\n第一条 为了办事，制定本办法。\n第二条 本办法自印发之日起施行。\n';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
const read = async (bytes: Uint8Array) => drawUpLedger(await readText(bytes, () => {}));

describe('encodings', () => {
  test.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with a mark', utf8(`\uFEFF${TEXT}`)],
    ['UTF-16 little endian with a mark', utf16(`\uFEFF${TEXT}`, false)],
    ['UTF-16 big endian with a mark', utf16(`\uFEFF${TEXT}`, true)],
    ['UTF-16 little endian without', utf16(TEXT, false)],
    ['UTF-16 big endian without', utf16(TEXT, true)],
    ['GB18030', encodeGb18030(TEXT)],
  ])('%s is read as the same text', async (_, bytes) => {
    const { source, doubts } = await read(bytes);
    expect(source).toBe(TEXT);
    expect(doubts).toEqual([]);
  });

  test('single bytes that cannot be read are places to look at', async () => {
    const bytes = Buffer.concat([utf8(TEXT.repeat(9)), Buffer.from([0xff]), utf8('止\n')]);
    const { doubts } = await read(bytes);
    expect(doubts).toMatchObject([{ line: 28, place: '第28行', text: '[U+FFFD]', after: '止' }]);
  });

  test('a text that is in none of them is refused', async () => {
    const bytes = Uint8Array.from({ length: 400 }, (_, i) => (i % 2 ? 0xff : 0x41));
    await expect(read(bytes)).rejects.toThrow(Refusal);
  });
});

describe('lines', () => {
  const linesOf = async (text: string) => (await read(utf8(text))).lines;

  test.each(['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'])(
    '%j ends a line',
    async (end) => {
      expect(await linesOf(`一、甲。${end}二、乙。`)).toEqual(['一、甲。', '二、乙。']);
    },
  );

  test('blank lines and indents are none of the text', async () => {
    expect(await linesOf('\n　　一、甲。\n\n  二、乙。  \n')).toEqual(['一、甲。', '二、乙。']);
  });

  test('lines with tabs one after another are rows, and a tab in a paragraph is a gap', async () => {
    expect(await linesOf('姓名\t岁数\n张三\t30\n一、\t甲。')).toEqual([
      '姓名\t岁数',
      '张三\t30',
      '一、\t甲。',
    ]);
    expect(await linesOf('一、\t甲。\n乙。')).toEqual(['一、\u3000甲。', '乙。']);
  });

  const WORDS = '这一段话是用固定的宽度断开的每行二十个字';

  test('lines broken at a fixed width are joined, and each join is told', async () => {
    const text = `　　${WORDS.slice(2)}\n${WORDS}\n${WORDS}\n${WORDS}\n完了。\n　　${WORDS.slice(2)}\n也完了。`;
    const ledger = await read(utf8(text));
    expect(ledger.lines).toEqual([
      `${WORDS.slice(2)}${WORDS}${WORDS}${WORDS}完了。`,
      `${WORDS.slice(2)}也完了。`,
    ]);
    expect(ledger.added).toMatchObject([{ reason: '接行', times: 5 }]);
  });

  test('a number begins a paragraph even after a full line', async () => {
    const text = `${WORDS}\n${WORDS}\n${WORDS}\n${WORDS}\n二、${WORDS.slice(2)}\n完了。`;
    expect((await linesOf(text)).map((line) => line.slice(0, 2))).toEqual(['这一', '二、']);
  });

  test('lines of many lengths stay as they are', async () => {
    const text = [8, 20, 35, 50, 14, 61].map((n) => '字'.repeat(n)).join('\n');
    expect(await linesOf(text)).toHaveLength(6);
  });
});

test('a file without a word is refused', async () => {
  await expect(read(utf8(' \n\n'))).rejects.toThrow('没有文字');
});

test('of any text no character is lost, and the account is even', async () => {
  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'一、甲。\t\n\r\u3000 \u200B\uFEFF\uE000'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const given = text.toWellFormed();
      fc.pre(countCharacters(given) > 0 && !given.includes('\0') && !given.startsWith('\uFEFF'));
      const { source } = await read(utf8(given));
      expect(source.replace(/\s/gu, '')).toBe(given.replace(/\s/gu, ''));
    }),
  );
});
