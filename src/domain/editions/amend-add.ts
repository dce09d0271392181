import type { ClauseKind } from '../policy/clause.ts';
import { beginsWith, endOf, grow, growNumbered } from './amend-grow.ts';
import type { Addition } from './amend-numbers.ts';
import { done, lacks, leave, type Outcome } from './amend-outcome.ts';
import { findPlace, KIND_OF, listsIn, paragraphAround } from './amend-places.ts';
import {
  type AmendText,
  type Block,
  bodyOf,
  isIn,
  layoutOf,
  type Node,
  type Numbered,
  newNode,
  rangeOf,
  setBody,
  setMarker,
} from './amend-text.ts';
import { withStop } from './amend-words.ts';
import type { DecisionPlace, Operation, PlaceStep, Quote, Unit } from './decision.ts';

type Add = Extract<Operation, { does: 'add' }>;

/** What an addition came to: done, or on its way to its place among those numbered like it. */
export interface Added {
  outcome: Outcome;
  additions: Addition[];
}

const refused = (outcome: Outcome): Added => ({ outcome, additions: [] });

/** 增加一条、一款、一项、一节 */
export function addTo(text: AmendText, operation: Add, by: number): Added {
  const { unit, quote } = operation;
  if (quote.length === 0) return refused(leave('没有读到增加的文字。'));
  if (unit === '款') return refused(addParagraphs(text, operation, by));
  if (unit === '项' || unit === '目') return addItems(text, operation, by);
  return addNumbered(text, operation, by);
}

function upTo(place: DecisionPlace | null, units: readonly Unit[]): DecisionPlace {
  return { steps: (place?.steps ?? []).filter(({ unit }) => units.includes(unit)) };
}

function stepOf(place: DecisionPlace | undefined, wanted: Unit): PlaceStep | undefined {
  return place?.steps.find(({ unit }) => unit === wanted);
}

function addParagraphs(text: AmendText, { at, beside, as, quote }: Add, by: number): Outcome {
  const [first] = as;
  const place = upTo(first && stepOf(first, '条') ? first : at, ['条']);
  if (place.steps.length === 0) return leave('没有写在哪一条里增加。');
  const target = findPlace(text, place);
  const article = target?.node;
  if (!target || !article) return lacks(place);
  const starts = startsOf(text, article);
  const anchor = stepOf(at ?? undefined, '款')?.number;
  const behind = beside && anchor ? anchor + (beside === 'after' ? 1 : 0) : starts.length + 1;
  const number = stepOf(first, '款')?.number ?? behind;
  if (number > starts.length + 1)
    return leave(`上一版这一条只有 ${starts.length} 款，放不到第${number}款。`);
  const index = starts[number - 1] ?? endOf(text, article);
  const { blocks, tops } = grow(text, quote, { parent: article, near: index, by });
  for (const top of tops) top.isNew = true;
  if (number === 1) leadArticle(text, article, blocks);
  text.blocks = text.blocks.toSpliced(index, 0, ...blocks);
  return done([article.id]);
}

/** Where each 款 of an article begins. */
function startsOf({ blocks }: AmendText, article: Node): number[] {
  const seen = new Set<Node | null>();
  return blocks.flatMap(({ node }, i) => {
    if (!isIn(node, article)) return [];
    const own = paragraphAround(node, article);
    if (seen.has(own)) return [];
    seen.add(own);
    return [i];
  });
}

/** Puts new paragraphs first: the number of the article goes to them, and its old text becomes a further 款. */
function leadArticle(text: AmendText, article: Node, blocks: readonly Block[]): void {
  const [head] = rangeOf(text, article);
  const [lead] = blocks;
  if (!head || !lead) return;
  const near = text.blocks.indexOf(head);
  const { gap, indent } = layoutOf(text, 'paragraph', near);
  const first: Node = { ...newNode('paragraph', null, article), number: 1, isNew: false };
  for (const block of rangeOf(text, article)) {
    if (paragraphAround(block.node, article)) continue;
    if (block.node === article) block.node = first;
    else if (block.node.parent === article) block.node.parent = first;
  }
  const printed = head.marker;
  const body = bodyOf(head);
  lead.gap = head.gap;
  setBody(lead, bodyOf(lead).trimStart());
  setMarker(lead, printed);
  lead.node = article;
  head.gap = gap;
  setMarker(head, '');
  setBody(head, indent + body.trimStart());
}

