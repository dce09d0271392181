import type { Problem } from '../../domain/problem.ts';
import { assembleRules } from '../../domain/selfcheck/assemble.ts';
import type { Failure } from '../../domain/selfcheck/proofs/proof.ts';
import { type Ground, prove } from '../../domain/selfcheck/prove.ts';
import type { Rules } from '../../domain/selfcheck/rule-set.ts';
import type { PolicyFolder } from '../read/policy.ts';
import { releasedSchema } from '../schemas/selfcheck.ts';
import { type Names, unknownName } from './names.ts';
import { slipsInLists, slipsInQuestions, slipsInTables } from './selfcheck-slips.ts';

/**
 * Everything an editor should mend in a policy's self-check: forms, names that lead nowhere, and the eleven
 * proofs. A proof is held back only while what it stands on is itself to be mended.
 */
export function checkSelfcheck(
  { folder, gaps, selfcheck, released }: PolicyFolder,
  policy: Rules['policy'],
  names: Names,
): Problem[] {
  const at = `${folder}selfcheck/`;
  // A policy may have no self-check; one file makes it one.
  if (![...selfcheck.there].some((name) => name !== 'gaps')) return [];

  const { files: read, data, unread } = selfcheck;
  const named = !unread.has('facts') && !unread.has('outcomes');
  const tables = named ? slipsInTables(data) : [];
  const questions = named ? slipsInQuestions(data) : [];
  const shaky = new Set<Ground>(unread);
  if (!gaps.there) shaky.add('gaps');
  if (!named || tables.length) shaky.add('tables');
  if (!named || questions.length || unread.has('people')) shaky.add('questions');

  const rules = assembleRules(policy, data);
  const found = [
    ...unknownAudiences(data, names),
    ...tables,
    ...questions,
    ...slipsInLists(data),
    ...prove(rules, shaky),
  ];
  return [
    ...checkReleased(`${at}released.json`, released),
    // gaps.yml is reported with the clauses that use it.
    ...[...read].flatMap(([name, file]) => (name === 'gaps' ? [] : file.problems)),
    ...found.map(({ at: [name, ...path], section, problem, fix }) => ({
      file: read.has(name) ? `${at}${name}.yml` : `${at}${name}`,
      line: read.get(name)?.lineAt(path) ?? 1,
      section,
      problem,
      fix,
    })),
  ];
}

/** The record of the last release, which no hand should have touched; it has no lines worth naming. */
function checkReleased(file: string, text: string | undefined): Problem[] {
  if (text === undefined || isReleased(text)) return [];
  return [
    {
      file,
      line: 1,
      problem: '这不是 npm run release 写出的样子，读不出上次发布的自查结果。',
      fix: '从版本库找回这个文件；找不回来的，删去它，再运行 npm run release 重新记录。',
      section: '事例',
    },
  ];
}

function isReleased(text: string): boolean {
  try {
    return releasedSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** Audiences that outcomes and people name and `audiences.yml` has not. */
function unknownAudiences(
  { outcomes, people }: PolicyFolder['selfcheck']['data'],
  { audiences }: Names,
): Omit<Failure, 'proof'>[] {
  const named = [
    ...Object.entries(outcomes).flatMap(([id, { concerns }]) =>
      concerns.map((audience, i) => ({ audience, at: ['outcomes', id, 'concerns', i] as const })),
    ),
    ...Object.entries(people).map(([id, { audience }]) => ({
      audience,
      at: ['people', id, 'audience'] as const,
    })),
  ];
  return named.flatMap(({ audience, at }) => {
    const wrong = unknownName(audience, audiences, 'audiences.yml');
    return wrong ? [{ at, section: '对象' as const, ...wrong }] : [];
  });
}
