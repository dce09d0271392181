import { type Clause, type Paragraph, paragraphText, type Role } from '../policy/clause.ts';
import { foldLine } from '../policy/fold.ts';
import { splitPolicy } from '../policy/split.ts';
import type { DecisionItem } from './decision.ts';

/** An item with its lines below its number. */
export interface ItemLines extends DecisionItem {
  lines: string[];
  /** The document that it speaks of, as the decision names it; `null` where it names none. */
  document: string | null;
}

/** A line of the decision in its clause. */
interface Line {
  clause: Clause;
  text: string;
  marker: string;
}

/** What stands above and below the text of a decision. */
const NO_TEXT: ReadonlySet<Role> = new Set([
  'letterhead',
  'number',
  'title',
  'note',
  'addressee',
  'contents',
  'signature',
  'date',
  'remark',
  'footnote',
  'imprint',
  'annexes',
]);

/** New text without quotes follows: 内容如下： */
const BEFORE_BLOCK = /(?:如下|修改为|规定|作为第[^“”]{1,12}[条款项])[：:]\s*$/u;
/** What goes on with instructions after new text without quotes. */
const AFTER_BLOCK = /^[^“”。]{0,40}(?:相应|依次)*改为第|^此外/u;
/** What the whole decision says beside its items. */
const TAIL =
  /^(?:此外|另外|同时)|^对?(?:条文|条款|有关条文|部分文字|个别文字)|根据本决定.{0,20}条[文款](?:顺序|序号)/u;

/** The items of a decision in order, with new text as lines in quotes, whatever stands round it. */
export function readItems(source: string): ItemLines[] {
  const { clauses } = splitPolicy(source);
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const documents = documentsOf(clauses, byId);
  const items: ItemLines[] = [];
  let block: { lines: string[]; own: Clause } | null = null;
  /** Lines after a block stand in its last clause, and belong to the item. */
  let after: { block: Clause; item: Clause } | null = null;
  for (const { clause, text, marker } of joinPlaces(linesOf(clauses), byId)) {
    const printed = numbered(clause, byId);
    const own: Clause = after?.block === printed ? after.item : printed;
    const last = items.at(-1);
    if (block && last && !endsBlock(printed, block.own, marker, marker + text)) {
      block.lines.push(marker + text);
      after = { block: printed, item: block.own };
      continue;
    }
    if (block && last) {
      last.lines.push(quoted(block.lines));
      block = null;
      if (after?.block === printed) {
        last.lines.push(text);
        continue;
      }
    }
    const isTail = marker === '' && TAIL.test(text.trim());
    const said = itemOf(own, isTail, byId, documents);
    if (last?.clause === said.clause && last.id === said.id) last.lines.push(text);
    else items.push({ ...said, lines: [text] });
    const isInQuote = isOpen(items.at(-1)?.lines ?? []);
    if (BEFORE_BLOCK.test(text) && !isTail && !isInQuote) block = { lines: [], own };
  }
  const last = items.at(-1);
  if (block?.lines.length && last) last.lines.push(quoted(block.lines));
  return items;
}

/** Whether a quote goes on: each paragraph of it may begin with “, only the last ends with ”. */
function isOpen(lines: readonly string[]): boolean {
  const marks = lines.join('').match(/[“”「」]/gu);
  return /[“「]/u.test(marks?.at(-1) ?? '');
}

function quoted(lines: readonly string[]): string {
  return lines.length ? `“${lines.join('\n')}”` : '';
}

