import { findPlace, type Target } from './amend-places.ts';
import type { AmendText, Block } from './amend-text.ts';
import type { DecisionPlace } from './decision.ts';

/** What came of an instruction: notes for a person beside what was done, or why nothing was. */
export interface Outcome {
  /** Ids of the base that it touched. */
  old: string[];
  notes: string[];
  /** Why it was left. */
  left: string | null;
  /** What the base does not have. */
  missing: DecisionPlace | null;
}

export const done = (old: readonly (string | null)[], notes: string[] = []): Outcome => ({
  old: [...new Set(old.flatMap((id) => id ?? []))],
  notes,
  left: null,
  missing: null,
});
export const leave = (left: string): Outcome => ({ ...done([]), left });
export const lacks = (missing: DecisionPlace): Outcome => ({ ...done([]), missing });

export const idsOf = (blocks: readonly Block[]) => blocks.map(({ node }) => node.id);
export const mark = (blocks: readonly Block[], by: number) => {
  for (const block of blocks) block.by.add(by);
};

/** All places of an operation, or the first that the base does not have. */
export function findAll(text: AmendText, at: readonly DecisionPlace[]): Target[] | DecisionPlace {
  const places = at.length ? at : [{ steps: [] }];
  const found: Target[] = [];
  for (const place of places) {
    const target = findPlace(text, place);
    if (!target) return place;
    found.push(target);
  }
  return found;
}
