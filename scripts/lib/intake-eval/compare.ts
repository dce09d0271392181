import type { Ledger } from '../../../src/intake/ledger.ts';
import { countCharacters, textOf } from '../../../src/intake/pieces.ts';
import type { Fate, Line, Piece, Reading } from '../../../src/intake/reading.ts';
import { besideTexts, missingTexts, shownHidden, withoutSpace } from './beside-texts.ts';
import type { Listed, Truth } from './manifest.ts';

/** Where what was read is not what is true. */
export interface Difference {
  field: string;
  expected: string;
  got: string;
}

/** What a file came to. */
export interface Compared {
  differences: Difference[];
  /** Characters that are neither in the text, nor dropped with a reason, nor marked uncertain. */
  silent: number;
  /** Whether every automatic number is right; `null` where none is expected. */
  numbers: boolean | null;
}

const HAN = '[〇零一二三四五六七八九十百千]+';
/** Lines that begin with a number, by the field that counts them. */
const COUNTED: readonly [keyof Truth, RegExp][] = [
  ['parts_yi', new RegExp(`^${HAN}、`, 'u')],
  ['items_paren', new RegExp(`^[（(]${HAN}[）)]`, 'u')],
  ['tiao_lines', new RegExp(`^第${HAN}条`, 'u')],
  ['zhang_lines', new RegExp(`^第${HAN}章`, 'u')],
  ['jie_lines', new RegExp(`^第${HAN}节`, 'u')],
  ['arabic_lines', /^\d+[.．、]/u],
];

/**
 * Holds a reading of a file against what is true of it. The sizes may differ by what is marked uncertain and by what the
 * truth leaves out (text boxes, notes, a page's title), and by nothing else.
 */
export function compare(listed: Listed, reading: Reading, ledger: Ledger): Compared {
  const { truth, format } = listed;
  const lines = reading.lines.filter((line) => bare(textOf(line)) !== '');
  const numbers = compareNumbers(truth, lines);
  const missing = missingTexts(truth, reading);
  return {
    differences: [
      ...compareEnds(listed, lines),
      ...compareCounts(truth, lines),
      ...compareSize(truth, format, reading.lines),
      ...numbers,
      ...missing,
      ...shownHidden(truth, lines),
    ],
    silent:
      silentLoss(truth, ledger) +
      missing.reduce((sum, { expected }) => sum + countCharacters(expected), 0),
    numbers: truth.numbers_automatic ? numbers.length === 0 : null,
  };
}

function compareEnds({ truth, format }: Listed, lines: readonly Line[]): Difference[] {
  const body = lines.filter((line) => !isBeside(line)).map((line) => bare(textOf(line)));
  const all = lines.map((line) => bare(textOf(line)));
  const isPdf = format === 'pdf';
  const found = (wanted: string, candidates: readonly (string | undefined)[], atEnd: boolean) =>
    candidates.some((line = '') => {
      if (!isPdf) return line === wanted || cellsOf(line).at(atEnd ? -1 : 0) === wanted;
      return atEnd ? line.endsWith(wanted) : line.startsWith(wanted);
    });
  const told = [
    {
      field: 'first_line',
      expected: truth.first_line,
      // A title that stands outside the article of a page comes before it.
      candidates: [body[0], all[0], ...(/^网页/u.test(lines[0]?.place ?? '') ? [body[1]] : [])],
      atEnd: false,
    },
    {
      field: 'last_line',
      expected: truth.last_line,
      candidates: [body.at(-1), all.at(-1)],
      atEnd: true,
    },
  ];
  return told.flatMap(({ field, expected, candidates, atEnd }) =>
    expected === undefined || found(bare(expected), candidates, atEnd)
      ? []
      : [{ field, expected, got: candidates[0] ?? '' }],
  );
}

/** Text boxes and notes, whose place the truth leaves open. */
function isBeside({ place, pieces }: Line): boolean {
  return (
    /脚注|尾注|文本框|艺术字/u.test(place) ||
    pieces.every(({ fate, text }) => fate !== 'kept' || bare(text) === '')
  );
}

