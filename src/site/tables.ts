import { evaluate, factsOf } from '../domain/selfcheck/rules.ts';
import { tableHref } from '../routes.ts';
import { openOf } from './fills.ts';
import type { Addressee, AskedOffers, Offer } from './offers.ts';
import type { SitePolicy } from './policy.ts';

/** A fact by which a table can be narrowed, with its answers. */
interface TableFilter {
  fact: string;
  name: string;
  answers: { id: string; name: string }[];
  /** The answer chosen; none: no matter. */
  chosen: { id: string; name: string } | undefined;
}

/** A policy's table for an audience: whole, or for some answers and one of the things it asks. */
export interface SiteTable {
  address: string;
  filters: TableFilter[];
  ask: AskedOffers | undefined;
  /** What is shown: rows that may be meant for the answers. */
  asks: AskedOffers[];
  /** Those whose sentence names others only. */
  others: Offer[];
  /** Why it is open whether the answers are meant, by outcome. */
  open: Readonly<Record<string, readonly string[]>>;
}

/** Every way to narrow a policy's table; the first is the whole. */
export function tablesOf(addressee: Addressee): SiteTable[] {
  const { policy, audience, asks } = addressee;
  const filters = audience.filters.map(({ fact, name }): TableFilter => {
    const answers = policy.check?.rules.facts.find(({ id }) => id === fact)?.answers ?? {};
    return {
      fact,
      name,
      answers: Object.entries(answers).map(([id, label]) => ({ id, name: label })),
      chosen: undefined,
    };
  });
  return waysToChoose(filters).flatMap((chosen) =>
    [undefined, ...asks].map((ask) => tableOf(addressee, chosen, ask)),
  );
}

function waysToChoose([first, ...rest]: readonly TableFilter[]): TableFilter[][] {
  if (!first) return [[]];
  return [undefined, ...first.answers].flatMap((chosen) =>
    waysToChoose(rest).map((others) => [{ ...first, chosen }, ...others]),
  );
}

function tableOf(
  { policy, audience, asks }: Addressee,
  filters: TableFilter[],
  ask: AskedOffers | undefined,
): SiteTable {
  const facts = Object.fromEntries(
    filters.flatMap(({ fact, chosen }) => (chosen ? [[fact, chosen.id]] : [])),
  );
  const fits = ({ outcome }: Offer) => evaluate(outcome, facts)?.status !== 'no';
  const shown = ask ? [ask] : asks;
  const answers = filters.map(({ chosen }) => chosen?.id);
  return {
    address: tableHref(policy, audience.id, answers, ask?.id),
    filters,
    ask,
    asks: shown.map((one) => ({ ...one, offers: one.offers.filter(fits) })),
    others: shown.flatMap(({ offers }) => offers.filter((offer) => !fits(offer))),
    open: Object.fromEntries(
      asks.flatMap(({ offers }) => offers.map((o) => [o.id, openFor(o, facts, policy.gaps)])),
    ),
  };
}

/** Why it is open whether some answers are meant; nothing where it is not, or where something else is open. */
function openFor(
  { outcome }: Offer,
  facts: Readonly<Record<string, string>>,
  gaps: SitePolicy['gaps'],
): readonly string[] {
  if (!factsOf(outcome).some((fact) => fact in facts)) return [];
  const verdict = evaluate(outcome, facts);
  if (verdict?.status !== 'silent') return [];
  // What is open for everyone stands with the outcome.
  const own = verdict.gaps.filter((gap) => !outcome.gaps.includes(gap));
  return [...verdict.notes, ...openOf(gaps, own).map(({ text }) => text)];
}