/** Whether a line is none of the new text that stands there without quotes. */
function endsBlock(own: Clause, item: Clause, marker: string, text: string): boolean {
  if (/^\s*[“"「]/u.test(text) || AFTER_BLOCK.test(text.trim())) return true;
  const isNext =
    own.kind === item.kind &&
    own.parent === item.parent &&
    own.marker?.number === (item.marker?.number ?? 0) + 1;
  return marker !== '' && isNext;
}

function linesOf(clauses: readonly Clause[]): Line[] {
  return clauses.flatMap((clause) =>
    clause.paragraphs
      .filter(({ role }: Paragraph) => !NO_TEXT.has(role))
      .map((paragraph) => ({
        clause,
        marker: paragraph.marker,
        text: paragraphText(paragraph).slice(paragraph.marker.length),
      })),
  );
}

/**
 * Lines of an item that begin with the article to be amended, 第八条增加一款, are no items: below 二、 no number is an article,
 * and of an article that is one a blank follows.
 */
function joinPlaces(lines: readonly Line[], byId: ById): Line[] {
  let item: Clause | null = null;
  let place: Clause | null = null;
  return lines.map((line): Line => {
    const own = numbered(line.clause, byId);
    const isArticle = own.kind === 'article';
    if (item && isArticle && line.marker && !/\s$/u.test(line.marker)) place = own;
    if (item && place?.id === own.id)
      return { clause: item, text: line.marker + line.text, marker: '' };
    if (line.marker) item = isArticle ? null : own;
    return line;
  });
}

type ById = ReadonlyMap<string, Clause>;

/** The clause with a printed number that a paragraph stands in, else its own. */
function numbered(clause: Clause, byId: ById): Clause {
  const parent = clause.parent === null ? undefined : byId.get(clause.parent);
  return clause.kind === 'paragraph' && parent ? numbered(parent, byId) : clause;
}

function pathOf(clause: Clause, byId: ById): Clause[] {
  const parent = clause.parent === null ? undefined : byId.get(clause.parent);
  return [...(parent ? pathOf(parent, byId) : []), clause];
}

function itemOf(
  own: Clause,
  isTail: boolean,
  byId: ById,
  documents: ReadonlyMap<string, string>,
): Omit<ItemLines, 'lines'> {
  const path = pathOf(own, byId);
  const named = path.findLastIndex(({ id }) => documents.has(id));
  const document = named < 0 ? null : (documents.get(path[named]?.id ?? '') ?? null);
  if (isTail) return { id: 'tail', clause: own.id, printed: '', document: null };
  // What stands in the item of one document is numbered there.
  const outer = named >= 0 ? path[named] : undefined;
  const isInner = outer !== undefined && outer.id !== own.id && own.id.startsWith(`${outer.id}-`);
  const id = isInner ? own.id.slice(outer.id.length + 1) : own.id;
  return { id, clause: own.id, printed: own.marker?.printed.trim() ?? '', document };
}

const NAMED = /^[^“”第]{0,12}《([^《》]{2,80})》/u;

/** The document that each clause names at its head: 二十七、修改《…》, （三）将《…》第五条… */
function documentsOf(clauses: readonly Clause[], byId: ById): Map<string, string> {
  return new Map(
    linesOf(clauses).flatMap(({ clause, text, marker }): [string, string][] => {
      const own = numbered(clause, byId);
      const [, title] = own.marker && marker ? (NAMED.exec(text.trim()) ?? []) : [];
      return title && !/^[^“”]*重新公布/u.test(text) ? [[own.id, title]] : [];
    }),
  );
}

/** A title as titles are compared: without marks, `〈甲〉办法 → 甲办法`. */
function foldTitle(title: string): string {
  return foldLine(title).replace(/[《》〈〉<>“”"'‘’]/gu, '');
}

/** Whether two titles name one document; the name of the state may be left out. */
export function isSameTitle(one: string, other: string): boolean {
  const fold = (title: string) => foldTitle(title).replace(/^中华人民共和国/u, '');
  return fold(one) === fold(other);
}

/** The documents that a decision names as amended: in its title, in the sentence before its items, and by its items. */
export function amendedDocuments(source: string): string[] {
  const { clauses } = splitPolicy(source);
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const paragraphs = clauses.flatMap((clause) => clause.paragraphs);
  const title = paragraphs
    .filter(({ role }) => role === 'title')
    .map(paragraphText)
    .join('');
  const [, amended] = /^(.{2,60}?)修正案/u.exec(foldLine(title)) ?? [];
  const preamble = paragraphs.filter(({ role }) => role === 'preamble').map(paragraphText);
  const said = [title, ...preamble].flatMap((text) =>
    /修改|修正|修订/u.test(text)
      ? [...text.matchAll(/《([^《》]{2,80})》/gu)].map(([, t = '']) => t)
      : [],
  );
  const all = [...(amended ? [amended] : []), ...documentsOf(clauses, byId).values(), ...said];
  return all.filter((one, i) => all.findIndex((other) => isSameTitle(one, other)) === i);
}
