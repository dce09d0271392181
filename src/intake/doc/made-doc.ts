import { PLACE } from './fib.ts';
import { join, makeCompoundFile, numbers, padded } from './made-compound-file.ts';
import type { MadeList, MadeUse } from './made-lists.ts';
import { makeLists, makeUses } from './made-lists.ts';
import type { MadeParagraph } from './made-paragraphs.ts';
import { u16 } from './made-paragraphs.ts';
import type { MadeStyle } from './made-styles.ts';
import { makeFonts, makeStyles } from './made-styles.ts';

/** Writes Word 97 files ([MS-DOC]) for tests: only what the reader looks at. */

export interface MadeDoc {
  main: MadeParagraph[];
  footnotes?: MadeParagraph[];
  headers?: MadeParagraph[];
  comments?: MadeParagraph[];
  endnotes?: MadeParagraph[];
  boxes?: MadeParagraph[];
  lists?: MadeList[];
  uses?: MadeUse[];
  fonts?: string[];
  styles?: MadeStyle[];
  data?: Uint8Array;
  /** Other parts of the table stream, by their index in the FIB. */
  places?: Record<number, Uint8Array>;
  /** In bytes of one for each character, where it has only such. */
  isCompressed?: boolean;
  /** Changes of the whole piece of text ([MS-DOC] 2.9.214), and the lists of them that it may name. */
  prm?: number;
  changes?: Uint8Array[];
  /** Changes of sections, which lie at `SECTION_AT` in the document stream. */
  section?: Uint8Array;
  version?: number;
  flags?: number;
}

const PAGE = 512;
const TEXT_AT = 1024;
export const SECTION_AT = 960;

export const makeDoc = (doc: MadeDoc): Uint8Array => {
  const stories = storiesOf(doc);
  const paragraphs = stories.flat();
  const width = doc.isCompressed ? 1 : 2;
  const text = paragraphs.map(textOfParagraph).join('');
  const bytes = Buffer.from(text, doc.isCompressed ? 'latin1' : 'utf16le');
  const textEnd = TEXT_AT + bytes.length;
  const body = padded(new Uint8Array(bytes), upToPage(bytes.length));
  const characterPages = pagesOf(characterRuns(paragraphs, width), 1);
  const paragraphPages = pagesOf(paragraphRuns(paragraphs, width), 13);
  const firstPage = (TEXT_AT + body.length) / PAGE;
  const table = new TableStream();
  const fc = doc.isCompressed ? (TEXT_AT * 2) | 0x40000000 : TEXT_AT;
  table.put(PLACE.pieces, clx(text.length, fc, doc));
  table.put(PLACE.characterPages, plcBte(characterPages, firstPage, textEnd));
  table.put(
    PLACE.paragraphPages,
    plcBte(paragraphPages, firstPage + characterPages.length, textEnd),
  );
  table.put(PLACE.styles, makeStyles(doc.styles ?? []));
  table.put(PLACE.fonts, makeFonts(doc.fonts ?? []));
  if (doc.lists) table.put(PLACE.lists, makeLists(doc.lists));
  if (doc.uses) table.put(PLACE.listOverrides, makeUses(doc.uses));
  for (const [index, part] of Object.entries(doc.places ?? {})) table.put(Number(index), part);
  const document = join([
    padded(fib(doc, stories, table), SECTION_AT),
    padded(sectionChanges(doc.section ?? new Uint8Array()), TEXT_AT - SECTION_AT),
    body,
    ...characterPages.map(({ page }) => page),
    ...paragraphPages.map(({ page }) => page),
  ]);
  return makeCompoundFile([
    { name: 'WordDocument', bytes: document },
    { name: '1Table', bytes: table.bytes() },
    ...(doc.data ? [{ name: 'Data', bytes: doc.data }] : []),
  ]);
};

const sectionChanges = (changes: Uint8Array): Uint8Array =>
  Uint8Array.from([...u16(changes.length), ...changes]);

/** The parts in their order, each with its last empty paragraph where there is more than the main text. */
const storiesOf = (doc: MadeDoc): MadeParagraph[][] => {
  const rest = [doc.footnotes, doc.headers, doc.comments, doc.endnotes, doc.boxes];
  return [doc.main, ...rest.map((story) => story ?? []), []];
};

