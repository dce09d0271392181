import { printEquation } from './equation-field.ts';
import { formatNumber } from './number-format.ts';
import { symbolOf } from './symbols.ts';
import { childOf, elementsOf, toggleOf, valOf, type XmlElement } from './xml.ts';

/** What a field prints where the file has no stored result; `doubt` says why a person must look at it. */
export interface FieldPrint {
  text: string;
  doubt: string;
}

/** Fields that print nothing, or only what no text is made of: numbers of pages, marks for an index. */
const SILENT = new Set(
  (
    'ADVANCE ASK BOOKMARK COMPARE DATA HYPERLINK INDEX NEXT NEXTIF NUMPAGES PAGE PRIVATE RD ' +
    'SECTION SECTIONPAGES SET SKIPIF TA TC TOA TOC XE'
  ).split(' '),
);

/** Formats of numbers by the switches of fields (ECMA-376 17.16.4.3.1). */
const SWITCHES: Readonly<Record<string, string>> = {
  ARABICDASH: 'numberInDash',
  CHINESENUM1: 'chineseCounting',
  CHINESENUM2: 'chineseLegalSimplified',
  CHINESENUM3: 'chineseCountingThousand',
  CIRCLENUM: 'decimalEnclosedCircle',
  DBCHAR: 'decimalFullWidth',
  DBNUM1: 'ideographDigital',
  DBNUM2: 'japaneseCounting',
  GB1: 'decimalEnclosedFullstop',
  GB2: 'decimalEnclosedParen',
  GB3: 'decimalEnclosedCircleChinese',
  GB4: 'ideographEnclosedCircle',
  KANJINUM1: 'ideographDigital',
  KANJINUM2: 'japaneseCounting',
  ZODIAC1: 'ideographTraditional',
  ZODIAC2: 'ideographZodiac',
  ZODIAC3: 'ideographZodiacTraditional',
};

/** How far the sequences of a story have come: those of captions by name, and numbered paragraphs. */
export class Sequences {
  private readonly counts = new Map<string, number>();

  /** Counts a SEQ or AUTONUM field, whether or not its result is stored. */
  step(code: string): number {
    const words = code.trim().split(/\s+/u);
    const name = words[0]?.toUpperCase() === 'SEQ' ? `SEQ ${words[1] ?? ''}` : 'AUTONUM';
    const before = this.counts.get(name) ?? 0;
    const reset = /\\r\s*(\d+)/iu.exec(code)?.[1];
    const now = reset ? Number(reset) : before + (/\\c(?![a-z])/iu.test(code) ? 0 : 1);
    this.counts.set(name, now);
    return now;
  }
}

/** `SEQ 图 \* ARABIC → SEQ`, ` = 1 \* GB3 → =` */
export function fieldKind(code: string): string {
  return (/^\s*(=|[a-z]+)/iu.exec(code)?.[1] ?? '').toUpperCase();
}

/** What a field without a stored result prints; `undefined` for one that prints nothing. `count` is that of a sequence. */
export function printField(
  code: string,
  count: number,
  form: XmlElement | undefined,
): FieldPrint | undefined {
  const kind = fieldKind(code);
  if (SILENT.has(kind)) return undefined;
  switch (kind) {
    case '=':
      return printSum(code);
    case 'EQ':
      return printEquation(code);
    case 'QUOTE':
      return certain(argumentsOf(code).join(''));
    case 'MACROBUTTON':
    case 'GOTOBUTTON':
      return certain(/^\s*\w+\s+\S+\s+(.*?)\s*$/su.exec(code)?.[1] ?? '');
    case 'SYMBOL':
      return printSymbol(code);
    case 'SEQ':
      return /\\h(?![a-z])/iu.test(code) ? undefined : printNumber(count, code);
    case 'AUTONUM':
      return certain(`${printNumber(count, code).text}.`);
    case 'FORMCHECKBOX':
      return certain(isChecked(form) ? '☑' : '☐');
    case 'FORMDROPDOWN':
      return certain(chosen(form));
    default:
      return { text: '', doubt: `这里有一个域（${kind || '没有名字'}），印出的字没有存在文件里` };
  }
}

function certain(text: string): FieldPrint {
  return { text, doubt: '' };
}

/** A formula of one whole number, which is how circled numbers are made: `= 3 \* GB3 → ③`. */
function printSum(code: string): FieldPrint {
  const value = /^\s*=\s*(\d+)\s*(?:\\|$)/u.exec(code)?.[1];
  if (value === undefined) return { text: '', doubt: '这里有一个算式域，结果没有存在文件里' };
  return printNumber(Number(value), code);
}

function printNumber(value: number, code: string): FieldPrint {
  const name = /\\\*\s*"?([a-z0-9]+)"?/iu.exec(code)?.[1] ?? 'Arabic';
  const { text, known } = formatNumber(value, formatOfSwitch(name));
  return { text, doubt: known ? '' : `编号的格式 ${name} 认不出来` };
}

function formatOfSwitch(name: string): string {
  const upper = name.toUpperCase();
  const capital = name.startsWith(upper.charAt(0)) ? 'upper' : 'lower';
  if (upper === 'ROMAN') return `${capital}Roman`;
  if (upper === 'ALPHABETIC') return `${capital}Letter`;
  if (upper === 'ARABIC' || upper === 'MERGEFORMAT' || upper === 'CHARFORMAT') return 'decimal';
  return SWITCHES[upper] ?? name;
}

/** `SYMBOL 183 \f Symbol → •`; a code is a number, in base 16 after 0x, or the character itself. */
function printSymbol(code: string): FieldPrint {
  const written = argumentsOf(code)[0] ?? '';
  const value = /^(?:\d+|0x[\da-f]+)$/iu.test(written)
    ? Number(written)
    : (written.codePointAt(0) ?? 0);
  const font = /\\f\s*"?([^"\\]+?)"?\s*(?:\\|$)/iu.exec(code)?.[1] ?? '';
  const symbol = symbolOf(value, font);
  return symbol ? certain(symbol) : { text: '\uFFFD', doubt: `${font}里的符号认不出来` };
}

/** The words after a field's name, up to its first switch: in quotes, or parted by blanks. */
function argumentsOf(code: string): string[] {
  const rest = code.trim().replace(/^\S+/u, '');
  const found: string[] = [];
  for (const match of rest.matchAll(/\s*(?:["“”]([^"“”]*)["“”]|(\\.)|([^\s"“”\\]+))/gu)) {
    if (match[2] !== undefined) break;
    found.push(match[1] ?? match[3] ?? '');
  }
  return found;
}

function isChecked(form: XmlElement | undefined): boolean {
  const box = childOf(form, 'w:checkBox');
  return toggleOf(box, 'w:checked') ?? toggleOf(box, 'w:default') ?? false;
}

function chosen(form: XmlElement | undefined): string {
  const list = childOf(form, 'w:ddList');
  const entries = elementsOf(list).filter(({ name }) => name === 'w:listEntry');
  const at = Number(valOf(list, 'w:result') ?? valOf(list, 'w:default') ?? '0');
  return entries[at]?.attributes['w:val'] ?? '';
}
