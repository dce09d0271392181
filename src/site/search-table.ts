import * as OpenCC from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { type Citable, formatShort } from '../domain/policy/citation.ts';
import { type Clause, hasPage, sentencesOf } from '../domain/policy/clause.ts';
import { type SearchTable, WHOLE } from '../domain/search/table.ts';

/** Longer aliases stay on the search page, for those who look through it. */
const LONGEST_ALIAS = 7;
const SHORT_ALIAS = 4;

/** What editors add to the text for those who search. */
export interface SearchWords {
  terms: readonly { term: string; clause: string; s: number; aliases: readonly string[] }[];
  notHere: readonly string[];
}

/** A name that leads to a place: a glossary term, a topic's title. */
export interface Named {
  text: string;
  clause: string;
  s: number;
}

/** The tables that search knows beforehand. Readings and traditional forms are looked up here, so that no browser must. */
export function makeSearchTable(
  policy: Omit<Citable, 'clauses'> & { clauses: readonly Clause[]; data: { ask: string } },
  words: SearchWords,
  named: readonly Named[],
  concerns: (clause: string) => string[],
  pages: SearchTable['pages'],
): SearchTable {
  const clauses = policy.clauses.filter(hasPage);
  const indexOf = new Map(clauses.map(({ id }, i) => [id, i]));
  const names: SearchTable['names'] = [];
  const typed: string[] = [];
  const add = (name: string, clause: string, sentence: number, aliases: readonly string[] = []) => {
    // Letterhead, title and imprint have no page: they lead to the whole text.
    const place = indexOf.get(clause) ?? WHOLE;
    const at = policy.clauses.find((c) => c.id === clause);
    const start = at
      ? (sentencesOf(at)
          .find(({ n }) => n === sentence)
          ?.text.indexOf(name) ?? -1)
      : -1;
    const written =
      start < 0 || place === WHOLE ? name : ([start, name.length] as [number, number]);
    typed.push(name, ...aliases);
    names.push([
      written,
      place,
      sentence,
      ...(aliases.length ? ([aliases.join('|')] as const) : []),
    ] as SearchTable['names'][number]);
  };
  for (const clause of clauses) {
    add(clause.label.replace(/…$/u, ''), clause.id, clause.heading === null ? 0 : 1);
  }
  for (const { text, clause, s } of named) add(text, clause, s);
  for (const { term, clause, s, aliases } of words.terms) {
    // A long one is hardly ever typed word for word, and one that holds a shorter one is found by that; short ones
    // stay all the same, for the sake of their initials.
    const holdsShorter = (alias: string) =>
      [term, ...aliases].some((other) => other !== alias && alias.includes(other));
    const needed = aliases.filter(
      (alias) =>
        alias.length <= SHORT_ALIAS ||
        /^[ -~]+$/u.test(alias) ||
        (alias.length <= LONGEST_ALIAS && !holdsShorter(alias)),
    );
    add(term, clause, s, needed);
  }
  const used = new Set(
    [...typed, ...clauses.flatMap((c) => sentencesOf(c).map((s) => s.text))].join(''),
  );
  const han = [...used].filter((c) => /\p{Script=Han}/u.test(c));
  return {
    policy: { id: policy.id, title: policy.title, number: policy.number, ask: policy.data.ask },
    clauses: clauses.map((clause) => ({
      id: clause.id,
      kind: clause.kind,
      ...(clause.marker
        ? { marker: [clause.marker.level, clause.marker.number, clause.marker.zhi] as const }
        : {}),
      parent: clause.parent,
      short: formatShort(policy, clause.id),
      label: clause.label,
      ours: clause.labelIsOurs,
      concerns: concerns(clause.id),
      sentences: sentencesOf(clause).map(({ text }) => text),
    })) as SearchTable['clauses'],
    names,
    pages,
    notHere: [...words.notHere],
    simplified: traditionalOf(han),
    syllables: syllablesOf(
      [...new Set(typed.flatMap((text) => Array.from(text)))].filter((c) =>
        /\p{Script=Han}/u.test(c),
      ),
    ),
  };
}

/** `購购學学`: the traditional forms, of the mainland's, Taiwan's and Hong Kong's making, of characters in use. */
function traditionalOf(han: readonly string[]): string {
  const pairs = new Map<string, string>();
  for (const to of ['t', 'tw', 'hk'] as const) {
    const convert = OpenCC.Converter({ from: 'cn', to });
    for (const c of han) {
      const other = convert(c);
      if (other !== c && Array.from(other).length === 1 && !han.includes(other))
        pairs.set(other, c);
    }
  }
  // Characters with several traditional forms are found from the other side.
  const back = OpenCC.Converter({ from: 't', to: 'cn' });
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const c = String.fromCharCode(code);
    const simple = back(c);
    if (simple !== c && han.includes(simple) && !han.includes(c)) pairs.set(c, simple);
  }
  return [...pairs].map(([from, to]) => from + to).join('');
}

/** `gou 购构,xue 学`: every reading of each character, since a short query says nothing of which is meant. */
function syllablesOf(han: readonly string[]): string {
  const rows = new Map<string, string>();
  for (const c of han) {
    const readings = pinyin(c, { toneType: 'none', type: 'array', multiple: true, v: true });
    for (const reading of new Set(readings.slice(0, 2)))
      rows.set(reading, (rows.get(reading) ?? '') + c);
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, characters]) => `${syllable} ${characters}`)
    .join(',');
}
