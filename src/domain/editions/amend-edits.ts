import { splitSentences } from '../policy/sentences.ts';
import { beginsWith, grow } from './amend-grow.ts';
import { findPlace, formatSteps, type Target } from './amend-places.ts';
import {
  type AmendText,
  type Block,
  bodyOf,
  isIn,
  type Node,
  setBody,
  setMarker,
} from './amend-text.ts';
import {
  appendWords,
  countWords,
  foldWords,
  insertWords,
  replaceWords,
  withStop,
} from './amend-words.ts';
import type { DecisionPlace, Operation, Quote } from './decision.ts';

/** What came of an instruction: notes for a person beside what was done, or why nothing was. */
export interface Outcome {
  /** Ids of the base that it touched. */
  old: string[];
  notes: string[];
  /** Why it was left. */
  left: string | null;
  /** What the base does not have. */
  missing: DecisionPlace | null;
}

export const done = (old: readonly (string | null)[], notes: string[] = []): Outcome => ({
  old: [...new Set(old.flatMap((id) => id ?? []))],
  notes,
  left: null,
  missing: null,
});
export const leave = (left: string): Outcome => ({ ...done([]), left });
export const lacks = (missing: DecisionPlace): Outcome => ({ ...done([]), missing });

const idsOf = (blocks: readonly Block[]) => blocks.map(({ node }) => node.id);
const mark = (blocks: readonly Block[], by: number) => {
  for (const block of blocks) block.by.add(by);
};

/** All places of an operation, or the first that the base does not have. */
function findAll(text: AmendText, at: readonly DecisionPlace[]): Target[] | DecisionPlace {
  const places = at.length ? at : [{ steps: [] }];
  const found: Target[] = [];
  for (const place of places) {
    const target = findPlace(text, place);
    if (!target) return place;
    found.push(target);
  }
  return found;
}

/** 将第六条中的“甲”修改为“乙” */
export function replaceAt(
  text: AmendText,
  { at, pairs }: Extract<Operation, { does: 'replace' }>,
  by: number,
): Outcome {
  const targets = findAll(text, at);
  if (!Array.isArray(targets)) return lacks(targets);
  const notes: string[] = [];
  const plans: (() => Block[])[] = [];
  for (const { old, words } of pairs) {
    const plan = planReplace(text, targets, old, words, by);
    if (typeof plan === 'string') return leave(plan);
    plans.push(plan.run);
    notes.push(...plan.notes);
  }
  const touched = plans.flatMap((run) => run());
  mark(touched, by);
  return done(idsOf(touched), notes);
}

type Plan = { run: () => Block[]; notes: string[] };

function planReplace(
  text: AmendText,
  targets: readonly Target[],
  old: Quote,
  words: Quote,
  by: number,
): Plan | string {
  const whole = targets.length === 1 ? targets[0] : undefined;
  const [from, to] = withoutNumbers(old[0] ?? '', words[0] ?? '');
  const isThere = !whole || old.length > 1 || countWords(whole.blocks, from) > 0;
  const isWhole = !isThere && isAlmost(whole.blocks.map(folded), [foldWords(from)]);
  if (whole && (old.length > 1 || words.length > 1 || isWhole))
    return planWhole(text, whole, old, words, by);
  const notes: string[] = [];
  const runs: (() => Block[])[] = [];
  for (const target of targets) {
    const found = withWords(text, target, from);
    if (typeof found === 'string') return found;
    notes.push(...found.notes);
    runs.push(() => replaceWords(found.blocks, from, to));
  }
  return { run: () => runs.flatMap((run) => run()), notes };
}

/** A number that both begin with stays as it is printed. */
function withoutNumbers(old: string, words: string): [string, string] {
  const [one, other] = [beginsWith(old, 'item'), beginsWith(words, 'item')];
  if (!one || !other) return [old, words];
  return [old.slice(one.printed.length), words.slice(other.printed.length)];
}

/** Where the words stand in a place; where they do not, in its article, if only once. */
function withWords(
  text: AmendText,
  target: Target,
  words: string,
): { blocks: Block[]; notes: string[] } | string {
  if (countWords(target.blocks, words) > 0) return { blocks: target.blocks, notes: [] };
  const place = formatSteps(target.place);
  const [article] = target.place.steps.filter(({ unit }) => unit === '条');
  const outer =
    target.place.steps.length > 1 && article ? findPlace(text, { steps: [article] }) : null;
  if (outer && countWords(outer.blocks, words) === 1)
    return {
      blocks: outer.blocks,
      notes: [`${place}里没有“${short(words)}”，这一条里只有一处，改在那里。`],
    };
  return `上一版${place}里没有“${short(words)}”。`;
}

export function short(words: string): string {
  return words.length > 20 ? `${words.slice(0, 20)}…` : words;
}

const folded = (block: Block) => foldWords(bodyOf(block));

