import { type Clause, paragraphText, type Role } from './clause.ts';
import { withoutSpace } from './equality.ts';
import { parseNumeral } from './numeral.ts';

/** What a text says of itself: the value, the words that say so, and the line of the source where they begin. */
export interface Stated {
  value: string;
  text: string;
  line: number;
}

/** What stands in the text of a document about the document; `null` where it does not, or not clearly. */
export interface Metadata {
  title: Stated | null;
  /** 文号 */
  number: Stated | null;
  /** By its letterhead, its signature, its title (某局关于…) or its 题注; several that issue it together are parted by 、. */
  issuer: Stated | null;
  /** 成文日期, else when it was promulgated by its 题注, else the day of printing: `2018-10-09`. */
  issued: Stated | null;
  /** 题注: when and by whom it was passed, a line each. */
  notes: Stated[];
}

/** A paragraph by what it is. */
interface Line {
  line: number;
  role: Role;
  text: string;
}

type Lines = (...roles: Role[]) => Line[];

/** Reads what a file says of its document: of what a decree (令) or a public notice (公告) puts in force the title, of these all else. */
export function readMetadata(clauses: readonly Clause[]): Metadata {
  const end = clauses.findIndex(({ kind }) => kind === 'document' || kind === 'annex');
  const head = linesOf(end < 1 ? clauses : clauses.slice(0, end));
  const own = titleOf(head('title'));
  const attached = clauses.find(({ kind }) => kind === 'document');
  const isDecree = own !== null && attached !== undefined && /(?:令|公告)$/u.test(own.value);
  const title = isDecree ? titleOf(linesOf([attached])('title')) : own;
  const notes = [...head('note'), ...(isDecree ? linesOf([attached])('note') : [])].map(stated);
  return {
    title,
    number: joined(head('number')) ?? (attached ? joined(linesOf([attached])('number')) : null),
    issuer:
      letterheadOf([...head('letterhead'), ...(isDecree ? head('title') : [])]) ??
      signedOf(head('signature')) ??
      namedIn(title) ??
      promulgatorOf(notes),
    issued: dayIn(head('date')) ?? promulgatedOn(notes) ?? dayIn(head('imprint')),
    notes,
  };
}

function linesOf(clauses: readonly Clause[]): Lines {
  const lines = clauses
    .flatMap(({ paragraphs }) => paragraphs)
    .map((paragraph): Line => {
      const { role, lines: at } = paragraph;
      return { role, line: at[0], text: paragraphText(paragraph).trim() };
    });
  return (...roles) => lines.filter(({ role }) => roles.includes(role));
}

function stated({ text, line }: Line): Stated {
  return { value: text, text, line };
}

function joined(lines: readonly Line[]): Stated | null {
  const [first] = lines;
  if (!first) return null;
  const text = lines.map((line) => line.text).join('');
  return { value: withoutSpace(text), text, line: first.line };
}

/** A title without the blanks that space letters out or stand for a line break; between two offices one stays. */
function titleOf(lines: readonly Line[]): Stated | null {
  const all = joined(lines);
  if (!all) return null;
  const [first = '', ...rest] = all.text.split(/\s+/u);
  const value = rest.reduce((before, word) => {
    const apart = OFFICE.test(before) && before.length > 3 && word.length > 3;
    const latin = /[a-z\d]$/iu.test(before) && /^[a-z\d]/iu.test(word);
    return `${before}${apart || latin ? ' ' : ''}${word}`;
  }, first);
  return { ...all, value };
}

/** How the name of an office ends. */
const OFFICE =
  /(?:府|院|局|委|厅|部|会|办|室|处|署|行|团|社|站|中心|公司|委员会|法院|检察院|大队|支队|总队)$/u;

/** 「某局文件」 above the number, 「某政府令」 above that of a decree. */
function letterheadOf(lines: readonly Line[]): Stated | null {
  for (const { text, line } of lines) {
    const [, value] = /^(.{2,40}?)(?:文件|令)$/u.exec(withoutSpace(text)) ?? [];
    if (value) return { value, text, line };
  }
  return null;
}

/** `甲局　　乙局 → 甲局、乙局`, on one line or on several; who signs as a person is no office. */
function signedOf(lines: readonly Line[]): Stated | null {
  const names = lines.flatMap(({ text, line }) =>
    officesIn(text).map((value) => ({ value, text, line })),
  );
  const [first] = names;
  return first ? { ...first, value: names.map(({ value }) => value).join('、') } : null;
}

function officesIn(text: string): string[] {
  const names = text.split(/\s+/u);
  if (names.every((name) => OFFICE.test(name) && name.length >= 3)) return names;
  const whole = withoutSpace(text);
  return OFFICE.test(whole) && whole.length <= 40 ? [whole] : [];
}

/** 某局关于…, 甲局 乙局印发… */
function namedIn(title: Stated | null): Stated | null {
  const [, name] = /^(.{3,60}?)(?:关于|印发|转发)/u.exec(title?.value ?? '') ?? [];
  if (!title || !name) return null;
  const names = name.trim().split(/\s+/u);
  return names.every((one) => OFFICE.test(one)) ? { ...title, value: names.join('、') } : null;
}

/** 「某年某月某日 某政府令第7号公布」, 「某部发布」: who made it known; who passed it may be another. */
function promulgatorOf(notes: readonly Stated[]): Stated | null {
  for (const note of notes) {
    const [, value] = PROMULGATOR.exec(note.text) ?? [];
    if (value) return { ...note, value };
  }
  return null;
}

const PROMULGATOR =
  /日\s*(?:由)?([^\s，。、（）()]{2,30}?(?:人民代表大会(?:常务委员会)?|国务院|政府|[部委局院]))(?=令第|公布|发布|印发)/u;

const DAY =
  '(\\d{4}|[〇零一二三四五六七八九]{4})\\s*年\\s*(\\d{1,2}|[一二三四五六七八九十]{1,2})\\s*月\\s*(\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*日';

/** When it was made known; when it was passed is another day. */
function promulgatedOn(notes: readonly Stated[]): Stated | null {
  const made = new RegExp(`${DAY}[^。；年]{0,60}?(?:公布|发布|印发)`, 'u');
  for (const note of notes) {
    const found = made.exec(alike(note.text));
    const value = found && dayOf(found.slice(1));
    if (value) return { ...note, value };
  }
  return null;
}

function dayIn(lines: readonly Line[]): Stated | null {
  for (const { text, line } of lines.toReversed()) {
    const value = datesIn(text).at(-1);
    if (value) return { value, text, line };
  }
  return null;
}

function alike(text: string): string {
  return text.normalize('NFKC').replace(/[○◯O]/gu, '〇');
}

/** The days named in a text: `二○一八年十月九日 → 2018-10-09`. A day that does not exist is none. */
export function datesIn(text: string): string[] {
  return [...alike(text).matchAll(new RegExp(DAY, 'gu'))].flatMap(
    ([, ...parts]) => dayOf(parts) ?? [],
  );
}

function dayOf(parts: readonly string[]): string | null {
  const [year, month, day] = parts.map((part) => parseNumeral(part));
  if (!year || !month || !day || month > 12 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
