import { editionId, type PolicyFolder, type ReadText } from '../content/read/policy.ts';
import { documentNamed } from '../domain/policy/relation.ts';
import type { DocumentName } from '../domain/policy/status.ts';
import type { SitePolicy } from './policy.ts';
import { makeText } from './text.ts';

/** A text that a policy has had, has or will have, under addresses of its own. */
export interface SiteEdition {
  /** The day it was issued, ISO 8601: the name of its folder. */
  date: string;
  /** Whether it is the one that the policy's permanent addresses show. */
  shown: boolean;
  /** Whether it is the one that applies on the day of the build, by what is known; where nothing is, the one shown. */
  applies: boolean;
  /** From which day it applies, as the policy's events say; `null` where nobody has found it written. */
  from: string | null;
  /** The document that made it of the one before. */
  decision: DocumentName | undefined;
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
  const shown = data.edition || data.issued;
  if (!shown) return [];
  const make = (date: string, read: ReadText): SiteEdition => {
    const text = makeText(editionId(policy.id, date), read);
    const { decision } = text.data;
    return {
      date,
      shown: date === shown,
      applies: false,
      from: beginOf(policy, decision),
      decision,
      text: {
        ...WITHOUT_WORDS,
        ...text,
        folder: policy.folder,
        status,
        edition: { policy, date },
      },
    };
  };
  const all = [make(shown, folder), ...folder.editions.map((one) => make(one.date, one))].sort(
    (a, b) => (a.date < b.date ? -1 : 1),
  );
  const applies =
    all.findLast(({ from }) => from !== null && from <= day) ?? all.find((one) => one.shown);
  return all.map((one) => ({ ...one, applies: one === applies }));
}

/** The day from which what a decision made applies; without one that on which the document came into force. */
function beginOf({ data }: SitePolicy, decision: DocumentName | undefined): string | null {
  const event = decision
    ? data.events.find(({ is, by }) => is === 'amended' && by && documentNamed(decision, [by]))
    : data.events.find(({ is }) => is === 'in-force');
  return event?.date ?? null;
}
