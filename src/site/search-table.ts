import { ConverterFactory } from 'opencc-js/core';
import HK_VARIANTS from 'opencc-js/dict/HKVariants';
import TO_TRADITIONAL from 'opencc-js/dict/STCharacters';
import TO_SIMPLIFIED from 'opencc-js/dict/TSCharacters';
import TW_VARIANTS from 'opencc-js/dict/TWVariants';
import { pinyin } from 'pinyin-pro';
import { type Citable, formatShort } from '../domain/policy/citation.ts';
import { type Clause, hasPage, sentencesOf } from '../domain/policy/clause.ts';
import {
  charactersOf,
  type Entry,
  entriesOf,
  type SearchTable,
  WHOLE,
} from '../domain/search/table.ts';

/** Longer aliases stay on the search page, for those who look through it. */
const LONGEST_ALIAS = 6;
const SHORT_ASKING = 3;

/** What editors add to the text for those who search. */
export interface SearchWords {
  terms: readonly {
    term: string;
    clause: string;
    s: number;
    aliases: readonly string[];
    asking: readonly string[];
    /** What the text does not say of it. */
    open?: string | undefined;
  }[];
  notHere: readonly { word: string; near?: string | undefined }[];
  ignored: readonly string[];
  /** Names that lead to a place: glossary terms. */
  named: readonly Named[];
  topics: SearchTable['topics'];
  checks: SearchTable['checks'];
}

/** What is searched of a policy. */
export interface Searchable extends Omit<Citable, 'clauses'> {
  clauses: readonly (Clause & { words?: { concerns: readonly string[] } | null })[];
  audiences: readonly { id: string }[];
  data: { ask: string };
}

/** A name that leads to a place. */
interface Named {
  text: string;
  clause: string;
  s: number;
}

/** A name with what people call it and how they only ask for it. */
interface Row {
  name: string;
  clause: string;
  s: number;
  aliases: readonly string[];
  asking: readonly string[];
  open?: string | undefined;
}

const NOTHING = { aliases: [], asking: [] };

/** The tables that search knows beforehand. Readings and traditional forms are looked up here, so that no browser must. */
export function makeSearchTable(policy: Searchable, words: SearchWords): SearchTable {
  const clauses = policy.clauses.filter(hasPage);
  const rows = [
    ...clauses.map(({ id, label, heading }): Row => {
      return {
        name: label.replace(/…$/u, ''),
        clause: id,
        s: heading === null ? 0 : 1,
        ...NOTHING,
      };
    }),
    ...words.named.map(({ text, clause, s }): Row => ({ name: text, clause, s, ...NOTHING })),
    ...words.terms.map(({ term, ...row }): Row => ({ name: term, ...row })),
  ];
  const { names, said } = packedNames(withoutNeedless(rows, policy.clauses), clauses);
  const table: SearchTable = {
    policy: {
      id: policy.id,
      title: policy.title,
      number: policy.number,
      ask: policy.data.ask,
    },
    audiences: policy.audiences.map(({ id }) => id),
    // What is alike stands together, so that it packs tighter.
    topics: words.topics,
    checks: words.checks,
    ignored: words.ignored.toSorted((a, b) => b.length - a.length),
    clauses: clauses.map((clause) => ({
      id: clause.id,
      kind: clause.kind,
      ...(clause.marker
        ? { marker: [clause.marker.level, clause.marker.number, clause.marker.zhi] as const }
        : {}),
      parent: clause.parent,
      short: formatShort(policy, clause.id),
      ...(clause.heading === null ? { label: clause.label } : {}),
      ...(clause.labelIsOurs ? { ours: true } : {}),
      concerns: (clause.words?.concerns ?? []).flatMap((audience) => {
        const at = policy.audiences.findIndex(({ id }) => id === audience);
        return at < 0 ? [] : at;
      }),
      sentences: sentencesOf(clause).map(({ text }) => text),
    })) as SearchTable['clauses'],
    said,
    notHere: words.notHere
      .map(({ word, near }) => [word, near].flatMap((one) => (one ? apart(one) : [])).join(','))
      .join('|'),
    names,
    simplified: '',
    syllables: '',
  };
  const entries = entriesOf(table);
  return {
    ...table,
    simplified: traditionalOf(charactersOf(entries)),
    syllables: syllablesOf(entries),
  };
}

