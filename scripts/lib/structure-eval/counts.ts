import type { Clause } from '../../../src/domain/policy/clause.ts';
import { isBlank } from '../../../src/domain/policy/fold.ts';
import { readCandidate } from '../../../src/domain/policy/marker.ts';

/** How a key of `expected` is counted among the clauses. */
const COUNTED: Readonly<Record<string, (clause: Clause) => number>> = {
  bian_parts: ofKind('book'),
  zhang_chapters: ofKind('chapter'),
  jie_sections: ofKind('section'),
  tiao_articles: ofKind('article'),
  tiao_inserted_zhi: ({ kind, marker }) => Number(kind === 'article' && (marker?.zhi ?? 0) > 0),
  cn_items: ofKind('part'),
  paren_cn_items: ofKind('item'),
  arabic_items: ofKind('point'),
  paren_arabic_items: ofKind('subpoint'),
  decimal_level1: ({ marker }) => Number(marker?.path?.length === 1),
  decimal_deeper: ({ marker }) => Number((marker?.path?.length ?? 0) > 1),
  attachments: (clause) => ofAnnex(clause) + annexAbove(clause),
  table_rows: ({ paragraphs }) => paragraphs.filter(({ row }) => row).length,
};

function ofKind(kind: Clause['kind']): (clause: Clause) => number {
  return (clause) => Number(clause.kind === kind);
}

/** 附表1 and 附图1 are tables and pictures of the document. */
function ofAnnex({ kind, marker }: Clause): number {
  return Number(kind === 'annex' && !/[表图]/u.test(marker?.printed ?? ''));
}

/** 附件1 above the title of a file that is an annex of another document. */
function annexAbove({ paragraphs }: Clause): number {
  return paragraphs.filter(
    ({ role, sentences }) =>
      role === 'letterhead' && readCandidate(sentences[0]?.text ?? '')?.level === 'annex',
  ).length;
}

/** What is found of each kind that is there, or is expected. */
export function countsOf(
  clauses: readonly Clause[],
  expected: Readonly<Record<string, number>>,
): Record<string, { expected: number; found: number }> {
  return Object.fromEntries(
    Object.entries(COUNTED).flatMap(([key, count]) => {
      const found = clauses.reduce((sum, clause) => sum + count(clause), 0);
      // Which of the articles were inserted is said only where it is asked.
      const asked = key in expected || (found > 0 && !PART_OF_OTHERS.has(key));
      return asked ? [[key, { expected: expected[key] ?? 0, found }]] : [];
    }),
  );
}

/** Keys that are no kind of number of their own. */
export const PART_OF_OTHERS: ReadonlySet<string> = new Set(['tiao_inserted_zhi']);

/** How many characters of a source, white space aside, are in none of its clauses. */
export function lostCharacters(source: string, text: string): number {
  const all = source.split(/\r\n|\n|\r/u).filter((line) => !isBlank(line));
  const count = (one: string) => Array.from(one.replace(/\s/gu, '')).length;
  return Math.abs(count(all.join('')) - count(text));
}
