import type { Problem } from '../domain/problem.ts';
import { assembleRules } from '../domain/selfcheck/assemble.ts';
import type { Failure } from '../domain/selfcheck/proofs/proof.ts';
import { type Ground, prove } from '../domain/selfcheck/prove.ts';
import type { Rules } from '../domain/selfcheck/rule-set.ts';
import { unknownName } from './check-names.ts';
import type { ContentFiles } from './content-files.ts';
import { readSelfcheckFiles } from './selfcheck-files.ts';
import { slipsInLists, slipsInQuestions, slipsInTables } from './selfcheck-slips.ts';

/**
 * Everything an editor should mend in a policy's self-check: forms, names that lead nowhere, and the nine proofs.
 * A proof is held back only while what it stands on is itself to be mended. `listed` are the topics of `topics.yml`,
 * `null` while it cannot be read.
 */
export function checkSelfcheck(
  policy: Rules['policy'],
  folder: string,
  files: ContentFiles,
  listed: readonly string[] | null,
): Problem[] {
  const at = `${folder}selfcheck/`;
  // A policy may have no self-check; one file makes it one.
  if (![...files.keys()].some((path) => path.startsWith(at) && path !== `${at}gaps.yml`)) return [];

  const { files: read, data, unread } = readSelfcheckFiles(folder, files);
  const named = !unread.has('facts') && !unread.has('outcomes');
  const tables = named ? slipsInTables(data) : [];
  const questions = named ? slipsInQuestions(data) : [];
  const shaky = new Set<Ground>(unread);
  if (!files.has(`${at}gaps.yml`)) shaky.add('gaps');
  if (!named || tables.length) shaky.add('tables');
  if (!named || questions.length || unread.has('topics')) shaky.add('questions');

  const isListed = (topic: string) => listed?.includes(topic) ?? true;
  const shown = Object.entries(data.topics).filter(([topic]) => isListed(topic));
  const rules = assembleRules(policy, { ...data, topics: Object.fromEntries(shown) });
  const found = [
    ...unlistedTopics(Object.keys(data.topics), listed),
    ...tables,
    ...questions,
    ...slipsInLists(data),
    ...prove(rules, shaky),
  ];
  return [
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

/** Topics that `topics.yml` does not list stand on no page. */
function unlistedTopics(topics: readonly string[], listed: readonly string[] | null) {
  return topics.flatMap((topic): Omit<Failure, 'proof'>[] => {
    const wrong = unknownName(topic, listed, 'topics.yml');
    return wrong ? [{ at: [`topics/${topic}`], section: '自查题目', ...wrong }] : [];
  });
}
