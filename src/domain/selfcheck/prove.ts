import type { Citable } from '../policy/citation.ts';
import { type Clause, clauseText, hasPage, sentencesOf } from '../policy/clause.ts';
import { quotes, withoutSpace } from '../policy/equality.ts';
import type { Advice, Section } from '../problem.ts';
import { forbiddenWords, foreignNumbers } from '../wording.ts';
import {
  combinations,
  evaluate,
  type Facts,
  factsOf,
  type Outcome,
  UNSURE,
  type Verdict,
} from './rules.ts';
import {
  type Fact,
  factsOfSteps,
  type Node,
  nodesOf,
  type Question,
  type Step,
  type Topic,
} from './tree.ts';

/** A fact with what is said to the person asked. */
export interface AskedFact extends Fact {
  question: string;
  help?: string | undefined;
  clause: string;
  s: number;
  quote: string;
  gap?: string | undefined;
}

/** A sentence that decides nothing, and why. */
export interface LedgerEntry {
  clause: string;
  s: number;
  reason: string;
}

/** Someone with facts, and what must come of them. */
export interface Case {
  id: string;
  facts: Facts;
  expect: Readonly<Record<string, string>>;
  gaps: readonly string[];
  mustNotSay: readonly string[];
}

/** All rules of a policy, with the text they stand on. */
export interface Rules {
  policy: Omit<Citable, 'clauses'> & { clauses: readonly Clause[] };
  facts: readonly AskedFact[];
  outcomes: readonly Outcome[];
  topics: readonly (Topic & { intro: string })[];
  ledger: readonly LedgerEntry[];
  personas: readonly Case[];
  /** Gap id to its text. */
  gaps: Readonly<Record<string, string>>;
}

/** What a proof found: where in the rules, what, and how to mend it. */
export interface Failure extends Advice {
  /** Which of the nine proofs of docs/decisions/0008. */
  proof: number;
  /** File of the self-check and the way to the entry in it: `['outcomes', 'card-five', 'cases', 1]`. */
  at: readonly [file: string, ...path: (string | number)[]];
  section: Section;
}

export const MAX_DEPTH = 8;
export const MAX_PAGES = 1000;

type Proof = (rules: Rules) => Omit<Failure, 'proof'>[];

/** Runs the nine proofs over all rules. An empty list means that they hold. */
export function prove(rules: Rules): Failure[] {
  const proofs: Proof[] = [
    everyPathEnds,
    tablesAreTotal,
    unsureIsSafe,
    quotesAreThere,
    everySentenceIsAccounted,
    everyFactIsAsked,
    noAnswersAreTheSame,
    wordsAreOurs,
    personasHold,
  ];
  return proofs.flatMap((proof, i) =>
    proof(rules).map((failure) => ({ proof: i + 1, ...failure })),
  );
}

// 1 ---------------------------------------------------------------------------------------------

const everyPathEnds: Proof = ({ topics, facts, outcomes }) => {
  const failures: Omit<Failure, 'proof'>[] = [];
  const asked = new Set<string>();
  let pages = 0;
  for (const topic of topics) {
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
          at: [`topics/${topic.id}`, 'questions', i],
          section: '自查题目',
          problem: `题目“${question.fact}”问不到：没有一条回答的路走到这里。`,
          fix: '改它的 when，或者删去这道题。',
        });
      } else if (question.answers.length < 2) {
        failures.push({
          at: [`topics/${topic.id}`, 'questions', i],
          section: '自查题目',
          problem: `题目“${question.fact}”只有 ${question.answers.length} 个答案，走不下去。`,
          fix: '至少留两个答案；合并得太多的，拆开 merge。',
        });
      }
    }
    if (deepest.length > MAX_DEPTH) {
      failures.push({
        at: [`topics/${topic.id}`, 'questions'],
        section: '自查题目',
        problem: `有一条路要答 ${deepest.length} 道题：${deepest.map((s) => s.answer.slug).join(' → ')}；最多 ${MAX_DEPTH} 道。`,
        fix: '用 when 跳过不影响结论的题，或者分成两个主题。',
      });
    }
  }
  if (pages >= MAX_PAGES) {
    failures.push({
      at: ['topics'],
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
      problem: `没有一个主题问“${id}”。`,
      fix: '在主题的 questions 里加上它，或者从 facts.yml 里删去。',
    });
  }
  for (const { id } of outcomes) {
    if (topics.some((topic) => topic.outcomes.some((outcome) => outcome.id === id))) continue;
    failures.push({
      at: ['outcomes', id],
      section: '自查题目',
      problem: `结论“${id}”在任何主题里都看不到。`,
      fix: '在一个主题的 outcomes 里加上它。',
    });
  }
  return failures;
};

// 2 ---------------------------------------------------------------------------------------------

