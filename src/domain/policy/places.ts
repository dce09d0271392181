import {
  type Citable,
  type Cited,
  citedPath,
  firstParagraph,
  inHan,
  isList,
  pathTo,
} from './citation.ts';
import type { Step } from './cited-words.ts';
import { hasPage } from './clause.ts';
import type { Level } from './marker.ts';
import { levelsOf } from './spoken-levels.ts';

/** The levels that a document has. */
type Levels = ReadonlySet<Level | undefined>;

/** One level of a place. */
export interface Wanted {
  /** The levels it may stand for, the likeliest first. */
  levels: readonly Level[];
  /** The word it is written with, if any: steps written alike stand on the same level. */
  kind: string;
  number: number;
  zhi: number;
  written: string;
}

/** A clause as it may be named. */
interface Place {
  id: string;
  level: Level | undefined;
  /** The ids of all that it stands in, and its own. */
  within: readonly string[];
  /** The levels that name it, the official way first. */
  paths: readonly (readonly Cited[])[];
}

/** The places of one policy, and which of them is meant by numbers and words for levels. */
export class Places {
  /** The clauses that have a page, in reading order. */
  private readonly clauses: readonly Place[];
  private readonly policy: string;
  private readonly levels: Levels;

  constructor(policy: Citable) {
    this.policy = policy.id;
    this.clauses = policy.clauses
      .filter((clause) => hasPage(clause))
      .map((clause) => placeOf(policy, clause));
    this.levels = new Set(this.clauses.map(({ level }) => level));
  }

  ids(): string[] {
    return this.clauses.map(({ id }) => id);
  }

  preamble(): string | null {
    return this.clauses.find(({ paths }) => paths[0]?.[0]?.kind === 'preamble')?.id ?? null;
  }

  /** Each of the numbers of a list with what stands before it. */
  wanted(steps: readonly Step[]): Wanted[][] {
    const each = (step: Step) => wantedOf(step, this.levels);
    return steps.reduce<Wanted[][]>(
      (paths, step) =>
        paths.flatMap((path) => each(step).map((one) => [...path, one])).slice(0, MOST),
      [[]],
    );
  }

  /** A list goes on where it stood: （五） after 三（四） is 三（五）, 第六条 after 第五条第二款 is another article. */
  inContext(own: readonly Wanted[], before: readonly Wanted[]): readonly Wanted[] {
    const same = before.findIndex(({ kind }) => kind === own[0]?.kind);
    if (same >= 0) return [...before.slice(0, same), ...own];
    const lengths = [0, ...before.map((_, i) => before.length - i)];
    const all = lengths.map((length) => [...before.slice(0, length), ...own]);
    return all.find((wanted) => this.find(wanted)[0] !== null) ?? own;
  }

  /** The clause of a path, and the sentence where a third number means one: 3-4-4, 三（四）4. */
  find(asked: readonly Wanted[]): [clause: string | null, sentence: number] {
    const wanted = this.counted(asked);
    const fits = this.clauses.flatMap(({ id, paths }) =>
      paths.flatMap((path) => {
        const looseness = fit(path, wanted);
        return looseness === null ? [] : [{ id, looseness }];
      }),
    );
    // Where a word fits two levels (第二款 of an article, or its second item), the official sense wins.
    const best = Math.min(...fits.map((f) => f.looseness));
    const [hit] = fits.filter((f) => f.looseness === best);
    // Where several documents of a file have it, the first is meant.
    if (hit) return [hit.id, 0];
    const article = this.articleWithin(asked);
    if (article) return this.find(article);
    const [, , third] = wanted;
    if (wanted.length !== 3 || third?.kind !== '') return [null, 0];
    return [this.find(wanted.slice(0, 2))[0], third.number];
  }

  /** 最后一项 by its own number; 0 where there is none so far from the end. */
  private counted(wanted: readonly Wanted[]): readonly Wanted[] {
    const at = wanted.findIndex(({ number }) => number < 0);
    const last = wanted[at];
    if (!last) return wanted;
    const outer = wanted.slice(0, at);
    const ends = this.clauses.flatMap(({ paths }) =>
      paths
        .filter((path) => at === path.length - 1 && fit(path.slice(0, at), outer) !== null)
        .slice(0, 1)
        .flatMap((path) => path.slice(at)),
    );
    const levels = ends.map(({ marker }) => marker?.level);
    const level = last.levels.find((one) => levels.includes(one));
    const { number = 0, zhi = 0 } =
      ends.filter((_, i) => levels[i] === level).at(last.number)?.marker ?? {};
    return this.counted([...outer, { ...last, number, zhi }, ...wanted.slice(at + 1)]);
  }

  /** 第二章第三条 is the article of that number in the chapter, else the third of the chapter's. */
  private articleWithin(wanted: readonly Wanted[]): readonly Wanted[] | null {
    const at = wanted.findIndex(({ levels }) => levels[0] === 'article');
    const [article] = wanted.slice(at);
    if (at < 1 || !article || !this.levels.has('article')) return null;
    const [chapter] = this.find(wanted.slice(0, at));
    const inside = this.clauses.filter(
      ({ level, within }) => level === 'article' && chapter && within.includes(chapter),
    );
    const numbers = inside.flatMap(({ paths }) => paths[0]?.at(-1)?.marker ?? []);
    const meant = numbers.find(({ number }) => number === article.number);
    const { number, zhi } = meant ?? numbers.at(article.number - Number(article.number > 0)) ?? {};
    if (number === undefined || zhi === undefined) return null;
    return [{ ...article, number, zhi }, ...wanted.slice(at + 1)];
  }

