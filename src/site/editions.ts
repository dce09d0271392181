import { editionsOf } from '../content/read/editions.ts';
import { editionId, type PolicyFolder } from '../content/read/policy.ts';
import { applyingOn, beginsOf } from '../domain/editions/applies.ts';
import type { Change, Comparison } from '../domain/editions/change.ts';
import { compareEditions } from '../domain/editions/compare.ts';
import type { DocumentName } from '../domain/policy/status.ts';
import type { SiteClause, SitePolicy } from './policy.ts';
import { makeText } from './text.ts';

/** A text that a policy has had, has or will have, under addresses of its own. */
export interface SiteEdition {
  /** The day it was issued, ISO 8601: the name of its folder. */
  date: string;
  /** Whether it is the one that the policy's permanent addresses show. */
  shown: boolean;
  /** Whether readers are led to it: the one that applies on the day of the build, or where that is not known the one shown. */
  applies: boolean;
  /** Whether it is known to be in force on that day: never of a document that has ended, or of which nobody knows. */
  inForce: boolean;
  /** From which day it applies, as the policy's events say; `null` where nobody has found it written. */
  from: string | null;
  /** The document that made it of the one before. */
  decision: DocumentName | undefined;
  /** What it changed of the one before; `null` of the first. */
  comparison: Comparison | null;
  /** Its text as a policy of its own, without words of ours. */
  text: SitePolicy;
}

/** Which edition a text is, and of what. */
export interface EditionOf {
  policy: SitePolicy;
  date: string;
}

/** Nothing of ours: another edition is read, not explained. */
const WITHOUT_WORDS = {
  audiences: [],
  topics: [],
  terms: [],
  gaps: {},
  faqs: [],
  figures: [],
  asks: {},
  replies: [],
  aliases: { terms: [], notHere: [], ignored: [] },
  check: null,
  editions: [],
};

/**
 * Every edition of a policy in the order of their days, the one that its permanent addresses show among them. None where
 * nobody says of what day that is.
 */
export function makeEditions(policy: SitePolicy, folder: PolicyFolder, day: string): SiteEdition[] {
  const { data, status } = policy;
  const held = editionsOf(folder);
  // Of which day the text shown is nobody says.
  if (!held.some(({ read }) => read === folder)) return [];
  const all = held.map(({ date, decision, read }) => ({
    date,
    decision,
    shown: read === folder,
    text: {
      ...WITHOUT_WORDS,
      ...makeText(editionId(policy.id, date), read),
      folder: policy.folder,
      status,
      edition: { policy, date },
    },
  }));
  const known = applyingOn(all, data.events, day);
  const applies = known ?? all.find((one) => one.shown);
  const begins = beginsOf(all, data.events);
  return all.map((one, i) => {
    const before = all[i - 1]?.text.clauses;
    return {
      ...one,
      applies: one === applies,
      inForce: one === known && status.state === 'in-force',
      from: begins[i] ?? null,
      comparison: before ? compareEditions(before, one.text.clauses) : null,
    };
  });
}

/** Where a clause of one edition stands in another: none where that does not have it. */
export interface Counterpart {
  edition: SiteEdition;
  clauses: SiteClause[];
  /** Whether words of it, or of what stands in it, are others on the way there. */
  reworded: boolean;
}

/** What a clause was before a change. */
export interface ClauseBefore extends Counterpart {
  /** The clause of the changed edition that the comparison shows it at: itself, or the first changed in it. */
  at: string;
}

/** Where a clause of an edition stands in the one to which readers are led. */
export function clauseNow(policy: SitePolicy, date: string, clause: string): Counterpart | null {
  const at = policy.editions.findIndex((one) => one.date === date);
  const to = policy.editions.findIndex(({ applies }) => applies);
  const edition = policy.editions[to];
  if (!edition || at < 0) return null;
  let ids = [clause];
  let reworded = false;
  const go = (comparison: Comparison | null | undefined, side: 'old' | 'next') => {
    reworded ||= changesIn(comparison, side, ids).some(isReworded);
    ids = follow(ids, side === 'old' ? comparison?.went : comparison?.was);
  };
  for (let i = at; i < to; i++) go(policy.editions[i + 1]?.comparison, 'old');
  for (let i = at; i > to; i--) go(policy.editions[i]?.comparison, 'next');
  return { edition, clauses: clausesOf(edition, ids), reworded };
}

/** What some clauses of the shown edition were before each change of them, the newest first; where nothing changed, nothing. */
export function clauseBefore(policy: SitePolicy, clauses: readonly string[]): ClauseBefore[] {
  const shown = policy.editions.findIndex((one) => one.shown);
  const before: ClauseBefore[] = [];
  let ids = [...clauses];
  for (let i = shown; i > 0 && ids.length > 0; i--) {
    const { comparison } = policy.editions[i] ?? {};
    const edition = policy.editions[i - 1];
    if (!comparison || !edition) break;
    const changed = changesIn(comparison, 'next', ids).filter(({ kind }) => kind !== 'form');
    const was = new Set(changed.flatMap(({ old }) => old.map((unit) => unit.clause)));
    const at = changed[0]?.next[0]?.clause;
    if (at)
      before.push({
        edition,
        at,
        clauses: clausesOf(edition, [...was]),
        reworded: changed.some(isReworded),
      });
    ids = follow(ids, comparison.was);
  }
  return before;
}

/** The changes of some clauses and of what stands in them. */
function changesIn(
  comparison: Comparison | null | undefined,
  side: 'old' | 'next',
  ids: readonly string[],
): Change[] {
  const isIn = ({ clause }: Change['old'][number]) =>
    ids.some((id) => clause === id || clause.startsWith(`${id}-`));
  return (comparison?.changes ?? []).filter((change) => change[side].some(isIn));
}

function isReworded({ kind }: Change): boolean {
  return kind !== 'form' && kind !== 'renumbered' && kind !== 'moved';
}

function follow(ids: readonly string[], to?: ReadonlyMap<string, readonly string[]>): string[] {
  return [...new Set(ids.flatMap((id) => to?.get(id) ?? []))];
}

function clausesOf({ text }: SiteEdition, ids: readonly string[]): SiteClause[] {
  return ids.flatMap((id) => text.clauses.find((one) => one.id === id) ?? []);
}
