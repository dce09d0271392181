import type { Audience } from '../content/schemas/audiences.ts';
import type { OutcomeData } from '../content/schemas/selfcheck.ts';
import { sentencesOf } from '../domain/policy/clause.ts';
import type { Outcome } from '../domain/selfcheck/rules.ts';
import { openOf } from './fills.ts';
import type { SiteClause, SitePolicy } from './policy.ts';
import { peopleOn } from './selfcheck.ts';

/** What the text offers, asks or says, as an entry of an audience's page. */
export interface Offer extends OutcomeData {
  id: string;
  outcome: Outcome;
  place: SiteClause;
  /** The sentence that holds the quote. */
  sentence: number | undefined;
  /** What the text does not state, in short. */
  unstated: string[];
  /** People of the self-check to whom it matters. */
  checks: { id: string; title: string }[];
}

/** Something that people come to ask, with what the text says of it. */
export interface AskedOffers {
  id: string;
  title: string;
  /** The answer in a line. */
  brief?: string | undefined;
  /** Whether it is work of the authorities, folded below the rest. */
  work: boolean;
  offers: Offer[];
}

/** What one policy says to an audience. */
export interface Addressee {
  policy: SitePolicy;
  audience: Audience;
  asks: AskedOffers[];
  /** The clauses that concern it. */
  clauses: SiteClause[];
  /** People of the self-check that belong to it. */
  checks: { id: string; title: string }[];
}

/** What a policy says to one of its audiences, in the order of `asks.yml`. */
export function addressee(policy: SitePolicy, audience: Audience): Addressee {
  return {
    policy,
    audience,
    asks: (policy.asks[audience.id] ?? []).map(({ outcomes, ...ask }) => ({
      ...ask,
      offers: outcomes.flatMap((id) => offerOf(policy, id) ?? []),
    })),
    clauses: policy.clauses.filter((c) => c.words?.concerns.includes(audience.id)),
    checks: (policy.check?.topics ?? []).filter((topic) => topic.audience === audience.id),
  };
}

/** What somebody must do by a policy. */
export function dutiesOf(policy: SitePolicy): Offer[] {
  const offers = Object.keys(policy.check?.outcomes ?? {}).flatMap(
    (id) => offerOf(policy, id) ?? [],
  );
  return offers.filter(({ strength }) => strength === 'must');
}

function offerOf({ check, clauses, gaps }: SitePolicy, id: string): Offer | null {
  const data = check?.outcomes[id];
  const outcome = check?.rules.outcomes.find((o) => o.id === id);
  const place = clauses.find((c) => c.id === data?.clause);
  if (!check || !data || !outcome || !place) return null;
  return {
    ...data,
    id,
    outcome,
    place,
    sentence: sentencesOf(place).find(({ text }) => text.includes(data.quote))?.n,
    unstated: openOf(gaps, data.gaps).map(({ title }) => title),
    checks: peopleOn(check, (one) => one === outcome).map(({ id: person, title }) => ({
      id: person,
      title,
    })),
  };
}
