import { beginsWith } from './amend-grow.ts';
import { done, findAll, idsOf, lacks, leave, mark, type Outcome } from './amend-outcome.ts';
import { findPlace, formatSteps, type Target } from './amend-places.ts';
import { rewriteTarget, sentenceOf } from './amend-rewrite.ts';
import { type AmendText, type Block, bodyOf, setBody } from './amend-text.ts';
import { appendWords, countWords, foldWords, insertWords, replaceWords } from './amend-words.ts';
import type { Operation, Quote } from './decision.ts';

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

function short(words: string): string {
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
  const [first] = targets;
  if (first?.place.sentence !== undefined) return besideSentence(first, words, side, by);
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

/** 第一款第一句后增加“…” */
function besideSentence(
  target: Target,
  words: string,
  side: 'before' | 'after',
  by: number,
): Outcome {
  const found = sentenceOf(target);
  if (!found) return leave(`${formatSteps(target.place)}的这一句不能确定是哪些字。`);
  const { block, sentences, at } = found;
  setBody(block, sentences.toSpliced(at + (side === 'after' ? 1 : 0), 0, words).join(''));
  mark([block], by);
  return done([block.node.id]);
}
