import { exactly } from '../pattern.ts';
import { type Citable, PREAMBLE } from './citation.ts';
import {
  foldCitation,
  type Reading,
  readList,
  type Step,
  type WrittenPlace,
} from './cited-words.ts';
import { AFTER, BEFORE, namesOf } from './document-words.ts';
import { NUMERAL, parseNumeral } from './numeral.ts';
import { Places, type Wanted } from './places.ts';
import { isLoose } from './spoken-levels.ts';

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
 * `四（六）第4、5句`, `三（二）至（四）`, `p7-2#s4`. Where no article is called so, 第三条 is said for the third part.
 */
export class CitationReader {
  protected readonly policy: Citable;
  private readonly countSentences: (clause: string) => number;
  private readonly shortOf: (clause: string) => string;
  protected readonly places: Places;
  protected readonly names: RegExp;
  private readonly ids: RegExp;

  /** `shortOf` is how a clause is named that nobody has written, between two of a range. */
  constructor(
    policy: Citable,
    countSentences: (clause: string) => number = () => Infinity,
    shortOf: (clause: string) => string = (id) => id,
  ) {
    this.policy = policy;
    this.countSentences = countSentences;
    this.shortOf = shortOf;
    this.places = new Places(policy);
    this.names = namesOf(policy);
    const ids = this.places.ids().sort((a, b) => b.length - a.length);
    this.ids = new RegExp(
      `(?:^|[^a-z0-9-])(?<id>${ids.map(exactly).join('|') || '(?!)'})${PAGE}(?:[#-]?s(?<s>\\d{1,3})|的?第(?<said>${NUMERAL})句)?(?![a-z0-9-])`,
      'gu',
    );
  }

  /** Every place that a text names, in order; the whole document where it names nothing else. */
  read(input: string): CitedPlace[] {
    return this.readAlone(input) ?? this.readWithin(folded(input));
  }

  /** The places of a text that is nothing but citations; `null` for any other. */
  readAlone(input: string): CitedPlace[] | null {
    return this.readWhole(folded(input));
  }

  /** The ids in a text, as addresses hold them: `p7-2.html?from=chat#s4`. */
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
    if (this.places.ids().includes(id)) return id;
    return shorter === id ? this.policy.id : this.nearestId(shorter);
  }

  protected readWhole(text: string): CitedPlace[] | null {
    if (DAYS.test(text)) return null;
    const { name, rest } = this.named(text);
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
      if (list.some((place) => isAmount(place, list.length === 1))) continue;
      const places = this.resolveAll(list);
      if (places.every(({ clause }) => clause !== null)) return places;
      // Numbers alone that lead nowhere are numbers: 9.9, 20.
      if (list.every(({ steps }) => isClear(steps) || isPath(steps))) missing ??= places;
    }
    return missing;
  }

  /** The document's own name at the head of a text, and what is said of it. */
  protected named(text: string): { name: string; rest: string } {
    const [name = ''] = this.names.exec(text) ?? [];
    return { name, rest: text.slice(name.length).replace(BEFORE, '').replace(AFTER, '') };
  }

  /** 序言, `序言第1句` */
  private readPreamble(text: string): CitedPlace | null {
    const [written, n = ''] = IN_PREAMBLE.exec(text) ?? [];
    const preamble = this.places.preamble();
    return written && preamble ? this.placeAt(preamble, parseNumeral(n) ?? 0, written) : null;
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
      const all = this.places.wanted(steps).map((own) => this.places.inContext(own, before));
      for (const [i, wanted] of all.entries()) {
        const alone = all.length === 1 && wanted.length === steps.length;
        const written = alone ? asPrinted(text) : wanted.map((one) => one.written).join('');
        const [id, third] = this.places.find(wanted);
        const from = places.at(-1)?.clause;
        if (i === 0 && range && from && id) places.push(...this.between(from, id));
        const named = i < all.length - 1 ? [] : this.fromStart(sentences, id);
        if (id === null) {
          const said = named.length ? `${written}第${named.join('、')}句` : written;
          places.push({
            written: said,
            clause: null,
            sentence: null,
            nearest: this.places.near(wanted),
          });
        } else if (named.length) {
          places.push(...named.map((n) => this.placeAt(id, n, `${written}第${n}句`)));
        } else places.push(this.placeAt(id, third, written));
        before = wanted;
      }
    }
    return places;
  }

  /** Sentences by their own numbers: 最后一句 of five is the fifth. */
  private fromStart(sentences: readonly number[], clause: string | null): number[] {
    const all = clause === null ? 0 : this.countSentences(clause);
    return sentences
      .map((n) => (n < 0 ? all + 1 + n : n))
      .filter((n) => n > 0 && Number.isFinite(n));
  }

  private between(from: string, to: string): CitedPlace[] {
    const between = this.places.between(from, to);
    return between.map((id) => this.placeAt(id, 0, this.shortOf(id)));
  }

  protected placeAt(clause: string, sentence: number, written: string): CitedPlace {
    const there = sentence > 0 && sentence <= this.countSentences(clause);
    const nearest = sentence > 0 && !there ? clause : null;
    return { written, clause, sentence: there ? sentence : null, nearest };
  }
}

function folded(input: string): string {
  return foldCitation(input.slice(0, MOST_CHARACTERS));
}

/** What may follow an id in an address; messengers add a question of their own. */
const PAGE = '(?:\\.html)?(?:\\?[\\w=&%.+-]*)?';
const IN_PREAMBLE = new RegExp(`^(?:${PREAMBLE}|引言)(?:的?第?(${NUMERAL})句话?)?$`, 'u');
const BEGINS = /[第附最倒\d〇零一二三四五六七八九十百千]/u;
/** Days that are called by two numbers, as 三四 is said for 三（四）. */
const DAYS = /^(?:五[一四]|六一|三八)$/u;
const OTHER_DOCUMENT = /(?:》|法|条例|细则)$/u;

/** 第三条, 第二部分, 附件1 and 三（四） are said of nothing but places. */
function isClear([first, next]: readonly Step[]): boolean {
  if (!first) return false;
  const { unit, ordinal, han, bracketed, numbers } = first;
  if (unit === '附件') return true;
  if (unit === null) return !bracketed && han && next?.bracketed === true && next.han;
  return (ordinal || (numbers[0] ?? 0) < 0) && !isLoose(unit);
}

/** 三点 are three of them, （三） is any third item, 三、五 are numbers; but 三 alone is the part. */
function isAmount({ bare, steps: [step, ...more] }: WrittenPlace, alone: boolean): boolean {
  if (more.length || !step) return false;
  if (bare) return !alone;
  const { ordinal, unit, numbers } = step;
  const [first = 0, second] = numbers;
  const isCounted = first < 0 && unit !== null && !isLoose(unit);
  return !ordinal && !isCounted && unit !== '条' && unit !== '附件' && !(unit && second);
}

/** Brackets as they are printed, not as they are folded. */
export function asPrinted(text: string): string {
  return text.replace(/\(/gu, '（').replace(/\)/gu, '）');
}

/** Whether several levels are written as such: 第五条第一款, 五条1项. */
function isPath(steps: readonly Step[]): boolean {
  const isWritten = ({ unit, ordinal, bracketed }: Step) =>
    bracketed || ordinal || (unit !== null && !isLoose(unit));
  return steps.length > 1 && steps.some(isWritten);
}
