import { pinyin } from 'pinyin-pro';
import type { Term } from '../content/schemas/terms.ts';
import { filledOf, openOf, type SiteGap } from './fills.ts';
import type { SiteClause, SitePolicy } from './policy.ts';

/** Words of a policy that stand in one row: they stand in the same words of the text, or the same is open about them. */
interface GlossaryRow {
  terms: Term[];
  /** What the text says, with its place; the same words once. */
  quotes: { quote: string; clause: SiteClause; s: number }[];
  /** What is not stated of them, where that is more than what they mean. */
  open: string | null;
  /** What another document states of what is open. */
  filled: SiteGap[];
}

/** Rows of which the same is to be said: what the text does with the words. */
interface GlossaryGroup {
  defined: Term['defined'];
  /** The document that has it, where it is another. */
  where: string | null;
  rows: GlossaryRow[];
}

export interface Glossary {
  policy: SitePolicy;
  groups: GlossaryGroup[];
  /** All words by their first letter, in its order. */
  index: { initial: string; terms: Term[] }[];
}

const ORDER: readonly Term['defined'][] = ['here', 'described', 'elsewhere', 'not-stated'];

/** The words of each policy that has any. */
export function glossariesOf(policies: readonly SitePolicy[]): Glossary[] {
  return policies.filter(({ terms }) => terms.length > 0).map(glossaryOf);
}

/** The words of a policy for those who look one up, and for those who ask what the text leaves open. */
export function glossaryOf(policy: SitePolicy): Glossary {
  const terms = policy.terms.toSorted((a, b) => compare(readingOf(a.term), readingOf(b.term)));
  const byInitial = Map.groupBy(terms, ({ term }) => initialOf(term));
  const said = Map.groupBy(
    terms,
    ({ defined, where = '' }) => `${ORDER.indexOf(defined)} ${where}`,
  );
  return {
    policy,
    index: [...byInitial].map(([initial, own]) => ({ initial, terms: own })),
    groups: [...said]
      .sort(([a], [b]) => compare(a, b))
      .map(([, own]) => ({
        defined: own[0]?.defined ?? 'here',
        where: own[0]?.where ?? null,
        rows: rowsOf(policy, own),
      })),
  };
}

function rowsOf({ clauses, gaps }: SitePolicy, terms: readonly Term[]): GlossaryRow[] {
  const alike = Map.groupBy(terms, ({ gap, clause, s, quote }) => gap ?? `${clause} ${s} ${quote}`);
  return [...alike.values()].map((own) => {
    const quotes = own
      .flatMap((term) => [term, ...(term.says ? [{ ...term, ...term.says }] : [])])
      .flatMap(({ quote, clause: id, s }) => {
        const clause = clauses.find((one) => one.id === id);
        return clause ? [{ quote, clause, s }] : [];
      });
    const gap = own[0]?.gap;
    return {
      terms: own,
      quotes: quotes.filter((one, i) => quotes.findIndex((other) => isSame(one, other)) === i),
      open: openOf(gaps, gap ? [gap] : [])[0]?.text ?? null,
      filled: filledOf(gaps, gap ? [gap] : []),
    };
  });
}

type Quoted = GlossaryRow['quotes'][number];
const isSame = (a: Quoted, b: Quoted) =>
  a.quote === b.quote && a.clause === b.clause && a.s === b.s;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** `“银行”卡 → yin hang ka`: digits before letters, marks are not read. */
function readingOf(term: string): string {
  const read = term.replace(/[^\p{L}\p{N}]/gu, '');
  return pinyin(read, { toneType: 'none', type: 'array', v: true }).join(' ').toLowerCase();
}

/** The letter under which a word is looked up; `0–9` for one that begins with a digit. */
function initialOf(term: string): string {
  const [first = ''] = readingOf(term);
  return /\d/u.test(first) ? '0–9' : first.toUpperCase();
}
