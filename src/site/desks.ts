import { getEntry } from 'astro:content';
import type { OutcomeData } from '../content/schemas/selfcheck.ts';
import type { Audience } from '../domain/audience.ts';
import { sentencesOf } from '../domain/policy/clause.ts';
import { evaluate, factsOf, type Outcome } from '../domain/selfcheck/rules.ts';
import { employerHref } from '../routes.ts';
import type { SiteClause, SitePolicy } from './policy.ts';
import { getDefaultSelfcheck, type Selfcheck } from './selfcheck.ts';

/** What the text offers, asks or says, as a row of a reader's table. */
export interface Offer extends OutcomeData {
  id: string;
  outcome: Outcome;
  place: SiteClause;
  /** The sentence that holds the quote. */
  sentence: number | undefined;
  /** What the text does not state, in short. */
  unstated: string[];
  /** Topics of the self-check that ask about it. */
  checks: { id: string; title: string }[];
}

/** Something that people come to ask, with what the text says of it. */
export interface AskedOffers {
  id: string;
  title: string;
  note?: string | undefined;
  /** Whether the sentences are to be read beside each other. */
  compare: boolean;
  offers: Offer[];
}

/** A kind of employer as the self-check asks for it. */
export interface UnitKind {
  id: string;
  name: string;
}

/** What one of the three readers asks, in the order of `asks.yml`. */
async function asksOf(check: Selfcheck, audience: Audience): Promise<AskedOffers[]> {
  const asks = (await getEntry('asks', check.policy.id))?.data[audience] ?? [];
  return asks.map(({ outcomes, ...ask }) => ({
    ...ask,
    offers: outcomes.flatMap((id) => offerOf(check, id) ?? []),
  }));
}

function offerOf(check: Selfcheck, id: string): Offer | null {
  const data = check.outcomes[id];
  const outcome = check.rules.outcomes.find((o) => o.id === id);
  const place = check.policy.clauses.find((c) => c.id === data?.clause);
  if (!data || !outcome || !place) return null;
  return {
    ...data,
    id,
    outcome,
    place,
    sentence: sentencesOf(place).find(({ text }) => text.includes(data.quote))?.n,
    unstated: data.gaps.flatMap((gap) => check.policy.gaps[gap]?.title ?? []),
    checks: check.topics
      .filter(({ outcomes }) => outcomes.includes(outcome))
      .map(({ id: topic, title }) => ({ id: topic, title })),
  };
}

/** What the page of talents, or of staff, is made of. */
export async function getDesk(audience: Audience) {
  const check = await getDefaultSelfcheck();
  const { policy } = check;
  return {
    policy,
    asks: await asksOf(check, audience),
    clauses: policy.clauses.filter((c) => c.words?.concerns.includes(audience)),
    checks: check.topics.filter((topic) => topic.audience === audience),
  };
}

/** What somebody must do, by who it is. */
export async function getDuties() {
  const check = await getDefaultSelfcheck();
  const offers = Object.keys(check.outcomes).flatMap((id) => offerOf(check, id) ?? []);
  return { policy: check.policy, duties: offers.filter(({ strength }) => strength === 'must') };
}

const UNIT = 'unit';
const EMPLOYER = '/employer/';

/** The table of ways to hire and train: whole, by kind of unit, by what one wants to do, and by both. */
export async function getEmployerPaths() {
  const desk = await getDesk('employer');
  const answers = (await getDefaultSelfcheck()).rules.facts.find(({ id }) => id === UNIT)?.answers;
  const units = Object.entries(answers ?? {}).map(([id, name]): UnitKind => ({ id, name }));
  const views = [undefined, ...units].flatMap((unit) =>
    [undefined, ...desk.asks].map((ask) => ({ unit, ask })),
  );
  return views.map(({ unit, ask }) => {
    const asks = ask ? [ask] : desk.asks;
    const fits = ({ outcome }: Offer) =>
      !unit || evaluate(outcome, { [UNIT]: unit.id })?.status !== 'no';
    return {
      params: {
        view: employerHref(unit?.id, ask?.id).slice(EMPLOYER.length, -'.html'.length) || undefined,
      },
      props: {
        ...desk,
        units,
        unit,
        ask,
        all: desk.asks,
        asks: asks.map((one) => ({ ...one, offers: one.offers.filter(fits) })),
        others: asks.flatMap(({ offers }) => offers.filter((offer) => !fits(offer))),
        open: Object.fromEntries(
          desk.asks.flatMap(({ offers }) =>
            offers.map((o) => [o.id, openFor(o, unit, desk.policy.gaps)]),
          ),
        ),
      },
    };
  });
}

/** Why it is open whether a kind of unit is meant; nothing where it is not, or where something else is open. */
function openFor(
  { outcome }: Offer,
  unit: UnitKind | undefined,
  gaps: SitePolicy['gaps'],
): readonly string[] {
  if (!unit || !factsOf(outcome).includes(UNIT)) return [];
  const verdict = evaluate(outcome, { [UNIT]: unit.id });
  if (verdict?.status !== 'silent') return [];
  // What is open for everyone stands with the outcome.
  const own = verdict.gaps.filter((gap) => !outcome.gaps.includes(gap));
  return [...verdict.notes, ...own.flatMap((gap) => gaps[gap]?.text ?? [])];
}