/** Whole paragraphs for whole paragraphs. */
function planWhole(
  text: AmendText,
  target: Target,
  old: Quote,
  words: Quote,
  by: number,
): Plan | string {
  const bodies = target.blocks.map(folded);
  const wanted = old.map(foldWords);
  if (wanted.join('\n') === bodies.join('\n'))
    return { run: () => rewriteTarget(text, target, words, by), notes: [] };
  const at = bodies.findIndex((_, i) => wanted.every((one, k) => bodies[i + k] === one));
  if (at < 0 && isAlmost(bodies, wanted))
    return {
      run: () => rewriteTarget(text, target, words, by),
      notes: [`上一版${formatSteps(target.place)}和决定引的原文有几个字不同，请核对上一版。`],
    };
  if (at < 0) return `上一版${formatSteps(target.place)}的文字和决定引的原文对不上。`;
  const blocks = target.blocks.slice(at, at + old.length);
  return {
    run: () => rewriteTarget(text, { ...target, isFirst: false, node: null, blocks }, words, by),
    notes: [],
  };
}

/** Whether paragraphs are those that are quoted, but for a slip of one of the two: all are there, and nearly all their words. */
function isAlmost(bodies: readonly string[], wanted: readonly string[]): boolean {
  if (bodies.length !== wanted.length) return false;
  return bodies.every((body, i) => likeness(body, wanted[i] ?? '') > 0.9);
}

/** Which part of the pairs of signs of two texts they share. */
function likeness(one: string, other: string): number {
  const pairs = (text: string) => Array.from(text).map((sign, i, all) => sign + (all[i + 1] ?? ''));
  const left = new Map<string, number>();
  for (const pair of pairs(one)) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairs(other)) {
    const count = left.get(pair) ?? 0;
    if (count > 0) shared++;
    left.set(pair, count - 1);
  }
  return (2 * shared) / Math.max(1, one.length + other.length);
}

/** 在“甲”后增加“乙”; 末尾增加“乙” */
export function insertAt(
  text: AmendText,
  { at, anchor, side, quote }: Extract<Operation, { does: 'insert' }>,
  by: number,
): Outcome {
  const targets = findAll(text, at);
  if (!Array.isArray(targets)) return lacks(targets);
  if (quote.length !== 1) return leave('增加的文字不止一段，不能确定放在哪里。');
  const [words = ''] = quote;
  if (!anchor) {
    const last = targets.flatMap(({ blocks }) => blocks.at(-1) ?? []);
    for (const block of last) appendWords(block, words);
    mark(last, by);
    return done(idsOf(last));
  }
  const wanted = anchor.join('');
  const plans: Block[][] = [];
  const notes: string[] = [];
  for (const target of targets) {
    const found = withWords(text, target, wanted);
    if (typeof found === 'string') return leave(found);
    const count = countWords(found.blocks, wanted);
    if (count > 1)
      return leave(
        `“${short(wanted)}”在${formatSteps(target.place)}里有 ${count} 处，不能确定加在哪一处。`,
      );
    plans.push(found.blocks);
    notes.push(...found.notes);
  }
  const touched = plans.flatMap((blocks) => insertWords(blocks, wanted, side, words));
  mark(touched, by);
  if (
    !/^[、，。；：和或及与的]|[、，。；：]$/u.test(words) &&
    words.length > 6 &&
    !/[。]$/u.test(wanted)
  )
    notes.push('增加的文字前后没有写标点，请看要不要补。');
  return done(idsOf(touched), notes);
}

/** 将第六条修改为“…”; with `as` it is numbered anew as well */
export function rewriteAt(
  text: AmendText,
  { at, quote, as }: Extract<Operation, { does: 'rewrite' }>,
  by: number,
): Outcome {
  const targets = findAll(text, at);
  if (!Array.isArray(targets)) return lacks(targets);
  const [first] = targets;
  if (!first || quote.length === 0) return leave('没有读到修改后的文字。');
  const old = targets.flatMap(({ blocks }) => idsOf(blocks));
  if (first.place.sentence !== undefined) return rewriteSentence(first, quote, by);
  const parts = targets.length > 1 ? quote.flatMap(partsOf) : quote;
  const isEach = targets.length > 1 && parts.length === targets.length && !isMerged(at, as);
  for (const [i, target] of targets.entries()) {
    if (isEach) rewriteTarget(text, target, [parts[i] ?? ''], by);
    else if (i === 0) rewriteTarget(text, target, quote, by);
    else removeTarget(text, target);
  }
  for (const [i, place] of as.entries()) {
    const node = targets[i]?.node;
    const step = place.steps.find(({ unit }) => unit === at[i]?.steps.at(-1)?.unit);
    if (node && step && !targets[i]?.isFirst) node.to = { number: step.number, zhi: step.zhi };
  }
  return done(old);
}

