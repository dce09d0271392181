import { type FoundFaq, SURE } from './faqs.ts';
import type { ListedPolicy } from './library-table.ts';
import type { Cited } from './links.ts';
import {
  type FoundPage,
  type Hit,
  isNotHere,
  isPlace,
  isStrange,
  type LookUp,
  missingIn,
  openIn,
  type Said,
  unknownIn,
} from './look-up.ts';
import type { NamedPolicies } from './named-policies.ts';
import type { Narrowing } from './narrowing.ts';
import { type Candidate, fuseRanks, placeKey, type Ranking } from './rank.ts';
import { Corpus } from './text-index.ts';

/** What a query comes to. */
export interface Answer {
  /** The query as it was understood. */
  folded: string;
  /** Its parts that name something. */
  parts: string[];
  /** The best first; those of repealed documents last. */
  hits: Hit[];
  /** The question that it is, or comes near to, with an answer of its own. */
  faq: (FoundFaq & { policy: string }) | null;
  /** Official terms that the reader's words were taken for: 公交卡 → 乘车证. */
  terms: string[];
  /** What is asked for and a text does not say: 具体内容、金额、标准和期限. */
  open: { policy: string; titles: string[] }[];
  /** A term that sounds like what was typed: 您是不是要找. */
  meant: string | null;
  /** The sign of the kind of statement that is asked for and that the first hit does not hold (statement.ts). */
  lacking: string | null;
  /** Whether no document treats what was asked for; `hits` are then what they treat that comes nearest. */
  notHere: boolean;
  /** Whether that is so only because too few of its words are known. */
  strange: boolean;
  /** Places and links that it names and no document has: 七（一）. */
  missing: Missing[];
  /** Parts of the query that stand nowhere. */
  unknown: string[];
  /** Pages whose title holds a part of the query. */
  pages: FoundPage[];
  /** The documents that were searched. */
  searched: string[];
}

/** A place that is nowhere, with the document of what comes nearest. */
export type Missing = Cited & { policy: string };

/** A query as it was read by each document that is searched. */
export interface Question {
  raw: string;
  said: Said[];
  /** Documents that it names and asks nothing else of. */
  whole: string[];
  narrowing: Narrowing;
}

/** Of what more documents leave open nobody would read. */
const MOST_OPEN = 2;
const MOST_TERMS = 4;
/** Nobody reads more hits before he asks again. */
const MOST_READ = 3;
const MOST_PAGES = 4;

/** Tells which of some documents a query names (named-policies.ts). */
export type Naming = (raw: string, policies: readonly ListedPolicy[]) => NamedPolicies;

/** Merges what the documents of a library say to a query, each by its own table. */
export class LibraryLookUp {
  private readonly policies: readonly ListedPolicy[];
  private readonly documents = new Map<string, LookUp>();

  private readonly naming: Naming;

  /** With one document nothing need tell which is meant. */
  constructor(
    policies: readonly ListedPolicy[],
    documents: readonly LookUp[] = [],
    naming: Naming = (rest) => ({ policies: [], rest }),
  ) {
    this.policies = policies;
    this.naming = naming;
    for (const document of documents) this.add(document);
  }

  add(document: LookUp): void {
    this.documents.set(document.id, document);
  }

  /** The table of a document, if it is there. */
  table(policy: string) {
    return this.documents.get(policy)?.table;
  }

  /** A clause of a document, if both are known. */
  clause({ policy, clause }: Pick<Candidate, 'policy' | 'clause'>) {
    return this.documents.get(policy)?.table.clauses.find(({ id }) => id === clause);
  }

  /** The sentences of a document one after another; none where its table is not there. */
  textOf(policy: string): string {
    const clauses = this.documents.get(policy)?.table.clauses ?? [];
    return clauses.flatMap(({ sentences }) => sentences).join('');
  }

  /** The documents that a query names, and what it asks of them. */
  named(raw: string): NamedPolicies {
    return this.naming(raw, this.policies);
  }

  /** Reads a query. `among` are the documents to search where it names none; all that are known where nothing is said. */
  read(raw: string, narrowing: Narrowing = {}, among?: readonly string[]): Question {
    const named = this.named(raw);
    const chosen = narrowing.policy ? [narrowing.policy] : named.policies;
    const listed = chosen.length ? chosen : (among ?? this.policies.map(({ id }) => id));
    const searched = listed.flatMap((id) => this.documents.get(id) ?? []);
    const text = named.rest || raw;
    const said = askAll(searched, text);
    const whole = named.rest === '' ? chosen.filter((id) => named.policies.includes(id)) : [];
    return { raw: text, said, whole, narrowing };
  }

