import { exactly } from '../pattern.ts';
import { type Citable, type Cited, citedPath, formatShort, inHan, PREAMBLE } from './citation.ts';
import {
  foldCitation,
  type Reading,
  readList,
  type Step,
  type WrittenPlace,
} from './cited-words.ts';
import { hasPage } from './clause.ts';
import type { Level } from './marker.ts';
import { NUMERAL, parseNumeral } from './numeral.ts';
import { isLoose, levelsOf } from './spoken-levels.ts';

/** A place that somebody names. */
export interface CitedPlace {
  /** The words that name it: `三（四）第4句`. */
  written: string;
  /** The clause, or the policy's id for the whole document; `null` where there is no such place. */
  clause: string | null;
  /** `null` for the whole clause. */
  sentence: number | null;
  /** What comes nearest where there is no such place, or no such sentence in it; else `null`. */
  nearest: string | null;
}

/** The levels that a document has. */
type Levels = ReadonlySet<Level | undefined>;

/** One level of a place. */
interface Wanted {
  /** `null` where only a number was written. */
  levels: readonly Level[] | null;
  /** Steps written alike stand on the same level. */
  kind: string;
  number: number;
  zhi: number;
  written: string;
}

/** Tried in turn until all that is named is there. */
const READINGS: readonly Reading[] = [
  { lists: true, joins: false },
  { lists: true, joins: true },
  { lists: false, joins: true },
];
/** Nobody cites in a longer text; the limit keeps the patterns cheap for any input. */
const MOST_CHARACTERS = 300;

/**
 * Reads the places of one policy as people write and say them: `三（四）`, `第三部分第（四）项`, 三点四, `3-4-4`,
 * `四（六）第4、5句`, `三（二）至（四）`, `p3-4#s4`. Where no article is called so, 第三条 is said for the third part.
 */
export class CitationReader {
  private readonly policy: Citable;
  private readonly countSentences: (clause: string) => number;
  /** The clauses that have a page, in reading order. */
  private readonly clauses: readonly { id: string; path: readonly Cited[] }[];
  private readonly levels: Levels;
  private readonly names: RegExp;
  private readonly ids: RegExp;

  constructor(policy: Citable, countSentences: (clause: string) => number = () => Infinity) {
    this.policy = policy;
    this.countSentences = countSentences;
    this.clauses = policy.clauses
      .filter((clause) => hasPage(clause))
      .map((clause) => ({ id: clause.id, path: citedPath(policy, clause) }));
    this.levels = new Set(this.clauses.map(({ path }) => path.at(-1)?.marker?.level));
    this.names = namesOf(policy);
    const ids = this.clauses.map(({ id }) => id).sort((a, b) => b.length - a.length);
    this.ids = new RegExp(
      `(?:^|[^a-z0-9-])(?<id>${ids.map(exactly).join('|') || '(?!)'})${PAGE}(?:[#-]s(?<s>\\d{1,3})|的?第(?<said>${NUMERAL})句)?(?![a-z0-9-])`,
      'gu',
    );
  }

  /** Every place that a text names, in order; the whole document where it names nothing else. */
  read(input: string): CitedPlace[] {
    const text = foldCitation(input.slice(0, MOST_CHARACTERS));
    return this.readWhole(text) ?? this.readWithin(text);
  }

  /** The ids in a text, as addresses hold them: `p3-4.html?from=chat#s4`. */
  readIds(text: string): CitedPlace[] {
    return [...text.matchAll(this.ids)].map(({ 0: found, groups }) => {
      const { id = '', s, said } = groups ?? {};
      const written = found.slice(found.indexOf(id));
      return this.placeAt(id, parseNumeral(s ?? said ?? '') ?? 0, written);
    });
  }

  /** What comes nearest to an id that is none: `p3-9 → p3`. */
  nearestId(id: string): string {
    const shorter = id.replace(/-[^-]*$/u, '');
    if (this.clauses.some((clause) => clause.id === id)) return id;
    return shorter === id ? this.policy.id : this.nearestId(shorter);
  }

