import {
  type Candidate,
  followsPath,
  HOLDS_DECIMALS,
  LEVELS,
  type Level,
  ORDINAL,
} from './marker.ts';

/** A line on which a number may stand; `told` where an editor has said that one does. */
export interface Numbered {
  /** What it may be, the likeliest first. */
  candidates: readonly Candidate[];
  told: boolean;
}

/**
 * Why a candidate is in doubt: it is taken, though all others before are plainer; it is left, though it looks like a
 * number; or it is left because a plainer one has its number.
 */
export type Doubt = 'taken' | 'left' | 'outdone';

/** Which candidates are numbers of the document, and which lines may have one and leave a doubt. */
export interface Chosen {
  taken: ReadonlyMap<number, Candidate>;
  doubts: ReadonlyMap<number, Doubt>;
}

/**
 * Decides among candidates by the numbers round them: one that may be something else is taken where it is due and no
 * plainer one with its number comes before the next. `第一条 · 第二条规定的… · 第二条 → 1, 3`. Linear in time.
 */
export function chooseNumbers(lines: readonly Numbered[]): Chosen {
  return new Choice(lines).choose();
}

class Choice {
  private readonly lines: readonly Numbered[];
  private readonly outdone: ReadonlySet<Candidate>;
  private readonly next: ReadonlyMap<Candidate, Candidate>;
  private readonly taken = new Map<number, Candidate>();
  private readonly doubts = new Map<number, Doubt>();
  private readonly last = new Map<Level, Candidate>();
  private readonly style = new Map<Level, { sure: number; other: number }>();
  /** The last of 1.2.3, or of a number in which 1.1 may stand. */
  private path: readonly number[] = [];
  private held = false;

  constructor(lines: readonly Numbered[]) {
    this.lines = lines;
    this.outdone = plainerLater(lines);
    this.next = nextAlike(lines);
  }

  choose(): Chosen {
    for (const [index, { candidates, told }] of this.lines.entries()) {
      const [first] = candidates;
      const taken = candidates.find((one) => this.isSure(one) || this.isDue(one));
      const ahead = first && this.isAhead(first) ? first : undefined;
      const chosen = taken ?? ahead ?? (told ? first : undefined);
      if (chosen) this.take(index, chosen, told);
      else if (first && isDoubt(first) && (!first.path || this.isNear(first.path)))
        this.doubts.set(index, this.outdone.has(first) ? 'outdone' : 'left');
    }
    return { taken: this.taken, doubts: this.doubts };
  }

  private take(index: number, candidate: Candidate, told: boolean): void {
    const { level, sure, speaks, path, number } = candidate;
    this.taken.set(index, candidate);
    const all = this.style.get(level) ?? { sure: 0, other: 0 };
    // The last of many plain numbers that speaks of a place: 第三十三条规定的… below 第三十二条.
    const isAlone = all.sure > 1 && all.other === 0 && !this.next.has(candidate);
    if (!told && speaks && isAlone) this.doubts.set(index, 'taken');
    const key = sure ? 'sure' : 'other';
    this.style.set(level, { ...all, [key]: all[key] + 1 });
    this.last.set(level, candidate);
    if (path) [this.path, this.held] = [path, false];
    else if (HOLDS_DECIMALS.has(level)) [this.path, this.held] = [[number], true];
    for (const inner of INSIDE[level] ?? []) this.last.delete(inner);
  }

  /** 8.30 开学 looks like 1.2 甲, yet comes after no 8. */
  private isSure({ sure, path }: Candidate): boolean {
    return sure && (!path || this.isNear(path));
  }

  private isNear([own = 0]: readonly number[]): boolean {
    const [before] = this.path;
    return before === undefined ? own === 1 : own === before || own === before + 1;
  }

