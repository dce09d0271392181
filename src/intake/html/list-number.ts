import { formatNumeral } from '../../domain/policy/numeral.ts';
import { roman } from '../numbering/roman.ts';
import type { PageElement } from './tree.ts';

type Format = (value: number) => string;

const FORMATS: Record<string, Format> = {
  decimal: (value) => `${value}.`,
  'decimal-leading-zero': (value) => `${String(value).padStart(2, '0')}.`,
  'lower-alpha': (value) => `${letters(value)}.`,
  'upper-alpha': (value) => `${letters(value).toUpperCase()}.`,
  'lower-roman': (value) => `${romanOrDigits(value).toLowerCase()}.`,
  'upper-roman': (value) => `${romanOrDigits(value)}.`,
  'cjk-ideographic': han,
  'simp-chinese-informal': han,
  'trad-chinese-informal': han,
  none: () => '',
};
/** The attribute `type` of a list (HTML, 4.4.5), which tells case. */
const TYPES: Record<string, string> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};
const ALIASES: Record<string, string> = {
  'lower-latin': 'lower-alpha',
  'upper-latin': 'upper-alpha',
};

/** The numbers of a list one after another, as a browser prints them; `null` for a list without numbers. */
export class ListNumbers {
  private readonly format: Format;
  private next: number;
  private readonly step: number;

  constructor(list: PageElement) {
    const { start, type, style } = list.attributes;
    const named = /list-style(?:-type)?\s*:\s*([a-z-]+)/iu.exec(style ?? '')?.[1]?.toLowerCase();
    const name = named ?? TYPES[type ?? ''] ?? 'decimal';
    this.format = FORMATS[ALIASES[name] ?? name] ?? decimal;
    const items = list.children.filter((child) => typeof child !== 'string' && child.tag === 'li');
    this.step = 'reversed' in list.attributes ? -1 : 1;
    this.next = whole(start) ?? (this.step < 0 ? items.length : 1);
  }

  /** The number of the next entry: `3.`, `三、`. */
  of(entry: PageElement): string {
    const value = whole(entry.attributes['value']) ?? this.next;
    this.next = value + this.step;
    return value > 0 || this.format === decimal ? this.format(value) : `${value}.`;
  }
}

const decimal: Format = FORMATS['decimal'] ?? String;

function whole(written: string | undefined): number | null {
  return written && /^-?\d{1,6}$/u.test(written.trim()) ? Number(written) : null;
}

function han(value: number): string {
  return value <= 9999 ? `${formatNumeral(value)}、` : `${value}.`;
}

/** `1 → a, 26 → z, 27 → aa` */
function letters(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

/** Beyond 3999 browsers print the digits. */
function romanOrDigits(value: number): string {
  return value > 3999 ? String(value) : roman(value);
}
