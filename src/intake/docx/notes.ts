import { formatNumber } from './number-format.ts';
import { childOf, elementsOf, valOf, type XmlElement } from './xml.ts';

export type NoteKind = '脚注' | '尾注';

/** A mark in the text that a note belongs to. */
export interface Reference {
  kind: NoteKind;
  id: string;
  /** The number as printed; empty where the writer put a sign of his own. */
  mark: string;
  /** Its number, for an editor. */
  number: number;
  /** Why neither mark nor note is part of the text. */
  drop: string;
}

/** How the notes of a section are numbered (ECMA-376 17.11). */
interface NoteNumbers {
  format: string;
  start: number;
  restart: string;
}

const ELEMENTS = {
  脚注: { properties: 'w:footnotePr', format: 'decimal' },
  尾注: { properties: 'w:endnotePr', format: 'lowerRoman' },
} as const;

/** Numbers the marks of notes as they come in the body. */
export class NoteMarks {
  readonly references: Reference[] = [];
  private readonly sections: XmlElement[];
  private section = 0;
  private readonly counts = { 脚注: 0, 尾注: 0 };

  private readonly settings: XmlElement | undefined;

  constructor(document: XmlElement, settings: XmlElement | undefined) {
    this.settings = settings;
    this.sections = sectionsOf(document);
  }

  /** The next mark; `custom`: the text that follows is the mark. */
  refer(kind: NoteKind, id: string, custom: boolean, drop: string): Reference {
    const numbers = this.numbers(kind);
    if (!custom && !drop) this.counts[kind] += 1;
    const number = this.counts[kind] + numbers.start - 1;
    const printed = formatNumber(number, numbers.format).text;
    const mark = custom || drop ? '' : raise(printed);
    const reference = { kind, id, mark, number, drop };
    this.references.push(reference);
    return reference;
  }

  /** Why a number may differ from the printed one. */
  doubt(kind: NoteKind): string {
    return this.numbers(kind).restart === 'eachPage'
      ? `${kind}的编号每页重排，这里的编号请对照原件`
      : '';
  }

  nextSection(): void {
    this.section += 1;
    for (const kind of ['脚注', '尾注'] as const) {
      if (this.numbers(kind).restart === 'eachSect') this.counts[kind] = 0;
    }
  }

  private numbers(kind: NoteKind): NoteNumbers {
    const { properties, format } = ELEMENTS[kind];
    const own = childOf(this.sections[this.section], properties);
    const common = childOf(this.settings, properties);
    const said = (name: string) => valOf(own, name) ?? valOf(common, name);
    return {
      format: said('w:numFmt') ?? format,
      start: Number(said('w:numStart') ?? '1') || 1,
      restart: said('w:numRestart') ?? 'continuous',
    };
  }
}

/** Section properties in the order of the text, the last those of the body. */
function sectionsOf(element: XmlElement): XmlElement[] {
  if (element.name === 'w:sectPr') return [element];
  if (element.name === 'w:r') return [];
  return elementsOf(element).flatMap(sectionsOf);
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits as they are printed, above the line: `12 → ¹²`. */
function raise(number: string): string {
  return number.replace(/\d/gu, (digit) => RAISED.charAt(Number(digit)));
}