/** Items that run on in one paragraph: （五）甲；（六）乙。 */
function partsOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[；;。])(?=[（(][一二三四五六七八九十]+[）)])/u);
}

/** 第二条、第三条合并，作为第二条: several become one. */
function isMerged(at: readonly DecisionPlace[], as: readonly DecisionPlace[]): boolean {
  return as.length > 0 && as.length < at.length;
}

function rewriteSentence({ place, blocks }: Target, quote: Quote, by: number): Outcome {
  const [block, ...more] = blocks;
  const sentences = block ? splitSentences(bodyOf(block), { semicolons: false }) : [];
  const n = place.sentence ?? 0;
  const at = n < 0 ? sentences.length + n : n - 1;
  if (!block || more.length > 0 || quote.length !== 1 || sentences[at] === undefined)
    return leave(`${formatSteps(place)}的这一句不能确定是哪些字。`);
  const old = sentences[at] ?? '';
  setBody(block, sentences.toSpliced(at, 1, withStop(quote[0] ?? '', old)).join(''));
  block.by.add(by);
  return done([block.node.id]);
}

/** Puts a quote in the place of what a target holds. */
function rewriteTarget(text: AmendText, target: Target, quote: Quote, by: number): Block[] {
  const { node, blocks } = target;
  const [head] = blocks;
  if (!head) return [];
  const at = text.blocks.indexOf(head);
  const words = [...quote];
  const last = blocks.at(-1);
  if (last && target.place.part === undefined)
    words[words.length - 1] = withStop(words.at(-1) ?? '', bodyOf(last));
  const own = beginsWith(words[0] ?? '', head.node.kind);
  if (own) {
    words[0] = (words[0] ?? '').slice(own.printed.length);
    const isOther = own.number !== head.node.number || own.zhi !== head.node.zhi;
    if (isOther && node === head.node) head.node.to = { number: own.number, zhi: own.zhi };
  }
  const [first = '', ...rest] = words;
  const indent = head.marker ? '' : (/^\s*/u.exec(bodyOf(head))?.[0] ?? '');
  setBody(head, indent + first);
  head.by.add(by);
  const parent = node ?? head.node;
  const grown = grow(text, rest, { parent: growsIn(target, parent), near: at, by });
  for (const top of grown.tops) {
    // 分为两条: a further article is new, and numbered as the quote says.
    if (top.kind === head.node.kind && top.kind !== 'paragraph') {
      top.parent = head.node.parent;
      top.isNew = true;
      top.to = { number: top.number, zhi: top.zhi };
    }
  }
  const dropped = new Set(blocks.slice(1));
  const kept = text.blocks.filter((block) => !dropped.has(block));
  text.blocks = kept.toSpliced(kept.indexOf(head) + 1, 0, ...grown.blocks);
  return [head, ...grown.blocks];
}

/** What further paragraphs stand in: those of a 款 are further 款 of its article. */
function growsIn(target: Target, node: Node): Node | null {
  return node.kind === 'paragraph' && !target.isFirst ? node.parent : node;
}

/** 删去第六条 */
export function deleteAt(text: AmendText, { at }: Extract<Operation, { does: 'delete' }>): Outcome {
  const targets = findAll(text, at);
  if (!Array.isArray(targets)) return lacks(targets);
  const old = targets.flatMap(({ blocks }) => idsOf(blocks));
  const notes = targets.flatMap((target) => removeTarget(text, target));
  return done(old, notes);
}

/** Takes a target out; what is left of its article keeps the number. */
export function removeTarget(text: AmendText, { node, isFirst, blocks, place }: Target): string[] {
  const [head] = blocks;
  const dropped = new Set(blocks);
  const after = text.blocks.slice(text.blocks.findLastIndex((one) => dropped.has(one)) + 1);
  const notes: string[] = [];
  if (node && isFirst && head?.marker) {
    const next = after.find((block) => isIn(block.node, node));
    if (next) {
      setBody(next, bodyOf(next).trimStart());
      next.gap = head.gap;
      setMarker(next, head.marker);
    }
  } else if (node && head && !isFirst) {
    for (const block of blocks) block.node.isDeleted = true;
    notes.push(...noteOfStop(text, blocks, place));
  }
  text.blocks = text.blocks.filter((block) => !dropped.has(block));
  return notes;
}

/** The last item of a list ends with a full stop, the others do not. */
function noteOfStop(text: AmendText, blocks: readonly Block[], place: DecisionPlace): string[] {
  if (place.steps.at(-1)?.unit !== '项') return [];
  const last = blocks.at(-1);
  const before = text.blocks[text.blocks.indexOf(blocks[0] as Block) - 1];
  const isLast = last && /。\s*$/u.test(bodyOf(last)) && before && /；\s*$/u.test(bodyOf(before));
  return isLast ? ['删去的是最后一项，前一项末尾的“；”请看要不要改成“。”。'] : [];
}
