import type { Change, ChangeKind } from '../domain/editions/change.ts';
import { compareSentences, type SentenceRow } from '../domain/editions/sentences.ts';
import { hasPage } from '../domain/policy/clause.ts';
import { clauseHref, placeHref } from '../routes.ts';
import type { SiteEdition } from './editions.ts';
import type { SitePolicy } from './policy.ts';

/** Where a stretch stands in an edition. */
interface ChangedPlace {
  /** Its own place on the page, where it is the first of its clause there. */
  id: string | undefined;
  /** `第六条第一项` */
  place: string;
  href: string;
}

/** A stretch that changed, as it was beside as it is. */
export interface ChangedRow {
  kind: ChangeKind;
  renumbered: boolean;
  moved: boolean;
  old: ChangedPlace[];
  next: ChangedPlace[];
  /** Its sentences side by side; each of a paragraph's begins with the number printed before it. */
  sentences: SentenceRow[];
  /** The item of the deciding document that says so, as printed there; `null` where none does. */
  by: string | null;
}

/** What an edition changed, as the page shows it. */
export interface SiteChanges {
  /** Words that are others, or are new, gone, joined or parted. */
  rows: ChangedRow[];
  /** Same words elsewhere or under another number. */
  renumbered: ChangedRow[];
  /** Same words in another form: no amendment. */
  form: ChangedRow[];
  /** How many are what they were. */
  unchanged: number;
}

/** What an edition changed of the one before it. */
export function changesOf(before: SiteEdition, edition: SiteEdition): SiteChanges {
  const { comparison } = edition;
  const ids = new Set<string>();
  /** Of several paragraphs of a clause the first has the clause's own id. */
  const idOf = (id: string) => (ids.has(id) ? undefined : ids.add(id) && id);
  const all = (comparison?.changes ?? []).map((change) =>
    rowOf(change, before.text, edition.text, idOf),
  );
  const isOnlyNumber = ({ kind }: ChangedRow) => kind === 'renumbered' || kind === 'moved';
  return {
    rows: all.filter((row) => row.kind !== 'form' && !isOnlyNumber(row)),
    renumbered: all.filter(isOnlyNumber),
    form: all.filter(({ kind }) => kind === 'form'),
    unchanged: comparison?.unchanged.length ?? 0,
  };
}

function rowOf(
  change: Change,
  old: SitePolicy,
  next: SitePolicy,
  idOf: (id: string) => string | undefined,
): ChangedRow {
  const { kind, renumbered, moved } = change;
  return {
    kind,
    renumbered,
    moved,
    old: placesOf(change.old, old),
    next: placesOf(change.next, next, idOf),
    sentences: compareSentences(change),
    by: null,
  };
}

function placesOf(
  units: Change['old'],
  policy: SitePolicy,
  idOf: (id: string) => string | undefined = () => undefined,
): ChangedPlace[] {
  const ids = [...new Set(units.map(({ clause }) => clause))];
  return ids.flatMap((id) => {
    const clause = policy.clauses.find((one) => one.id === id);
    if (!clause) return [];
    const href = hasPage(clause) ? clauseHref(policy.id, id) : placeHref(policy.id, id);
    return { id: idOf(id), place: clause.ownPlace || clause.label, href };
  });
}
