import { Parser } from 'htmlparser2';
import { Refusal } from '../reading.ts';

/** An element of a page, with what stands in it. */
export interface PageElement {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: PageNode[];
  parent: PageElement | null;
}

/** A text of a page, or an element. */
export type PageNode = string | PageElement;

/** Elements whose text is never read by anybody. */
const UNREAD = new Set(['script', 'style', 'template']);
/** No page nests deeper, or holds more elements, than those of a program that means harm. */
const DEEPEST = 1000;
const MOST_ELEMENTS = 500_000;

/** A page as a tree, as tolerant of slips as browsers are; scripts, styles and comments are not in it. */
export function readTree(html: string): PageElement {
  const root: PageElement = { tag: '', attributes: {}, children: [], parent: null };
  let open = root;
  let depth = 0;
  let elements = 0;
  let unread = 0;
  new Parser({
    onopentag(tag, attributes) {
      if (UNREAD.has(tag)) unread++;
      elements++;
      depth++;
      if (depth > DEEPEST || elements > MOST_ELEMENTS) throw tooComplex();
      const element = { tag, attributes, children: [], parent: open };
      if (unread === 0) open.children.push(element);
      open = element;
    },
    onclosetag(tag) {
      if (UNREAD.has(tag)) unread--;
      depth--;
      open = open.parent ?? root;
    },
    ontext(text) {
      if (unread === 0) open.children.push(text);
    },
  }).end(html);
  return root;
}

function tooComplex(): Refusal {
  return new Refusal(
    '这个网页的结构过于复杂，不像正常的文件，没有读。在浏览器里打开它，复制正文，粘贴到 Word，另存为 .docx，再收录。',
  );
}

/** How many characters a page holds in texts that could be read, white space aside. */
export function countPage(html: string): number {
  let count = 0;
  let unread = 0;
  new Parser({
    onopentagname: (tag) => {
      if (UNREAD.has(tag)) unread++;
    },
    onclosetag: (tag) => {
      if (UNREAD.has(tag)) unread--;
    },
    ontext: (text) => {
      if (unread === 0) for (const character of text) if (!/\s/u.test(character)) count++;
    },
  }).end(html);
  return count;
}

/** The text of a node as it stands there, hidden parts too. */
export function rawText(node: PageNode): string {
  return typeof node === 'string' ? node : node.children.map(rawText).join('');
}

/** Every element below one, and itself, in reading order. */
export function* elementsIn(element: PageElement): Generator<PageElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsIn(child);
}

/** `id` and `class` of an element as separate words in lower case: `zoom-con TRS_Editor → zoom con trs editor`. */
export function namesOf({ attributes }: PageElement): string[] {
  return `${attributes['id'] ?? ''} ${attributes['class'] ?? ''}`
    .toLowerCase()
    .split(/[\s_-]+/u)
    .filter(Boolean);
}

/** Whether a page hides an element by what is written on it; style sheets are not read. */
export function isHidden({ attributes }: PageElement): boolean {
  if ('hidden' in attributes) return true;
  const style = (attributes['style'] ?? '').replace(/\s+/gu, '').toLowerCase();
  return /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)/u.test(style);
}
