import {
  fitPinyin,
  heard,
  misspelt,
  type Reading,
  readingFrom,
  soundsIn,
  soundsLike,
  spelledIn,
  syllablesOf,
} from './pinyin.ts';
import {
  bareOf,
  foldQuery,
  isPlaceOnly,
  simplifiedMap,
  standsAsWords,
  withoutAsking,
} from './query.ts';
import {
  absentOf,
  charactersOf,
  type Entry,
  entriesOf,
  lawOf,
  type SearchTable,
  WHOLE,
} from './table.ts';
import { TextSounds } from './text-sounds.ts';

/** An entry as queries are compared with it. */
export type Known = Entry & { folded: string };

/** A word for what the document does not treat, with the name of it that comes nearest. */
type Absent = Known & { near?: string | undefined };

/** What of a query is a name. */
export interface Named {
  /** Names and aliases in it, and such as it begins: those that name something first, then the longest. */
  aliases: Known[];
  /** Those of them that it says are not so: 辞职 in 不想辞职. They come after the others. */
  denied: Known[];
  /** Words for things that the document does not treat, and the names that come nearest to them. */
  absent: string[];
  nearest: Known[];
  /** What is neither. */
  rest: string;
}

/** The names and aliases of a table, and the words for what the document does not treat, as they stand in queries. */
export class Names {
  /** Names and aliases, the longest first; `words` with those of `absent`. */
  readonly entries: readonly Known[];
  /** Characters of theirs by their traditional forms. */
  readonly simplified: ReadonlyMap<string, string>;
  /** Words for what the document does not treat. */
  readonly absent: readonly Absent[];
  private readonly words: readonly Absent[];
  /** Ways of asking for a thing, without words that name nothing. */
  private readonly shortened: readonly [entry: Known, said: string][];
  private readonly reading: Reading;
  private readonly misspelt: Reading;
  private readonly heard: Reading;
  /** All that stand in the table. */
  readonly characters: ReadonlySet<string>;
  /** Of the text itself. */
  readonly sounds: TextSounds;
  private readonly spoken = new Map<string, readonly (readonly string[])[]>();

  constructor(table: SearchTable) {
    const entries = entriesOf(table);
    const sentences = lawOf(table);
    const characters = charactersOf([...entries.map(({ text }) => text), ...sentences]);
    this.characters = new Set(characters);
    this.simplified = simplifiedMap(table.simplified, characters);
    const known = (entry: Entry): Known => ({
      ...entry,
      folded: bareOf(foldQuery(entry.text, this.simplified)),
    });
    // 来某市 says where, and nothing else: it would take every question that holds it.
    const says = ({ text, at }: Entry) => at[0]?.[0] === WHOLE || !isPlaceOnly(text, table.ignored);
    this.entries = entries.filter(says).map(known).sort(longestFirst);
    this.absent = absentOf(table).map(({ word, near }) => ({
      ...known({ text: word, at: [] }),
      near,
    }));
    this.words = [...this.absent, ...this.entries].sort(longestFirst);
    this.shortened = this.entries.flatMap((entry): [Known, string][] => {
      const said = withoutAsking(entry.folded);
      return entry.asks && said.length > 3 && this.isNamedIn(said) ? [[entry, said]] : [];
    });
    this.reading = readingFrom(table.syllables, characters);
    this.misspelt = misspelt(this.reading);
    this.heard = heard(this.reading);
    this.sounds = new TextSounds(sentences, this.reading, this.heard);
  }

  /**
   * The names in a query, none inside another. `parts` are its parts that name something, `absentElsewhere`
   * words in it that other documents have for what they do not treat.
   */
  within(bare: string, parts: readonly string[], absentElsewhere: readonly string[] = []): Named {
    const aliases: Known[] = [];
    const denied: Known[] = [];
    const absent: string[] = [];
    const nearest: Known[] = [];
    let rest = bare;
    for (const entry of this.wordsWith(absentElsewhere)) {
      const { folded } = entry;
      if (!holds(rest, folded) || (folded.length < 2 && folded !== bare)) continue;
      const cut = entry.asks && this.cutting(rest, folded);
      if (cut) {
        if (cut.at.length) aliases.push(entry);
        continue;
      }
      const isDenied = endsDenied(rest.slice(0, rest.indexOf(folded)));
      if (isDenied) denied.push(entry);
      if (entry.at.length) aliases.push(entry);
      // Words that only ask may run into its last character.
      else if (![bare, ...parts].some((text) => standsAsWords(text, folded))) continue;
      // Who does not want it does not ask for it: 不想辞职.
      else if (!isDenied) {
        absent.push(folded);
        nearest.push(...this.entries.filter(({ text }) => text === entry.near));
      }
      rest = rest.replaceAll(folded, '\u0000');
    }
    if (rest === bare && parts.length && bare.length >= 2 && !/^[a-z0-9]+$/u.test(bare)) {
      aliases.push(
        ...this.entries
          .filter(({ folded }) => folded.startsWith(bare))
          .slice(-3)
          .reverse(),
      );
    }
    aliases.push(...this.askedIn(bare));
    // Who denies and names nothing else asks about just that: 没有门票能享受吗.
    const others = aliases.some((entry) => !entry.asks && !denied.includes(entry));
    const order = (entry: Known) => (entry.asks ? 2 : Number(denied.includes(entry)));
    aliases.sort((a, b) => order(a) - order(b));
    return {
      aliases: aliases.slice(0, 5),
      denied: others ? denied : denied.filter(({ at }) => at.length === 0),
      absent,
      nearest,
      rest: rest.replaceAll('\u0000', ' '),
    };
  }