function cellsOf(line: string): string[] {
  return line.split(CELL);
}

/** Tabs part cells, U+000B the paragraphs of one. `bare` keeps them. */
const CELL = /[\t\v]+/u;

function bare(text: string): string {
  return text.replace(/[^\S\t\v]+/gu, '').replace(/^[\t\v]+|[\t\v]+$/gu, '');
}

function compareCounts(truth: Truth, lines: readonly Line[]): Difference[] {
  const parts = lines.flatMap((line) => cellsOf(bare(textOf(line))));
  return COUNTED.flatMap(([field, form]) => {
    const expected = truth[field];
    const got = parts.filter((part) => form.test(part)).length;
    return typeof expected !== 'number' || got === expected
      ? []
      : [{ field, expected: String(expected), got: String(got) }];
  });
}

/** How many characters the text has, without what the truth leaves out: as many as it should, the marked ones aside. */
function compareSize(truth: Truth, format: string, all: readonly Line[]): Difference[] {
  const field = SIZES.find((name) => truth[name] !== undefined);
  const expected = field && truth[field];
  if (!field || expected === undefined) return [];
  const counted = all.filter((line) => !isLeftOut(line, truth)).flatMap(({ pieces }) => pieces);
  // A browser does not count the numbers that it prints before the entries of a list.
  const numbers = format === 'html' ? [] : counted.filter(({ reason }) => reason === '自动编号');
  const certain = sizeOf(counted, 'kept') + sizeOf(numbers, 'added');
  // A heading row that a PDF repeats on each page is told as dropped, and counts in the truth.
  const repeated = counted.filter(({ reason }) => /重复的表头/u.test(reason));
  const most = certain + sizeOf(counted, 'uncertain') + sizeOf(repeated, 'dropped');
  const got = certain === most ? String(most) : `${certain} 至 ${most}`;
  return expected >= certain && expected <= most
    ? []
    : [{ field, expected: String(expected), got }];
}

/** Text boxes, notes and the title of a page, by what the reader says of their place or the truth of their text. */
function isLeftOut(line: Line, truth: Truth): boolean {
  if (/^网页|文本框|艺术字|脚注|尾注/u.test(line.place)) return true;
  const text = withoutSpace(textOf(line));
  return (
    line.pieces.every(({ fate }) => fate !== 'kept') &&
    text !== '' &&
    besideTexts(truth).some(({ text: beside }) => withoutSpace(beside).includes(text))
  );
}

function sizeOf(pieces: readonly Piece[], wanted: Fate): number {
  return pieces
    .filter(({ fate }) => fate === wanted)
    .reduce((sum, { text }) => sum + countCharacters(text), 0);
}

const SIZES = [
  'body_chars_with_numbers',
  'body_chars_typed',
  'body_chars',
  'container_chars',
] as const;

function silentLoss(truth: Truth, { totals }: Ledger): number {
  const field = SIZES.find((name) => truth[name] !== undefined);
  const all = totals.kept + totals.uncertain + totals.dropped + totals.added;
  return Math.max(0, (field ? (truth[field] ?? 0) : 0) - all);
}

function compareNumbers(truth: Truth, lines: readonly Line[]): Difference[] {
  if (!truth.numbers_automatic) return [];
  const texts = lines.flatMap((line) => cellsOf(bare(textOf(line))));
  const wrong = (truth.auto_numbers_first5 ?? []).flatMap(({ number, text }) => {
    const expected = bare(number + text);
    if (texts.some((line) => line.startsWith(expected))) return [];
    const got = texts.find((line) => line.includes(bare(text))) ?? '';
    return [{ field: 'auto_numbers', expected, got: got.slice(0, 40) }];
  });
  const numbered = lines
    .flatMap(({ pieces }) => pieces)
    .filter((p) => p.fate === 'added' && p.reason === '自动编号');
  const all = numbered.length;
  return all === truth.numbers_automatic
    ? wrong
    : [
        ...wrong,
        { field: 'numbers_automatic', expected: String(truth.numbers_automatic), got: String(all) },
      ];
}