const tablesAreTotal: Proof = (rules) =>
  rules.outcomes.flatMap((outcome) => {
    const { id, table } = outcome;
    if (typeof table === 'string') return [];
    const used = new Set<number>();
    const uncovered: Facts[] = [];
    for (const facts of combinations(factsOf(outcome), answersIn(rules))) {
      const verdict = evaluate(outcome, facts);
      if (verdict === null) uncovered.push(facts);
      else if (verdict.case !== null) used.add(verdict.case);
    }
    const failures: Omit<Failure, 'proof'>[] = [];
    if (uncovered[0]) {
      failures.push({
        at: ['outcomes', id, 'cases'],
        section: '判断表',
        problem: `结论“${id}”的判断表没有写全：${inWords(uncovered[0])} 时没有一行适用（共 ${uncovered.length} 种情形）。`,
        fix: '最后加一行不带 when 的，例如 - { is: maybe }。',
      });
    }
    for (const [i] of table.entries()) {
      if (used.has(i)) continue;
      failures.push({
        at: ['outcomes', id, 'cases', i],
        section: '判断表',
        problem: `结论“${id}”的第 ${i + 1} 行永远轮不到：前面的行已经包括了它的全部情形。`,
        fix: '删去这一行，或者移到前面。',
      });
    }
    return failures;
  });

// 3 ---------------------------------------------------------------------------------------------

const unsureIsSafe: Proof = (rules) =>
  rules.outcomes.flatMap((outcome) => {
    for (const facts of combinations(factsOf(outcome), answersIn(rules))) {
      const verdict = evaluate(outcome, facts);
      if (!verdict || (verdict.status !== 'met' && verdict.status !== 'no')) continue;
      for (const [fact, answer] of Object.entries(facts)) {
        if (answer !== UNSURE) continue;
        for (const definite of answersIn(rules)(fact)) {
          const other = evaluate(outcome, { ...facts, [fact]: definite });
          if (!other || other.status === verdict.status) continue;
          return [
            {
              at: ['outcomes', outcome.id, 'cases', verdict.case ?? 0] as const,
              section: '判断表' as const,
              problem: `结论“${outcome.id}”在 ${inWords(facts)} 时是 ${verdict.status}，但“${fact}”一旦答“${definite}”就变成 ${other.status}：不清楚的回答不能得出会被推翻的结论。`,
              fix: `给这一行加上 ${fact} 的条件，让“不清楚”落到 maybe 或 silent。`,
            },
          ];
        }
      }
    }
    return [];
  });

// 4 ---------------------------------------------------------------------------------------------

const quotesAreThere: Proof = ({ policy, outcomes, facts }) => {
  const failures: Omit<Failure, 'proof'>[] = [];
  for (const { id, clause: where, quote, marker } of outcomes) {
    const clause = policy.clauses.find((c) => c.id === where);
    if (!clause || !quotes(clauseText(clause), quote)) {
      const home = policy.clauses.find((c) => quotes(clauseText(c), quote));
      failures.push({
        at: ['outcomes', id, clause && !home ? 'quote' : 'clause'],
        section: '引文',
        problem: clause
          ? `结论“${id}”的引文不在它所指的条款 ${where} 里。`
          : `结论“${id}”所指的条款 ${where} 原文里没有。`,
        fix: home
          ? `这句话在 ${home.id}，把 clause 改成 ${home.id}。`
          : '照抄原文，标点、全角半角都不改。',
      });
    }
    if (!quotes(quote, marker)) {
      failures.push({
        at: ['outcomes', id, 'marker'],
        section: '引文',
        problem: `结论“${id}”的强度词“${marker}”不在引文里。`,
        fix: '从引文里照抄一个词。',
      });
    }
  }
  for (const { id, clause: where, s, quote } of facts) {
    const clause = policy.clauses.find((c) => c.id === where);
    const sentence = clause && sentencesOf(clause).find(({ n }) => n === s);
    if (sentence && quotes(sentence.text, quote)) continue;
    failures.push({
      at: ['facts', id, 'quote'],
      section: '引文',
      problem: `“${id}”的引文不在 ${where} 的第 ${s} 句里。`,
      fix: sentence ? `照抄这一句里的话：${sentence.text.trim()}` : '改成存在的条款和句子。',
    });
  }
  return failures;
};

// 5 ---------------------------------------------------------------------------------------------

