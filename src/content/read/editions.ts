import { applyingOn, type DatedEdition } from '../../domain/editions/applies.ts';
import { statusOf } from '../../domain/policy/status.ts';
import type { PolicyData } from '../schemas/policy.ts';
import type { PolicyFolder, ReadText } from './policy.ts';

/** The day of the edition that a text is, ISO 8601; empty where nobody says. */
export function editionDay(data: Pick<PolicyData, 'edition' | 'issued'> | null): string {
  return data?.edition || data?.issued || '';
}

/** An edition with the files that it lies in. */
export interface HeldEdition<R = ReadText> extends DatedEdition {
  read: R;
}

/** Every edition of a policy in the order of their days, the one that its folder holds among them; of which day that is must be said. */
export function editionsOf(
  folder: PolicyFolder,
): HeldEdition<PolicyFolder | PolicyFolder['editions'][number]>[] {
  const shown = editionDay(folder.info.data);
  const held = <R extends ReadText>(date: string, read: R): HeldEdition<R> => ({
    date,
    decision: read.info.data?.decision,
    read,
  });
  return [
    ...(shown ? [held(shown, folder)] : []),
    ...folder.editions.map((edition) => held(edition.date, edition)),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Whether the text that a policy's folder holds is known to be in force on a day: the document is, and it is not another edition that applies. */
export function isTextInForce(folder: PolicyFolder, day: string): boolean {
  const { events = [] } = folder.info.data ?? {};
  if (statusOf(events, day).state !== 'in-force') return false;
  const editions = editionsOf(folder);
  return editions.length < 2 || applyingOn(editions, events, day)?.read === folder;
}
