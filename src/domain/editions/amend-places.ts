import { inHan } from '../policy/citation.ts';
import type { ClauseKind } from '../policy/clause.ts';
import { foldLine } from '../policy/fold.ts';
import { LIST_LEVELS } from '../policy/list-levels.ts';
import { type AmendText, type Block, isIn, type Node, nodesIn, rangeOf } from './amend-text.ts';
import type { DecisionPlace, PlaceStep, Unit } from './decision.ts';

/** A place of a decision found in the base. */
export interface Target {
  place: DecisionPlace;
  /** `null` of the title and of a paragraph of the preamble. */
  node: Node | null;
  /** Whether only the first 款 of the article is meant. */
  isFirst: boolean;
  blocks: Block[];
}

/** Levels that are numbered through, by their units; anything else is looked for as an article. */
export const KIND_OF: Partial<Record<Unit, ClauseKind>> = {
  编: 'book',
  分编: 'subbook',
  章: 'chapter',
  节: 'section',
  条: 'article',
};
/** What is called 条 where a text has no articles: 一、 */
const FOR_ARTICLES: readonly ClauseKind[] = ['part', 'division', 'item', 'point'];
const LISTS: ReadonlySet<ClauseKind> = new Set(LIST_LEVELS);

/** Finds a place by its old numbers, or `null` where the base has none such. */
export function findPlace(text: AmendText, place: DecisionPlace): Target | null {
  if (place.part === 'title') return ofBlocks(place, titleOf(text));
  if (place.part === 'preamble') return ofBlocks(place, inPreamble(text, place));
  if (place.steps.length === 0) return ofBlocks(place, text.blocks.filter(isLaw));
  let at: { node: Node | null; isFirst: boolean } | null = { node: null, isFirst: false };
  for (const step of place.steps) {
    at = at && stepInto(text, at, step);
    if (!at?.node) return null;
  }
  const node = at?.node;
  if (!at || !node) return null;
  const range = at.isFirst ? firstParagraph(text, node) : rangeOf(text, node);
  const own = place.part === 'heading' ? range.filter((block) => block.node === node) : range;
  return own.length ? { place, node, isFirst: at.isFirst, blocks: own } : null;
}

function ofBlocks(place: DecisionPlace, blocks: Block[]): Target | null {
  return blocks.length ? { place, node: null, isFirst: false, blocks } : null;
}

function titleOf({ blocks }: AmendText): Block[] {
  const first = blocks.findIndex(({ role }) => role === 'title');
  if (first < 0) return [];
  const end = blocks.findIndex(({ role }, i) => i > first && role !== 'title');
  return blocks.slice(first, end < 0 ? undefined : end);
}

/** Paragraphs that may be amended: what tells of the document stays. */
function isLaw({ role }: Block): boolean {
  return ['heading', 'body', 'row', 'text', 'closing', 'preamble'].includes(role);
}

const OPENING = /^(?:序言|前言|引言|序)$/u;

function inPreamble({ blocks }: AmendText, { steps }: DecisionPlace): Block[] {
  const own = blocks.filter(
    ({ role, lines }) => role === 'preamble' && !OPENING.test(foldLine(lines.join(''))),
  );
  const [step] = steps;
  return step ? own.slice(step.number - 1, step.number) : own;
}

/** The first 款 of an article with its list: all before the second. */
function firstParagraph(text: AmendText, article: Node): Block[] {
  const range = rangeOf(text, article);
  const second = range.findIndex(({ node }) => paragraphAround(node, article) !== null);
  return second < 0 ? range : range.slice(0, second);
}

/** The 款 of an article, other than the first, that a node stands in. */
export function paragraphAround(node: Node | null, article: Node): Node | null {
  if (node === null || node === article) return null;
  return node.kind === 'paragraph' && node.parent === article
    ? node
    : paragraphAround(node.parent, article);
}

type At = { node: Node | null; isFirst: boolean };

function stepInto(text: AmendText, { node, isFirst }: At, step: PlaceStep): At | null {
  const { unit } = step;
  if (unit === '款' || unit === '自然段') return node && paragraphOf(text, node, step);
  if (unit === '项' || unit === '目') return node && itemOf(text, { node, isFirst }, step);
  const kind = KIND_OF[unit] ?? 'article';
  const inside = nodesIn(text).filter((one) => node === null || isIn(one, node));
  const found =
    unit === '部分'
      ? (pick(inside, 'division', step) ?? pick(inside, 'part', step))
      : (pick(inside, kind, step) ?? (unit === '条' ? likeArticle(inside, step) : null));
  return found && { node: found, isFirst: false };
}

function hasNumber({ isDeleted, isNew, ...node }: Node, { number, zhi }: PlaceStep): boolean {
  return !isDeleted && !isNew && node.number === number && node.zhi === zhi;
}

/** Of several that are called so the one of the main text. */
function pick(nodes: readonly Node[], kind: ClauseKind, step: PlaceStep): Node | null {
  const found = nodes.filter((node) => node.kind === kind && hasNumber(node, step));
  return found.find((node) => !isOfAnnex(node)) ?? found[0] ?? null;
}

function isOfAnnex(node: Node | null): boolean {
  return node !== null && (node.kind === 'annex' || isOfAnnex(node.parent));
}

function likeArticle(nodes: readonly Node[], step: PlaceStep): Node | null {
  if (nodes.some(({ kind }) => kind === 'article')) return null;
  const kind = FOR_ARTICLES.find((one) => nodes.some((node) => node.kind === one));
  return kind ? pick(nodes, kind, step) : null;
}

function paragraphOf(text: AmendText, article: Node, step: PlaceStep): At | null {
  const own = nodesIn(text).find(
    (node) =>
      node.kind === 'paragraph' && node.parent === article && !node.isNew && hasNumber(node, step),
  );
  if (own) return { node: own, isFirst: false };
  return step.number === 1 ? { node: article, isFirst: true } : null;
}

function itemOf(text: AmendText, { node, isFirst }: At, step: PlaceStep): At | null {
  if (!node) return null;
  const items = listsIn(text, node, isFirst).flat();
  const own = items.filter((item) => hasNumber(item, step));
  const direct = own.filter(({ parent }) => parent === node);
  const [found] = direct.length ? direct : own;
  // Lists of two 款 both have a first item.
  return found && (direct.length === 1 || own.length === 1)
    ? { node: found, isFirst: false }
    : null;
}

/** The lists of an article or a 款, each the items that stand in one parent. */
export function listsIn(text: AmendText, node: Node, isFirst: boolean): Node[][] {
  const lists = new Map<Node, Node[]>();
  for (const item of nodesIn(text)) {
    const { parent } = item;
    if (!LISTS.has(item.kind) || parent === null || item === node || !isIn(item, node)) continue;
    const isInner = parent !== node && LISTS.has(parent.kind);
    if (isInner || (isFirst && parent !== node)) continue;
    lists.set(parent, [...(lists.get(parent) ?? []), item]);
  }
  return [...lists.values()];
}

/** A place as it is told: `第十五条第三款`. */
export function formatSteps({ steps, part }: DecisionPlace): string {
  const opening = part === 'preamble' ? '序言' : part === 'title' ? '标题' : '';
  const written = steps.map(
    ({ unit, number, zhi }) =>
      `第${unit === '项' && number > 9999 ? number : inHan(number)}${unit}${zhi ? `之${inHan(zhi)}` : ''}`,
  );
  return opening + written.join('') || '全文';
}
