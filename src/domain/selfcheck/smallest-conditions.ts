import type { Condition, Facts } from './rules.ts';

/** Stands in a condition for those who are not asked. No answer is called so. */
export const NOT_ASKED = '';

/**
 * Few and short conditions of which at least one is met by each of the `chosen` sets and none by any of the `others`.
 * What tells no set from another is not named; answers that come to the same stand together. `facts` are those that may
 * be named: where one of two would do, it is the later. No two sets may be alike.
 */
export function smallestConditions(
  chosen: readonly Facts[],
  others: readonly Facts[],
  facts: readonly string[],
): Condition[] {
  const excludesOthers = (condition: Condition) => !others.some((set) => meets(set, condition));
  const conditions: Condition[] = [];
  for (const set of chosen) {
    if (conditions.some((one) => meets(set, one))) continue;
    const own = Object.fromEntries(facts.map((fact) => [fact, [set[fact] ?? NOT_ASKED]]));
    // That one is not asked follows from other answers, which say more.
    const first = facts.filter((fact) => set[fact] === undefined);
    const shortest = [...new Set([...first, ...facts])].reduce<Condition>((condition, fact) => {
      const { [fact]: _, ...without } = condition;
      return excludesOthers(without) ? without : condition;
    }, own);
    conditions.push(widened(shortest, chosen, excludesOthers));
  }
  return conditions.reduceRight<Condition[]>((kept, one) => {
    const rest = kept.filter((other) => other !== one);
    const isNeeded = chosen.some((set) => !rest.some((other) => meets(set, other)));
    return isNeeded ? kept : rest;
  }, conditions);
}

/** Whether some answers are such as a condition names; unlike `holds`, who is not asked is not unsure. */
export function meets(facts: Facts, condition: Condition): boolean {
  return Object.entries(condition).every(([fact, answers]) =>
    answers.includes(facts[fact] ?? NOT_ASKED),
  );
}

/** A condition with all the answers that come to the same. */
function widened(
  condition: Condition,
  chosen: readonly Facts[],
  isFit: (condition: Condition) => boolean,
): Condition {
  const wider = new Map(Object.entries(condition));
  for (const [fact, said] of wider) {
    const other = new Set(chosen.map((set) => set[fact] ?? NOT_ASKED));
    for (const answer of said) other.delete(answer);
    for (const answer of other) {
      const more = [...(wider.get(fact) ?? []), answer];
      if (isFit({ ...Object.fromEntries(wider), [fact]: more })) wider.set(fact, more);
    }
  }
  return Object.fromEntries(wider);
}
