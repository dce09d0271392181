import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { firstDifference } from '../domain/policy/equality.ts';
import { filesOf } from './files-of.ts';

type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

/** A policy's text to compare with, and the names under which pages show it. */
export interface Law {
  /** Its folder on the site. */
  id: string;
  /** `source.txt` as received. */
  source: string;
  /** Title and number. */
  names: readonly string[];
}

/** A page on which published is not issued. */
export interface Fault {
  page: string;
  /** What the page shows as issued, and what it should; of a long text the stretch where they part. */
  actual: string;
  expected: string;
  /** On a whole-text page, the character of the issued text from which they part, counted from 0. */
  at?: number;
}

/**
 * Proves on the pages as built that published = issued. Throws with the first place where they part.
 * The laws are those the site itself offers; that they are the received ones is for the check of the content.
 */
export async function proveIssued(root: string, policies: readonly string[]): Promise<void> {
  const laws = await Promise.all(
    policies.map(async (id): Promise<Law> => {
      const { title, number } = JSON.parse(await readFile(join(root, `${id}.json`), 'utf8'));
      return {
        id,
        source: await readFile(join(root, id, 'source.txt'), 'utf8'),
        names: [title, number],
      };
    }),
  );
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
 * 3. On every page, whatever is dressed as the law (`.law`, `.quoted`, `.issued`) is a stretch of a source, or a
 *    document's title or number, or a clause's number in its short form.
 */
export async function issuedFaults(root: string, laws: readonly Law[]): Promise<Fault[]> {
  const files = (await filesOf(root)).filter((file) => file.endsWith('.html'));
  const faults: Fault[] = [];
  for (const law of laws) faults.push(...(await faultsOf(root, files, law)));
  const names = new Set(laws.flatMap((law) => law.names));
  const sources = laws.map((law) => withoutBreaks(law.source));
  const isLaw = (text: string) =>
    text === '' ||
    names.has(text) ||
    SHORT_FORM.test(text) ||
    sources.some((source) => source.includes(text));
  for (const page of files) {
    const stray = (await elementsOf(join(root, page)))
      .flatMap(dressedTexts)
      .find((text) => !isLaw(text));
    if (stray !== undefined) {
      faults.push({ page, actual: stray, expected: 'a stretch of source.txt' });
    }
  }
  return faults;
}

/** The first two proofs for one policy; `files` are the pages that are there. */
async function faultsOf(root: string, files: readonly string[], law: Law): Promise<Fault[]> {
  const source = withoutBreaks(law.source);
  const page = `${law.id}.html`;
  const whole = files.includes(page) ? await elementsOf(join(root, page)) : [];
  const difference = firstDifference(source, issuedText(whole));
  const faults: Fault[] = difference ? [{ page, ...difference }] : [];
  const byId = new Map(whole.map((element) => [element.attribs['id'], element]));
  for (const clause of files.filter((file) => file.startsWith(`${law.id}/`))) {
    const place = byId.get(clause.slice(law.id.length + 1, -'.html'.length));
    const actual = issuedText(await elementsOf(join(root, clause)));
    const expected = place ? issuedText(DomUtils.findAll(() => true, [place])) : '';
    // A wrong whole-text page is no measure for others; then a stretch of the source has to do.
    const right = difference ? source.includes(actual) : place && actual === expected;
    if (!right) faults.push({ page: clause, actual, expected });
  }
  return faults;
}

/** `三（四）` and `三、`: the short form of a number, set in the law's type. */
const SHORT_FORM =
  /^[第〇零一二三四五六七八九十百千编章节条款]+、?(（[〇零一二三四五六七八九十百]+）)*、?$/u;

/** What an element dressed as the law says. */
function dressedTexts(element: Element): string[] {
  const classes = (element.attribs['class'] ?? '').split(' ');
  if (!classes.includes('law') && !classes.includes('quoted') && !classes.includes('issued'))
    return [];
  return [DomUtils.textContent(element).trim()];
}

function withoutBreaks(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .filter((line) => line.trim() !== '')
    .join('');
}

async function elementsOf(file: string): Promise<Element[]> {
  return DomUtils.findAll(() => true, parseDocument(await readFile(file, 'utf8')).children);
}

function issuedText(elements: readonly Element[]): string {
  return elements
    .filter((element) => 'data-issued' in element.attribs)
    .map((element) => DomUtils.textContent(element))
    .join('');
}
