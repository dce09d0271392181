import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { firstDifference } from '../domain/policy/equality.ts';

/** What a page shows as the law. */
interface Shown {
  /** The text of the elements marked `data-issued`, in order. */
  issued: string;
  /** The part of it that stands in the element with each id. */
  byId: Map<string, string>;
  /** What each element dressed as the law says. */
  dressed: string[];
}

/** A policy's text as it is compared: without line breaks. */
interface Source {
  policy: string;
  text: string;
}

/**
 * Proves on the pages as built that published = issued. Throws with the place where they part.
 *
 * 1. The text of the elements marked `data-issued` on a whole-text page, in order, is that of the policy's
 *    `source.txt`, line breaks aside.
 * 2. Each clause page shows just the stretch that stands under its id on the whole-text page.
 * 3. On every page, whatever is dressed as the law (`.law`, `.quoted`, `.issued`) is a stretch of a source, or a
 *    document's title or number, or a clause's number in its short form.
 *
 * Each page is read once, and its words are looked for in its own policy's text first: the time it takes grows with
 * the number of pages, not with that of pages times policies.
 */
export function proveIssued(
  root: string,
  pages: readonly string[],
  policies: readonly string[],
): void {
  const names = new Set<string>();
  const sources = policies.map((policy): Source => {
    const { title, number } = JSON.parse(readFileSync(join(root, `${policy}.json`), 'utf8'));
    names.add(title).add(number);
    return { policy, text: withoutBreaks(readFileSync(join(root, policy, 'source.txt'), 'utf8')) };
  });
  const proveDressed = (page: string, { dressed }: Shown, own?: Source) => {
    const stray = dressed.find(
      (text) =>
        !(
          text === '' ||
          own?.text.includes(text) ||
          names.has(text) ||
          SHORT_FORM.test(text) ||
          sources.some((source) => source.text.includes(text))
        ),
    );
    if (stray === undefined) return;
    throw new Error(
      `Unexpected words dressed as the law in ${page}: "${stray}", expected a stretch of source.txt`,
    );
  };
  const proved = new Set<string>();
  for (const source of sources) {
    for (const [page, shown] of provePolicy(root, source)) {
      proveDressed(page, shown, source);
      proved.add(page);
    }
  }
  for (const page of pages) {
    if (!proved.has(page)) proveDressed(page, shownOn(join(root, page)));
  }
}

/** The first two proofs for one policy; what its pages show, one after the other. */
function* provePolicy(root: string, { policy, text }: Source): Generator<[string, Shown]> {
  const wholePage = `${policy}.html`;
  const whole = shownOn(join(root, wholePage));
  const difference = firstDifference(text, whole.issued);
  if (difference) {
    throw new Error(
      `Unexpected issued text in ${wholePage} at character ${difference.at}: "${difference.actual}", expected "${difference.expected}"`,
    );
  }
  yield [wholePage, whole];
  for (const name of readdirSync(join(root, policy))) {
    if (!name.endsWith('.html')) continue;
    const page = join(policy, name);
    const shown = shownOn(join(root, page));
    const expected = whole.byId.get(name.slice(0, -'.html'.length));
    if (shown.issued !== expected) {
      throw new Error(
        `Unexpected issued text in ${page}: "${shown.issued}", expected "${expected}"`,
      );
    }
    yield [page, shown];
  }
}

/** `三（四）` and `三、`: the short form of a number, set in the law's type. */
const SHORT_FORM =
  /^[第〇零一二三四五六七八九十百千编章节条款]+、?(（[〇零一二三四五六七八九十百]+）)*、?$/u;
const DRESSED = /(?:^|\s)(?:law|quoted|issued)(?:\s|$)/u;

/** Where the text of an element begins: that of the page so far, and that of the law so far. */
interface Open {
  text: number;
  issued: number;
  id: string | undefined;
  isIssued: boolean;
  isDressed: boolean;
}

/** Reads a page in one go, without a tree of its elements. */
function shownOn(file: string): Shown {
  const shown: Shown = { issued: '', byId: new Map(), dressed: [] };
  const open: Open[] = [];
  let text = '';
  const parser = new Parser({
    onopentag(_, attributes) {
      open.push({
        text: text.length,
        issued: shown.issued.length,
        id: attributes['id'],
        isIssued: 'data-issued' in attributes,
        isDressed: DRESSED.test(attributes['class'] ?? ''),
      });
    },
    ontext(part) {
      text += part;
    },
    onclosetag() {
      const element = open.pop();
      if (!element) return;
      if (element.isIssued) shown.issued += text.slice(element.text);
      if (element.isDressed) shown.dressed.push(text.slice(element.text).trim());
      // Of several with the same id the last one counts.
      if (element.id !== undefined) shown.byId.set(element.id, shown.issued.slice(element.issued));
    },
  });
  parser.end(readFileSync(file, 'utf8'));
  return shown;
}

function withoutBreaks(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .filter((line) => line.trim() !== '')
    .join('');
}
