import { added, piecesOf, trimBlanks } from '../pieces.ts';
import type { Line, Piece, Reader, Reading } from '../reading.ts';
import { Refusal } from '../reading.ts';
import { type Decoded, decodeText, ENCODING_NAMES } from './decode-text.ts';
import { type FileLine, joinWrapped } from './wrapped-lines.ts';

/** Whatever ends a line: of CRLF both, form feed, vertical tab and the separators of Unicode. */
const BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/** Plain text: a line is a paragraph, but where a program broke the lines at a fixed width. */
export const readText: Reader = async (bytes) => readDecoded(decodeText(bytes));

function readDecoded({ text, encoding }: Decoded): Reading {
  const all = text.split(BREAK).map((line, index): FileLine => ({ text: line, number: index + 1 }));
  const full = all.filter((line) => trimBlanks(line.text) !== '');
  if (full.length === 0)
    throw new Refusal('这个文件里没有文字。核对是不是选错了文件，再收录有文字的那一个。');
  const groups = joinWrapped(full);
  const rows = new Set(full.filter((line, i) => isRow(line, full[i - 1], full[i + 1])));
  const joined = full.length - groups.length;
  return {
    lines: groups.map((group) => toLine(group, rows)),
    characters: Array.from(text).filter((character) => !/[\s\u0085]/u.test(character)).length,
    notices: [
      ...(encoding === 'utf-8'
        ? []
        : [`文件是 ${ENCODING_NAMES[encoding]} 编码，已经转成 UTF-8。`]),
      ...(joined
        ? [
            `文件按固定的宽度断了行，接起来 ${joined} 处；看看有没有把两段接成一段，或者该接的没有接。`,
          ]
        : []),
    ],
  };
}

function toLine(group: readonly FileLine[], rows: ReadonlySet<FileLine>): Line {
  const [first] = group;
  const last = group.at(-1);
  const place = first === last ? `第${first?.number}行` : `第${first?.number}至${last?.number}行`;
  const pieces = group.flatMap((line, i): Piece[] => {
    const text = trimBlanks(line.text);
    const own = rows.has(line) ? cells(text) : withoutTabs(text);
    const before = group[i - 1];
    return before ? [added(gapBetween(before.text, text), '接行'), ...own] : own;
  });
  return { place, pieces };
}

/** Between two Latin words there was a blank where the line was broken. */
function gapBetween(before: string, text: string): string {
  return /[A-Za-z0-9,.;]\s*$/u.test(before) && /^[A-Za-z0-9]/u.test(text) ? ' ' : '';
}

/** Rows of a table pasted as text: lines with tabs inside, one after another. */
function isRow(line: FileLine, ...beside: (FileLine | undefined)[]): boolean {
  const holdsTab = (one: FileLine | undefined) => one?.text.trim().includes('\t') ?? false;
  return (
    holdsTab(line) &&
    beside.some((one) => one && holdsTab(one) && Math.abs(one.number - line.number) === 1)
  );
}

function cells(text: string): Piece[] {
  return text
    .split('\t')
    .flatMap((cell, i) => [...(i ? [added('\t', '表格的列')] : []), ...piecesOf(trimBlanks(cell))]);
}

/** A tab in a paragraph is a gap; tabs part cells only. */
function withoutTabs(text: string): Piece[] {
  return text
    .split(/\t+/u)
    .flatMap((part, i) => [...(i ? [added('\u3000', '制表位')] : []), ...piecesOf(part)]);
}
