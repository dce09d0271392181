import { formatNumber, type Written } from '../numbering/number-format.ts';
import { BY_PAGE } from '../word/reasons.ts';
import type { Bytes } from './bytes.ts';
import { PLACE } from './fib.ts';
import { numberFormatName } from './number-formats.ts';
import { SPRM, sprmsOf } from './sprm.ts';
import type { WordFile } from './word-file.ts';
import { readPlc, storyRange } from './word-file.ts';

/** A footnote or an endnote. Positions are among all text. */
export interface Note {
  /** 脚注1 */
  name: string;
  /** Where its mark stands. */
  reference: number;
  /** Where its text stands. */
  start: number;
  end: number;
  /** The mark as printed; its text is empty where it is typed in the text. */
  mark: Written;
}

interface Kind {
  name: string;
  story: 'footnotes' | 'endnotes';
  references: number;
  texts: number;
  /** Sprms of sections ([MS-DOC] 2.6.4), and places in the document's settings ([MS-DOC] 2.7.3, 2.7.4). */
  restart: number;
  begin: number;
  format: number;
  settingsAt: number;
  settingsFormatAt: number;
}

const FOOTNOTES: Kind = {
  name: '脚注',
  story: 'footnotes',
  references: PLACE.footnoteRefs,
  texts: PLACE.footnoteTexts,
  restart: SPRM.footnoteRestart,
  begin: SPRM.footnoteStart,
  format: SPRM.footnoteFormat,
  settingsAt: 2,
  settingsFormatAt: 492,
};

const ENDNOTES: Kind = {
  name: '尾注',
  story: 'endnotes',
  references: PLACE.endnoteRefs,
  texts: PLACE.endnoteTexts,
  restart: SPRM.endnoteRestart,
  begin: SPRM.endnoteStart,
  format: SPRM.endnoteFormat,
  settingsAt: 52,
  settingsFormatAt: 494,
};

/** The footnotes, then the endnotes. */
export const readNotes = (file: WordFile): Note[] =>
  [FOOTNOTES, ENDNOTES].flatMap((kind) => readKind(file, kind));

const EACH_PAGE = 2;
const EACH_SECTION = 1;

const readKind = (file: WordFile, kind: Kind): Note[] => {
  const { fib, table } = file;
  const references = readPlc(table, fib.place(kind.references), 2);
  const texts = readPlc(table, fib.place(kind.texts), 0);
  const range = storyRange(fib.lengths, kind.story);
  const numbering = readSections(file, kind);
  const count = { section: -1, value: 0 };
  const isByPage = references.length > 1 && numbering.some(({ restart }) => restart === EACH_PAGE);
  return references.map(({ position, data }, i) => ({
    name: `${kind.name}${i + 1}`,
    reference: position,
    start: range.start + (texts[i]?.position ?? 0),
    end: Math.min(range.end, range.start + (texts[i + 1]?.position ?? range.end)),
    mark: data.i16(0) === 0 ? TYPED : nextMark(numbering, position, count, isByPage),
  }));
};

const TYPED: Written = { text: '', doubt: '' };

interface Numbering {
  /** Where the section ends. */
  end: number;
  restart: number;
  begin: number;
  format: number;
}

const nextMark = (
  sections: Numbering[],
  position: number,
  count: { section: number; value: number },
  isByPage: boolean,
): Written => {
  const at = sections.findIndex(({ end }) => position < end);
  const section = sections[at];
  if (!section) return { text: String(++count.value), doubt: '' };
  const isAnew = count.section < 0 || (section.restart === EACH_SECTION && at !== count.section);
  count.value = isAnew ? section.begin : count.value + 1;
  count.section = at;
  const { text, doubt } = formatNumber(count.value, numberFormatName(section.format));
  return { text, doubt: isByPage ? BY_PAGE : doubt };
};

/** The settings of the whole document, and for each section its own where it has them. */
const readSections = ({ document, table, fib }: WordFile, kind: Kind): Numbering[] => {
  const whole = readSettings(table, fib.place(PLACE.documentSettings), kind);
  const sections = readPlc(table, fib.place(PLACE.sections), 12);
  return sections.map(({ data }, i) => {
    const end = sections[i + 1]?.position ?? fib.lengths.main;
    const numbering = { ...whole, end };
    for (const { code, operand } of sprmsOf(sectionSprms(document, data.u32(2)))) {
      if (code === kind.restart) numbering.restart = operand.u8(0);
      if (code === kind.begin) numbering.begin = operand.u16(0);
      if (code === kind.format) numbering.format = operand.u16(0);
    }
    return numbering;
  });
};

const readSettings = (table: Bytes, { at, length }: { at: number; length: number }, kind: Kind) => {
  const numbers = length >= kind.settingsAt + 2 ? table.u16(at + kind.settingsAt) : 0;
  const hasFormat = length >= kind.settingsFormatAt + 2;
  return {
    restart: numbers & 3,
    begin: numbers >> 2 || 1,
    format: hasFormat ? table.u16(at + kind.settingsFormatAt) : 0,
  };
};

/** [MS-DOC] 2.9.245: 0xFFFFFFFF stands for a section without changes. */
const sectionSprms = (document: Bytes, at: number): Uint8Array =>
  at === 0xffffffff ? new Uint8Array() : document.slice(at + 2, document.u16(at));

/** Positions after which a section ends. */
export const readSectionEnds = ({ table, fib }: WordFile): Set<number> =>
  new Set(readPlc(table, fib.place(PLACE.sections), 12).map(({ position }) => position));