  answer({ raw, said, whole, narrowing }: Question): Answer {
    const [first] = said;
    const all: Answer = {
      folded: first?.asked.folded ?? '',
      parts: once(said.flatMap(({ asked }) => asked.parts)),
      hits: [],
      faq: null,
      terms: [],
      open: [],
      meant: null,
      lacking: null,
      notHere: false,
      strange: false,
      missing: missingInAll(said),
      unknown: [],
      pages: [],
      searched: said.map(({ document }) => document.id),
    };
    const saysNothing = !/[\p{L}\p{N}]/u.test(all.folded);
    if (saysNothing && said.every(({ asked }) => asked.cited.length === 0)) return all;
    const treating = said.filter(({ asked }) => !isNotHere(asked));
    const found = this.hitsOf(treating, whole);
    // What nobody knows and nothing comes near to is not treated either.
    if (found.length === 0) {
      const strange = said.every(({ asked }) => isStrange(asked));
      const unknown = inAll(said.map(({ asked }) => asked.unknown));
      const hits = this.nearestIn(said);
      const faq = faqOf(said, raw, hits, true);
      return { ...all, hits, faq, notHere: true, strange, unknown };
    }
    const hits = this.narrowed(found, narrowing);
    const ordered = byHits(treating, hits);
    const saying = sayingOf(ordered, (word) => this.isIn(hits.slice(0, MOST_READ), word));
    const faq = faqOf(byHits(said, hits), raw, found, saying.unknown.length > 0);
    const lacking = saying.open.length ? null : lackingIn(hits[0], treating);
    return { ...all, hits, faq, ...saying, lacking };
  }

  /** The documents and places that are named, in order; then the clauses for which most speaks. */
  private hitsOf(treating: readonly Said[], whole: readonly string[]) {
    const named: Candidate[] = whole.map((policy) => ({
      policy,
      clause: policy,
      sentence: null,
      reason: 'citation',
    }));
    const cited = [
      ...named,
      ...citedIn(treating).filter(({ clause }) => !whole.includes(clause)),
    ].map((place) => ({ ...place, score: Infinity }));
    // A place alone asks for nothing else.
    const asking = treating.filter(({ asked }) => !isPlace(asked));
    const isNamed = asking.some(({ asked }) => asked.isName);
    const lists = asking.flatMap(({ document, asked }) =>
      document.listsFor(asked, treating.length > 1),
    );
    const words = asking
      .flatMap(({ asked }) => asked.overlap)
      .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
    // What is called so is meant so, whatever else holds the word.
    const found = fuseRanks([...lists, { weight: isNamed ? 2 : 25, candidates: words }]);
    const known = new Set(cited.map(placeKey));
    const places = [...cited, ...found.filter((place) => !known.has(placeKey(place)))];
    return this.inOrder(this.shown(places, treating));
  }

  private nearestIn(said: readonly Said[]): Hit[] {
    const lists = said.map(({ document, asked }) => ({
      weight: 1,
      candidates: asked.nearest.flatMap((entry) => document.placesOf(entry, 'title')),
    }));
    return this.inOrder(this.shown(fuseRanks(lists), said));
  }

  private shown(places: readonly Ranking[], said: readonly Said[]): Hit[] {
    const by = new Map(said.map((one) => [one.document.id, one]));
    return places.map((place) => {
      const { document, asked } = by.get(place.policy) ?? {};
      return document && asked ? document.shown(place, asked) : { ...place, shown: 0, leads: null };
    });
  }

  /** What is repealed stands last. */
  private inOrder(hits: readonly Hit[]): Hit[] {
    return [...hits].sort(
      (a, b) => Number(this.isRepealed(a.policy)) - Number(this.isRepealed(b.policy)),
    );
  }

  private isRepealed(policy: string): boolean {
    return this.policies.some(({ id, ended }) => id === policy && ended === true);
  }

  private narrowed(hits: readonly Hit[], { status, within }: Narrowing): Hit[] {
    return hits.filter((hit) => {
      if (status && this.isRepealed(hit.policy) !== (status === 'repealed')) return false;
      return !within || this.isPartOf(hit, within) || this.concerns(hit, within);
    });
  }

  /** Whether a word stands in one of some hits. */
  private isIn(hits: readonly Hit[], word: string): boolean {
    return hits.some((hit) => this.clause(hit)?.sentences[hit.shown - 1]?.includes(word));
  }

  private isPartOf(hit: Pick<Candidate, 'policy' | 'clause'>, part: string): boolean {
    if (hit.clause === part) return true;
    const parent = this.clause(hit)?.parent;
    return parent ? this.isPartOf({ policy: hit.policy, clause: parent }, part) : false;
  }

