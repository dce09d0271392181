import type { Citable } from './citation.ts';
import { foldCitation } from './cited-words.ts';
import { withoutSpace } from './equality.ts';
import { NUMERAL, parseNumeral } from './numeral.ts';
import { asPrinted, CitationReader, type CitedPlace } from './read-citation.ts';

/**
 * Reads places of a file that holds more than one numbered text: of what a notice issues by its own title
 * (`《某办法》第三条`), of stretches without a number by the names they have here (正文, 结尾, 表2), and every short name as it
 * is written (`附文·2.1（1）`, `附件·一`).
 */
export class FileCitationReader extends CitationReader {
  /** Further documents of the file, by their titles. */
  private readonly attached: readonly { title: string; id: string; reader: FileCitationReader }[];
  /** Clauses by their short names. */
  private readonly shorts: ReadonlyMap<string, string>;

  constructor(
    policy: Citable,
    countSentences: (clause: string) => number = () => Infinity,
    shortOf: (clause: string) => string = (id) => id,
  ) {
    super(policy, countSentences, shortOf);
    // Of several that are called alike the first is meant.
    this.shorts = new Map(
      this.places
        .ids()
        .toReversed()
        .flatMap((id) => waysToName(foldCitation(shortOf(id))).map((way) => [way, id] as const)),
    );
    this.attached = policy.clauses.flatMap(({ id, kind, heading }) => {
      const title = kind === 'document' && heading ? withoutSpace(heading) : '';
      if (!title || title === policy.title) return [];
      const own = policy.clauses.filter((clause) => clause.id.startsWith(`${id}-`));
      const reader = new FileCitationReader(
        { ...policy, title, clauses: own },
        countSentences,
        shortOf,
      );
      return { title: foldCitation(title), id, reader };
    });
  }

  protected override readWhole(text: string): CitedPlace[] | null {
    const { rest } = this.named(text);
    return (
      this.readAttached(text) ??
      this.readShort(rest) ??
      super.readWhole(text) ??
      this.readShortSentence(rest)
    );
  }

  /** What is cited of a further document of the file, by its title or by its place in it: `附文2·一`. */
  private readAttached(text: string): CitedPlace[] | null {
    const [written = '', nth = ''] = /^附文(\d*)·/u.exec(text) ?? [];
    const named = written
      ? this.attached[Number(nth || 1) - 1]
      : this.attached.find(({ title }) => text.replace(/^《/u, '').startsWith(title));
    const places = named?.reader.readWhole(text.slice(written.length));
    if (!named || !places) return null;
    return places.map((place) =>
      place.clause === this.policy.id ? { ...place, clause: named.id } : place,
    );
  }

  private readShort(text: string): CitedPlace[] | null {
    const id = this.shorts.get(text);
    return id === undefined ? null : [this.placeAt(id, 0, asPrinted(text))];
  }

  /** `正文第3句` */
  private readShortSentence(text: string): CitedPlace[] | null {
    const [, short = '', n = ''] = WITH_SENTENCE.exec(text) ?? [];
    const id = this.shorts.get(short);
    return id === undefined ? null : [this.placeAt(id, parseNumeral(n) ?? 0, asPrinted(text))];
  }
}

const WITH_SENTENCE = new RegExp(`^(.+?)第(${NUMERAL})句$`, 'u');

/** A folded short name, and what is left out of it: the document where one is spoken of, a stop at the end. */
function waysToName(short: string): string[] {
  const name = short.replace(/\.$/u, '');
  const isList = /(?:名单|表)\d*$/u.test(name);
  return [name, name.replace(/^附文\d*·/u, ''), ...(isList ? [name.replace('·', '')] : [])];
}
