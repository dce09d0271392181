import { type SplitHints, splitPolicy } from '../policy/split.ts';
import type { Amendment } from './amend.ts';
import type { Change } from './change.ts';
import type { DecisionItem } from './decision.ts';
import { foldForm } from './fold-form.ts';
import { itemsOf as unitsOf } from './units.ts';

/**
 * The item of the deciding document that says each change; `null` where none does, or where the text received is not what
 * the decision makes of it. Of what only has another number the item by which the numbers moved.
 */
export function itemsOf(
  changes: readonly Change[],
  amendment: Amendment,
  hints: SplitHints = {},
): Map<Change, DecisionItem | null> {
  const made = new Map(
    unitsOf(splitPolicy(amendment.text, hints).clauses).map(({ clause, paragraph, key }) => [
      `${clause} ${paragraph}`,
      key,
    ]),
  );
  const isMade = ({ next }: Change) =>
    next.every(
      ({ clause, paragraph, text }) => made.get(`${clause} ${paragraph}`) === foldForm(text),
    );
  const [byOld, byNew] = (['old', 'new'] as const).map((side) => indexOf(amendment, side));
  const numbered = new Map(amendment.renumbered.map((one) => [one.new, one.by?.item ?? null]));
  return new Map(
    changes.map((change) => {
      const { kind, old, next } = change;
      if (kind === 'renumbered' || kind === 'moved')
        return [change, numbered.get(next[0]?.clause ?? '') ?? null];
      const item =
        first(next, byNew) ??
        (kind === 'removed' || next.length < old.length ? first(old, byOld) : null);
      return [change, item && isMade(change) ? item : null];
    }),
  );
}

function indexOf({ applied }: Amendment, side: 'old' | 'new'): Map<string, DecisionItem> {
  return new Map(
    // Of several that touch a clause the first is named.
    applied
      .toReversed()
      .flatMap((one) => one[side].map((id) => [id, one.instruction.item] as const)),
  );
}

function first(
  units: Change['old'],
  by: ReadonlyMap<string, DecisionItem> | undefined,
): DecisionItem | null {
  return units.map(({ clause }) => by?.get(clause)).find((item) => item !== undefined) ?? null;
}