  private concerns(hit: Hit, audience: string): boolean {
    const at = this.documents.get(hit.policy)?.table.audiences.indexOf(audience) ?? -1;
    return this.clause(hit)?.concerns.includes(at) === true;
  }
}

/** What one document is known not to treat, others that do not hold the word do not treat either. */
function askAll(documents: readonly LookUp[], text: string): Said[] {
  const corpus = new Corpus(documents.map((one) => one.text));
  const absent = documents.length > 1 ? once(documents.flatMap((one) => one.absentIn(text))) : [];
  const said = documents.map((one) =>
    one.read(
      text,
      corpus,
      absent.filter((word) => !one.holds(word)),
    ),
  );
  const unsure = said.every(({ asked }) => asked.unsure);
  return unsure ? said.map(({ document, asked }) => document.withNear(asked)) : said;
}

/** The documents that have every place that is named, or all where none has. */
function exactOf(said: readonly Said[]): readonly Said[] {
  const exact = said.filter(({ asked }) => asked.cited.length > 0 && missingIn(asked).length === 0);
  return exact.length ? exact : said;
}

function citedIn(said: readonly Said[]): Candidate[] {
  return exactOf(said).flatMap(({ document, asked }) =>
    asked.cited.flatMap(({ clause, sentence }) =>
      clause === null ? [] : { policy: document.id, clause, sentence, reason: 'citation' as const },
    ),
  );
}

/** The places that no document has. What comes nearest is told of one document only. */
function missingInAll(said: readonly Said[]): Missing[] {
  const [first] = exactOf(said);
  if (!first) return [];
  const policy = first.document.id;
  const missing = missingIn(first.asked).map((place) => ({ ...place, policy }));
  return said.length > 1 ? missing.map((place) => ({ ...place, nearest: null })) : missing;
}

/**
 * Of the documents the nearest question. Who cites a place asks for nothing else. Where some of it is `unknown`, or the
 * document does not treat it, only what is surely one of the questions is.
 */
function faqOf(
  said: readonly Said[],
  raw: string,
  hits: readonly Hit[],
  unknown: boolean,
): Answer['faq'] {
  const found = said.flatMap(({ document, asked }) => {
    const faq = asked.cited.length ? null : document.faqFor(raw, hits);
    const least = unknown || isNotHere(asked) ? SURE : 0;
    return faq && faq.share >= least ? [{ ...faq, policy: document.id }] : [];
  });
  return found.sort((a, b) => b.share - a.share)[0] ?? null;
}

/** The kind of statement that is asked for, where the first hit says none of it. */
function lackingIn(hit: Hit | undefined, said: readonly Said[]): string | null {
  const { document, asked } = said.find((one) => one.document.id === hit?.policy) ?? {};
  const [kind] = asked?.kinds ?? [];
  if (!hit || !kind || !document || hit.reason === 'citation') return null;
  return document.says(hit, kind) ? null : kind;
}

/** Documents in the order of their first hits; those without any last. */
function byHits(said: readonly Said[], hits: readonly Hit[]): Said[] {
  const at = ({ document }: Said) => {
    const first = hits.findIndex(({ policy }) => policy === document.id);
    return first < 0 ? hits.length : first;
  };
  return [...said].sort((a, b) => at(a) - at(b));
}

/** What is said above and below the hits, of the documents in their order. */
function sayingOf(
  said: readonly Said[],
  isShown: (word: string) => boolean,
): Pick<Answer, 'terms' | 'open' | 'meant' | 'unknown' | 'pages'> {
  const aliases = said.flatMap(({ asked }) => asked.aliases);
  const terms = [
    ...aliases.flatMap(({ term }) => term ?? []),
    // Of words for what is said only those by which something was found.
    ...said.flatMap(({ asked }) => asked.said).filter(isShown),
  ];
  const meant = said.flatMap(
    ({ asked: { sounds, known, near } }) => sounds[0] ?? (known ? [] : (near[0] ?? [])),
  );
  const open = said.flatMap(({ document, asked }) => {
    const titles = openIn(asked);
    return titles.length ? [{ policy: document.id, titles }] : [];
  });
  return {
    terms: once(terms).slice(0, MOST_TERMS),
    open: open.slice(0, MOST_OPEN),
    meant: aliases.length ? null : (meant[0]?.text ?? null),
    unknown: inAll(said.map(({ asked }) => unknownIn(asked))),
    pages: said.flatMap(({ document, asked }) => document.pagesFor(asked)).slice(0, MOST_PAGES),
  };
}

function once<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** What all of some lists hold. */
function inAll([first = [], ...rest]: readonly (readonly string[])[]): string[] {
  return first.filter((word) => rest.every((list) => list.includes(word)));
}
