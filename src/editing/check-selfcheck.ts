import type { Problem, Section } from '../domain/problem.ts';
import { assembleRules } from '../domain/selfcheck/assemble.ts';
import { prove } from '../domain/selfcheck/prove.ts';
import type { Rules } from '../domain/selfcheck/rule-set.ts';
import { gapsSchema } from '../schemas/gaps.ts';
import {
  factsSchema,
  ledgerSchema,
  outcomesSchema,
  personasSchema,
  selfcheckTopicSchema,
} from '../schemas/selfcheck.ts';
import type { ContentFiles } from './content-files.ts';
import { type Path, readYaml, type YamlFile } from './yaml-file.ts';

/** Everything an editor should mend in a policy's self-check: forms, names that lead nowhere, and the nine proofs. */
export function checkSelfcheck(
  policy: Rules['policy'],
  folder: string,
  files: ContentFiles,
): Problem[] {
  const at = `${folder}selfcheck/`;
  const text = (name: string) => files.get(`${at}${name}.yml`)?.text;
  // A policy may have no self-check; one file makes it one.
  if (![...files.keys()].some((path) => path.startsWith(at) && path !== `${at}gaps.yml`)) return [];

  const facts = readYaml(text('facts') ?? '{}', factsSchema, {
    file: `${at}facts.yml`,
    section: '判断表',
  });
  const outcomes = readYaml(text('outcomes') ?? '{}', outcomesSchema, {
    file: `${at}outcomes.yml`,
    section: '判断表',
  });
  const ledger = readYaml(text('ledger') ?? '[]', ledgerSchema, {
    file: `${at}ledger.yml`,
    section: '核对清单',
  });
  const personas = readYaml(text('personas') ?? '[]', personasSchema, {
    file: `${at}personas.yml`,
    section: '事例',
  });
  const gaps = readYaml(text('gaps') ?? '{}', gapsSchema, {
    file: `${at}gaps.yml`,
    section: '没有写明',
  });
  const topicIds = [...files.keys()].flatMap(
    (path) => new RegExp(`^${at}topics/(.+)\\.yml$`, 'u').exec(path)?.[1] ?? [],
  );
  const topics = topicIds.map((id) => ({
    id,
    file: readYaml(text(`topics/${id}`) ?? '', selfcheckTopicSchema, {
      file: `${at}topics/${id}.yml`,
      section: '自查题目',
    }),
  }));

  const all: YamlFile<unknown>[] = [
    facts,
    outcomes,
    ledger,
    personas,
    ...topics.map((t) => t.file),
  ];
  const problems = all.flatMap((file) => file.problems);
  if (!facts.data || !outcomes.data || !ledger.data || !personas.data || !gaps.data)
    return problems;
  if (topics.some(({ file }) => !file.data)) return problems;

  const lines = new Map<string, (path: Path) => number>([
    ['facts', facts.lineAt],
    ['outcomes', outcomes.lineAt],
    ['ledger', ledger.lineAt],
    ['personas', personas.lineAt],
    ...topics.map(({ id, file }): [string, (path: Path) => number] => [
      `topics/${id}`,
      file.lineAt,
    ]),
  ]);
  const report = (name: string, path: Path, section: Section, problem: string, fix: string) =>
    problems.push({
      file: lines.has(name) ? `${at}${name}.yml` : `${at}${name}`,
      line: lines.get(name)?.(path) ?? 1,
      section,
      problem,
      fix,
    });

  const known = facts.data;
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
  for (const [id, { cases }] of Object.entries(outcomes.data)) {
    for (const [i, line] of (cases ?? []).entries())
      unknownIn('outcomes', [id, 'cases', i, 'when'], line.when ?? {});
  }
  for (const { id, file } of topics) {
    const name = `topics/${id}`;
    for (const [i, { fact, when, merge }] of (file.data?.questions ?? []).entries()) {
      unknownIn(name, ['questions', i, 'when'], when ?? {});
      unknownIn(name, ['questions', i], {
        [fact]: Object.values(merge).flatMap(({ answers }) => answers),
      });
    }
    for (const [i, outcome] of (file.data?.outcomes ?? []).entries()) {
      if (outcomes.data[outcome]) continue;
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

  const rules = assembleRules(policy, {
    facts: facts.data,
    outcomes: outcomes.data,
    ledger: ledger.data,
    personas: personas.data,
    gaps: gaps.data,
    topics: Object.fromEntries(
      topics.flatMap(({ id, file }) => (file.data ? [[id, file.data]] : [])),
    ),
  });
  for (const {
    at: [name, ...path],
    section,
    problem,
    fix,
  } of prove(rules))
    report(name, path, section, problem, fix);
  return problems;
}
