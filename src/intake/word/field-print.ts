import { formatNumber, type Written } from '../numbering/number-format.ts';
import { symbolOf } from '../symbols/symbols.ts';
import { printEquation } from './equation-field.ts';

/** What is filled into a form field. */
export interface Form {
  isChecked: boolean;
  chosen: string;
}

/** Fields whose print follows from the code, also where an empty result is stored. */
const COMPUTED = new Set('= EQ QUOTE SYMBOL SEQ AUTONUM FORMCHECKBOX FORMDROPDOWN'.split(' '));

export function isComputed(code: string): boolean {
  return COMPUTED.has(fieldKind(code));
}

/** Fields that print nothing, or only what no text is made of: numbers of pages, marks for an index. */
const SILENT = new Set(
  (
    'ADVANCE ASK BOOKMARK COMPARE DATA EMBED HYPERLINK INDEX NEXT NEXTIF NUMPAGES PAGE PAGEREF ' +
    'PRIVATE RD SECTION SECTIONPAGES SET SHAPE SKIPIF TA TC TOA TOC XE'
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

/** `SEQ 图 \* ARABIC → SEQ`, ` = 1 \* GB3 → =` */
export function fieldKind(code: string): string {
  return (/^\s*(=|[a-z]+)/iu.exec(code)?.[1] ?? '').toUpperCase();
}

/**
 * What a field without a stored result prints; `undefined` for one that prints nothing. `count` is that of a sequence.
 */
export function printField(
  code: string,
  count: number,
  form: Form | undefined,
): Written | undefined {
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
      return form ? certain(form.isChecked ? '☑' : '☐') : unstored(kind);
    case 'FORMDROPDOWN':
      return form ? certain(form.chosen) : unstored(kind);
    default:
      return unstored(kind);
  }
}

function certain(text: string): Written {
  return { text, doubt: '' };
}

function unstored(kind: string): Written {
  return { text: '', doubt: `这里有一个域（${kind || '没有名字'}），印出的字没有存在文件里` };
}

/** A formula of one whole number, which is how circled numbers are made: `= 3 \* GB3 → ③`. */
function printSum(code: string): Written {
  const value = /^\s*=\s*(\d+)\s*(?:\\|$)/u.exec(code)?.[1];
  if (value === undefined) return { text: '', doubt: '这里有一个算式域，结果没有存在文件里' };
  return printNumber(Number(value), code);
}

function printNumber(value: number, code: string): Written {
  const name = /\\\*\s*"?([a-z0-9]+)"?/iu.exec(code)?.[1] ?? 'Arabic';
  const { text, doubt } = formatNumber(value, formatOfSwitch(name));
  return { text, doubt: doubt && `域里的编号请对照原件：${doubt}` };
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
function printSymbol(code: string): Written {
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
