import { damaged } from './bytes.ts';
import { formatNumber } from './format-number.ts';
import { symbolOf } from './symbols.ts';

/** A field ([MS-DOC] 2.8.25): its code is never read as text, its result is. Positions in the text of a story. */
export interface Field {
  begin: number;
  /** Where the result begins; the same as `end` where there is none. */
  separator: number;
  end: number;
}

const BEGIN = '\x13';
const SEPARATOR = '\x14';
const END = '\x15';
const MARKS = new RegExp(`[${BEGIN}${SEPARATOR}${END}]`, 'g');

/** Fields within fields; a handful is met. */
export const MAX_NESTING = 50;

/** The whole fields of a story, inner ones before those around them. Marks without their partners are no fields. */
export const findFields = (text: string): Field[] => {
  const open: { begin: number; separator: number | null }[] = [];
  const fields: Field[] = [];
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const inner = open.at(-1);
    if (open.length > MAX_NESTING) throw damaged('域套得太深');
    if (mark === BEGIN) open.push({ begin: index, separator: null });
    else if (mark === SEPARATOR && inner) inner.separator ??= index;
    else if (mark === END && inner) {
      open.pop();
      fields.push({ begin: inner.begin, separator: inner.separator ?? index, end: index });
    }
  }
  return fields;
};

/** What the characters of a story are: text; the code of a field; the end of a field that stands in text itself. */
export const ROLE = { text: 0, code: 1, end: 2 };

export const rolesOf = (length: number, fields: Field[]): Uint8Array => {
  const steps = new Int32Array(length + 1);
  for (const { begin, separator, end } of fields) {
    steps[begin] = (steps[begin] ?? 0) + 1;
    const after = Math.min(separator + 1, end);
    steps[after] = (steps[after] ?? 0) - 1;
  }
  let depth = 0;
  const roles = Uint8Array.from({ length }, (_, i) => {
    depth += steps[i] ?? 0;
    return depth > 0 ? ROLE.code : ROLE.text;
  });
  for (const { end } of fields) roles[end] ||= ROLE.end;
  return roles;
};

/** What a field without a stored result prints. */
export interface FieldPrint {
  text: string;
  /** Empty: what it prints is known. */
  doubt: string;
}

/** Fields that print nothing of themselves. */
const SILENT = new Set(
  [
    'TC',
    'XE',
    'RD',
    'TA',
    'SET',
    'ASK',
    'PRIVATE',
    'ADVANCE',
    'BOOKMARK',
    'HYPERLINK',
    'MERGEFIELD',
  ].concat([
    'NEXT',
    'NEXTIF',
    'SKIPIF',
    'IF',
    'FORMTEXT',
    'TOC',
    'INDEX',
    'REF',
    'PAGEREF',
    'EMBED',
    'SHAPE',
    '',
  ]),
);

/** Switches of fields that say how a number is printed. */
const FORMATS = new Map(
  Object.entries({
    gb1: 'decimalEnclosedFullstop',
    gb2: 'decimalEnclosedParen',
    gb3: 'decimalEnclosedCircleChinese',
    gb4: 'ideographEnclosedCircle',
    chinesenum1: 'chineseCounting',
    chinesenum2: 'chineseLegalSimplified',
    chinesenum3: 'chineseCountingThousand',
    arabic: 'decimal',
  }),
);

/** null: nothing. `code`: what stands between the marks of the field. */
export const printField = (code: string): FieldPrint | null => {
  const [name = '', ...rest] = code.trim().split(/\s+/);
  const kind = name.toUpperCase();
  if (kind.startsWith('=')) return printValue(code);
  if (kind === 'EQ') return printEnclosed(code);
  if (kind === 'SYMBOL') return printSymbol(code);
  if (kind === 'QUOTE') return sure(/"([^"]*)"/.exec(code)?.[1] ?? rest.join(' '));
  if (kind === 'MACROBUTTON') return sure(rest.slice(1).join(' '));
  return SILENT.has(kind) ? null : hole(code);
};

const sure = (text: string): FieldPrint => ({ text, doubt: '' });

const hole = (code: string): FieldPrint => ({ text: '', doubt: `域“${code.trim().slice(0, 40)}”` });

/** `= 3 \* GB3` prints ③. */
const printValue = (code: string): FieldPrint => {
  const found = /^\s*=\s*(\d{1,4})\s*(?:\\\*\s*(\w+)\s*)?(?:\\\*\s*MERGEFORMAT\s*)?$/i.exec(code);
  const format = FORMATS.get((found?.[2] ?? 'arabic').toLowerCase());
  const text = format && formatNumber(format, Number(found?.[1]));
  return found && text ? sure(text) : hole(code);
};

/** `EQ \o\ac(○,3)` prints ③: a number within a circle. */
const printEnclosed = (code: string): FieldPrint => {
  const inside = /^\s*eq\s*\\o\s*(?:\\ac)?\s*\(\s*[○◯〇]\s*[,，;]\s*(\d{1,2})\s*\)\s*$/i.exec(
    code,
  )?.[1];
  return inside ? sure(circled(Number(inside))) : hole(code);
};

const circled = (value: number): string => {
  if (value >= 36 && value <= 50) return String.fromCharCode(0x32b1 + value - 36);
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21);
  return formatNumber('decimalEnclosedCircle', value) ?? '';
};

/** `SYMBOL 168 \f "Wingdings"` */
const printSymbol = (code: string): FieldPrint => {
  const number = Number(/symbol\s+(0x[\da-f]+|\d+)/i.exec(code)?.[1]);
  const font = /\\f\s*"([^"]+)"/i.exec(code)?.[1] ?? 'Symbol';
  const text = Number.isInteger(number) ? symbolOf(number, font) : undefined;
  return text ? sure(text) : hole(code);
};