  private wordsWith(others: readonly string[]): readonly Absent[] {
    if (others.length === 0) return this.words;
    const more = others.map((text): Absent => ({ text, folded: text, at: [] }));
    return [...more, ...this.words].sort(longestFirst);
  }

  /** The name in which what only asks begins or ends: 门票 and 车票 before 票怎么办, 落户 after 怎么落. */
  private cutting(text: string, asking: string): Absent | undefined {
    const at = text.indexOf(asking);
    return this.words.find(({ folded, asks }) => {
      const from = text.indexOf(folded);
      const end = from + folded.length;
      if (asks || from < 0) return false;
      const ends = at + asking.length;
      return from < at ? at < end && end < ends : at < from && from < ends && ends < end;
    });
  }

  /** Ways of asking for a thing that stand in a query but for words that name nothing: 离岗条件 in 离岗有什么条件. */
  private askedIn(bare: string): Known[] {
    const short = withoutAsking(bare);
    return this.shortened
      .filter(([entry, said]) => !holds(bare, entry.folded) && holds(short, said))
      .map(([entry]) => entry);
  }

  /** Whether a way of asking holds the name of a thing: 门票怎么办. */
  isNamedIn(asking: string): boolean {
    return this.entries.some(
      ({ folded, asks }) => !asks && folded.length > 1 && asking.includes(folded),
    );
  }

  /** Entries that letters spell, or that the query sounds like; only such as say more than the alias already found. */
  soundsOf(folded: string, bare: string, found?: Known): Known[] {
    if (/[a-z]/u.test(bare)) {
      if (found) return [];
      const spelt = (reading: Reading) =>
        this.best(({ folded: entry }) => fitPinyin(folded, entry, reading));
      const exact = spelt(this.reading);
      if (exact.length) return exact;
      const almost = spelt(this.misspelt);
      if (almost.length) return almost;
      // Words that only ask name nothing, in letters too.
      return this.best(({ folded: entry, asks }) => {
        const letters = spelledIn(bare, entry, this.reading);
        return !asks && entry.length > 1 && letters >= SPELLED_AT_LEAST ? letters : 0;
      });
    }
    // Two characters sound like a part of nearly any question, and so do words that only ask.
    const least = Math.max(found ? found.folded.length + 2 : 0, bare.length > 3 ? 3 : 2);
    const given = soundsIn(bare, this.heard);
    const sounds = ({ folded: entry, asks }: Known) =>
      !asks &&
      entry.length >= least &&
      !bare.includes(entry) &&
      soundsLike(given, this.spokenOf(entry));
    return this.best((entry) => (sounds(entry) ? 3 : 0));
  }

  /** How an entry sounds; found once, not for every question. */
  private spokenOf(entry: string): readonly (readonly string[])[] {
    const spoken = this.spoken.get(entry) ?? syllablesOf(entry, this.heard);
    this.spoken.set(entry, spoken);
    return spoken;
  }

  /** The entries that fit best, official names before aliases. */
  private best(fit: (entry: Known) => number): Known[] {
    return this.entries
      .map((entry) => ({ entry, fit: fit(entry) }))
      .filter(({ fit }) => fit > 0)
      .sort(
        (a, b) => b.fit - a.fit || Number(Boolean(a.entry.term)) - Number(Boolean(b.entry.term)),
      )
      .slice(0, 3)
      .map(({ entry }) => entry);
  }
}

const longestFirst = (a: Known, b: Known): number => b.folded.length - a.folded.length;

/** Whether a name stands in a text. A number is not the end of another: 3年 is not in 2023年. */
function holds(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/\d\d/u.test(text.charAt(at - 1) + name.charAt(0));
}

/** What comes after it is denied: 不想…, 没有…, 无需…. Who has not done something (没完成) asks about just that. */
const DENIED = /(?:不|没有|无需)(?:想|愿意?|打算|可以|[需用要必能会再去来是办])*$/u;

/** Whether what a text leads up to is denied. 能不能…, 有没有… only ask. */
function endsDenied(text: string): boolean {
  const found = DENIED.exec(text);
  if (!found) return false;
  const before = text.charAt(found.index - 1);
  return before === '' || before !== text.charAt(found.index + 1);
}

/** Fewer letters stand in many words by chance. */
const SPELLED_AT_LEAST = 4;
