import type { Advice } from '../../problem.ts';
import { judgementIn, type Persona, type Rules } from '../rule-set.ts';
import { evaluate, factsOf, UNSURE } from '../rules.ts';
import type { Proof } from './proof.ts';

/** 9: the cases come out as expected. */
export const personasHold: Proof = (rules) => [
  ...rules.personas.flatMap((persona, i) =>
    judge(rules, persona).map(({ problem, fix, key }) => ({
      at: ['personas', i, ...key] as const,
      section: '事例' as const,
      problem: `事例 ${persona.id}：${problem}`,
      fix,
    })),
  ),
];

/** Where a case and the rules part: one entry for each expectation that does not hold. */
export function judge(
  rules: Rules,
  { facts, expect, gaps, mustNotSay }: Persona,
): (Advice & { key: string[] })[] {
  const failures: (Advice & { key: string[] })[] = [];
  for (const [fact, answer] of Object.entries(facts)) {
    const known = rules.facts.find(({ id }) => id === fact);
    // What is judged is nobody's to state; a case that states it is judged as if it were not known.
    if (judgementIn(rules, fact)) continue;
    if (known && (answer === UNSURE || Object.hasOwn(known.answers, answer))) continue;
    failures.push({
      key: ['facts', fact],
      problem: known ? `“${fact}”没有答案“${answer}”。` : `没有叫“${fact}”的事实。`,
      fix: known
        ? `改成：${Object.keys(known.answers).join('、')}。`
        : '改成 facts.yml 里有的代号。',
    });
  }
  const visible = new Set<string>();
  const said: string[] = [];
  for (const [id, status] of Object.entries(expect)) {
    const outcome = rules.outcomes.find((o) => o.id === id);
    const verdict = outcome ? evaluate(outcome, facts) : null;
    if (!verdict || verdict.status !== status) {
      failures.push({
        key: ['expect', id],
        problem: outcome
          ? `“${id}”应当是 ${status}，得到 ${verdict?.status ?? '（没有状态）'}。`
          : `没有叫“${id}”的结论。`,
        fix: outcome
          ? '核对判断表和这个事例，哪个不对就改哪个。'
          : '改成 outcomes.yml 里有的代号。',
      });
    }
    for (const gap of verdict?.gaps ?? []) visible.add(gap);
    if (verdict) said.push(verdict.outcome.title, ...verdict.notes);
  }
  for (const gap of gaps) {
    if (visible.has(gap)) continue;
    failures.push({
      key: ['gaps'],
      problem: `应当显示没有写明的“${gap}”，但这些结论都没有列出它。`,
      fix: `在相关结论的 gaps 里加上 ${gap}。`,
    });
  }
  said.push(...wordsOnTheWay(rules, Object.keys(facts), Object.keys(expect)));
  said.push(...[...visible].map((gap) => textOfGap(rules, gap)));
  for (const words of mustNotSay) {
    const where = said.find((text) => text.includes(words));
    if (where === undefined) continue;
    failures.push({
      key: ['mustNotSay'],
      problem: `我们的话里出现了“${words}”：“${where}”。`,
      fix: '改写这句话。',
    });
  }
  return failures;
}

/** All that is said on the pages before a result: of the facts given and those outcomes hang on, and to those who are asked. */
function wordsOnTheWay(rules: Rules, facts: readonly string[], outcomes: readonly string[]) {
  const shown = rules.outcomes.filter(({ id }) => outcomes.includes(id));
  const asked = new Set([...facts, ...shown.flatMap(factsOf)]);
  const topics = rules.topics.filter((topic) => topic.outcomes.some((o) => shown.includes(o)));
  return [
    ...rules.facts
      .filter(({ id }) => asked.has(id))
      .flatMap(({ question, help = '', answers, gap = '' }) => [
        question,
        help,
        ...Object.values(answers),
        textOfGap(rules, gap),
      ]),
    ...topics.flatMap(({ title, intro, questions }) => [
      title,
      intro,
      ...questions.flatMap(({ text, help = '', answers }) => [
        text,
        help,
        ...answers.map(({ label }) => label),
      ]),
    ]),
  ];
}

function textOfGap({ gaps }: Rules, gap: string): string {
  return Object.hasOwn(gaps, gap) ? (gaps[gap]?.text ?? '') : '';
}
