import { formatNumber } from '../numbering/number-format.ts';
import { raised } from '../numbering/raised.ts';
import { BY_PAGE } from '../word/reasons.ts';
import { childOf, elementsOf, valOf, type XmlElement } from './xml.ts';

export type NoteKind = '脚注' | '尾注';

/** A mark in the text that a note belongs to. */
export interface Reference {
  kind: NoteKind;
  id: string;
  /** The number as printed; empty where the writer put a sign of his own. */
  mark: string;
  /** Why the mark may be printed otherwise. */
  doubt: string;
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
    const written = formatNumber(number, numbers.format);
    const mark = custom || drop ? '' : raised(written.text);
    const doubt = numbers.restart === 'eachPage' ? BY_PAGE : written.doubt;
    const reference = { kind, id, mark, doubt: mark && doubt, number, drop };
    this.references.push(reference);
    return reference;
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
