import type { Comparison } from './change.ts';
import { commonPlaces } from './common-places.ts';
import { foldForm } from './fold-form.ts';
import { weighLikeness } from './likeness.ts';
import { bestInOrder } from './matching.ts';
import type { PlacedSentence, Unit } from './units.ts';
import { diffWords, type Piece } from './words.ts';

/** A sentence of one edition beside what it is in the other. */
export interface SentenceRow {
  /** `null` where it was added. */
  old: PlacedSentence | null;
  /** `null` where it was removed. */
  next: PlacedSentence | null;
  /** Whether its words are others; form alone is no change. */
  changed: boolean;
  pieces: Piece[];
}

/** Sentences less alike are not the same one. */
const ALIKE = 0.25;

/**
 * The sentences of a stretch side by side, in the order of the new text, with what was removed where it stood: those of equal
 * words, and between them the likest in order.
 */
export function compareSentences({
  old,
  next,
}: {
  old: readonly Unit[];
  next: readonly Unit[];
}): SentenceRow[] {
  const [from, to] = [sentencesIn(old), sentencesIn(next)];
  const [a, b] = [from, to].map((all) => all.map(({ text }) => foldForm(text)));
  const equal = commonPlaces(a ?? [], b ?? []) ?? [];
  const rows: SentenceRow[] = [];
  let [i, j] = [0, 0];
  for (const [at, until] of [...equal, [from.length, to.length] as const]) {
    rows.push(...gapRows(from.slice(i, at), to.slice(j, until)));
    if (at < from.length) rows.push(rowOf(from[at] ?? null, to[until] ?? null));
    [i, j] = [at + 1, until + 1];
  }
  return rows;
}

/** In the order of the text: what was split or merged has the part that leads first. */
function sentencesIn(units: readonly Unit[]): PlacedSentence[] {
  return units.flatMap(({ sentences }) => sentences);
}

function gapRows(old: readonly PlacedSentence[], next: readonly PlacedSentence[]): SentenceRow[] {
  const words = [old, next].map((all) => all.map(({ text }) => foldForm(text)));
  const likeness = weighLikeness(words[0] ?? [], words[1] ?? []);
  const pairs = bestInOrder([...old.keys()], [...next.keys()], (a, b) => {
    // A sentence alone on either side is the same one changed, be it ever so much.
    if (old.length === 1 && next.length === 1) return 1;
    return Math.max(likeness.of(a, b), 0.6 * likeness.holds(a, b)) - ALIKE;
  });
  const rows: SentenceRow[] = [];
  let [i, j] = [0, 0];
  for (const [at, until] of [...pairs, [old.length, next.length] as const]) {
    rows.push(...old.slice(i, at).map((one) => rowOf(one, null)));
    rows.push(...next.slice(j, until).map((one) => rowOf(null, one)));
    if (at < old.length) rows.push(rowOf(old[at] ?? null, next[until] ?? null));
    [i, j] = [at + 1, until + 1];
  }
  return rows;
}

function rowOf(old: PlacedSentence | null, next: PlacedSentence | null): SentenceRow {
  const [a, b] = [old?.text ?? '', next?.text ?? ''];
  return { old, next, changed: foldForm(a) !== foldForm(b), pieces: diffWords(a, b) };
}

/**
 * Where each sentence of the old edition is now: `t3#s2 → { next: { clause: t4, n: 1 }, changed: false }`, `next: null` where it
 * was removed. What leans on a sentence that is changed has to be read again.
 */
export function sentencesWent({
  changes,
  unchanged,
}: Comparison): Map<string, Pick<SentenceRow, 'next' | 'changed'>> {
  const went = new Map<string, Pick<SentenceRow, 'next' | 'changed'>>();
  const pairs = unchanged.map(({ old, next }) => ({ old: [old], next: [next] }));
  for (const pair of [...pairs, ...changes])
    for (const { old, next, changed } of compareSentences(pair))
      if (old) went.set(`${old.clause}#s${old.n}`, { next, changed });
  return went;
}
