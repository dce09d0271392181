import { type Candidate, LEVELS, type Level } from './marker.ts';

/** A line on which a number may stand; `told` where an editor has said that one does, or does not. */
export interface Numbered {
  candidate: Candidate | null;
  told: boolean | null;
}

/**
 * Why a candidate is in doubt: it is taken, though all others before are plainer; it is left, though it looks like a
 * number; or it is left because a plainer one has its number.
 */
export type Doubt = 'taken' | 'left' | 'outdone';

/** Which candidates are numbers of the document, and which of the others may be and leave a doubt. */
export interface Chosen {
  taken: ReadonlySet<number>;
  doubts: ReadonlyMap<number, Doubt>;
}

/**
 * Decides among candidates by the numbers round them: one that may be something else is taken where it is due and no
 * plainer one with its number comes before the next. `第一条 · 第二条规定的… · 第二条 → 1, 3`. Linear in time.
 */
export function chooseNumbers(lines: readonly Numbered[]): Chosen {
  const outdone = plainerLater(lines);
  const next = nextAlike(lines);
  const taken = new Set<number>();
  const doubts = new Map<number, Doubt>();
  const last = new Map<Level, Candidate>();
  const style = new Map<Level, { sure: number; other: number }>();
  let path: readonly number[] = [];
  for (const [index, { candidate, told }] of lines.entries()) {
    if (!candidate || told === false) continue;
    const { level, sure, speaks } = candidate;
    const before = last.get(level);
    const isOutdone = outdone.has(index);
    const isDueHere = !isOutdone && isDue(candidate, before, path, next[index] ?? null);
    if (!(told === true || sure || isDueHere || isAhead(candidate, before, isOutdone))) {
      if (isDoubt(candidate)) doubts.set(index, isOutdone ? 'outdone' : 'left');
      continue;
    }
    taken.add(index);
    const all = style.get(level) ?? { sure: 0, other: 0 };
    // The last of many plain numbers that speaks of a place: 第三十三条规定的… below 第三十二条.
    const isAlone = all.sure > 1 && all.other === 0 && next[index] === null;
    if (told === null && speaks && isAlone) doubts.set(index, 'taken');
    style.set(level, sure ? { ...all, sure: all.sure + 1 } : { ...all, other: all.other + 1 });
    last.set(level, candidate);
    path = candidate.path ?? path;
    for (const inner of INSIDE[level] ?? []) last.delete(inner);
  }
  return { taken, doubts };
}

/** How plainly a candidate is a number: 第二条 甲 before 第二条甲 before 第二条规定. */
function plainness({ sure, speaks }: Candidate): number {
  if (sure) return 2;
  return speaks ? 0 : 1;
}

/** 第五条 after 第三条, with nothing else that could be 第五条: one is missing. */
function isAhead(
  { level, number, speaks, zhi }: Candidate,
  before: Candidate | undefined,
  isOutdone: boolean,
): boolean {
  return ORDINAL.has(level) && !speaks && !isOutdone && (number > (before?.number ?? 0) || zhi > 0);
}

const ORDINAL: ReadonlySet<Level> = new Set(['book', 'chapter', 'section', 'division', 'article']);

/** What looks like a number and is none needs a person; 第二条规定的…, 2 人 and 三 alone do not look like one. */
function isDoubt({ level, speaks, path, printed }: Candidate): boolean {
  if (speaks || level === 'annex') return false;
  return level === 'decimal'
    ? (path?.length ?? 0) > 1
    : /[、.．,，)）]/u.test(printed) || ORDINAL.has(level);
}

/** Levels that begin anew inside each. */
const INSIDE: Partial<Record<Level, readonly Level[]>> = Object.fromEntries(
  LEVELS.map((level, i) => [
    level,
    LEVELS.slice(i + 1).filter((inner) => !['article', 'decimal', 'part'].includes(inner)),
  ]),
);

function isDue(
  candidate: Candidate,
  before: Candidate | undefined,
  path: readonly number[],
  next: Candidate | null,
): boolean {
  const { number, zhi } = candidate;
  if (candidate.path) return isDueDecimal(candidate.path, path, next);
  if (zhi > 0) return before?.number === number && zhi > before.zhi;
  if (before && number === before.number + 1) return true;
  // A list of one is none: what may be something else begins a list only where its second follows.
  return number === 1 && next?.number === 2;
}

function isDueDecimal(
  path: readonly number[],
  before: readonly number[],
  next: Candidate | null,
): boolean {
  const depth = path.length;
  const own = path.at(-1) ?? 0;
  const begins = path.slice(0, -1).every((n, i) => n === before[i]);
  const goesOn = before.length >= depth && begins && own === (before[depth - 1] ?? 0) + 1;
  if (goesOn) return true;
  const inner = depth === before.length + 1 && begins && own === 1;
  if (inner && depth > 1) return true;
  // 1 总则 is followed by 1.1, or by 2.
  const [first, second] = next?.path ?? [];
  return depth === 1 && own === 1 && (second === undefined ? first === 2 : first === 1);
}

/** Candidates after which one with the same number is plainer, and comes before the next number. */
function plainerLater(lines: readonly Numbered[]): ReadonlySet<number> {
  const found = new Set<number>();
  const later = new Map<string, { index: number; plain: number }>();
  for (let index = lines.length - 1; index >= 0; index--) {
    const { candidate, told } = lines[index] as Numbered;
    if (!candidate || told === false) continue;
    const key = keyOf(candidate, candidate.number);
    const same = later.get(key);
    const successor = later.get(keyOf(candidate, candidate.number + 1));
    const plain = told === true ? 3 : plainness(candidate);
    if (same && same.plain > plain && (!successor || same.index < successor.index))
      found.add(index);
    later.set(key, { index, plain });
  }
  return found;
}

function keyOf({ level, path, zhi }: Candidate, number: number): string {
  return `${level} ${path?.slice(0, -1).join('.') ?? ''} ${number} ${zhi}`;
}

/** For each candidate the next on its level. */
function nextAlike(lines: readonly Numbered[]): (Candidate | null)[] {
  const next = new Map<Level, Candidate>();
  const found: (Candidate | null)[] = [];
  for (let index = lines.length - 1; index >= 0; index--) {
    const { candidate = null } = lines[index] ?? {};
    found[index] = (candidate && next.get(candidate.level)) ?? null;
    if (candidate) next.set(candidate.level, candidate);
  }
  return found;
}
