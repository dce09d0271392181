import type { Problem } from '../../domain/problem.ts';
import type { Failure } from '../../domain/selfcheck/proofs/proof.ts';
import { type Ground, prove } from '../../domain/selfcheck/prove.ts';
import type { EditionFolder, PolicyFolder } from '../read/policy.ts';
import { readEditionRules } from '../read/rules.ts';
import { slipsInQuestions, slipsInTables } from './selfcheck-slips.ts';

type Slip = Omit<Failure, 'proof'>;

/** What of a self-check is about the text of now only: who is asked what, cases, and sentences accounted for. */
const NOT_OF_EDITIONS: ReadonlySet<Ground> = new Set([
  'questions',
  'people',
  'personas',
  'ledger',
  'judgements',
  'gaps',
]);

/**
 * What is wrong with the rules of an edition: forms, names that lead nowhere, quotes that do not stand in its text, and
 * tables that are not total or not safe.
 */
export function checkEditionRules(edition: EditionFolder, folder: PolicyFolder): Problem[] {
  const { folder: at, selfcheck, ownRules } = edition;
  if (ownRules.size === 0) return [];
  const forms = [...ownRules.keys()].flatMap((name) => selfcheck.files.get(name)?.problems ?? []);
  const rules = readEditionRules(folder, edition);
  if (!rules) return forms;
  const named = [...slipsInTables(selfcheck.data), ...slipsInQuestions(selfcheck.data)];
  const proved = named.length ? [] : prove(rules, NOT_OF_EDITIONS);
  const slips = [
    ...neverThere(edition, folder),
    ...named,
    // What makes us ask is read in the text of now, unless an edition says itself what does.
    ...proved.filter((slip) => slip.at[0] === 'outcomes' || hasOwn(edition, slip.at)),
  ];
  return [
    ...forms,
    ...oneEach(slips, edition).map((slip) => ({
      file: `${at}selfcheck/${slip.at[0]}.yml`,
      ...placed(slip, edition),
    })),
  ];
}

/** One entry mends all that is wrong with what is as the policy has it. */
function oneEach(slips: readonly Slip[], edition: EditionFolder): Slip[] {
  const told = new Set<string>();
  return slips.filter(({ at }) => {
    const [name, id] = at;
    return hasOwn(edition, at) || (!told.has(`${name} ${id}`) && told.add(`${name} ${id}`));
  });
}

function hasOwn({ ownRules }: EditionFolder, [name, id = '']: Slip['at']): boolean {
  return Object.hasOwn(ownRules.get(name) ?? {}, id);
}

/** Where a slip is to be mended: in the edition's own entry, or by writing one, where it is as the policy has it. */
function placed(
  { at, section, problem, fix }: Slip,
  edition: EditionFolder,
): Omit<Problem, 'file'> {
  const [name, ...path] = at;
  const id = String(path[0]);
  const line = edition.selfcheck.files.get(name)?.lineAt(path) ?? 1;
  if (hasOwn(edition, at)) return { line, section, problem, fix };
  return {
    line: 1,
    section,
    problem: `${problem}这一版没有写“${id}”，照的是现行的。`,
    fix: `在这个文件里加上 ${id}: { 只写不同的字段 }，那一版没有这一项的，写 ${id}: null。${fix}`,
  };
}

/** Entries that an edition says it has not, and the policy has not either. */
function neverThere({ ownRules }: EditionFolder, { selfcheck }: PolicyFolder): Slip[] {
  return [...ownRules].flatMap(([name, entries]) =>
    Object.entries(entries).flatMap(([id, entry]) => {
      const now = Object.entries(selfcheck.data).find(([file]) => file === name)?.[1];
      if (entry !== null || !now || Object.hasOwn(now, id)) return [];
      return {
        at: [name, id] as const,
        section: '版本' as const,
        problem: `现行的 ${name}.yml 里没有“${id}”，不必写它在这一版里没有。`,
        fix: '删去这一行，或者改正代号。',
      };
    }),
  );
}