  private isDue(candidate: Candidate): boolean {
    if (this.outdone.has(candidate)) return false;
    const { level, number, zhi, path, speaks } = candidate;
    const next = this.next.get(candidate);
    if (path) return this.isDuePath(candidate, path, next);
    const before = this.last.get(level);
    if (zhi > 0) return before?.number === number && zhi > before.zhi;
    if (before && number === before.number + 1) return true;
    // A list of one is none: what may be something else begins a list only where its second follows.
    return number === 1 && next?.number === 2 && !(speaks && before);
  }

  private isDuePath(
    { needsInner }: Candidate,
    path: readonly number[],
    next: Candidate | undefined,
  ): boolean {
    const [own = 0] = path;
    const opens = (next?.path?.length ?? 0) > 1 && next?.path?.[0] === own;
    // 1范围 is a number where 1.1 or 2要求 comes next; the last such, where those before were.
    const goesOn =
      opens || next?.path?.join() === String(own + 1) || this.last.get('decimal')?.needsInner;
    if (needsInner && !goesOn) return false;
    // Below 一、 a line that begins with 2 is no second of it.
    const before = this.held && path.length === 1 ? [] : this.path;
    if (followsPath(before, path)) return true;
    // 1 总则 is followed by 1.1, or by 2.
    const isFirst = before.length === 0 && path.join() === '1';
    return isFirst && (opens || next?.path?.[0] === 2);
  }

  /** 第五条 after 第三条, with nothing else that could be 第五条: one is missing. */
  private isAhead(candidate: Candidate): boolean {
    const { level, number, speaks, zhi } = candidate;
    if (!ORDINAL.has(level) || speaks || this.outdone.has(candidate)) return false;
    return number > (this.last.get(level)?.number ?? 0) || zhi > 0;
  }
}

/** How plainly a candidate is a number: 第二条 甲 before 第二条甲 before 第二条规定. */
function plainness({ sure, speaks }: Candidate): number {
  if (sure) return 2;
  return speaks ? 0 : 1;
}

/** What looks like a number and is none needs a person; 第二条规定的…, 2 人 and 三 alone do not look like one. */
function isDoubt({ level, speaks, path, printed, needsInner }: Candidate): boolean {
  if (speaks || needsInner || level === 'annex') return false;
  if (level === 'decimal') return (path?.length ?? 0) > 1;
  return /[、.．,，)）]\s*$/u.test(printed) || ORDINAL.has(level);
}

/** Levels that begin anew inside each. */
const INSIDE: Partial<Record<Level, readonly Level[]>> = Object.fromEntries(
  LEVELS.map((level, i) => [
    level,
    LEVELS.slice(i + 1).filter((inner) => !['article', 'decimal', 'part'].includes(inner)),
  ]),
);

/** Candidates after which one with the same number is plainer, and comes before the next number. */
function plainerLater(lines: readonly Numbered[]): ReadonlySet<Candidate> {
  const found = new Set<Candidate>();
  const later = new Map<string, { index: number; plain: number }>();
  for (const [index, { candidates, told }] of [...lines.entries()].reverse()) {
    for (const candidate of candidates) {
      const key = keyOf(candidate, candidate.number);
      const same = later.get(key);
      const successor = later.get(keyOf(candidate, candidate.number + 1));
      const plain = told ? 3 : plainness(candidate);
      if (same && same.plain > plain && (!successor || same.index < successor.index))
        found.add(candidate);
      later.set(key, { index, plain });
    }
  }
  return found;
}

function keyOf({ level, path, zhi }: Candidate, number: number): string {
  return `${level} ${path?.slice(0, -1).join('.') ?? ''} ${number} ${zhi}`;
}

/** For each candidate the next on its level. */
function nextAlike(lines: readonly Numbered[]): ReadonlyMap<Candidate, Candidate> {
  const next = new Map<Level, Candidate>();
  const found = new Map<Candidate, Candidate>();
  for (const { candidates } of lines.toReversed()) {
    for (const candidate of candidates) {
      const after = next.get(candidate.level);
      if (after) found.set(candidate, after);
    }
    for (const candidate of candidates) next.set(candidate.level, candidate);
  }
  return found;
}
