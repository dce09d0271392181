import { applyDecision } from '../domain/editions/amend.ts';
import type { Change, ChangeKind } from '../domain/editions/change.ts';
import { readDecision } from '../domain/editions/decision-read.ts';
import { itemsOf } from '../domain/editions/items-of.ts';
import { compareSentences, type SentenceRow } from '../domain/editions/sentences.ts';
import { formatShort } from '../domain/policy/citation.ts';
import { hasPage } from '../domain/policy/clause.ts';
import { clauseHref, placeHref, policyHref } from '../routes.ts';
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
  by: { printed: string; href: string } | null;
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
export function changesOf(
  before: SiteEdition,
  edition: SiteEdition,
  /** The deciding document, where the library holds it. */
  decision?: SitePolicy,
): SiteChanges {
  const { comparison } = edition;
  const items =
    comparison && decision ? itemsIn(comparison.changes, before, edition, decision) : null;
  const ids = new Set<string>();
  /** Of several paragraphs of a clause the first has the clause's own id. */
  const idOf = (id: string) => (ids.has(id) ? undefined : ids.add(id) && id);
  const all = (comparison?.changes ?? []).map((change) => ({
    ...rowOf(change, before.text, edition.text, idOf),
    by: items?.get(change) ?? null,
  }));
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
): Omit<ChangedRow, 'by'> {
  const { kind, renumbered, moved } = change;
  return {
    kind,
    renumbered,
    moved,
    old: placesOf(change.old, old),
    next: placesOf(change.next, next, idOf),
    sentences: compareSentences(change),
  };
}

/** The items of a decision that say some changes, with where each stands. */
function itemsIn(
  changes: readonly Change[],
  { text }: SiteEdition,
  edition: SiteEdition,
  decision: SitePolicy,
): Map<Change, ChangedRow['by']> {
  const instructions = readDecision(decision.source, text.title);
  const base = { source: text.source, hints: text.data };
  const items = itemsOf(changes, applyDecision(base, instructions), edition.text.data);
  return new Map(
    [...items].map(([change, item]) => {
      const clause = decision.clauses.find(({ id }) => id === item?.clause);
      const short = clause ? formatShort(decision, clause.id) : item?.printed;
      // 一、 of a decision is called its first 项.
      const printed = short?.replace(/^[一二三四五六七八九十百]+$/u, '第$&项');
      const href = clause ? clauseHref(decision.id, clause.id) : policyHref(decision.id);
      return [change, printed ? { printed, href } : null];
    }),
  );
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
