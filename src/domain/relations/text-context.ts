import { datesIn } from '../policy/metadata.ts';
import { isAmending } from './amended-document.ts';
import { ClausePlaces } from './clause-places.ts';
import { editionOf, type HeldDocuments, type Named, numbersOf } from './held-documents.ts';
import { foldNumber, foldTitle, namesOfTitle } from './names.ts';
import type { CitingDocument } from './read-citations.ts';

/** A document that is named in a text. */
export type Meant =
  | { is: 'held'; named: readonly Named[]; amended: boolean }
  | { is: 'own'; region: string | null }
  | { is: 'stub'; title: string | null; number: string | null };

const PLACE = /^\p{Script=Han}{2,8}?(?:省|市|自治区|自治州|自治县|县|区|州|盟|旗)/u;
const OUR = /(?:我|本|全)(?:省|市|自治区|区|县|州)|(?:省|市|区|县|州)(?:人民)?政府/u;

/** 国务院《某条例》 */
const ABOVE = /(?:国务院|国家)(?:发布|颁布|公布|制定)?的?《?$/u;

/** What a document has said so far of others: who is amended, what is called for short. */
export class TextContext {
  readonly document: CitingDocument;
  readonly held: HeldDocuments;
  readonly own: ClausePlaces;
  /** Whether it changes others, and which of them at this place, as far as it is held. */
  amending = false;
  amended: readonly Named[] = [];
  /** 以下简称: folded short names. */
  readonly shortNames = new Map<string, Meant>();
  /** Folded titles that stood in brackets so far. */
  readonly cited = new Set<string>();
  private readonly ownNames: ReadonlySet<string>;
  private readonly ownNumbers: readonly string[];
  private readonly place: string;
  private readonly title: string;

  constructor(document: CitingDocument, held: HeldDocuments) {
    this.document = document;
    this.held = held;
    this.own = new ClausePlaces(document.clauses);
    this.ownNames = new Set(namesOfTitle(document.title).own);
    this.ownNumbers = numbersOf(document);
    this.title = foldTitle(document.title);
    [this.place = ''] = PLACE.exec(this.title) ?? [];
  }

  amend(amending: boolean, name: string | null): void {
    this.amending = amending;
    this.amended = name ? this.held.named(name) : [];
  }

  /** Who is meant by a title; `before` is the folded text in front of it. */
  titled(title: string, number: string | null, before: string, repealed: boolean): Meant {
    const name = foldTitle(title);
    const stub: Meant = { is: 'stub', title, number };
    this.cited.add(name);
    if (this.ownNames.has(name)) {
      const isOther = number ? this.isOtherNumber(number) : repealed;
      if (!isOther)
        return { is: 'own', region: this.own.documentTitled((one) => foldTitle(one) === name) };
      return number ? this.heldOf(this.others(this.held.named(name)), number, stub, true) : stub;
    }
    const attached = this.own.documentTitled((one) => foldTitle(one) === name);
    if (attached && !(repealed || (number && this.isOtherNumber(number))))
      return { is: 'own', region: attached };
    const named = this.others(this.held.named(name));
    const ofDay = isAmending(name) && !number ? named.filter((one) => isOfDay(one, before)) : named;
    if (named.length) return this.heldOf(ofDay, number, stub, false);
    if (number) {
      const [, alone = ''] = namesOfTitle(title).own;
      const byNumber = this.held.named(alone).length
        ? this.held.named(alone)
        : this.held.numbered(number);
      const fits = byNumber.filter(({ document }) =>
        foldTitle(document.title).includes(alone || name),
      );
      return this.heldOf(fits, number, stub, true);
    }
    return this.ofThisPlace(name, before) ?? stub;
  }

  /** Who is meant by a number alone. */
  numbered(number: string): Meant {
    if (this.ownNumbers.includes(foldNumber(number))) return { is: 'own', region: null };
    const named = this.held.numbered(number);
    return named.length
      ? { is: 'held', named, amended: false }
      : { is: 'stub', title: null, number };
  }

  /** Who is meant by a folded name without brackets. */
  nameless(name: string): Meant | null {
    if (this.ownNames.has(name)) return { is: 'own', region: null };
    const named = this.others(this.held.named(name));
    return named.length
      ? this.heldOf(named, null, { is: 'stub', title: name, number: null }, false)
      : null;
  }

  /** Whether its own title, or that of the further document round a clause, is of a kind: 本办法. */
  isKind(kind: string, region: string | null): boolean {
    const title = region === null ? this.title : foldTitle(this.own.headingOf(region));
    return endsWithKind(title, kind);
  }

  /** The edition that a place is looked for in. */
  edition(named: readonly Named[], which: 'then' | 'now' | 'old' | 'new'): Named | null {
    return editionOf(named, this.document.date, which);
  }

  private heldOf(
    named: readonly Named[],
    number: string | null,
    stub: Meant,
    strict: boolean,
  ): Meant {
    const fits = number
      ? named.filter(({ document }) => {
          const numbers = numbersOf(document);
          return numbers.length ? numbers.includes(foldNumber(number)) : !strict;
        })
      : named;
    if (fits.length === 0) return stub;
    const amended = this.amended.some(({ document }) =>
      fits.some((one) => one.document === document),
    );
    return { is: 'held', named: fits, amended };
  }

  private others(named: readonly Named[]): readonly Named[] {
    return named.filter(({ document }) => document.id !== this.document.id);
  }

  private isOtherNumber(number: string): boolean {
    return this.ownNumbers.length > 0 && !this.ownNumbers.includes(foldNumber(number));
  }

  /** 我市《某办法》 for 《甲市某办法》, and in a document that has the whole name in its own title. */
  private ofThisPlace(name: string, before: string): Meant | null {
    if (!this.place || name.startsWith(this.place)) return null;
    const whole = this.place + name;
    // 《甲市某条例》 that cites 《某条例》 means the one above it.
    const isAbove = this.title === whole || ABOVE.test(before);
    if (isAbove || !(this.title.includes(whole) || OUR.test(before.slice(-12)))) return null;
    const named = this.others(this.held.named(whole));
    return named.length ? { is: 'held', named, amended: false } : null;
  }
}

/** Decisions that change a document bear one title again and again: the day in front tells which it is. */
function isOfDay({ document: { date } }: Named, before: string): boolean {
  return date !== undefined && datesIn(before.slice(-40)).at(-1) === date;
}

/** Whether a folded title is of a kind, what stands in brackets behind it aside: 某办法(试行). */
export function endsWithKind(title: string, kind: string): boolean {
  const [, issued] = /(?:印发|发布|公布)(.+)的通知$/u.exec(title) ?? [];
  return [title, issued ?? ''].some((one) =>
    one
      .replace(/(?:\([^()]*\))+$/u, '')
      .replace(/法典$/u, '法')
      .endsWith(kind),
  );
}
