/**
 * `npm run -s eval:check -- FILE [--policy ID] [--json]`: the cases of FILE against the rules. Exit 1 if any differ, with a table of
 * expected and got; exit 2 if the file cannot be used, with every reason and its line.
 */

import { readCases } from '../src/content/read/cases.ts';
import { readRules } from '../src/content/read/rules.ts';
import { judge } from '../src/domain/selfcheck/proofs/personas.ts';
import type { Persona, Rules } from '../src/domain/selfcheck/rule-set.ts';
import { evaluate } from '../src/domain/selfcheck/rules.ts';
import { loadContent, policiesAsked } from './lib/content.ts';
import { evaluatedFile, refuse, refuseProblems } from './lib/evaluated-file.ts';

interface Judged {
  id: string;
  passed: boolean;
  outcomes: { outcome: string; expected: string; got: string | null }[];
  problems: string[];
}

const { file, text, json } = evaluatedFile('eval:check', '事例');
const asked = policiesAsked(loadContent(), process.argv).filter(({ selfcheck }) =>
  selfcheck.there.has('outcomes'),
);
const [policy, ...others] = asked;
if (!policy) refuse('没有一份政策有自查。');
if (others.length)
  refuse(`有几份政策有自查，用 --policy 写明是哪一份：${asked.map(({ id }) => id).join('、')}。`);
const rules = readRules(policy);
if (!rules) refuse('规则读不出来，先运行 npm run check。');

const { cases, problems } = readCases(file, text, rules);
refuseProblems(problems);

const judged = cases.map((persona) => judgeCase(rules, persona));
if (json)
  console.log(
    JSON.stringify({ cases: judged, passed: count(true), failed: count(false) }, null, 2),
  );
else print(judged);
process.exitCode = count(false) === 0 ? 0 : 1;

function judgeCase(using: Rules, persona: Persona): Judged {
  const outcomes = Object.entries(persona.expect).map(([id, expected]) => {
    const outcome = using.outcomes.find((o) => o.id === id);
    return {
      outcome: id,
      expected,
      got: outcome ? (evaluate(outcome, persona.facts)?.status ?? null) : null,
    };
  });
  const found = judge(using, persona).map(({ problem }) => problem);
  return { id: persona.id, passed: found.length === 0, outcomes, problems: found };
}

function count(passed: boolean): number {
  return judged.filter((one) => one.passed === passed).length;
}

function print(all: Judged[]): void {
  for (const { id, passed, outcomes, problems: found } of all) {
    console.log(`${passed ? '✓' : '✗'} ${id}`);
    for (const { outcome, expected, got } of outcomes) {
      const sign = expected === got ? ' ' : '✗';
      console.log(
        `  ${sign} ${outcome.padEnd(20)} 应当 ${expected.padEnd(7)} 得到 ${got ?? '（没有状态）'}`,
      );
    }
    for (const problem of found) console.log(`    ${problem}`);
  }
  console.log(`${count(true)} passed, ${count(false)} failed`);
}
