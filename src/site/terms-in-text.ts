import type { Sentence } from '../domain/policy/clause.ts';
import { hasPage, sentencesOf } from '../domain/policy/clause.ts';
import { cutAtFirstUses } from '../domain/policy/first-uses.ts';
import { clausesIn, stretchesOf } from '../domain/policy/stretch.ts';
import { entryId, TERMS } from '../routes.ts';
import type { SiteCitation } from './citations.ts';
import type { SiteClause, SitePolicy } from './policy.ts';

/** A piece of a sentence; with `href` it is a term, and that is its entry, or, `cites`, it names the place there. */
export interface LinkedPiece {
  text: string;
  href?: string;
  cites?: true;
}

/** What each clause of a policy cites, by its id. */
type Citations = ReadonlyMap<string, readonly SiteCitation[]>;

/** Sentences that use terms or cite, in pieces. */
export type TermsInText = ReadonlyMap<Sentence, readonly LinkedPiece[]>;

/** Where a whole text does so, each article read by itself; title and imprint are left as they are. */
export function termsInWhole(policy: SitePolicy, citations?: Citations): TermsInText {
  const each = stretchesOf(policy.clauses.filter(hasPage)).map((one) =>
    termsInText(policy, clausesIn(one), citations),
  );
  return new Map(each.flatMap((terms) => [...terms]));
}

/**
 * Where clauses that are read together first use each term of their policy. What they themselves say of a term stands
 * there already, so it leads nowhere.
 */
export function termsInText(
  { terms, ...policy }: Pick<SitePolicy, 'terms' | 'id' | 'folder'>,
  clauses: readonly SiteClause[],
  citations: Citations = new Map(),
): TermsInText {
  const here = new Set(clauses.map(({ id }) => id));
  const isSaidHere = ({ defined, clause }: SitePolicy['terms'][number]) =>
    (defined === 'here' || defined === 'described') && here.has(clause);
  const hrefs = new Map(
    terms.map((term) => [
      term.term,
      isSaidHere(term) ? undefined : `${TERMS}#${entryId(policy, term.id)}`,
    ]),
  );
  const sentences = clauses.flatMap(sentencesOf);
  const cited = clauses.flatMap((clause) => {
    const own = citations.get(clause.id) ?? [];
    return sentencesOf(clause).map(({ n }) => own.filter((one) => one.n === n));
  });
  // A term within a citation leads where that leads, so it is not used there.
  const pieces = cutAtFirstUses(
    sentences.map(({ text }, i) => blanked(text, cited[i] ?? [])),
    [...hrefs.keys()],
  );
  return new Map(
    sentences.flatMap((sentence, i) => {
      let at = 0;
      const own = (pieces[i] ?? []).map(({ text, word }): LinkedPiece => {
        const from = at;
        at += text.length;
        const href = word === null ? undefined : hrefs.get(word);
        return { text: sentence.text.slice(from, at), ...(href ? { href } : {}) };
      });
      const all = withCitations(own, sentence.text, cited[i] ?? []);
      return all.some(({ href }) => href) ? [[sentence, all]] : [];
    }),
  );
}

/** A sentence in which what it cites can be found no more; no character moves. */
function blanked(text: string, citations: readonly SiteCitation[]): string {
  return citations.reduce(
    (left, { from, to }) => left.slice(0, from) + '\0'.repeat(to - from) + left.slice(to),
    text,
  );
}

/** The pieces of a sentence with what it cites. A term within it leads nowhere of its own. */
function withCitations(
  pieces: readonly LinkedPiece[],
  text: string,
  citations: readonly SiteCitation[],
): LinkedPiece[] {
  if (citations.length === 0) return [...pieces];
  const cuts = citations.toSorted((a, b) => a.from - b.from);
  const within = (from: number, to: number): LinkedPiece[] => {
    let at = 0;
    return pieces.flatMap((piece) => {
      const [start, end] = [at, at + piece.text.length];
      at = end;
      const [left, right] = [Math.max(start, from), Math.min(end, to)];
      if (left >= right) return [];
      const isWhole = left === start && right === end;
      return isWhole ? piece : { text: text.slice(left, right) };
    });
  };
  let at = 0;
  const all = cuts.flatMap(({ from, to, href }): LinkedPiece[] => {
    const before = within(at, from);
    at = to;
    return [...before, { text: text.slice(from, to), href, cites: true }];
  });
  return [...all, ...within(at, text.length)];
}
