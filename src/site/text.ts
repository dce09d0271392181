import type { ReadText } from '../content/read/policy.ts';
import { formatOwnPlace, formatPlace, formatShort } from '../domain/policy/citation.ts';
import { trialIn } from '../domain/policy/status.ts';
import type { SiteClause, SitePolicy, SiteWords } from './policy.ts';

/** What of a policy comes from its text alone. */
export type SiteText = Pick<
  SitePolicy,
  'id' | 'title' | 'number' | 'name' | 'data' | 'trial' | 'source' | 'clauses'
>;

/** A text as pages need it, with the words of ours on its clauses. Content is checked before, so nothing of it is missing. */
export function makeText(
  id: string,
  { info: { data }, policy, source }: ReadText,
  words: ReadonlyMap<string, SiteWords | null> = new Map(),
): SiteText {
  if (!data || !policy || !source)
    throw new Error(`Unexpected content of ${id}, expected what npm run check passes`);
  const { title, number, clauses } = policy;
  const citable = { id, title, number, clauses };
  return {
    id,
    title,
    number,
    name: number || `《${data.shortTitle}》`,
    data,
    trial: trialIn(title),
    source: source.text,
    clauses: clauses.map(
      (clause): SiteClause => ({
        ...clause,
        short: formatShort(citable, clause.id),
        place: formatPlace(citable, clause.id),
        ownPlace: formatOwnPlace(citable, clause.id),
        words: words.get(clause.id) ?? null,
      }),
    ),
  };
}