const everySentenceIsAccounted: Proof = ({ policy, outcomes, ledger }) => {
  const failures: Omit<Failure, 'proof'>[] = [];
  const listed = new Map(ledger.map((entry, i) => [`${entry.clause}#${entry.s}`, i]));
  for (const clause of policy.clauses.filter(hasPage)) {
    const quoted = quotedSentences(clause, outcomes);
    for (const { n, text } of sentencesOf(clause)) {
      const key = `${clause.id}#${n}`;
      const entry = listed.get(key);
      listed.delete(key);
      if (quoted.has(n) && entry !== undefined) {
        failures.push({
          at: ['ledger', entry],
          section: '核对清单',
          problem: `${clause.id} 第 ${n} 句已经有结论引用，不该再列为“不作判断”。`,
          fix: '从 ledger.yml 里删去这一项。',
        });
      } else if (!quoted.has(n) && entry === undefined) {
        failures.push({
          at: ['ledger'],
          section: '核对清单',
          problem: `${clause.id} 第 ${n} 句没有结论引用，也没有列入核对清单：“${text.slice(0, 30)}”。`,
          fix: `加一条结论；或者在 ledger.yml 里写 - { clause: ${clause.id}, s: ${n}, reason: … }`,
        });
      }
    }
  }
  for (const [key, i] of listed) {
    failures.push({
      at: ['ledger', i],
      section: '核对清单',
      problem: `核对清单里的 ${key.replace('#', ' 第 ')} 句，原文里没有。`,
      fix: '改成存在的条款和句子，或者删去这一项。',
    });
  }
  return failures;
};

/** The sentences of a clause that some outcome's quote touches. */
function quotedSentences(clause: Clause, outcomes: readonly Outcome[]): Set<number> {
  const ranges: { n: number; from: number; to: number }[] = [];
  let text = '';
  for (const { n, text: sentence } of sentencesOf(clause)) {
    const from = text.length;
    text += withoutSpace(sentence);
    ranges.push({ n, from, to: text.length });
  }
  const touched = new Set<number>();
  for (const { clause: where, quote } of outcomes) {
    const bare = withoutSpace(quote);
    const at = where === clause.id ? text.indexOf(bare) : -1;
    if (at < 0) continue;
    for (const { n, from, to } of ranges) if (from < at + bare.length && at < to) touched.add(n);
  }
  return touched;
}

// 6 ---------------------------------------------------------------------------------------------

/** What the reader of a result sees of an outcome. */
const shown = (verdict: Verdict | null) =>
  JSON.stringify(verdict && [verdict.status, verdict.gaps, verdict.notes]);

const everyFactIsAsked: Proof = (rules) => {
  const failures: Omit<Failure, 'proof'>[] = [];
  const told = new Set<string>();
  for (const topic of rules.topics) {
    for (const node of nodesOf(topic)) {
      if (node.question) continue;
      for (const outcome of topic.outcomes) {
        const doubt = disagreement(node, outcome, rules);
        if (!doubt || told.has(`${topic.id} ${outcome.id} ${doubt}`)) continue;
        told.add(`${topic.id} ${outcome.id} ${doubt}`);
        const i = topic.questions.findIndex((q) => q.fact === doubt);
        const asked = node.steps.some((step) => step.question.fact === doubt);
        failures.push({
          at: i < 0 ? [`topics/${topic.id}`, 'questions'] : [`topics/${topic.id}`, 'questions', i],
          section: '自查题目',
          problem: asked
            ? `“${doubt}”合并的答案对结论“${outcome.id}”并不一样（${where(node)}）。`
            : `走到 ${where(node)} 时没有问“${doubt}”，但结论“${outcome.id}”要看它。`,
          fix: asked ? '把这几个答案拆开。' : `加上这道题，或者放宽它的 when，让这条路也问到。`,
        });
      }
    }
  }
  return failures;
};

const where = (node: Node) => node.steps.map((s) => s.answer.slug).join(' → ') || '开头';

/** A fact on whose value an outcome still hangs at a result: one not asked, or one merged; `null` when there is none. */
function disagreement(node: Node, outcome: Outcome, rules: Rules): string | null {
  const known = new Map(node.steps.map((s) => [s.question.fact, s.answer.stands]));
  const facts = factsOf(outcome);
  const possible = (fact: string) => known.get(fact) ?? [...answersIn(rules)(fact), UNSURE];
  let sets: Record<string, string>[] = [{}];
  for (const fact of facts)
    sets = sets.flatMap((set) => possible(fact).map((a) => ({ ...set, [fact]: a })));
  const first = sets[0] ?? {};
  const expected = shown(evaluate(outcome, first));
  const odd = sets.find((set) => shown(evaluate(outcome, set)) !== expected);
  if (!odd) return null;
  // Walk from the first set to the odd one, a fact at a time: where the result turns is the fact it hangs on.
  const walk = { ...first };
  for (const fact of facts) {
    walk[fact] = odd[fact] ?? UNSURE;
    if (shown(evaluate(outcome, walk)) !== expected) return fact;
  }
  return null;
}

// 7 ---------------------------------------------------------------------------------------------

