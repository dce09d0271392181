import { documentNamed } from '../policy/relation.ts';
import { type DocumentName, inOrder, type StatusEvent } from '../policy/status.ts';

/** An edition, as far as one must know it to say when it applies. */
export interface DatedEdition {
  /** The day it was issued, ISO 8601. */
  date: string;
  /** The document that made it of the one before; none of the first, or where nobody says. */
  decision: DocumentName | undefined;
}

/**
 * From which day each of some editions in the order of their days applies, as the document's events say; `null` where nobody
 * has found it written. One that a decision made from the day of that amendment, the first text from when the document
 * came into force.
 */
export function beginsOf(
  editions: readonly DatedEdition[],
  events: readonly StatusEvent[],
): (string | null)[] {
  const ordered = inOrder(events);
  return editions.map((edition, i) => {
    const { decision, date } = edition;
    if (!decision) {
      const isFirstText = i === 0 && !ordered.some((one) => one.is === 'issued' && one.date < date);
      return (isFirstText && ordered.find(({ is }) => is === 'in-force')?.date) || null;
    }
    const amended = ordered.filter(
      ({ is, by }) => is === 'amended' && by && documentNamed(decision, [by]),
    );
    // Decisions of one name amend one document again and again; none takes effect before it was issued.
    return (amended.find((one) => one.date >= date) ?? amended[0])?.date ?? null;
  });
}

/**
 * Of editions in the order of their days the newest that applies on a day; `undefined` where that is not known, be it that
 * one was issued by then of which nobody says from when it applies.
 */
export function applyingOn<E extends DatedEdition>(
  editions: readonly E[],
  events: readonly StatusEvent[],
  day: string,
): E | undefined {
  const begins = beginsOf(editions, events);
  const last = editions.findLastIndex(({ date }, i) => (begins[i] ?? date) <= day);
  return begins[last] == null ? undefined : editions[last];
}