  /** The places of a text that is nothing but citations; `null` for any other. */
  private readWhole(text: string): CitedPlace[] | null {
    const [name = ''] = this.names.exec(text) ?? [];
    const rest = text.slice(name.length).replace(BEFORE, '').replace(AFTER, '');
    if (rest === '')
      return !/[\p{L}\p{N}]/u.test(name) ? null : [this.placeAt(this.policy.id, 0, name)];
    const preamble = this.readPreamble(rest);
    if (preamble) return [preamble];
    const ids = this.readIds(rest);
    if (ids.length) return ids;
    let missing: CitedPlace[] | null = null;
    for (const reading of READINGS) {
      const list = readList(rest, 0, true, reading);
      if (list.at(-1)?.end !== rest.length) continue;
      // 五条 are five of them, （三） is any third item, 三、五 are numbers.
      if (
        list.some(
          ({ bare, steps: [step, ...more] }) =>
            !more.length && !(bare ? list.length === 1 : step?.ordinal),
        )
      )
        continue;
      const places = this.resolveAll(list);
      if (places.every(({ clause }) => clause !== null)) return places;
      // Numbers alone that lead nowhere are numbers: 9.9, 20.
      if (list.every(({ steps }) => isClear(steps) || isPath(steps))) missing ??= places;
    }
    return missing;
  }

  /** 序言, `序言第1句` */
  private readPreamble(text: string): CitedPlace | null {
    const [written, n = ''] = IN_PREAMBLE.exec(text) ?? [];
    const preamble = this.clauses.find(({ path }) => path[0]?.kind === 'preamble');
    return written && preamble ? this.placeAt(preamble.id, parseNumeral(n) ?? 0, written) : null;
  }

  /** The places that are named among other words. */
  private readWithin(text: string): CitedPlace[] {
    const places = this.readIds(text);
    for (let index = 0; index < text.length; index++) {
      const found = this.readAt(text, index);
      if (!found) continue;
      places.push(...found.places);
      index = found.end - 1;
    }
    return places;
  }

  private readAt(text: string, index: number): { places: CitedPlace[]; end: number } | null {
    if (!BEGINS.test(text.charAt(index)) || this.isOthers(text.slice(0, index))) return null;
    let missing: { places: CitedPlace[]; end: number } | null = null;
    for (const reading of READINGS) {
      const list = readList(text, index, false, reading);
      const [first] = list;
      const end = list.at(-1)?.end;
      if (!first || end === undefined) continue;
      const found = { places: this.resolveAll(list), end };
      const there = found.places.every(({ clause }) => clause !== null);
      // Who writes 第三条 or 三（四） means a place; 3（4） and 五条1项 do where there is one.
      if (there && (first.steps.length > 1 || isClear(first.steps))) return found;
      if (isClear(first.steps)) missing ??= found;
    }
    return missing;
  }

  /** Whether what comes next is the rest of a number, or a place in another document: 劳动法第三条. */
  private isOthers(before: string): boolean {
    if (/[第〇零一二三四五六七八九十百千两\d]$/u.test(before)) return true;
    const [other] = OTHER_DOCUMENT.exec(before) ?? [];
    if (other === undefined) return false;
    const title = foldCitation(this.policy.title);
    return other === '》' ? !before.endsWith(`《${title}》`) : !title.endsWith(other);
  }

  private resolveAll(list: readonly WrittenPlace[]): CitedPlace[] {
    const places: CitedPlace[] = [];
    let before: readonly Wanted[] = [];
    for (const { steps, sentences, range, text } of list) {
      const all = combined(steps, this.levels).map((own) => this.inContext(own, before));
      for (const [i, wanted] of all.entries()) {
        const alone = all.length === 1 && wanted.length === steps.length;
        const written = alone ? asPrinted(text) : wanted.map((one) => one.written).join('');
        const [id, third] = this.find(wanted);
        const from = places.at(-1)?.clause;
        if (i === 0 && range && from && id) places.push(...this.between(from, id));
        const named = i === all.length - 1 ? sentences : [];
        if (id === null) {
          const said = named.length ? `${written}第${named.join('、')}句` : written;
          places.push({ written: said, clause: null, sentence: null, nearest: this.near(wanted) });
        } else if (named.length) {
          places.push(...named.map((n) => this.placeAt(id, n, `${written}第${n}句`)));
        } else places.push(this.placeAt(id, third, written));
        before = wanted;
      }
    }
    return places;
  }