/** Rows without the aliases that are not worth their bytes: the search leads to the same sentence without them. */
function withoutNeedless(rows: readonly Row[], clauses: readonly Clause[]): Row[] {
  const texts = new Map(
    clauses.flatMap((clause) =>
      sentencesOf(clause).map(({ n, text }): [string, string] => [`${clause.id} ${n}`, text]),
    ),
  );
  // Where a word leads first: names go before aliases, and those before what only asks.
  const leads = new Map<string, string>();
  // What is left open of a row would be lost with its words, so another row leads elsewhere.
  const goalOf = (row: Row) => `${placeOf(row)} ${row.open ?? ''}`;
  const add = (row: Row, words: readonly string[]) => {
    for (const word of words) if (!leads.has(word)) leads.set(word, goalOf(row));
  };
  for (const row of rows) add(row, [row.name]);
  for (const row of rows) add(row, row.aliases);
  const things = [...leads.keys()];
  for (const row of rows) add(row, row.asking);
  const every = [...leads.keys()];
  return rows.map((row) => {
    const place = placeOf(row);
    const within = (word: string, words: readonly string[]) =>
      longestOf(words.filter((w) => w.length > 1 && w !== word && word.includes(w)));
    /** Whether the longest of some words in a longer one leads to the same sentence. */
    const leadsHere = (word: string, words: readonly string[]) =>
      leads.get(within(word, words)) === goalOf(row);
    // Parts that stand in the sentence, while nothing else is called so: 旅游行业.
    const inParts = (alias: string) =>
      alias.length >= 4 &&
      !row.name.includes(alias) &&
      !within(alias, every) &&
      [...alias].some(
        (_, i) =>
          i > 1 &&
          i < alias.length - 1 &&
          [alias.slice(0, i), alias.slice(i)].every((part) => texts.get(place)?.includes(part)),
      );
    const found = (alias: string) => leadsHere(alias, things) || inParts(alias);
    // One of four characters among the first two stays all the same, for its initials: lgcy.
    const initials = row.aliases.slice(0, 2).find((alias) => alias.length === 4 && found(alias));
    const needed = (alias: string) =>
      alias === initials ||
      /^[ -~]+$/u.test(alias) ||
      (alias.length <= LONGEST_ALIAS && !found(alias));
    // What only asks also takes its characters out of what is asked for, so a short one stays: 归谁管.
    // What it leaves open would not be told of a thing alone: 落户条件.
    const others = row.open === undefined ? [...things, ...row.asking] : row.asking;
    const asks = (word: string) =>
      word.length <= SHORT_ASKING || (word.length <= LONGEST_ALIAS && !leadsHere(word, others));
    return { ...row, aliases: row.aliases.filter(needed), asking: row.asking.filter(asks) };
  });
}

const placeOf = ({ clause, s }: Row): string => `${clause} ${s}`;

function longestOf(words: readonly string[]): string {
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** Rows as they travel: a name that stands in its sentence by its place in all the sentences of the clauses. */
function packedNames(
  rows: readonly Row[],
  clauses: readonly Clause[],
): Pick<SearchTable, 'names' | 'said'> {
  const sentences = new Map<string, { start: number; text: string }>();
  let length = 0;
  for (const clause of clauses) {
    for (const { n, text } of sentencesOf(clause)) {
      sentences.set(`${clause.id} ${n}`, { start: length, text });
      length += text.length;
    }
  }
  const indexOf = new Map(clauses.map(({ id }, i) => [id, i]));
  const told = new Set(rows.filter(hasSaid).map(keyOf));
  let last = 0;
  // A label or a term of the glossary that has a row with aliases needs none of its own.
  const kept = rows.filter((row) => hasSaid(row) || !told.has(keyOf(row)));
  const names = kept.map(({ name, clause, s }) => {
    const { start, text } = sentences.get(`${clause} ${s}`) ?? { start: 0, text: '' };
    const within = text.indexOf(name);
    // Letterhead, title and imprint have no page: they lead to the whole text.
    if (within < 0) return [apart(name), indexOf.get(clause) ?? WHOLE, s];
    const more = start + within - last;
    last = start + within;
    return ['', more, name.length];
  });
  return { names: names.join(';'), said: kept.map(saidOf).join(';') };
}

const hasSaid = ({ aliases, asking, open }: Row): boolean =>
  aliases.length + asking.length > 0 || open !== undefined;

/** `房补|买房,怎么申请,在哪里申报` */
function saidOf({ aliases, asking, open }: Row): string {
  const [known, asked] = [aliases, asking].map((words) => words.map(apart).join('|'));
  return [known, asked, apart(open ?? '')].join(',').replace(/,+$/u, '');
}

/** A text without the signs that stand between texts; their wide forms are the same to a search. */
function apart(text: string): string {
  return text.replace(/[,;|]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

const keyOf = ({ name, clause, s }: Row): string => `${name} ${clause} ${s}`;

// Once for all policies: a dictionary takes longer to load than to ask. Characters are looked up one at a time, so the
// megabyte of phrases stays where it is.
const TRADITIONAL = [[], [TW_VARIANTS], [HK_VARIANTS]].map((variants) =>
  ConverterFactory([TO_TRADITIONAL], variants),
);
// Characters with several traditional forms are found from the other side.
const simplify = ConverterFactory([TO_SIMPLIFIED]);
const SEVERAL = Map.groupBy(
  Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCharCode(0x4e00 + i)),
  (form) => simplify(form),
);

/** `購,,補`, `購5補`: the traditional forms of each character, of the mainland's, Taiwan's and Hong Kong's making. */
function traditionalOf(han: readonly string[]): string {
  const simple = new Set(han);
  const formsOf = (c: string) =>
    [...TRADITIONAL.map((convert) => convert(c)), ...(SEVERAL.get(c) ?? [])].filter(
      (form) => !simple.has(form) && Array.from(form).length === 1,
    );
  const packed = han.map((c) => [...new Set(formsOf(c))].join('')).join(',');
  return packed.replace(/,{3,}/gu, ({ length }) => String(length));
}

/** `gou fang chang/zhang`: how each character is read in the names and aliases that hold it, in `charactersOf` order. */
function syllablesOf(entries: readonly Entry[]): string {
  const readings = new Map<string, Set<string>>();
  for (const { text } of entries) {
    const han = text.replace(/\P{Script=Han}/gu, '');
    const read = pinyin(han, { toneType: 'none', type: 'array', v: true });
    for (const [i, c] of Array.from(han).entries())
      readings.set(c, (readings.get(c) ?? new Set()).add(read[i] ?? ''));
  }
  return charactersOf(entries)
    .map((c) => [...(readings.get(c) ?? [])].join('/'))
    .join(' ');
}
