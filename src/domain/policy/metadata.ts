import { type Clause, paragraphText, type Role } from './clause.ts';
import { withoutSpace } from './equality.ts';
import { parseNumeral } from './numeral.ts';

/** What a text says of itself, and the line of the source that says so. */
export interface Stated {
  value: string;
  line: number;
}

/** What stands in the text of a document about the document; `null` where it does not. */
export interface Metadata {
  title: Stated | null;
  /** 文号 */
  number: Stated | null;
  /** Who signs it, else whose letterhead it has, else whose title names it: 某局关于…. */
  issuer: Stated | null;
  /** 成文日期, else the day on which it was printed: `2018-10-09`. */
  issued: Stated | null;
  /** 题注: when and by whom it was passed, a line each. */
  notes: Stated[];
}

/** A paragraph by what it is. */
interface Line {
  line: number;
  role: Role;
  /** Without white space. */
  bare: string;
}

/** Reads what a document says of itself: the first document of a file, and its signature. */
export function readMetadata(clauses: readonly Clause[]): Metadata {
  const end = clauses.findIndex(({ kind }) => kind === 'document' || kind === 'annex');
  const own = end < 1 ? clauses : clauses.slice(0, end);
  const lines = own
    .flatMap(({ paragraphs }) => paragraphs)
    .map((paragraph): Line => {
      const { role, lines: at } = paragraph;
      return { role, line: at[0], bare: withoutSpace(paragraphText(paragraph)) };
    });
  const of = (...roles: Role[]) => lines.filter(({ role }) => roles.includes(role));
  const title = joined(of('title'));
  return {
    title,
    number: joined(of('number')),
    issuer: issuerOf(of, title),
    issued: issuedOf(of('date', 'imprint')),
    notes: of('note').map(({ bare, line }) => ({ value: bare, line })),
  };
}

function joined(lines: readonly Line[]): Stated | null {
  const [first] = lines;
  return first ? { value: lines.map(({ bare }) => bare).join(''), line: first.line } : null;
}

function issuerOf(of: (...roles: Role[]) => Line[], title: Stated | null): Stated | null {
  const signed = of('signature').filter(({ bare }) => ORGAN.test(bare));
  if (signed[0]) return { value: signed.map(({ bare }) => bare).join('、'), line: signed[0].line };
  const heads = of('letterhead').map(({ bare, line }) => ({
    value: bare.replace(/(?:文件|令)$/u, ''),
    line,
  }));
  const [, before] = /^(.{2,30}?)关于/u.exec(title?.value ?? '') ?? [];
  const head = heads.find(({ value }) => ORGAN.test(value));
  return head ?? (before && title ? { value: before, line: title.line } : null);
}

const ORGAN = /(?:府|院|局|委|厅|部|会|办|室|处|署|行|庭|中心)(?:[(（].*[)）])?$/u;

function issuedOf(lines: readonly Line[]): Stated | null {
  const dated = lines.flatMap(({ line, role, bare }) =>
    datesIn(bare).map((value) => ({ value, line, role })),
  );
  const { value, line } = dated.find(({ role }) => role === 'date') ?? dated.at(-1) ?? {};
  return value !== undefined && line !== undefined ? { value, line } : null;
}

const DATES =
  /(\d{4}|[〇零一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/gu;

/** The days named in a text without white space: `二○一八年十月九日 → 2018-10-09`. */
export function datesIn(bare: string): string[] {
  const alike = bare.normalize('NFKC').replace(/[○◯ＯO]/gu, '〇');
  return [...alike.matchAll(DATES)].flatMap(([, ...parts]) => {
    const [year, month, day] = parts.map((part) => parseNumeral(part ?? ''));
    if (!year || !month || !day) return [];
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  });
}