  /** A list goes on where it stood: （五） after 三（四） is 三（五）, 第六条 after 第五条第二款 is another article. */
  private inContext(own: readonly Wanted[], before: readonly Wanted[]): readonly Wanted[] {
    const same = before.findIndex(({ kind }) => kind === own[0]?.kind);
    if (same >= 0) return [...before.slice(0, same), ...own];
    const lengths = [0, ...before.map((_, i) => before.length - i)];
    const all = lengths.map((length) => [...before.slice(0, length), ...own]);
    return all.find((wanted) => this.find(wanted)[0] !== null) ?? own;
  }

  /** The clause of a path, and the sentence where a third number means one: 3-4-4. */
  private find(wanted: readonly Wanted[]): [clause: string | null, sentence: number] {
    const fits = this.clauses.flatMap(({ id, path }) => {
      const looseness = fit(path, wanted);
      return looseness === null ? [] : [{ id, looseness }];
    });
    // Where a word fits two levels (第二款 of an article, or its second item), the official sense wins.
    const best = Math.min(...fits.map((f) => f.looseness));
    const hits = fits.filter((f) => f.looseness === best);
    if (hits.length === 1) return [hits[0]?.id ?? null, 0];
    const [, , third] = wanted;
    if (wanted.length !== 3 || !third || wanted.some(({ levels }) => levels)) return [null, 0];
    return [this.find(wanted.slice(0, 2))[0], third.number];
  }

  /** The innermost level that is there, else what has the nearest number. */
  private near(wanted: readonly Wanted[]): string {
    for (let length = wanted.length - 1; length > 0; length--) {
      const [id] = this.find(wanted.slice(0, length));
      if (id) return id;
    }
    const [first] = wanted;
    const alike = this.clauses.flatMap(({ id, path }) => {
      const [marker] = path.map((step) => step.marker);
      if (!first || !marker || path.length > 1) return [];
      if (first.levels && !first.levels.includes(marker.level)) return [];
      return [{ id, far: Math.abs(marker.number - first.number) }];
    });
    return alike.sort((a, b) => a.far - b.far)[0]?.id ?? this.policy.id;
  }

  /** The clauses between two on the same level. */
  private between(from: string, to: string): CitedPlace[] {
    const [first, last] = [from, to].map((id) => this.clauses.findIndex((c) => c.id === id));
    const level = (index = -1) => this.clauses[index]?.path.at(-1)?.marker?.level;
    return this.clauses
      .slice((first ?? 0) + 1, last)
      .filter(
        ({ path }) => path.at(-1)?.marker?.level === level(last) && level(first) === level(last),
      )
      .map(({ id }) => this.placeAt(id, 0, formatShort(this.policy, id)));
  }

  private placeAt(clause: string, sentence: number, written: string): CitedPlace {
    const there = sentence > 0 && sentence <= this.countSentences(clause);
    const nearest = sentence > 0 && !there ? clause : null;
    return { written, clause, sentence: there ? sentence : null, nearest };
  }
}

/** What may follow an id in an address; messengers add a question of their own. */
const PAGE = '(?:\\.html)?(?:\\?[\\w=&%.+-]*)?';
const IN_PREAMBLE = new RegExp(`^(?:${PREAMBLE}|引言)(?:的?第?(${NUMERAL})句话?)?$`, 'u');
const BEGINS = /[第附\d〇零一二三四五六七八九十百千]/u;
/** Words round a citation that add nothing to it. */
const DOCUMENT = '(?:本|该|此)?(?:原文|文件|方案|办法|条例|规定|通知|政策|条款|条文)';
const BEFORE = new RegExp(`^(?:请?(?:见|看|查))?(?:${DOCUMENT})*[的里中]?[,:、]?`, 'u');
const AFTER = new RegExp(`(?:的?(?:${DOCUMENT}|内容))?[。.?!,;、:]*$`, 'u');
const OTHER_DOCUMENT = /(?:》|法|条例|细则)$/u;

