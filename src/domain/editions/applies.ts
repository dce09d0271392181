import { documentNamed } from '../policy/relation.ts';
import type { DocumentName, StatusEvent } from '../policy/status.ts';

/** An edition, as far as one must know it to say when it applies. */
export interface DatedEdition {
  /** The day it was issued, ISO 8601. */
  date: string;
  /** The document that made it of the one before; none of the first. */
  decision: DocumentName | undefined;
}

/**
 * From which day an edition applies, as the document's events say; `null` where nobody has found it written. One that a
 * decision made from the day of that amendment, the first from when the document came into force.
 */
export function beginOf(
  { decision }: Pick<DatedEdition, 'decision'>,
  events: readonly StatusEvent[],
): string | null {
  const event = decision
    ? events.find(({ is, by }) => is === 'amended' && by && documentNamed(decision, [by]))
    : events.find(({ is }) => is === 'in-force');
  return event?.date ?? null;
}

/** Of editions in the order of their days the newest that applies on a day, by what is known; `undefined` where nothing is. */
export function applyingOn<E extends DatedEdition>(
  editions: readonly E[],
  events: readonly StatusEvent[],
  day: string,
): E | undefined {
  return editions.findLast((edition) => {
    const from = beginOf(edition, events);
    return from !== null && from <= day;
  });
}
