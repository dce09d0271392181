import { ConverterFactory } from 'opencc-js/core';
import HK_VARIANTS from 'opencc-js/dict/HKVariants';
import TO_TRADITIONAL from 'opencc-js/dict/STCharacters';
import TO_SIMPLIFIED from 'opencc-js/dict/TSCharacters';
import TW_VARIANTS from 'opencc-js/dict/TWVariants';
import { pinyin } from 'pinyin-pro';
import { type Citable, formatShort } from '../domain/policy/citation.ts';
import { type Clause, hasPage, sentencesOf } from '../domain/policy/clause.ts';
import { TITLED } from '../domain/policy/label.ts';
import type { Marker } from '../domain/policy/marker.ts';
import { kindsOf } from '../domain/policy/statement.ts';
import { type PackedFaq, packFaqs } from '../domain/search/faqs.ts';
import { packReadings } from '../domain/search/pinyin.ts';
import {
  type AroundSentence,
  charactersOf,
  entriesOf,
  lawOf,
  type NameRow,
  packAbsent,
  packNames,
  type SearchTable,
  type TableClause,
  WHOLE,
} from '../domain/search/table.ts';

/** Longer aliases stay on the search page, for those who look through it. */
const LONGEST_ALIAS = 6;

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
  faqs: readonly AskedFaq[];
  topics: SearchTable['topics'];
  checks: SearchTable['checks'];
}

/** A question that people ask, with the clauses that its answer leans on. */
interface AskedFaq extends Omit<PackedFaq, 'places'> {
  says: readonly { place: { id: string } }[];
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

/** The table that search knows beforehand. Readings and traditional forms are looked up here, so that no browser must. */
export function makeSearchTable(policy: Searchable, words: SearchWords): SearchTable {
  const paged = policy.clauses.filter(hasPage);
  const around = policy.clauses.filter((clause) => !hasPage(clause)).flatMap(aroundOf);
  const { names, said } = packNames(nameRows(paged, around, words));
  const entries = entriesOf({ names, said });
  const clauses = paged.map((clause) => tableClause(policy, clause));
  const texts = [...entries.map(({ text }) => text), ...lawOf({ clauses, around })];
  // The order packs tightest: measured.
  return {
    around,
    clauses,
    ignored: words.ignored.toSorted((a, b) => b.length - a.length),
    policy: {
      id: policy.id,
      title: policy.title,
      number: policy.number,
      ask: policy.data.ask,
    },
    names,
    said,
    syllables: syllablesOf(texts),
    audiences: policy.audiences.map(({ id }) => id),
    notHere: packAbsent(words.notHere),
    ...(words.faqs.length ? { faqs: packFaqs(placed(words.faqs, paged)) } : {}),
    checks: words.checks,
    topics: words.topics,
    simplified: traditionalOf(charactersOf(texts)),
  };
}

function aroundOf({ id, paragraphs }: Clause): AroundSentence[] {
  return paragraphs.flatMap(({ role, sentences }) =>
    sentences.map(({ n, text }): AroundSentence => [id, n, role, text]),
  );
}

function placed(faqs: readonly AskedFaq[], clauses: readonly Clause[]): PackedFaq[] {
  const indexOf = new Map(clauses.map(({ id }, i) => [id, i]));
  return faqs.map((faq) => ({
    ...faq,
    places: [...new Set(faq.says.map(({ place }) => indexOf.get(place.id) ?? WHOLE))],
  }));
}

function tableClause(policy: Searchable, clause: Searchable['clauses'][number]): TableClause {
  const { marker, words } = clause;
  const sentences = sentencesOf(clause).map(({ text }) => text);
  const kinds = sentences.map(kindsOf).join(',');
  const places = new Map(policy.audiences.map(({ id }, i) => [id, i]));
  return {
    id: clause.id,
    kind: clause.kind,
    ...(marker ? { marker: packed(marker) } : {}),
    parent: clause.parent,
    short: formatShort(policy, clause.id),
    ...(clause.heading === null || TITLED.has(clause.kind) ? { label: clause.label } : {}),
    ...(clause.labelIsOurs ? { ours: true } : {}),
    concerns: (words?.concerns ?? []).flatMap((audience) => places.get(audience) ?? []),
    sentences,
    ...(/[a-z]/u.test(kinds) ? { kinds } : {}),
  };
}

function packed({ level, number, zhi, path, until }: Marker): NonNullable<TableClause['marker']> {
  if (until) return [level, number, zhi, null, until];
  return path ? [level, number, zhi, path] : [level, number, zhi];
}

/** What clauses are called, the glossary and what editors add, each with its place. */
function nameRows(
  clauses: readonly Clause[],
  around: readonly AroundSentence[],
  words: SearchWords,
): NameRow[] {
  const indexOf = new Map(clauses.map(({ id }, i) => [id, i]));
  // Letterhead, title and imprint have no page: they lead to the whole text, and are counted among what stands round it.
  const placeOf = (clause: string, s: number): NameRow['place'] => {
    const at = indexOf.get(clause);
    const isIt = ([own, n]: AroundSentence) => own === clause && n === s;
    return at === undefined ? [WHOLE, around.findIndex(isIt) + 1] : [at, s];
  };
  const row = (
    name: string,
    { clause, s }: { clause: string; s: number },
    said: Partial<NameRow> = {},
  ): NameRow => ({
    name,
    place: placeOf(clause, s),
    aliases: [],
    asking: [],
    ...said,
  });
  return [
    ...clauses.map(({ id, label, heading }) =>
      row(label.replace(/…$/u, ''), { clause: id, s: heading === null ? 0 : 1 }),
    ),
    ...words.named.map((named) => row(named.text, named)),
    ...words.terms.map(({ term, aliases, asking, open, ...place }) =>
      row(term, place, {
        aliases: aliases.filter(isShort),
        asking: needed(asking, [term, ...aliases]),
        open,
      }),
    ),
  ];
}

/** Short ways of asking that hold no name of the same thing: a query that holds the way holds the name, too. */
function needed(asking: readonly string[], names: readonly string[]): string[] {
  return asking.filter((way) => isShort(way) && !names.some((name) => way.includes(name)));
}

/** Letters are heard only as they are written: green card. */
const isShort = (alias: string): boolean =>
  alias.length <= LONGEST_ALIAS || /^[ -~]+$/u.test(alias);

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
export function traditionalOf(han: readonly string[]): string {
  const simple = new Set(han);
  const formsOf = (c: string) =>
    [...TRADITIONAL.map((convert) => convert(c)), ...(SEVERAL.get(c) ?? [])].filter(
      (form) => !simple.has(form) && Array.from(form).length === 1,
    );
  const packed = han.map((c) => [...new Set(formsOf(c))].join('')).join(',');
  return packed.replace(/,{3,}/gu, ({ length }) => String(length));
}

/** How each character is read in the texts that hold it, in `charactersOf` order. */
function syllablesOf(texts: readonly string[]): string {
  const readings = new Map<string, Set<string>>();
  for (const text of texts) {
    const han = text.replace(/\P{Script=Han}/gu, '');
    const read = pinyin(han, { toneType: 'none', type: 'array', v: true });
    for (const [i, c] of Array.from(han).entries())
      readings.set(c, (readings.get(c) ?? new Set()).add(read[i] ?? ''));
  }
  return packReadings(charactersOf(texts).map((c) => [...(readings.get(c) ?? [])]));
}
