import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawUpLedger, Unbalanced } from './ledger.ts';
import { countCharacters } from './pieces.ts';
import type { Line, Reading } from './reading.ts';

const LINES: Line[] = [
  { place: '第1页', pieces: [{ text: '— 1 —', fate: 'dropped', reason: '页码' }] },
  {
    place: '第1段',
    pieces: [
      { text: '一、', fate: 'added', reason: '自动编号' },
      { text: '补贴1', fate: 'kept', reason: '' },
      { text: '\uE010', fate: 'uncertain', reason: '自造的字 U+E010' },
      { text: '4元。', fate: 'kept', reason: '' },
    ],
  },
];
const reading = (lines: Line[], characters: number): Reading => ({
  lines,
  characters,
  notices: [],
});

test('each character is accounted for, and each doubt has its line and what stands round it', () => {
  const { source, totals, doubts, dropped, added } = drawUpLedger(reading(LINES, 10));
  expect(source).toBe('一、补贴1\uE0104元。\n');
  expect(totals).toEqual({ kept: 6, dropped: 3, uncertain: 1, added: 2, characters: 10 });
  expect(doubts).toEqual([
    {
      line: 1,
      place: '第1段',
      reason: '自造的字 U+E010',
      text: '[U+E010]',
      before: '一、补贴1',
      after: '4元。',
    },
  ]);
  expect(dropped).toEqual([
    { reason: '页码', characters: 3, times: 1, examples: [{ place: '第1页', text: '— 1 —' }] },
  ]);
  expect(added).toMatchObject([{ reason: '自动编号', times: 1 }]);
});

test.each([9, 11])(
  'an account that is not even is a fault of ours: %i characters',
  (characters) => {
    expect(() => drawUpLedger(reading(LINES, characters))).toThrow(Unbalanced);
    expect(() => drawUpLedger(reading(LINES, characters))).toThrow('程序的错');
  },
);

test('of any reading, what is kept, uncertain and added is the text, and doubts stand where they say', () => {
  const piece = fc.record({
    text: fc.string({ unit: fc.constantFrom(...'一甲。 \t𠮷') }),
    fate: fc.constantFrom('kept', 'dropped', 'uncertain', 'added'),
    reason: fc.constant('理由'),
  });
  const anyLines = fc.array(fc.record({ place: fc.constant('某处'), pieces: fc.array(piece) }));
  fc.assert(
    fc.property(anyLines, (lines) => {
      const pieces = lines.flatMap((line) => line.pieces);
      const sum = pieces
        .filter(({ fate }) => fate !== 'added')
        .map(({ text }) => text)
        .join('');
      const ledger = drawUpLedger(reading(lines, countCharacters(sum)));
      const text = pieces
        .filter(({ fate }) => fate !== 'dropped')
        .map((p) => p.text)
        .join('');
      expect(ledger.source.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      for (const { line, text: doubt } of ledger.doubts)
        if (doubt)
          expect(ledger.lines[line - 1]?.replace(/\s+/gu, '')).toContain(
            doubt.replace(/\s+/gu, ''),
          );
    }),
  );
});
