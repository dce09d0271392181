import { type Problem, sortProblems } from '../../domain/problem.ts';
import { judgementIn, type Persona, type Rules } from '../../domain/selfcheck/rule-set.ts';
import { UNSURE } from '../../domain/selfcheck/rules.ts';
import { slipsInIds } from '../check/selfcheck-slips.ts';
import { personaFileSchema, personaNamesSchema } from '../schemas/selfcheck.ts';
import { type Path, readYaml } from './yaml-file.ts';

/** The cases of a file (YAML, or JSON, which is YAML too), and everything wrong with its form and its names. */
export function readCases(
  file: string,
  text: string,
  rules: Rules,
): { cases: Persona[]; problems: Problem[] } {
  const { data, problems, lineAt } = readYaml(text, personaFileSchema, { file, section: '事例' });
  // A slip of form must not hide a wrong name.
  const named = readYaml(text, personaNamesSchema, { file, section: '事例' }).data?.personas ?? [];
  const report = (path: Path, problem: string, fix: string) =>
    problems.push({ file, line: lineAt(path), problem, fix, section: '事例' });
  for (const { at, problem, fix } of slipsInIds(named.map(({ id }) => id)))
    report(at, problem, fix);
  for (const [i, persona] of named.entries()) {
    for (const [fact, answer] of Object.entries(persona.facts)) {
      const known = rules.facts.find(({ id }) => id === fact);
      const path = ['personas', i, 'facts', fact];
      if (judgementIn(rules, fact)) continue;
      if (!known)
        report(
          path,
          `没有叫“${fact}”的事实。`,
          `改成：${rules.facts.map(({ id }) => id).join('、')}。`,
        );
      else if (
        typeof answer === 'string' &&
        answer !== UNSURE &&
        !Object.hasOwn(known.answers, answer)
      ) {
        report(
          path,
          `“${fact}”没有答案“${answer}”。`,
          `改成：${Object.keys(known.answers).join('、')}。`,
        );
      }
    }
    for (const outcome of Object.keys(persona.expect)) {
      if (rules.outcomes.some(({ id }) => id === outcome)) continue;
      report(
        ['personas', i, 'expect', outcome],
        `没有叫“${outcome}”的结论。`,
        '改成 outcomes.yml 里有的代号。',
      );
    }
    for (const [j, gap] of persona.gaps.entries()) {
      if (typeof gap !== 'string' || Object.hasOwn(rules.gaps, gap)) continue;
      report(
        ['personas', i, 'gaps', j],
        `没有叫“${gap}”的没有写明的事项。`,
        '改成 gaps.yml 里有的代号。',
      );
    }
  }
  return { cases: data?.personas ?? [], problems: sortProblems(problems) };
}