/**
 * The document's name at the start of a citation, with or without its number: 平人社(2018)156号, 平人社2018-156,
 * (2018)156, 2018年156号, 156号. 国务院令第687号 and the like have no year in brackets: only the whole number is meant then.
 */
function namesOf({ id, title, number }: Citable): RegExp {
  const [name, no] = [title, number].map((text) => exactly(foldCitation(text)));
  const [, agency = '', year, serial] =
    /^(.*)\((\d{4})\)第?(\d+)号$/u.exec(foldCitation(number)) ?? [];
  const written = `第?${serial}(?:号|(?!\\d))`;
  const forms = serial
    ? [
        `\\(${year}\\)${written}`,
        `(?:${year}[年-])?${serial}号`,
        ...(agency ? [`${exactly(agency)}(?:\\(${year}\\)|${year}[年-]?)?${written}`] : []),
      ]
    : [no];
  return new RegExp(
    `^(?:《${name}》|${name})?(?:\\(${no}\\)|${forms.join('|')})?(?:${exactly(id)}/?)?(?:文件?)?[的,:、]?`,
    'u',
  );
}

/** 第三条, 第二部分, 附件1 and 三（四） are said of nothing but places. */
function isClear([first, next]: readonly Step[]): boolean {
  if (!first) return false;
  const { unit, ordinal, han, bracketed } = first;
  if (unit === '附件') return true;
  if (unit === null) return !bracketed && han && next?.bracketed === true && next.han;
  return ordinal && !isLoose(unit);
}

/** Brackets as they are printed, not as they are folded. */
function asPrinted(text: string): string {
  return text.replace(/\(/gu, '（').replace(/\)/gu, '）');
}

/** Whether several levels are written as such: 第五条第一款, 五条1项. */
function isPath(steps: readonly Step[]): boolean {
  const isWritten = ({ unit, ordinal, bracketed }: Step) =>
    bracketed || ordinal || (unit !== null && !isLoose(unit));
  return steps.length > 1 && steps.some(isWritten);
}

/** Each of the numbers of a list with what stands before it. */
function combined(steps: readonly Step[], present: Levels): Wanted[][] {
  return steps.reduce<Wanted[][]>(
    (paths, step) => paths.flatMap((path) => wantedOf(step, present).map((one) => [...path, one])),
    [[]],
  );
}

function wantedOf(step: Step, present: Levels): Wanted[] {
  const { unit, bracketed, ordinal, han, numbers, zhi } = step;
  return numbers.map((number) => {
    const inner = han ? inHan(number) : String(number);
    const numeral = bracketed ? `（${inner}）` : inner;
    return {
      levels: unit === null ? null : levelsOf(unit, present),
      // Both are said of items.
      kind: unit === '项' || (bracketed && unit === null) ? '（）' : (unit ?? ''),
      number,
      zhi,
      written: `${ordinal ? '第' : ''}${numeral}${unit ?? ''}${zhi ? `之${inHan(zhi)}` : ''}`,
    };
  });
}

/** How far the words written stray from the official ones (0 is exact), or `null` where they mean something else. */
function fit(path: readonly Cited[], wanted: readonly Wanted[]): number | null {
  if (path.length !== wanted.length) return null;
  let looseness = 0;
  for (const [i, { levels, number, zhi }] of wanted.entries()) {
    const marker = path[i]?.marker;
    if (!marker || marker.number !== number || marker.zhi !== zhi) return null;
    const rank = levels ? levels.indexOf(marker.level) : 0;
    if (rank < 0) return null;
    looseness += rank;
  }
  return looseness;
}
