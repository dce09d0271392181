import type { Sentence } from '../domain/policy/clause.ts';
import { hasPage, sentencesOf } from '../domain/policy/clause.ts';
import { cutAtFirstUses } from '../domain/policy/first-uses.ts';
import { clausesIn, stretchesOf } from '../domain/policy/stretch.ts';
import { entryId, TERMS } from '../routes.ts';
import type { SiteClause, SitePolicy } from './policy.ts';

/** A piece of a sentence; with `href` it is a term, and that is its entry. */
interface LinkedPiece {
  text: string;
  href?: string;
}

/** Sentences that use terms, in pieces. */
export type TermsInText = ReadonlyMap<Sentence, readonly LinkedPiece[]>;

/** Where a whole text does so, each article read by itself; title and imprint are left as they are. */
export function termsInWhole(policy: SitePolicy): TermsInText {
  const each = stretchesOf(policy.clauses.filter(hasPage)).map((one) =>
    termsInText(policy, clausesIn(one)),
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
  const pieces = cutAtFirstUses(
    sentences.map(({ text }) => text),
    [...hrefs.keys()],
  );
  return new Map(
    sentences.flatMap((sentence, i) => {
      const own = (pieces[i] ?? []).map(({ text, word }) => {
        const href = word === null ? undefined : hrefs.get(word);
        return href ? { text, href } : { text };
      });
      return own.some(({ href }) => href) ? [[sentence, own]] : [];
    }),
  );
}
