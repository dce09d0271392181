import type { Advice, Section } from '../../problem.ts';
import type { Rules } from '../rule-set.ts';
import type { Facts } from '../rules.ts';

/** What a proof found: where in the rules, what, and how to mend it. */
export interface Failure extends Advice {
  /** Which of the eleven proofs of docs/decisions/0008. */
  proof: number;
  /** File of the self-check and the way to the entry in it: `['outcomes', 'card-five', 'cases', 1]`. */
  at: readonly [file: string, ...path: (string | number)[]];
  section: Section;
}

/** A proof: everything in the rules that it does not hold for. */
export type Proof = (rules: Rules) => Omit<Failure, 'proof'>[];

/** That nobody has worded a gap that is named somewhere. */
export function unworded(at: Failure['at'], gap: string): Omit<Failure, 'proof'> {
  return {
    at,
    section: '没有写明',
    problem: `gaps.yml 里没有“${gap}”。`,
    fix: `先在 gaps.yml 里加上“${gap}”。`,
  };
}

/** `class: a，months: over-3` */
export function inWords(facts: Facts): string {
  return Object.entries(facts)
    .map(([fact, answer]) => `${fact}: ${answer}`)
    .join('，');
}
