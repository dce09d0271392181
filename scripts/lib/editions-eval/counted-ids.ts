import { foldForm } from '../../../src/domain/editions/fold-form.ts';
import type { Unit } from '../../../src/domain/editions/units.ts';
import { type Clause, paragraphText } from '../../../src/domain/policy/clause.ts';

/** The heading of a preamble. */
const OPENING = /^(?:序言|前言|引言|序)$/u;

/** Where a unit stands as the manifest counts. */
export interface CountedId {
  id: string;
  /** Of a preamble which of its paragraphs, without its heading. */
  paragraph?: number;
  /** Whether several units have it: the paragraphs of a 一、 or （一） that has no articles round it. */
  shared: boolean;
}

/**
 * Where a unit stands as the manifest counts: every line of an article that has no number is a 款, also that of a list, which
 * the site leaves in its clause.
 */
export function countedIds(
  clauses: readonly Clause[],
): (unit: Pick<Unit, 'clause' | 'paragraph'>) => CountedId {
  const ids = new Map<string, CountedId>();
  const moved = new Map<string, string>();
  let lines = 0;
  for (const { id, kind, parent, marker, paragraphs } of clauses) {
    if (kind === 'article') lines = 0;
    const counts = kind === 'article' || kind === 'paragraph';
    const over = parent === null ? undefined : moved.get(parent);
    const own = parent !== null && over !== undefined ? over + id.slice(parent.length) : id;
    let paragraph = 0;
    for (const [i, one] of paragraphs.entries()) {
      if (!OPENING.test(foldForm(paragraphText(one)))) paragraph++;
      if (counts) lines++;
      const article = kind === 'paragraph' ? (parent ?? id) : id;
      const counted = counts ? (lines === 1 ? article : `${article}-k${lines}`) : own;
      if (i === 0) moved.set(id, counted);
      ids.set(`${id} ${i + 1}`, {
        id: counted,
        shared: !counts && marker !== null && paragraphs.length > 1,
        ...(marker ? {} : { paragraph }),
      });
    }
  }
  return ({ clause, paragraph }) =>
    ids.get(`${clause} ${paragraph}`) ?? { id: clause, shared: false };
}
