/** A sign, or a number or a word as a whole. */
export interface Token {
  text: string;
  /** Folded. */
  key: string;
}

/** A change, and what is the same after it. */
export interface Hunk {
  removed: Token[];
  added: Token[];
  same: [old: Token, next: Token][];
}

/** Fewer signs between two changes are the same by chance. */
const ISLAND = 2;
const STOP = /^[\p{P}]$/u;

/** Two texts cut at the places where they are the same. */
export function hunksOf(
  old: readonly Token[],
  next: readonly Token[],
  same: readonly (readonly [number, number])[],
): Hunk[] {
  const hunks: Hunk[] = [{ removed: [], added: [], same: [] }];
  let [i, j] = [0, 0];
  for (const [to, until] of [...same, [old.length, next.length] as const]) {
    const isCut = to > i || until > j;
    if (isCut) hunks.push({ removed: old.slice(i, to), added: next.slice(j, until), same: [] });
    const [a, b] = [old[to], next[until]];
    if (a && b) hunks.at(-1)?.same.push([a, b]);
    [i, j] = [to + 1, until + 1];
  }
  return hunks;
}

/** Changes as one reads them: not torn by a sign that is the same by chance, and cut at stops where they can be. */
export function tidy(hunks: readonly Hunk[]): Hunk[] {
  const whole: Hunk[] = [];
  for (const [n, hunk] of hunks.entries()) {
    const last = whole.at(-1);
    if (last && n > 1 && isIsland(last, hunk)) {
      last.removed.push(...last.same.map(([a]) => a), ...hunk.removed);
      last.added.push(...last.same.map(([, b]) => b), ...hunk.added);
      last.same = [...hunk.same];
    } else whole.push({ removed: [...hunk.removed], added: [...hunk.added], same: [...hunk.same] });
  }
  for (const [n, hunk] of whole.entries()) {
    const before = whole[n - 1];
    if (!before) continue;
    trim(before, hunk);
    slide(before, hunk);
  }
  return whole;
}

function isIsland(before: Hunk, after: Hunk): boolean {
  const size = ({ removed, added }: Hunk) => Math.max(removed.length, added.length);
  const { length } = before.same;
  return length <= ISLAND && length <= size(before) && length <= size(after);
}

/** What a change begins and ends with on both sides is the same. */
function trim(before: Hunk, { removed, added, same }: Hunk): void {
  while (removed[0] && added[0] && removed[0].key === added[0].key) {
    before.same.push([removed[0], added[0]]);
    removed.shift();
    added.shift();
  }
  for (;;) {
    const [a, b] = [removed.at(-1), added.at(-1)];
    if (!a || !b || a.key !== b.key) return;
    same.unshift([a, b]);
    removed.pop();
    added.pop();
  }
}

/** Moves what was put in, or taken out, to where it begins after a stop: 甲、[+乙、+]丙 and not 甲[+、乙+]、丙. */
function slide(before: Hunk, hunk: Hunk): void {
  const edit = hunk.added.length === 0 ? hunk.removed : hunk.removed.length === 0 ? hunk.added : [];
  if (edit.length === 0) return;
  while (before.same.length > 0 && before.same.at(-1)?.[0].key === edit.at(-1)?.key)
    stepBack(before, hunk, edit);
  let [best, most, steps] = [0, scoreOf(before, edit), 0];
  while (hunk.same.length > 0 && hunk.same[0]?.[0].key === edit[0]?.key) {
    stepOn(before, hunk, edit);
    steps++;
    const score = scoreOf(before, edit);
    if (score >= most) [best, most] = [steps, score];
  }
  for (; steps > best; steps--) stepBack(before, hunk, edit);
}

function stepBack(before: Hunk, hunk: Hunk, edit: Token[]): void {
  const pair = before.same.pop();
  const last = edit.pop();
  if (!pair || !last) return;
  const isAdded = edit === hunk.added;
  edit.unshift(pair[isAdded ? 1 : 0]);
  hunk.same.unshift(isAdded ? [pair[0], last] : [last, pair[1]]);
}

function stepOn(before: Hunk, hunk: Hunk, edit: Token[]): void {
  const pair = hunk.same.shift();
  const first = edit.shift();
  if (!pair || !first) return;
  const isAdded = edit === hunk.added;
  edit.push(pair[isAdded ? 1 : 0]);
  before.same.push(isAdded ? [pair[0], first] : [first, pair[1]]);
}

/** How well a change is cut: after a stop, with its own at the end, or at least at the beginning. */
function scoreOf(before: Hunk, edit: readonly Token[]): number {
  const last = before.same.at(-1)?.[1].key;
  const isAfter = last === undefined || STOP.test(last);
  return (
    (isAfter ? 3 : 0) +
    (STOP.test(edit.at(-1)?.key ?? '') ? 2 : 0) +
    (STOP.test(edit[0]?.key ?? '') ? 1 : 0)
  );
}
