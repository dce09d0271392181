import { ClausePlaces, type PlacedClause } from './clause-places.ts';
import { foldNumber, foldTitle, namesOfTitle } from './names.ts';

/** A document that is held, or one edition of it. */
export interface HeldDocument {
  id: string;
  title: string;
  /** 文号; empty where it has none, or none is known. */
  number: string;
  /** Other numbers that it is known by: of the decrees of its editions. */
  numbers?: readonly string[] | undefined;
  /** The day of this edition, `2018-10-09`; several of one title are told apart by it. */
  date?: string | undefined;
  /** Of which document this is an edition; without it all of one title are taken for editions of one. */
  policy?: string | undefined;
  /** The day that document was first issued: none cites it earlier. */
  issued?: string | undefined;
  clauses: readonly PlacedClause[];
}

/** A document as it is found by a name. */
export interface Named {
  document: HeldDocument;
  /** The further document of the file that the name is the title of, or `null`. */
  region: string | null;
}

interface Bucket {
  /** Longest first. */
  lengths: number[];
  names: Map<string, Named[]>;
}

/** With so many characters all names begin that are looked for without brackets. */
const HEAD = 2;
/** A title of another kind than these is looked for without brackets only where it is long. */
const STATUTE = /(?:(?<![办方做])法典?|条例)$/u;
const LONG = 8;

/** What is held, by titles and numbers. Made once for a library; looking up takes no time in its size. */
export class HeldDocuments {
  readonly documents: readonly HeldDocument[];
  private readonly byName = new Map<string, Named[]>();
  private readonly byNumber = new Map<string, Named[]>();
  private readonly buckets = new Map<string, Bucket>();
  private readonly places = new Map<HeldDocument, ClausePlaces>();

  constructor(documents: readonly HeldDocument[]) {
    this.documents = documents;
    for (const document of documents) {
      const { own, issued } = namesOfTitle(document.title);
      for (const name of own)
        this.name(name, { document, region: this.regionTitled(document, name) });
      for (const name of this.attachedTo(document, issued)) {
        if (own.includes(name)) continue;
        this.name(name, { document, region: this.regionTitled(document, name) });
      }
      for (const number of numbersOf(document))
        listIn(this.byNumber, number).push({ document, region: null });
    }
    for (const [name, named] of this.byName) this.nameWithoutBrackets(name, named);
  }

  /** All that bear a folded name. */
  named(name: string): readonly Named[] {
    return this.byName.get(name) ?? [];
  }

  numbered(number: string): readonly Named[] {
    return this.byNumber.get(foldNumber(number)) ?? [];
  }

  /** The longest folded name that stands at a place of a folded text. */
  nameAt(text: string, at: number): string | null {
    const bucket = this.buckets.get(text.slice(at, at + HEAD));
    for (const length of bucket?.lengths ?? []) {
      const name = text.slice(at, at + length);
      if (bucket?.names.has(name)) return name;
    }
    return null;
  }

  placesOf(document: HeldDocument): ClausePlaces {
    const places = this.places.get(document) ?? new ClausePlaces(document.clauses);
    this.places.set(document, places);
    return places;
  }

  private name(name: string, named: Named): void {
    if (name.length > 1) listIn(this.byName, name).push(named);
  }

  private regionTitled(document: HeldDocument, name: string): string | null {
    return this.placesOf(document).documentTitled((title) => foldTitle(title) === name);
  }

  private attachedTo({ clauses }: HeldDocument, issued: string | null): string[] {
    const titles = clauses.flatMap(({ kind, heading }) =>
      kind === 'document' && heading ? foldTitle(heading) : [],
    );
    return [...new Set([...(issued ? [issued] : []), ...titles])];
  }

  private nameWithoutBrackets(name: string, named: Named[]): void {
    if (name.startsWith('关于') || !(STATUTE.test(name) || name.length >= LONG)) return;
    const head = name.slice(0, HEAD);
    const bucket = this.buckets.get(head) ?? { lengths: [], names: new Map<string, Named[]>() };
    this.buckets.set(head, bucket);
    bucket.names.set(name, named);
    if (bucket.lengths.includes(name.length)) return;
    bucket.lengths = [...bucket.lengths, name.length].sort((a, b) => b - a);
  }
}

/** The numbers of a document, folded. */
export function numbersOf({ number, numbers = [] }: HeldDocument): string[] {
  return [number, ...numbers].filter((one) => one !== '').map(foldNumber);
}

/**
 * The edition that a document of some day cites: `then` by clause numbers, `now` as a whole, `old` to change it, `new` as
 * changed. `null` where there was none by that day, or nobody can tell which of several documents of one title is meant.
 */
export function editionOf(
  all: readonly Named[],
  day: string | undefined,
  which: 'then' | 'now' | 'old' | 'new',
): Named | null {
  const at = (one: Named) => one.document.date ?? '';
  const sorted = all
    .filter(({ document: { issued } }) => !(day && issued && issued > day))
    .sort((a, b) => (at(a) < at(b) ? -1 : 1));
  const dated = sorted.filter(({ document }) => document.date !== undefined);
  if (which === 'old') return (day && dated.findLast((one) => at(one) < day)) || null;
  if (which === 'new') return (day && dated.find((one) => at(one) >= day)) || null;
  const policies = new Set(sorted.map(({ document }) => document.policy));
  if (!day) return policies.size > 1 ? null : newest(sorted);
  const then = dated.findLast((one) => at(one) <= day) ?? dated[0] ?? newest(sorted);
  if (which === 'then') return then;
  return newest(sorted.filter(({ document }) => document.policy === then?.document.policy));
}

/** The last of them; of one day the first. */
function newest(sorted: readonly Named[]): Named | null {
  const last = sorted.at(-1);
  return sorted.find(({ document }) => document.date === last?.document.date) ?? null;
}

function listIn<V>(map: Map<string, V[]>, key: string): V[] {
  const list = map.get(key) ?? [];
  if (list.length === 0) map.set(key, list);
  return list;
}
