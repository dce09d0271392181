import { added, textOf } from '../pieces.ts';
import type { Line } from '../reading.ts';
import { Flow } from './flow.ts';
import { elementsIn, isHidden, type PageElement, rawText } from './tree.ts';

/**
 * What a page says of its document by `<meta>` (the names are those of the guide for government web sites of 2017),
 * by lower-case name; empty ones are left out.
 */
export function metaOf(root: PageElement): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const { tag, attributes } of elementsIn(root)) {
    const name = (attributes['name'] ?? attributes['property'] ?? '').toLowerCase();
    const content = attributes['content']?.trim();
    if (tag === 'meta' && name && content && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

/** The document's title where it stands outside the article. */
export interface PageTitle {
  lines: Line[];
  /** The element that holds it; `null` where only the head of the page says it. */
  element: PageElement | null;
}

/** The title that the article itself does not print, or `null`. */
export function titleOutside(
  root: PageElement,
  article: PageElement,
  lines: readonly Line[],
  metas: ReadonlyMap<string, string>,
): PageTitle | null {
  const outside = headingsOutside(root, article);
  const told = metas.get('articletitle') ?? metas.get('og:title');
  const element = told
    ? outside.find((heading) => bare(rawText(heading)) === bare(told))
    : outside.find(({ tag }) => tag === 'h1' || tag === 'ucaptitle');
  const title = element ? rawText(element) : told;
  if (!title || bare(title) === '' || isPrinted(bare(title), lines)) return null;
  if (!element)
    return {
      lines: [{ place: '网页的信息', pieces: [added(title, '标题，网页的信息里写的')] }],
      element: null,
    };
  const flow = new Flow(() => '网页的标题');
  for (const child of element.children) readInto(flow, child);
  flow.break();
  return { lines: flow.lines, element };
}

function readInto(flow: Flow, node: PageElement | string): void {
  if (typeof node === 'string') flow.text(node);
  else if (node.tag === 'br') flow.break();
  else for (const child of node.children) readInto(flow, child);
}

/** Elements outside the article that may hold its title, those that are headings first. */
function headingsOutside(root: PageElement, article: PageElement): PageElement[] {
  const all: PageElement[] = [];
  const round = new Set<PageElement>();
  for (let at = article.parent; at; at = at.parent) round.add(at);
  const walk = (element: PageElement): void => {
    // A page that hides all until a script has run hides what stands round its article, too.
    const hidden = isHidden(element) && !round.has(element);
    if (element === article || hidden || element.tag === 'title') return;
    const isOne = HEADINGS.test(element.tag) && !round.has(element) && !isCrumbs(element);
    if (isOne && bare(rawText(element)).length <= LONGEST_TITLE) all.push(element);
    for (const child of element.children) if (typeof child !== 'string') walk(child);
  };
  walk(root);
  const rank = ({ tag }: PageElement) => ['h1', 'ucaptitle', 'h2', 'h3'].indexOf(tag) >>> 0;
  return all.sort((a, b) => rank(a) - rank(b));
}

const HEADINGS = /^(?:h[1-3]|ucaptitle|div|p|span|strong|td|font)$/u;
const LONGEST_TITLE = 200;

function isCrumbs(element: PageElement): boolean {
  return /[>›»]|位置/u.test(rawText(element));
}

/** Whether a title stands in the first lines of an article, over several lines perhaps, and not in a sentence. */
function isPrinted(title: string, lines: readonly Line[]): boolean {
  const first = lines
    .map((line) => bare(textOf(line)))
    .filter((line) => line !== '')
    .slice(0, FRONT)
    .map((line) => (/[。；：，]$/u.test(line) ? '\n' : line));
  return first.join('').includes(title);
}

/** A title stands among so many first lines. */
const FRONT = 20;

function bare(text: string): string {
  return text.replace(/\s+/gu, '').normalize('NFKC');
}

/** What a page says of when and by whom it was put there: to be known, not part of the document. */
export function publication(metas: ReadonlyMap<string, string>): string[] {
  const day = metas.get('pubdate');
  const source = metas.get('contentsource');
  const said = [day && `发布时间 ${day}`, source && `来源 ${source}`].filter(Boolean).join('，');
  return said ? [`网页的信息里写着：${said}。这是网页发布的情况，不一定是印发的日期和机关。`] : [];
}