  /** The innermost level that is there, else what has the nearest number. */
  near(wanted: readonly Wanted[]): string {
    for (let length = wanted.length - 1; length > 0; length--) {
      const [id] = this.find(wanted.slice(0, length));
      if (id) return id;
    }
    const [first] = wanted;
    const alike = this.clauses.flatMap(({ id, paths }) => {
      const marker = paths.find((path) => path.length === 1)?.[0]?.marker;
      if (!first || !marker) return [];
      if (!first.levels.includes(marker.level)) return [];
      return [{ id, far: Math.abs(marker.number - first.number) }];
    });
    return alike.sort((a, b) => a.far - b.far)[0]?.id ?? this.policy;
  }

  /** The clauses between two on the same level. */
  between(from: string, to: string): string[] {
    const [first, last] = [from, to].map((id) => this.clauses.findIndex((c) => c.id === id));
    const level = (index = -1) => this.clauses[index]?.level;
    return this.clauses
      .slice((first ?? 0) + 1, last)
      .filter((clause) => clause.level === level(last) && level(first) === level(last))
      .map(({ id }) => id);
  }
}

/** Nobody cites more at once. */
const MOST = 50;

/** What may be meant where nothing but a number is written, with brackets and without. */
const IN_BRACKETS: readonly Level[] = ['item', 'subpoint', 'point', 'part'];
const NUMBERED: readonly Level[] = [
  'division',
  'part',
  'decimal',
  'item',
  'point',
  'subpoint',
  'article',
  'paragraph',
  'chapter',
  'section',
  'book',
];

function placeOf(policy: Citable, clause: Cited): Place {
  const outer = pathTo(policy, clause);
  // A further document of the file is named by its title; 1.2.3 by all its numbers.
  const cited = citedPath(policy, clause).filter(({ kind }) => kind !== 'document');
  const decimals = outer.filter(({ kind }) => kind === 'decimal');
  const at = cited.findIndex(({ kind }) => kind === 'decimal');
  const whole = at < 0 ? cited : [...cited.slice(0, at), ...decimals, ...cited.slice(at + 1)];
  const path = whole.map((step) => (isList(step, whole) ? asItem(step) : step));
  // What is numbered through a whole document is named by its own number, too.
  const running = path.findIndex(({ id }, i) => i > 0 && !id.startsWith(`${path[i - 1]?.id}-`));
  return {
    id: clause.id,
    level: clause.marker?.level,
    within: outer.map(({ id }) => id),
    paths: [path, ...(running > 0 ? [path.slice(running)] : []), ...throughFirst(path)],
  };
}

/** 一、 in an article is cited as an item. */
function asItem(step: Cited): Cited {
  return step.kind === 'part' && step.marker
    ? { ...step, marker: { ...step.marker, level: 'item' } }
    : step;
}

/** An article is its own first 款, and what stands in that is cited with it and without. */
function throughFirst(path: readonly Cited[]): Cited[][] {
  const at = path.findIndex(({ kind }) => kind === 'article');
  const article = path[at];
  if (!article) return [];
  const [outer, inner] = [path.slice(0, at + 1), path.slice(at + 1)];
  const first = firstParagraph(article);
  if (inner[0]?.id === first.id) return [[...outer, ...inner.slice(1)]];
  return inner[0]?.kind === 'paragraph' ? [] : [[...outer, first, ...inner]];
}

function wantedOf(step: Step, present: Levels): Wanted[] {
  const { unit, bracketed, ordinal, han, numbers, zhi } = step;
  return numbers.map((number) => {
    const inner = number < 0 ? fromEnd(number) : han ? inHan(number) : String(number);
    const numeral = bracketed ? `（${inner}）` : inner;
    return {
      levels: unit === null ? (bracketed ? IN_BRACKETS : NUMBERED) : levelsOf(unit, present),
      // Both are said of items.
      kind: unit === '项' || (bracketed && unit === null) ? '（）' : (unit ?? ''),
      number,
      zhi,
      written: `${ordinal && number > 0 ? '第' : ''}${numeral}${unit ?? ''}${zhi ? `之${inHan(zhi)}` : ''}`,
    };
  });
}

/** 最后一, 倒数第二 */
function fromEnd(number: number): string {
  return number === -1 ? '最后一' : `倒数第${inHan(-number)}`;
}

/** How far the words written stray from the official ones (0 is exact), or `null` where they mean something else. */
function fit(path: readonly Cited[], wanted: readonly Wanted[]): number | null {
  if (path.length !== wanted.length) return null;
  let looseness = 0;
  for (const [i, { levels, number, zhi }] of wanted.entries()) {
    const marker = path[i]?.marker;
    if (!marker || marker.zhi !== zhi) return null;
    if (number < marker.number || number > (marker.until ?? marker.number)) return null;
    const rank = levels.indexOf(marker.level);
    if (rank < 0) return null;
    looseness += rank;
  }
  return looseness;
}
