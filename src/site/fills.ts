import { isTextInForce } from '../content/read/editions.ts';
import type { PolicyFolder } from '../content/read/policy.ts';
import type { Gap } from '../content/schemas/gaps.ts';
import { formatPlace } from '../domain/policy/citation.ts';
import { type Clause, paragraphText, sentencesWithItems } from '../domain/policy/clause.ts';
import { clauseHref } from '../routes.ts';

/** The sentence of another document that states what a text leaves open. */
interface FilledBy {
  /** The other document's id. */
  policy: string;
  /** `《实施细则》第五条` */
  place: string;
  href: string;
  /** The quote, character for character. */
  text: string;
  /** What a quote that counts up goes on with, each item with its number. */
  items: string[];
}

/** What a text does not say; with `by` others do, and are in force. */
export type SiteGap = Gap & { by?: FilledBy[] };

/** A policy's gaps on a day. One that another document fills stays open unless its text held is known to be in force then. */
export function gapsOf(
  { gaps }: PolicyFolder,
  folders: readonly PolicyFolder[],
  day: string,
): Record<string, SiteGap> {
  return Object.fromEntries(
    Object.entries(gaps.data ?? {}).map(([id, gap]): [string, SiteGap] => {
      const by = (gap.filled ?? []).flatMap(({ policy: other, clause, s, quote }) => {
        const folder = folders.find((one) => one.id === other);
        if (!folder?.policy || !isTextInForce(folder, day)) return [];
        const { policy, info } = folder;
        const from = policy.clauses.find(({ id: own }) => own === clause);
        return {
          policy: other,
          place: `《${info.data?.shortTitle}》${formatPlace(policy, clause)}`,
          href: clauseHref(other, clause, s),
          text: quote,
          items: from && /[：:]$/u.test(quote) ? itemsOf(from, s, policy.clauses) : [],
        };
      });
      return [id, by.length ? { ...gap, by } : gap];
    }),
  );
}

/** What a sentence counts up, an item a text, each with its number. */
function itemsOf(from: Clause, s: number, clauses: readonly Clause[]): string[] {
  const items = sentencesWithItems(from, [s], clauses).flatMap(({ clause }) =>
    clause === from ? [] : clause,
  );
  return [...new Set(items)].flatMap(({ paragraphs }) => paragraphs.slice(0, 1).map(paragraphText));
}

type Gaps = Readonly<Record<string, SiteGap>>;

/** Those of some gaps that nothing fills. */
export function openOf(gaps: Gaps, ids: readonly string[]): SiteGap[] {
  return ids.flatMap((id) => (gaps[id] && !gaps[id].by ? gaps[id] : []));
}

/** Those of some gaps that other documents fill. */
export function filledOf(gaps: Gaps, ids: readonly string[]): SiteGap[] {
  return ids.flatMap((id) => (gaps[id]?.by ? gaps[id] : []));
}
