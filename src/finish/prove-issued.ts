import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as letOthersWork } from 'node:timers/promises';
import { Parser } from 'htmlparser2';
import { type Difference, firstDifference, withoutSpace } from '../domain/policy/equality.ts';
import { withoutBreaks } from '../domain/policy/lines.ts';
import { filesOf } from './files-of.ts';
import { readTable, tablesOf } from './issued-tables.ts';

/** What a page shows as the law. */
interface Shown {
  /** The text of the elements marked `data-issued`, in order. */
  issued: string;
  /** The part of it that stands in the element with each id, be the mark on it, in it or round it. */
  byId: Map<string, string>;
  /** What each element dressed as the law says, and of which law, where it or what it stands in tells (`data-law`). */
  dressed: { text: string; of: string | undefined }[];
  /** What stands on the white sheet, the links beside the text (`.more`) left out. */
  sheet: string;
}

/** A policy's text to compare with, and the names under which pages show it. */
export interface Law {
  /** Its folder on the site. */
  id: string;
  /** `source.txt` as received. */
  source: string;
  /** Title and number. */
  names: readonly string[];
  /** The numbers of its clauses in their short form. */
  numbers: readonly string[];
}

/** A page, or a table, on which published is not issued. */
export interface Fault {
  page: string;
  /** What the page shows as issued, and what it should; of a long text the stretch where they part. */
  actual: string;
  expected: string;
  /** Of a text shown whole: the character of it from which they part, counted from 0. */
  at?: number;
}

/** Proves on the pages as built that published = issued, the laws being those received. Throws with the first place where they part. */
export async function proveIssued(root: string, laws: readonly Law[]): Promise<void> {
  const [fault] = await issuedFaults(root, laws);
  if (!fault) return;
  const place = fault.at === undefined ? '' : ` at character ${fault.at}`;
  throw new Error(
    `Unexpected issued text in ${fault.page}${place}: "${fault.actual}", expected "${fault.expected}"`,
  );
}

/**
 * Every page of a site on which published is not issued.
 *
 * 1. The text of the elements marked `data-issued` on a whole-text page, in order, is that of the policy's
 *    `source.txt`, line breaks aside.
 * 2. Each clause page shows just the stretch that stands under its id on the whole-text page.
 * 3. On both, the white sheet (`.sheet`) holds nothing else.
 * 4. On every page, whatever is dressed as the law (`.law`, `.quoted`, `.issued`) is a stretch of a source, or a
 *    document's title or number, or the number that a clause of it has in short; where it is said of which law it is
 *    (`data-law`), a stretch of that one.
 * 5. In the tables that scripts draw the law from, each clause and each sentence is the one that stands under its id on
 *    the whole-text page, and what the document and its clauses are called is a stretch of the source, or its title or
 *    number, and a clause's number in short is one of its numbers.
 *
 * Each page is read once, and its words are looked for in its own policy's text first: the time it takes grows with
 * the number of pages, not with that of pages times policies.
 */
export async function issuedFaults(root: string, laws: readonly Law[]): Promise<Fault[]> {
  return faultsIn(await filesOf(root), (file) => readFileSync(join(root, file), 'utf8'), laws);
}

/** The same of some files of a site, read by their names. */
export async function faultsIn(
  files: readonly string[],
  read: (file: string) => string,
  laws: readonly Law[],
): Promise<Fault[]> {
  const pages = new Set(files.filter((file) => file.endsWith('.html')));
  const folders = Map.groupBy(pages, (page) => dirname(page));
  const names = new Set(laws.flatMap((law) => [...law.names, ...law.numbers]));
  const sources = new Map(laws.map((law) => [law.id, withoutBreaks(law.source)]));
  const all = [...sources.values()];
  const faults: Fault[] = [];
  const prove = (page: string, { dressed }: Shown, own = '') => {
    pages.delete(page);
    const stray = dressed.find(
      ({ text, of }) =>
        !(
          text === '' ||
          (of === undefined
            ? own.includes(text) || names.has(text) || all.some((source) => source.includes(text))
            : sources.get(of)?.includes(text))
        ),
    );
    if (stray)
      faults.push({
        page,
        actual: stray.text,
        expected: stray.of ? `a stretch of ${stray.of}/source.txt` : 'a stretch of source.txt',
      });
  };
  const wholes = new Set(laws.map(({ id }) => `${id}.html`));
  const measures = new Map<string, Measure>();
  for (const { id, names, numbers } of laws) {
    const source = sources.get(id) ?? '';
    // The whole text of an edition lies in the folder of its policy.
    const own = [
      `${id}.html`,
      ...(folders.get(id) ?? []).filter((page) => !wholes.has(page)),
    ].filter((page) => pages.has(page));
    for (const { page, shown, fault } of pagesOf(read, id, source, own)) {
      if (fault) faults.push(fault);
      // A wrong whole-text page is no measure for others; then a stretch of the source has to do.
      if (page === `${id}.html`) {
        measures.set(id, { source, names, numbers, byId: fault ? NOTHING.byId : shown.byId });
      }
      prove(page, shown, source);
      await letOthersWork();
    }
  }
  for (const page of pages) prove(page, shownOn(read(page)));
  for (const table of tablesOf(laws.map(({ id }) => id)).filter((file) => files.includes(file))) {
    faults.push(...wrongIn(table, read(table), measures));
  }
  return faults;
}

