import type { Problem, Section } from '../domain/problem.ts';
import { assembleRules } from '../domain/selfcheck/assemble.ts';
import { prove } from '../domain/selfcheck/prove.ts';
import type { Rules } from '../domain/selfcheck/rule-set.ts';
import type { ContentFiles } from './content-files.ts';
import { readSelfcheckFiles } from './selfcheck-files.ts';
import type { Path } from './yaml-file.ts';

/** Everything an editor should mend in a policy's self-check: forms, names that lead nowhere, and the nine proofs. */
export function checkSelfcheck(
  policy: Rules['policy'],
  folder: string,
  files: ContentFiles,
): Problem[] {
  const at = `${folder}selfcheck/`;
  // A policy may have no self-check; one file makes it one.
  if (![...files.keys()].some((path) => path.startsWith(at) && path !== `${at}gaps.yml`)) return [];

  const { files: read, data } = readSelfcheckFiles(folder, files);
  // gaps.yml is reported with the clauses that use it.
  const problems = [...read].flatMap(([name, file]) => (name === 'gaps' ? [] : file.problems));
  if (!data) return problems;

  const report = (name: string, path: Path, section: Section, problem: string, fix: string) =>
    problems.push({
      file: read.has(name) ? `${at}${name}.yml` : `${at}${name}`,
      line: read.get(name)?.lineAt(path) ?? 1,
      section,
      problem,
      fix,
    });

  const known = data.facts;
  const unknownIn = (
    name: string,
    path: Path,
    condition: Readonly<Record<string, readonly string[]>>,
  ) => {
    for (const [fact, answers] of Object.entries(condition)) {
      const given = Object.keys(known[fact]?.answers ?? {});
      if (!known[fact]) {
        report(
          name,
          [...path, fact],
          '判断表',
          `没有叫“${fact}”的事实。`,
          `改成 facts.yml 里有的代号：${Object.keys(known).join('、')}。`,
        );
        continue;
      }
      for (const answer of answers.filter((a) => !given.includes(a))) {
        report(
          name,
          [...path, fact],
          '判断表',
          `“${fact}”没有答案“${answer}”。`,
          `改成：${given.join('、')}。`,
        );
      }
    }
  };
  for (const [id, { cases }] of Object.entries(data.outcomes)) {
    for (const [i, line] of (cases ?? []).entries())
      unknownIn('outcomes', [id, 'cases', i, 'when'], line.when ?? {});
  }
  for (const [id, topic] of Object.entries(data.topics)) {
    const name = `topics/${id}`;
    for (const [i, { fact, when, merge }] of topic.questions.entries()) {
      unknownIn(name, ['questions', i, 'when'], when ?? {});
      unknownIn(name, ['questions', i], {
        [fact]: Object.values(merge).flatMap(({ answers }) => answers),
      });
    }
    for (const [i, outcome] of topic.outcomes.entries()) {
      if (data.outcomes[outcome]) continue;
      report(
        name,
        ['outcomes', i],
        '自查题目',
        `没有叫“${outcome}”的结论。`,
        '改成 outcomes.yml 里有的代号。',
      );
    }
  }
  // What leads nowhere would only be reported once more by the proofs, less plainly.
  if (problems.length) return problems;

  for (const {
    at: [name, ...path],
    section,
    problem,
    fix,
  } of prove(assembleRules(policy, data)))
    report(name, path, section, problem, fix);
  return problems;
}