const textOfParagraph = ({ runs, mark = '\r' }: MadeParagraph): string =>
  runs.map(({ text }) => text).join('') + mark;

const upToPage = (length: number): number => Math.ceil(length / PAGE) * PAGE;

interface Run {
  from: number;
  to: number;
  change: Uint8Array;
}

const characterRuns = (paragraphs: MadeParagraph[], width: number): Run[] => {
  let at = TEXT_AT;
  return paragraphs.flatMap(({ runs, mark = '\r', markSprms }) =>
    [...runs, { text: mark, ...(markSprms ? { sprms: markSprms } : {}) }].map((run): Run => {
      const from = at;
      at += run.text.length * width;
      const { sprms: changes = new Uint8Array() } = run;
      return { from, to: at, change: Uint8Array.of(changes.length, ...changes) };
    }),
  );
};

const paragraphRuns = (paragraphs: MadeParagraph[], width: number): Run[] => {
  let at = TEXT_AT;
  return paragraphs.map((paragraph) => {
    const from = at;
    at += textOfParagraph(paragraph).length * width;
    const content = [...u16(paragraph.style ?? 0), ...(paragraph.sprms ?? [])];
    const isOdd = content.length % 2 === 1;
    const head = isOdd ? [(content.length + 1) / 2] : [0, content.length / 2];
    return { from, to: at, change: Uint8Array.of(...head, ...content) };
  });
};

/** Pages of formats ([MS-DOC] 2.9.33, 2.9.174) of at most three runs each. */
const pagesOf = (runs: Run[], entrySize: number): { from: number; page: Uint8Array }[] => {
  const pages: { from: number; page: Uint8Array }[] = [];
  const all = runs.filter(({ from, to }) => to > from);
  for (let i = 0; i < all.length; i += 3) {
    const group = all.slice(i, i + 3);
    const page = new Uint8Array(PAGE);
    const bounds = [...group.map(({ from }) => from), group.at(-1)?.to ?? 0];
    page.set(numbers(bounds));
    let end = PAGE - 2;
    for (const [k, { change }] of group.entries()) {
      end = (end - change.length) & ~1;
      page.set(change, end);
      page[bounds.length * 4 + k * entrySize] = end / 2;
    }
    page[PAGE - 1] = group.length;
    pages.push({ from: bounds[0] ?? 0, page });
  }
  return pages;
};

const plcBte = (pages: { from: number }[], first: number, end: number): Uint8Array =>
  numbers([...pages.map(({ from }) => from), end, ...pages.map((_, i) => first + i)]);

const clx = (length: number, fc: number, { prm = 0, changes = [] }: MadeDoc): Uint8Array =>
  join([
    ...changes.map((change) => Uint8Array.from([1, ...u16(change.length), ...change])),
    Uint8Array.of(2),
    numbers([16, 0, length]),
    Uint8Array.of(0, 0),
    numbers([fc]),
    Uint8Array.from(u16(prm)),
  ]);

/** The table stream, and where each part of it lies. */
class TableStream {
  readonly #parts: Uint8Array[] = [new Uint8Array(8)];
  readonly places = new Map<number, { at: number; length: number }>();

  put(index: number, part: Uint8Array): void {
    this.places.set(index, { at: this.bytes().length, length: part.length });
    this.#parts.push(part);
  }

  bytes(): Uint8Array {
    return join(this.#parts);
  }
}

const fib = (doc: MadeDoc, stories: MadeParagraph[][], table: TableStream): Uint8Array => {
  const bytes = new Uint8Array(898);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, doc.version ?? 0xc1, true);
  view.setUint16(0x0a, 0x0200 | (doc.flags ?? 0), true);
  view.setUint16(0x20, 14, true);
  view.setUint16(0x3e, 22, true);
  const lengths = stories.map((story) => story.map(textOfParagraph).join('').length);
  for (const [i, at] of [3, 4, 5, 7, 8, 9, 10].entries()) {
    view.setUint32(0x40 + at * 4, lengths[i] ?? 0, true);
  }
  view.setUint16(0x98, 93, true);
  for (const [index, { at, length }] of table.places) {
    view.setUint32(0x9a + index * 8, at, true);
    view.setUint32(0x9a + index * 8 + 4, length, true);
  }
  return bytes;
};
