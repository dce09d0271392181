import { expect, test } from 'vitest';
import { drawUpLedger } from '../../../src/intake/ledger.ts';
import { countCharacters } from '../../../src/intake/pieces.ts';
import type { Line, Piece } from '../../../src/intake/reading.ts';
import { compare } from './compare.ts';
import type { Truth } from './manifest.ts';

const kept = (text: string): Piece => ({ text, fate: 'kept', reason: '' });
const number = (text: string): Piece => ({ text, fate: 'added', reason: '自动编号' });
const LINES: Line[] = [
  { place: '文本框1', pieces: [{ text: '某发〔2020〕1号', fate: 'uncertain', reason: '文本框' }] },
  { place: '第1段', pieces: [kept('某办法')] },
  { place: '第2段', pieces: [number('一、'), kept('甲。')] },
  {
    place: '第3段',
    pieces: [kept('（一）乙'), { text: '\t', fate: 'added', reason: '表格的列' }, kept('1.丙')],
  },
  { place: '第1页', pieces: [{ text: '—1—', fate: 'dropped', reason: '页码' }] },
];
const TRUTH: Truth = {
  expect: 'text',
  first_line: '某 办法',
  last_line: '1.丙',
  parts_yi: 1,
  items_paren: 1,
  tiao_lines: 0,
  arabic_lines: 1,
  numbers_automatic: 1,
  auto_numbers_first5: [{ number: '一、', text: '甲。' }],
  body_chars_with_numbers: 14,
  textbox_text: '某发〔2020〕1号',
};
const against = (truth: Partial<Truth>, lines = LINES, format = 'docx') => {
  const given = lines.flatMap(({ pieces }) => pieces).filter(({ fate }) => fate !== 'added');
  const characters = countCharacters(given.map(({ text }) => text).join(''));
  const reading = { lines, characters, notices: [] };
  return compare(
    { file: 'a', format, truth: { ...TRUTH, ...truth } },
    reading,
    drawUpLedger(reading),
  );
};
const fields = (truth: Partial<Truth>, lines?: Line[]) =>
  against(truth, lines).differences.map(({ field }) => field);

test('a reading that is as it should be has no difference, a text box beside it neither', () => {
  expect(against({})).toEqual({ differences: [], silent: 0, numbers: true });
});

test.each([
  [{ first_line: '别的' }, 'first_line'],
  [{ last_line: '别的' }, 'last_line'],
  [{ parts_yi: 2 }, 'parts_yi'],
  [{ items_paren: 0 }, 'items_paren'],
  [{ arabic_lines: 0 }, 'arabic_lines'],
  [{ numbers_automatic: 2 }, 'numbers_automatic'],
  [{ auto_numbers_first5: [{ number: '二、', text: '甲。' }] }, 'auto_numbers'],
  [{ body_chars_with_numbers: 13 }, 'body_chars_with_numbers'],
  [{ textbox_text: '某发〔2021〕1号' }, 'textbox_text'],
  [{ hidden_text: '甲。' }, 'hidden_text'],
])('%j is told as %s', (truth, field) => {
  expect(fields(truth)).toEqual([field]);
});

test('what is in the file by its truth and nowhere in its account is lost silently', () => {
  expect(against({ body_chars_with_numbers: 60 }).silent).toBe(60 - 27);
  expect(against({ footnotes: ['没有的注'] }).silent).toBe(4);
});

test('what was dropped for a reason is not lost silently, and still a difference', () => {
  const lines = LINES.map(
    (line, i): Line =>
      i === 1 ? { ...line, pieces: [{ text: '某办法', fate: 'dropped', reason: '页眉' }] } : line,
  );
  expect(against({}, lines)).toMatchObject({ silent: 0 });
  expect(fields({}, lines)).toEqual(['first_line', 'body_chars_with_numbers']);
});

test('joined lines of a PDF hold the first and the last as printed', () => {
  const lines: Line[] = [{ place: '第1页', pieces: [kept('某办法甲乙丙。')] }];
  const truth = { expect: 'text', first_line: '某办法', last_line: '丙。', body_chars: 7 };
  const reading = { lines, characters: 7, notices: [] };
  expect(
    compare({ file: 'a', format: 'pdf', truth }, reading, drawUpLedger(reading)).differences,
  ).toEqual([]);
});
