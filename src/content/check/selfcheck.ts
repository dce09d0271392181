import type { Problem } from '../../domain/problem.ts';
import { assembleRules } from '../../domain/selfcheck/assemble.ts';
import type { Failure } from '../../domain/selfcheck/proofs/proof.ts';
import { type Ground, prove } from '../../domain/selfcheck/prove.ts';
import type { Rules } from '../../domain/selfcheck/rule-set.ts';
import type { PolicyFolder } from '../read/policy.ts';
import { releasedSchema } from '../schemas/selfcheck.ts';
import { type Names, nearest, unknownName } from './names.ts';
import { slipsInLists, slipsInQuestions, slipsInTables } from './selfcheck-slips.ts';

/**
 * Everything an editor should mend in a policy's self-check: forms, names that lead nowhere, and the ten proofs.
 * A proof is held back only while what it stands on is itself to be mended. `listed` are the topics of `topics.yml`,
 * `null` while it cannot be read.
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
  const { topics: listed } = names;
  const named = !unread.has('facts') && !unread.has('outcomes');
  const tables = named ? slipsInTables(data) : [];
  const questions = named ? slipsInQuestions(data) : [];
  const shaky = new Set<Ground>(unread);
  if (!gaps.there) shaky.add('gaps');
  if (!named || tables.length) shaky.add('tables');
  if (!named || questions.length || unread.has('topics')) shaky.add('questions');

  const unlisted = Object.keys(data.topics).filter((id) => listed?.includes(id) === false);
  const shown = Object.entries(data.topics).filter(([id]) => !unlisted.includes(id));
  const rules = assembleRules(policy, { ...data, topics: Object.fromEntries(shown) });
  const found = [
    ...unlisted.map((id) => unlistedTopic(id, listed ?? [])),
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

/** Audiences that outcomes and topics name and `audiences.yml` has not. */
function unknownAudiences(
  { outcomes, topics }: PolicyFolder['selfcheck']['data'],
  { audiences }: Names,
): Omit<Failure, 'proof'>[] {
  const named = [
    ...Object.entries(outcomes).flatMap(([id, { concerns }]) =>
      concerns.map((audience, i) => ({ audience, at: ['outcomes', id, 'concerns', i] as const })),
    ),
    ...Object.entries(topics).map(([id, { audience }]) => ({
      audience,
      at: [`topics/${id}`, 'audience'] as const,
    })),
  ];
  return named.flatMap(({ audience, at }) => {
    const wrong = unknownName(audience, audiences, 'audiences.yml');
    return wrong ? [{ at, section: '对象' as const, ...wrong }] : [];
  });
}

/** A topic that `topics.yml` does not list stands on no page. */
function unlistedTopic(id: string, listed: readonly string[]): Omit<Failure, 'proof'> {
  const near = nearest(id, listed);
  return {
    at: [`topics/${id}`],
    section: '自查题目',
    problem: `topics.yml 里没有“${id}”，这些题目在网页上看不到。`,
    fix: `${near ? `把文件名改成 ${near}.yml，或者` : ''}先在 topics.yml 里加上“${id}”。`,
  };
}
