import { ConverterFactory } from 'opencc-js/core';
import HK_VARIANTS from 'opencc-js/dict/HKVariants';
import TO_TRADITIONAL from 'opencc-js/dict/STCharacters';
import TO_SIMPLIFIED from 'opencc-js/dict/TSCharacters';
import TW_VARIANTS from 'opencc-js/dict/TWVariants';
import { pinyin } from 'pinyin-pro';
import { type Citable, formatShort } from '../domain/policy/citation.ts';
import { type Clause, hasPage, sentencesOf } from '../domain/policy/clause.ts';
import { charactersOf, type SearchTable, textsOf, WHOLE } from '../domain/search/table.ts';

/** Longer aliases stay on the search page, for those who look through it. */
const LONGEST_ALIAS = 7;
const SHORT_ALIAS = 3;

/** What editors add to the text for those who search. */
export interface SearchWords {
  terms: readonly {
    term: string;
    clause: string;
    s: number;
    aliases: readonly string[];
    asking: readonly string[];
  }[];
  notHere: readonly string[];
  ignored: readonly string[];
  examples: readonly string[];
}

/** A name that leads to a place: a glossary term, a topic's title. */
export interface Named {
  text: string;
  clause: string;
  s: number;
}

/** A name with what people call it, before it is packed. */
interface Row {
  name: string;
  clause: string;
  s: number;
  said: [aliases?: string, asking?: string];
}

/** The tables that search knows beforehand. Readings and traditional forms are looked up here, so that no browser must. */
export function makeSearchTable(
  policy: Omit<Citable, 'clauses'> & {
    clauses: readonly Clause[];
    data: { status: string; ask: string };
  },
  words: SearchWords,
  named: readonly Named[],
  concerns: (clause: string) => string[],
  pages: SearchTable['pages'],
): SearchTable {
  const clauses = policy.clauses.filter(hasPage);
  const rows = [
    ...clauses.map(({ id, label, heading }): Row => {
      return { name: label.replace(/…$/u, ''), clause: id, s: heading === null ? 0 : 1, said: [] };
    }),
    ...named.map(({ text, clause, s }): Row => ({ name: text, clause, s, said: [] })),
    ...words.terms.map(rowOf),
  ];
  const table: SearchTable = {
    policy: {
      id: policy.id,
      title: policy.title,
      number: policy.number,
      status: policy.data.status,
      ask: policy.data.ask,
    },
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
    names: packedNames(rows, clauses),
    pages,
    notHere: [...words.notHere],
    ignored: words.ignored.toSorted((a, b) => b.length - a.length),
    examples: [...words.examples],
    simplified: '',
    syllables: '',
  };
  const { entries, all } = textsOf(table);
  return {
    ...table,
    simplified: traditionalOf(charactersOf(all)),
    syllables: syllablesOf(entries),
  };
}

/** A term with those of its aliases that are worth their bytes. */
function rowOf({ term, clause, s, aliases, asking }: SearchWords['terms'][number]): Row {
  // A long one is hardly ever typed word for word, and one that holds a shorter one is found by that.
  const holdsShorter = (alias: string) =>
    [term, ...aliases, ...asking].some((other) => other !== alias && alias.includes(other));
  // The first of four characters stays all the same, for its initials: lgcy.
  const initials = aliases.find((alias) => alias.length === 4 && holdsShorter(alias));
  const needed = (alias: string) =>
    alias.length <= SHORT_ALIAS ||
    alias === initials ||
    /^[ -~]+$/u.test(alias) ||
    (alias.length <= LONGEST_ALIAS && !holdsShorter(alias));
  const pack = (said: readonly string[]) => said.filter(needed).join('|');
  const [known, asked] = [pack(aliases), pack(asking)];
  return { name: term, clause, s, said: asked ? [known, asked] : known ? [known] : [] };
}

/** Rows as they travel: a name that stands in its sentence by its place in all the sentences of the clauses. */
function packedNames(rows: readonly Row[], clauses: readonly Clause[]): SearchTable['names'] {
  const sentences = new Map<string, { start: number; text: string }>();
  let length = 0;
  for (const clause of clauses) {
    for (const { n, text } of sentencesOf(clause)) {
      sentences.set(`${clause.id} ${n}`, { start: length, text });
      length += text.length;
    }
  }
  const indexOf = new Map(clauses.map(({ id }, i) => [id, i]));
  const told = new Set(rows.filter(({ said }) => said.length).map(keyOf));
  let last = 0;
  // A label or a term of the glossary that has a row with aliases needs none of its own.
  return rows
    .filter((row) => row.said.length || !told.has(keyOf(row)))
    .map(({ name, clause, s, said }) => {
      const { start, text } = sentences.get(`${clause} ${s}`) ?? { start: 0, text: '' };
      const within = text.indexOf(name);
      // Letterhead, title and imprint have no page: they lead to the whole text.
      if (within < 0) return [name, indexOf.get(clause) ?? WHOLE, s, ...said];
      const more = start + within - last;
      last = start + within;
      return [more, name.length, ...said];
    });
}

const keyOf = ({ name, clause, s }: Row): string => `${name} ${clause} ${s}`;

/** `購,,補`: the traditional forms of each character, of the mainland's, Taiwan's and Hong Kong's making. */
function traditionalOf(han: readonly string[]): string {
  const simple = new Set(han);
  const forms = new Map(han.map((c) => [c, new Set<string>()]));
  const add = (form: string, c: string) => {
    if (!simple.has(form) && Array.from(form).length === 1) forms.get(c)?.add(form);
  };
  for (const variants of [[], [TW_VARIANTS], [HK_VARIANTS]]) {
    // Characters are looked up one at a time, so the megabyte of phrases stays where it is.
    const convert = ConverterFactory([TO_TRADITIONAL], variants);
    for (const c of han) add(convert(c), c);
  }
  // Characters with several traditional forms are found from the other side.
  const back = ConverterFactory([TO_SIMPLIFIED]);
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const form = String.fromCharCode(code);
    add(form, back(form));
  }
  return han.map((c) => [...(forms.get(c) ?? [])].join('')).join(',');
}

/** `gou fang chang/zhang`: how each character is read in the names and aliases that hold it, in `charactersOf` order. */
function syllablesOf(texts: readonly string[]): string {
  const readings = new Map<string, Set<string>>();
  for (const text of texts) {
    const han = text.replace(/\P{Script=Han}/gu, '');
    const read = pinyin(han, { toneType: 'none', type: 'array', v: true });
    for (const [i, c] of Array.from(han).entries())
      readings.set(c, (readings.get(c) ?? new Set()).add(read[i] ?? ''));
  }
  return charactersOf(texts)
    .map((c) => [...(readings.get(c) ?? [])].join('/'))
    .join(' ');
}
