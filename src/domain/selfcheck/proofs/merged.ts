import { evaluate } from '../rules.ts';
import { factsAt, type Node, nodesOf, type Question, type Step } from '../tree.ts';
import { shown } from '../verdict-key.ts';
import type { Proof } from './proof.ts';

/** 7: answers that give the same statuses, gaps and notes on every path are merged. */
export const noAnswersAreTheSame: Proof = (rules) =>
  rules.topics.flatMap((topic) => {
    const signatures = new Map<string, string>();
    const sign = (steps: readonly Step[]): string => {
      const key = steps.map((s) => s.answer.slug).join('/');
      const known = signatures.get(key);
      if (known !== undefined) return known;
      const node = nodesOf(topic, steps).next().value as Node;
      const made = node.question
        ? `${node.question.fact}(${node.question.answers.map((answer) => sign([...steps, { question: node.question as NonNullable<Node['question']>, answer }])).join('|')})`
        : topic.outcomes.map((outcome) => shown(evaluate(outcome, factsAt(node)))).join();
      signatures.set(key, made);
      return made;
    };
    const different = new Map<Question, Set<string>>();
    for (const { steps, question } of nodesOf(topic)) {
      if (!question) continue;
      const apart = different.get(question) ?? new Set<string>();
      different.set(question, apart);
      for (const a of question.answers) {
        for (const b of question.answers) {
          if (
            sign([...steps, { question, answer: a }]) !== sign([...steps, { question, answer: b }])
          ) {
            apart.add(`${a.slug} ${b.slug}`);
          }
        }
      }
    }
    return topic.questions.flatMap((question, i) => {
      const { fact, answers } = question;
      const apart = different.get(question);
      return answers.flatMap((a, j) =>
        answers
          .slice(j + 1)
          .filter((b) => apart && !apart.has(`${a.slug} ${b.slug}`))
          .map((b) => ({
            at: ['people', topic.id, 'questions', i] as const,
            section: '自查题目' as const,
            problem: `题目“${fact}”的答案“${a.label}”和“${b.label}”在每条路上的结论都一样。`,
            fix: `用 merge 合并：merge: { ${a.slug}: { label: …, answers: [${[...a.stands, ...b.stands].join(', ')}] } }`,
          })),
      );
    });
  });
