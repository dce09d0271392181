import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { firstDifference } from '../domain/policy/equality.ts';

type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

/**
 * Proves on the pages as built that published = issued. Throws with the place where they part.
 *
 * 1. The text of the elements marked `data-issued` on a whole-text page, in order, is that of the policy's
 *    `source.txt`, line breaks aside.
 * 2. Each clause page shows just the stretch that stands under its id on the whole-text page.
 * 3. On every page, whatever is dressed as the law (`.law`, `.quoted`, `.issued`) is a stretch of a source, or a
 *    document's title or number, or a clause's number in its short form.
 */
export async function proveIssued(root: string, policies: readonly string[]): Promise<void> {
  const sources: string[] = [];
  const names = new Set<string>();
  for (const policy of policies) {
    sources.push(await provePolicy(root, policy));
    const { title, number } = JSON.parse(await readFile(join(root, `${policy}.json`), 'utf8'));
    names.add(title).add(number);
  }
  const isLaw = (text: string) =>
    text === '' ||
    names.has(text) ||
    SHORT_FORM.test(text) ||
    sources.some((source) => source.includes(text));
  for (const page of await readdir(root, { recursive: true })) {
    if (!page.endsWith('.html')) continue;
    const stray = (await elementsOf(join(root, page)))
      .flatMap(dressedTexts)
      .find((text) => !isLaw(text));
    if (stray !== undefined) {
      throw new Error(
        `Unexpected words dressed as the law in ${page}: "${stray}", expected a stretch of source.txt`,
      );
    }
  }
}

/** The first two proofs for one policy; returns its source without line breaks. */
async function provePolicy(root: string, policy: string): Promise<string> {
  const source = withoutBreaks(await readFile(join(root, policy, 'source.txt'), 'utf8'));
  const whole = await elementsOf(join(root, `${policy}.html`));
  const difference = firstDifference(source, issuedText(whole));
  if (difference) {
    throw new Error(
      `Unexpected issued text in ${policy}.html at character ${difference.at}: "${difference.actual}", expected "${difference.expected}"`,
    );
  }
  const byId = new Map(whole.map((element) => [element.attribs['id'], element]));
  for (const page of await readdir(join(root, policy))) {
    if (!page.endsWith('.html')) continue;
    const place = byId.get(page.slice(0, -'.html'.length));
    const shown = issuedText(await elementsOf(join(root, policy, page)));
    const expected = place && issuedText(DomUtils.findAll(() => true, [place]));
    if (shown !== expected) {
      throw new Error(
        `Unexpected issued text in ${policy}/${page}: "${shown}", expected "${expected}"`,
      );
    }
  }
  return source;
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
