import { nodesOf, type Step } from '../tree.ts';
import type { Failure, Proof } from './proof.ts';

/** Nobody answers more questions than this. */
export const MAX_DEPTH = 5;
/** All people together stay below this. */
export const MAX_PAGES = 1000;

/** 1: every path ends, and no question, answer or outcome is unreachable. */
export const everyPathEnds: Proof = ({ topics, facts, outcomes }) => {
  const failures: Omit<Failure, 'proof'>[] = [];
  const asked = new Set<string>();
  let pages = 0;
  for (const topic of topics) {
    for (const fact of Object.keys(topic.given)) asked.add(fact);
    const reached = new Set<unknown>();
    let deepest: readonly Step[] = [];
    for (const { steps, question } of nodesOf(topic)) {
      pages++;
      if (question) reached.add(question);
      if (steps.length > deepest.length) deepest = steps;
    }
    for (const [i, question] of topic.questions.entries()) {
      asked.add(question.fact);
      if (!reached.has(question)) {
        failures.push({
          at: ['people', topic.id, 'questions', i],
          section: '自查题目',
          problem: `题目“${question.fact}”问不到：没有一条回答的路走到这里。`,
          fix: '改它的 when，或者删去这道题。',
        });
      } else if (question.answers.length < 2) {
        failures.push({
          at: ['people', topic.id, 'questions', i],
          section: '自查题目',
          problem: `题目“${question.fact}”只有 ${question.answers.length} 个答案，走不下去。`,
          fix: '至少留两个答案；合并得太多的，拆开 merge。',
        });
      }
    }
    if (deepest.length > MAX_DEPTH) {
      failures.push({
        at: ['people', topic.id, 'questions'],
        section: '自查题目',
        problem: `有一条路要答 ${deepest.length} 道题：${deepest.map((s) => s.answer.slug).join(' → ')}；最多 ${MAX_DEPTH} 道。`,
        fix: '用 when 跳过不影响结论的题；选了这一种人就已经说了的写进 given，有意不问的写进 unasked；或者分成两种人。',
      });
    }
  }
  if (pages >= MAX_PAGES) {
    failures.push({
      at: ['people'],
      section: '自查题目',
      problem: `自查一共有 ${pages} 个网页，要少于 ${MAX_PAGES} 个。`,
      fix: '用 when 跳过题目，用 merge 合并答案。',
    });
  }
  for (const { id } of facts) {
    if (asked.has(id)) continue;
    failures.push({
      at: ['facts', id],
      section: '自查题目',
      problem: `没有一种人问到“${id}”。`,
      fix: '在一种人的 questions 里加上它，或者从 facts.yml 里删去。',
    });
  }
  for (const { id } of outcomes) {
    if (topics.some((topic) => topic.outcomes.some((outcome) => outcome.id === id))) continue;
    failures.push({
      at: ['outcomes', id],
      section: '自查题目',
      problem: `结论“${id}”哪一种人都看不到。`,
      fix: '在一种人的 outcomes 里加上它。',
    });
  }
  return failures;
};
