import { isHidden, namesOf, type PageElement, rawText } from './tree.ts';

/** The part of a page that holds the document. */
export interface Article {
  element: PageElement;
  /** Whether the page hides it until a script has run, so that it may be none. */
  hidden: boolean;
}

/** What government sites call the element round the text: a hint, never a proof, for some pages have an empty twin. */
const CONTAINER =
  /\b(?:zoom|zoomcon|ucap content|ucapcontent|trs (?:editor|ueditor)\b|article con(?:tent)?|content article|info cont|pages content|detail content|news content|wp articlecontent|vsb content|v news content|con text|js content|xxgk content|view content|txtcontent|main txt)\b/u;
/** Words in `id` and `class` of what stands round an article. */
const FURNITURE = new Set(
  'nav navi navbar menu mainnav crumb crumbs breadcrumb curmb header head foot footer copyright share bdsharebuttonbox related xgxw xgwj sidebar search login quickbar toolbar'.split(
    ' ',
  ),
);
const FURNITURE_TAGS = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'noscript',
  'select',
  'button',
]);
/** Elements that an article is never all of, however much of it one holds. */
const PARTS = new Set(
  'p h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr ul ol li dl pre a span b strong em i u'.split(
    ' ',
  ),
);

/** An element goes on being the article while it holds this share of what its parent holds. */
const NEARLY_ALL = 0.95;
/** A known container is the article even where something like a text stands beside it. */
const MOST = 0.7;
/** A mark of punctuation weighs as much as so many characters: menus have none. */
const MARK_WEIGHT = 20;
/** Less than a short notice: what shows without a script is not the document. */
const LEAST = 120;

/** Finds where the document stands: the innermost element with nearly all text that reads like sentences. */
export function findArticle(root: PageElement): Article {
  const body = firstOf(root, 'body') ?? root;
  for (const weigher of [new Weigher(false, false), new Weigher(true, false)])
    if (weigher.of(body) >= LEAST) return { element: narrow(body, weigher), hidden: false };
  const withHidden = new Weigher(true, true);
  const shown = new Weigher(true, false);
  const hidden = withHidden.of(body) > shown.of(body) * 2;
  return { element: narrow(body, hidden ? withHidden : shown), hidden };
}

function narrow(body: PageElement, weigher: Weigher): PageElement {
  const path = [body, ...heaviestPath(body, weigher, NEARLY_ALL)];
  const container =
    path.findLast(isContainer) ?? heaviestPath(body, weigher, MOST).findLast(isContainer);
  return container ?? path.findLast(({ tag }) => !PARTS.has(tag)) ?? body;
}

/** Elements one within another, from the outermost, that each hold such a share of what the first one holds. */
function heaviestPath(from: PageElement, weigher: Weigher, share: number): PageElement[] {
  const least = Math.max(1, weigher.of(from) * share);
  const path: PageElement[] = [];
  const heavyIn = (element: PageElement) =>
    childrenOf(element).find((child) => weigher.of(child) >= least);
  for (let at = heavyIn(from); at; at = heavyIn(at)) path.push(at);
  return path;
}

function isContainer(element: PageElement): boolean {
  return (
    element.tag === 'article' ||
    CONTAINER.test(element.tag) ||
    CONTAINER.test(namesOf(element).join(' '))
  );
}

/** How much like the text of a document an element is; each is weighed once. */
class Weigher {
  private readonly withFurniture: boolean;
  private readonly withHidden: boolean;
  private readonly known = new Map<PageElement, number>();

  constructor(withFurniture: boolean, withHidden: boolean) {
    this.withFurniture = withFurniture;
    this.withHidden = withHidden;
  }

  of(element: PageElement): number {
    const known = this.known.get(element);
    if (known !== undefined) return known;
    const weight = this.isLeftOut(element)
      ? 0
      : element.children.reduce(
          (sum, child) => sum + (typeof child === 'string' ? weightOf(child) : this.of(child)),
          0,
        );
    this.known.set(element, weight);
    return weight;
  }

  private isLeftOut(element: PageElement): boolean {
    if (element.tag === 'a' || element.tag === 'title') return true;
    if (!this.withHidden && isHidden(element)) return true;
    return !this.withFurniture && isFurniture(element);
  }
}

/** Whether an element is one of those that stand round an article on every page of a site. */
function isFurniture(element: PageElement): boolean {
  return FURNITURE_TAGS.has(element.tag) || namesOf(element).some((name) => FURNITURE.has(name));
}

function weightOf(text: string): number {
  const bare = text.replace(/\s+/gu, '');
  return bare.length + (bare.match(/[，。；：、]/gu)?.length ?? 0) * MARK_WEIGHT;
}

function childrenOf(element: PageElement): PageElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The first element of a name in an element, in reading order. */
function firstOf(element: PageElement, tag: string): PageElement | undefined {
  for (const child of childrenOf(element)) {
    const found = child.tag === tag ? child : firstOf(child, tag);
    if (found) return found;
  }
  return undefined;
}

/** Texts outside the article that read like sentences, as somebody should know who takes the article for all. */
export function sentencesOutside(root: PageElement, article: PageElement): string[] {
  const body = firstOf(root, 'body') ?? root;
  const found: string[] = [];
  const look = (element: PageElement): void => {
    if (element === article || isHidden(element) || element.tag === 'a' || isFurniture(element))
      return;
    const own = element.children.filter((child) => typeof child === 'string').join('');
    if (/[\p{Script=Han}][。；]/u.test(own) && own.trim().length >= SENTENCE)
      found.push(rawText(element).replace(/\s+/gu, ' ').trim());
    else for (const child of childrenOf(element)) look(child);
  };
  look(body);
  return found;
}

/** A shorter text is a label. */
const SENTENCE = 30;