/** What a policy's words in a table are compared with. */
interface Measure extends Omit<Law, 'id'> {
  byId: Shown['byId'];
}

/** The first text of a table that is not the law it says it is. */
function wrongIn(page: string, json: string, measures: ReadonlyMap<string, Measure>): Fault[] {
  const table = readTable(page, json);
  const measure = table && measures.get(table.policy);
  if (!measure) return [{ page, actual: json, expected: 'a table of the law' }];
  const { source, names, numbers, byId } = measure;
  for (const [id, actual] of table.texts) {
    const difference = firstDifference(byId.get(id) ?? actual, actual);
    if (difference) return [{ page, ...difference }];
  }
  const stray = [...table.names, ...table.texts.map(([, text]) => text)].find(
    (text) => !source.includes(text) && !names.includes(text),
  );
  if (stray !== undefined) return [{ page, actual: stray, expected: 'a stretch of source.txt' }];
  const number = table.numbers.find((one) => !numbers.includes(one));
  return number === undefined ? [] : [{ page, actual: number, expected: 'the number of a clause' }];
}

/** The pages of one policy that are there, each with what the first three proofs find wrong on it. */
function* pagesOf(
  read: (file: string) => string,
  id: string,
  source: string,
  pages: readonly string[],
): Generator<{ page: string; shown: Shown; fault?: Fault | undefined }> {
  const page = `${id}.html`;
  const whole = pages.includes(page) ? shownOn(read(page)) : NOTHING;
  const difference = firstDifference(source, whole.issued);
  yield { page, shown: whole, fault: difference ? { page, ...difference } : strayOn(page, whole) };
  for (const clause of pages.filter((file) => file !== page)) {
    const shown = shownOn(read(clause));
    const actual = shown.issued;
    const expected = whole.byId.get(clause.slice(id.length + 1, -'.html'.length)) ?? '';
    // A wrong whole-text page is no measure for others; then a stretch of the source has to do.
    const wrong = difference ? departure(source, actual) : firstDifference(expected, actual);
    const none = actual === '' && { page: clause, actual, expected };
    const fault = wrong ? { page: clause, ...wrong } : none || strayOn(clause, shown);
    yield { page: clause, shown, fault };
  }
}

/** Where a text leaves the stretch of the source that it begins as; nothing where it is a stretch whole. */
function departure(source: string, text: string): Difference | null {
  let [begins, leaves] = [0, text.length + 1];
  while (leaves - begins > 1) {
    const middle = (begins + leaves) >> 1;
    if (source.includes(text.slice(0, middle))) begins = middle;
    else leaves = middle;
  }
  const at = source.indexOf(text.slice(0, begins));
  return firstDifference(source.slice(at, at + text.length), text);
}

/** What stands on a page's white sheet, where it has one, and is not marked as issued. */
function strayOn(page: string, { sheet, issued }: Shown): Fault | undefined {
  if (sheet === '') return undefined;
  const stray = firstDifference(withoutSpace(issued), withoutSpace(sheet));
  return stray ? { page, actual: stray.actual, expected: stray.expected } : undefined;
}

const NOTHING: Shown = { issued: '', byId: new Map(), dressed: [], sheet: '' };

const DRESSED = /(?:^|\s)(?:law|quoted|issued)(?:\s|$)/u;
const SHEET = /(?:^|\s)sheet(?:\s|$)/u;
const BESIDE = /(?:^|\s)more(?:\s|$)/u;

/** Where the text of an element begins: that of the page so far, and that of the law so far. */
interface Open {
  text: number;
  issued: number;
  id: string | undefined;
  isIssued: boolean;
  inIssued: boolean;
  isDressed: boolean;
  of: string | undefined;
  /** Whether it is a sheet or stands on one, and not beside the text. */
  onSheet: boolean;
}

/** Reads a page in one go, without a tree of its elements. */
function shownOn(html: string): Shown {
  const shown: Shown = { issued: '', byId: new Map(), dressed: [], sheet: '' };
  const open: Open[] = [];
  let text = '';
  const parser = new Parser({
    onopentag(_, attributes) {
      const { class: classes = '' } = attributes;
      const isIssued = 'data-issued' in attributes;
      open.push({
        text: text.length,
        issued: shown.issued.length,
        id: attributes['id'],
        isIssued,
        inIssued: isIssued || open.at(-1)?.inIssued === true,
        isDressed: DRESSED.test(classes),
        of: attributes['data-law'] ?? open.at(-1)?.of,
        onSheet: SHEET.test(classes) || (open.at(-1)?.onSheet === true && !BESIDE.test(classes)),
      });
    },
    ontext(part) {
      text += part;
      if (open.at(-1)?.onSheet) shown.sheet += part;
    },
    onclosetag() {
      const element = open.pop();
      if (!element) return;
      if (element.isIssued) shown.issued += text.slice(element.text);
      if (element.isDressed)
        shown.dressed.push({ text: text.slice(element.text).trim(), of: element.of });
      // Of several with the same id the last one counts.
      if (element.id === undefined) return;
      const part = element.inIssued ? text.slice(element.text) : shown.issued.slice(element.issued);
      shown.byId.set(element.id, part);
    },
  });
  parser.end(html);
  return shown;
}
