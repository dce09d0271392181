import { splitSentences } from '../policy/sentences.ts';
import { beginsWith, grow } from './amend-grow.ts';
import { done, findAll, idsOf, lacks, leave, type Outcome } from './amend-outcome.ts';
import { formatSteps, type Target } from './amend-places.ts';
import {
  type AmendText,
  type Block,
  bodyOf,
  isIn,
  type Node,
  setBody,
  setMarker,
} from './amend-text.ts';
import { withStop } from './amend-words.ts';
import type { DecisionPlace, Operation, Quote } from './decision.ts';

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

function rewriteSentence(target: Target, quote: Quote, by: number): Outcome {
  const found = sentenceOf(target);
  if (!found || quote.length !== 1)
    return leave(`${formatSteps(target.place)}的这一句不能确定是哪些字。`);
  const { block, sentences, at } = found;
  const old = sentences[at] ?? '';
  setBody(block, sentences.toSpliced(at, 1, withStop(quote[0] ?? '', old)).join(''));
  block.by.add(by);
  return done([block.node.id]);
}

/** The sentence that a place names, among those of its paragraph; `null` where it has several paragraphs, or no such one. */
export function sentenceOf({
  place,
  blocks,
}: Target): { block: Block; sentences: string[]; at: number } | null {
  const [block, ...more] = blocks;
  if (!block || more.length > 0) return null;
  const sentences = splitSentences(bodyOf(block), { semicolons: false });
  const n = place.sentence ?? 0;
  const at = n < 0 ? sentences.length + n : n - 1;
  return sentences[at] === undefined ? null : { block, sentences, at };
}

/** Puts a quote in the place of what a target holds. */
export function rewriteTarget(text: AmendText, target: Target, quote: Quote, by: number): Block[] {
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