const noAnswersAreTheSame: Proof = (rules) =>
  rules.topics.flatMap((topic) => {
    const signatures = new Map<string, string>();
    const sign = (steps: readonly Step[]): string => {
      const key = steps.map((s) => s.answer.slug).join('/');
      const known = signatures.get(key);
      if (known !== undefined) return known;
      const node = nodesOf(topic, steps).next().value as Node;
      const made = node.question
        ? `${node.question.fact}(${node.question.answers.map((answer) => sign([...steps, { question: node.question as NonNullable<Node['question']>, answer }])).join('|')})`
        : topic.outcomes.map((outcome) => shown(evaluate(outcome, factsAt(steps)))).join();
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
            at: [`topics/${topic.id}`, 'questions', i] as const,
            section: '自查题目' as const,
            problem: `题目“${fact}”的答案“${a.label}”和“${b.label}”在每条路上的结论都一样。`,
            fix: `用 merge 合并：merge: { ${a.slug}: { label: …, answers: [${[...a.stands, ...b.stands].join(', ')}] } }`,
          })),
      );
    });
  });

/** The first set of facts that some steps stand for; proof 6 shows that the others come to the same. */
export function factsAt(steps: readonly Step[]): Facts {
  return factsOfSteps(steps).next().value ?? {};
}

// 8 ---------------------------------------------------------------------------------------------

const wordsAreOurs: Proof = (rules) => {
  const failures: Omit<Failure, 'proof'>[] = [];
  const { policy, gaps } = rules;
  const textOf = (id: string) => {
    const clause = policy.clauses.find((c) => c.id === id);
    return clause ? clauseText(clause) : '';
  };
  const say = (at: Failure['at'], words: string | undefined, law: string) => {
    if (words === undefined) return;
    for (const number of foreignNumbers(words, law, policy)) {
      failures.push({
        at,
        section: '数字',
        problem: `我们的话里有数字“${number}”，引文没有。`,
        fix: '删去这个数字，或者照引文的数字写。',
      });
    }
    for (const word of forbiddenWords(words, law)) {
      failures.push({
        at,
        section: '判断表',
        problem: `我们的话里有“${word}”，原文没有这个意思。`,
        fix: '照原文的强度写，不替机关下结论。',
      });
    }
  };
  const known = (at: Failure['at'], id: string) => {
    if (id in gaps) return;
    failures.push({
      at,
      section: '没有写明',
      problem: `gaps.yml 里没有“${id}”。`,
      fix: `先在 gaps.yml 里加上“${id}”。`,
    });
  };
  for (const { id, title, note, quote, gaps: open, table } of rules.outcomes) {
    say(['outcomes', id, 'title'], title, quote);
    say(['outcomes', id, 'note'], note, quote);
    for (const [i, gap] of open.entries()) known(['outcomes', id, 'gaps', i], gap);
    if (typeof table === 'string') continue;
    for (const [i, line] of table.entries()) {
      say(['outcomes', id, 'cases', i, 'note'], line.note, quote);
      for (const gap of line.gaps ?? []) known(['outcomes', id, 'cases', i, 'gaps'], gap);
    }
  }
  for (const { id, question, help, answers, clause, gap } of rules.facts) {
    say(['facts', id, 'question'], question, textOf(clause));
    say(['facts', id, 'help'], help, textOf(clause));
    for (const [slug, label] of Object.entries(answers)) {
      say(['facts', id, 'answers', slug], label, textOf(clause));
    }
    if (gap) known(['facts', id, 'gap'], gap);
  }
  for (const { id, intro } of rules.topics) say([`topics/${id}`, 'intro'], intro, '');
  return failures;
};

// 9 ---------------------------------------------------------------------------------------------

const personasHold: Proof = (rules) => [
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
  { facts, expect, gaps, mustNotSay }: Case,
): (Advice & { key: string[] })[] {
  const failures: (Advice & { key: string[] })[] = [];
  for (const [fact, answer] of Object.entries(facts)) {
    const known = rules.facts.find(({ id }) => id === fact);
    if (known && (answer === UNSURE || answer in known.answers)) continue;
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
  said.push(...[...visible].map((gap) => rules.gaps[gap] ?? ''));
  for (const words of mustNotSay) {
    if (!said.some((text) => text.includes(words))) continue;
    failures.push({
      key: ['mustNotSay'],
      problem: `我们的话里出现了“${words}”。`,
      fix: '改写标题或说明。',
    });
  }
  return failures;
}

/** Answers of a fact as `facts.yml` lists them. */
function answersIn({ facts }: Rules): (fact: string) => string[] {
  const byId = new Map(facts.map((f) => [f.id, Object.keys(f.answers)]));
  return (fact) => byId.get(fact) ?? [];
}

function inWords(facts: Facts): string {
  return Object.entries(facts)
    .map(([fact, answer]) => `${fact}: ${answer}`)
    .join('，');
}