function addItems(text: AmendText, { unit, at, as, quote }: Add, by: number): Added {
  const outer: readonly Unit[] = unit === '项' ? ['条', '款'] : ['条', '款', '项'];
  const [first] = as;
  const place = upTo(first && stepOf(first, '条') && !at ? first : at, outer);
  if (place.steps.length === 0) return refused(leave('没有写在哪一条里增加。'));
  const target = findPlace(text, place);
  if (!target?.node) return refused(lacks(place));
  const lists = listsIn(text, target.node, target.isFirst);
  const own = lists.length > 1 ? lists.filter((list) => list[0]?.parent === target.node) : lists;
  const [list] = own;
  const last = list?.at(-1);
  if (!list || !last || own.length > 1)
    return refused(
      leave(lists.length ? '这一条里不止一处列项，没有写是哪一处。' : '上一版这里没有列项。'),
    );
  const number = stepOf(first, unit) ?? { number: last.number + 1, zhi: 0 };
  const near = text.blocks.findIndex(({ node }) => node === last);
  const isLast = number.number > last.number;
  const stop = isLast ? bodyOf(text.blocks[near] as Block) : '；';
  const words = [...quote.slice(0, -1), withStop(quote.at(-1) ?? '', stop)];
  const ground = { parent: last.parent, near, by };
  const additions = numberedParts(words, last.kind, number).map(([to, part]) =>
    additionOf(text, last.kind, to, part, ground),
  );
  const before = bodyOf(text.blocks[near] as Block);
  const notes =
    isLast && /。\s*$/u.test(before) ? ['加在最后，前一项末尾的“。”请看要不要改成“；”。'] : [];
  return { outcome: done([target.node.id], notes), additions };
}

/** The clauses of a quote with their numbers; words without one have those that the decision gives. */
function numberedParts(
  quote: Quote,
  kind: ClauseKind,
  first: Numbered,
  as: readonly Numbered[] = [],
): [Numbered, string[]][] {
  const parts: [Numbered, string[]][] = [];
  const isEach = as.length > 1 && !quote.some((words) => beginsWith(words, kind));
  for (const words of quote) {
    const marker = beginsWith(words, kind);
    const own = marker ?? (isEach ? as[parts.length] : undefined);
    const { number, zhi } = own ?? first;
    if (own || parts.length === 0) parts.push([{ number, zhi }, [words]]);
    else parts.at(-1)?.[1].push(words);
  }
  return parts;
}

function additionOf(
  text: AmendText,
  kind: ClauseKind,
  to: Numbered,
  part: readonly string[],
  ground: { parent: Node | null; near: number; by: number },
): Addition {
  const [first = '', ...rest] = part;
  const own = beginsWith(first, kind);
  const quote = [own ? first.slice(own.printed.length) : first, ...rest];
  const { blocks, tops } = growNumbered(text, kind, to, quote, ground);
  const node = tops[0] ?? newNode(kind, null, ground.parent);
  node.isNew = true;
  node.to = to;
  return { node, blocks, inside: null, by: ground.by };
}

function addNumbered(text: AmendText, { unit, at, beside, as, quote }: Add, by: number): Added {
  const kind = KIND_OF[unit] ?? 'article';
  const target = at && at.steps.length > 0 ? findPlace(text, at) : null;
  if (at && at.steps.length > 0 && !target?.node) return refused(lacks(at));
  const numbers = as.flatMap((place) => stepOf(place, unit) ?? []);
  const first = numbers[0] ?? beginsWith(quote[0] ?? '', kind) ?? behind(target?.node, beside);
  if (!first) return refused(leave('没有写作为第几条。'));
  const near = target?.node
    ? text.blocks.findIndex(({ node }) => node === target.node)
    : nearest(text, first);
  const ground = { parent: target?.node && !beside ? target.node : null, near, by };
  if (kind !== 'article') return addSection(text, kind, first, quote, ground);
  const additions = numberedParts(quote, kind, first, numbers).map(([to, part]) => ({
    ...additionOf(text, kind, to, part, ground),
    inside: ground.parent,
  }));
  return { outcome: done([]), additions };
}

/** 在第十条后增加一条, without 作为: the next number, as far as it is free it is an article of its own. */
function behind(node: Node | null | undefined, beside: Add['beside']): Numbered | null {
  if (!node || !beside) return null;
  return { number: node.number + (beside === 'after' ? 1 : 0), zhi: 0 };
}

function nearest({ blocks }: AmendText, { number }: Numbered): number {
  return blocks.findIndex(({ node }) => node.kind === 'article' && node.number >= number - 1);
}

function addSection(
  text: AmendText,
  kind: ClauseKind,
  to: Numbered,
  quote: Quote,
  ground: { parent: Node | null; near: number; by: number },
): Added {
  const { blocks, tops } = grow(text, quote, ground);
  const [node] = tops;
  if (!node || node.kind !== kind || tops.length > 1)
    return refused(leave('增加的一章或一节没有从它的标题写起。'));
  for (const one of new Set(blocks.map((block) => block.node))) {
    if (one.kind !== kind && one.kind !== 'article') continue;
    one.isNew = true;
    one.to = { number: one.number, zhi: one.zhi };
  }
  node.to = to;
  return { outcome: done([]), additions: [{ node, blocks, inside: ground.parent, by: ground.by }] };
}
