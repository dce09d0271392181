import { clauseText, sentencesOf } from '../../policy/clause.ts';
import { quotes } from '../../policy/equality.ts';
import { answersIn, type Judgement, judgementIn, type Rules } from '../rule-set.ts';
import {
  type Condition,
  combinations,
  evaluate,
  factsOf,
  holds,
  type Outcome,
  UNSURE,
} from '../rules.ts';
import { type Failure, inWords, type Proof, unworded } from './proof.ts';
import { wordsAsked } from './words-asked.ts';

type Found = Omit<Failure, 'proof'>;

/**
 * 10: facts are asked, judgements are not. No question holds the word of a judgement; an outcome that rests on one is
 * never `met`, unless the answers tell that it has been made; whoever a gap leaves open is never `met` beside it.
 */
export const judgementsStayOpen: Proof = (rules) => [
  ...rules.judgements.flatMap((judgement) => slipsOf(judgement, rules)),
  ...askedFor(rules),
  ...rules.outcomes.flatMap((outcome) => [
    ...slipsIn(outcome, rules),
    ...metThoughJudged(outcome, rules),
    ...metThoughOpen(outcome, rules),
  ]),
];

/** A judgement whose word the text does not have, that nothing rests on, or whose gap nobody has worded. */
function slipsOf(
  { id, word, gap, made = {} }: Judgement,
  { policy, outcomes, gaps }: Rules,
): Found[] {
  const found: Found[] = [];
  if (!policy.clauses.some((clause) => clauseText(clause).includes(word))) {
    found.push({
      at: ['judgements', id, 'word'],
      section: '要认定的事',
      problem: `原文里没有“${word}”。`,
      fix: '照抄原文里要由别人评定的那个词。',
    });
  }
  if (
    !outcomes.some(
      ({ judged = {}, aside = {} }) => Object.hasOwn(judged, id) || Object.hasOwn(aside, id),
    )
  ) {
    found.push({
      at: ['judgements', id],
      section: '要认定的事',
      problem: `没有一个结论的 judged 或者 aside 写了“${id}”。`,
      fix: '写进取决于它的结论的 judged，或者从 judgements.yml 里删去。',
    });
  }
  if (Object.values(made).some((answers) => answers.includes(UNSURE))) {
    found.push({
      at: ['judgements', id, 'made'],
      section: '要认定的事',
      problem: `“${id}”的 made 里有 ${UNSURE}：不清楚的回答说明不了已经认定过。`,
      fix: `从 made 里删去 ${UNSURE}。`,
    });
  }
  if (gap !== undefined && !Object.hasOwn(gaps, gap))
    found.push(unworded(['judgements', id, 'gap'], gap));
  return found;
}

/** Openings, questions, helps and answers that ask the reader to judge. */
function askedFor(rules: Rules): Found[] {
  return [...wordsAsked(rules)].flatMap(({ at, words }) => {
    const said = words.replace(/\s/gu, '');
    return rules.judgements.flatMap(({ word: first, also = [] }): Found[] => {
      // One finding a judgement, whichever of its words stands there.
      const word = [first, ...also].find((one) => said.includes(one));
      if (word === undefined) return [];
      return [
        {
          at,
          section: '要认定的事',
          problem: `这里问到“${word}”：怎样算“${word}”要由别人认定，原文没有写，读者答不出来。`,
          fix: `只问读者自己知道的事，去掉“${word}”；取决于它的结论，在 judged 里写明。`,
        },
      ];
    });
  });
}

/** Judgements whose words an outcome's sentence holds and that it does not name, or names in other words. */
function slipsIn({ id, clause, quote, gaps, ...outcome }: Outcome, rules: Rules): Found[] {
  const { title, who = [], by = [], condition = '', judged = {}, aside = {}, table } = outcome;
  const found: Found[] = [];
  const law = rules.policy.clauses.find((one) => one.id === clause);
  for (const [name, words] of Object.entries(judged)) {
    const judgement = judgementIn(rules, name);
    if (!judgement) found.push(unlisted(['outcomes', id, 'judged', name], name, rules));
    else if (law && !clauseText(law).includes(judgement.word)) {
      found.push({
        at: ['outcomes', id, 'judged', name],
        section: '要认定的事',
        problem: `${clause} 里没有“${judgement.word}”，结论“${id}”却写了 judged。`,
        fix: '删去这一项。',
      });
    } else if (!words.includes(judgement.word) || !law || !quotes(clauseText(law), words)) {
      found.push({
        at: ['outcomes', id, 'judged', name],
        section: '要认定的事',
        problem: `结论“${id}”写的“${words}”，不是 ${clause} 里带“${judgement.word}”的话。`,
        fix: `从这一条里照抄带“${judgement.word}”的几个字。`,
      });
    } else if (
      judgement.gap &&
      Object.hasOwn(rules.gaps, judgement.gap) &&
      !gaps.includes(judgement.gap)
    ) {
      found.push({
        at: ['outcomes', id, 'gaps'],
        section: '要认定的事',
        problem: `结论“${id}”取决于“${words}”，却没有列出怎样认定没有写。`,
        fix: `在它的 gaps 里加上 ${judgement.gap}。`,
      });
    }
  }
  for (const name of Object.keys(aside))
    if (!judgementIn(rules, name))
      found.push(unlisted(['outcomes', id, 'aside', name], name, rules));
  // A statement without a table decides nothing.
  if (typeof table === 'string') return found;
  // A quote may be cut short of the word; the whole sentence says on whom and what it rests.
  const sentences = law ? sentencesOf(law).filter(({ text }) => quotes(text, quote)) : [];
  const whole = sentences.map(({ text }) => text);
  const said = [title, quote, ...whole, ...who, ...by, condition].join('\n');
  // A name that leads nowhere may have meant any of them.
  const isAllListed = Object.keys(judged).every((name) => judgementIn(rules, name));
  for (const { id: name, word } of rules.judgements) {
    if (Object.hasOwn(aside, name) && (Object.hasOwn(judged, name) || !said.includes(word))) {
      found.push({
        at: ['outcomes', id, 'aside', name],
        section: '要认定的事',
        problem: Object.hasOwn(judged, name)
          ? `结论“${id}”的“${name}”又写在 judged 里，又写在 aside 里。`
          : `结论“${id}”引的这一句里没有“${word}”，不用写 aside。`,
        fix: '从 aside 里删去它。',
      });
    }
    const isNamed = Object.hasOwn(judged, name) || Object.hasOwn(aside, name);
    if (!isAllListed || isNamed || !said.includes(word)) continue;
    found.push({
      at: ['outcomes', id],
      section: '要认定的事',
      problem: `结论“${id}”引的这一句，或者它的标题、who、by、condition 里有“${word}”，要由别人认定，judged 里没有写。`,
      fix: `加上 judged: { ${name}: '…${word}…' }，照抄原文的几个字；结论不看它的，用 aside 写明理由。`,
    });
  }
  return found;
}

/** That an outcome names a judgement that nobody has listed. */
function unlisted(at: Failure['at'], name: string, { judgements }: Rules): Found {
  const others = judgements.map(({ id }) => id).join('、');
  return {
    at,
    section: '要认定的事',
    problem: `judgements.yml 里没有“${name}”。`,
    fix: `先在 judgements.yml 里加上“${name}”${others ? `，或者改成：${others}` : ''}。`,
  };
}

/** Lines that give `met` although the outcome rests on judgements that the answers do not tell to be made. */
function metThoughJudged({ id, judged = {}, table }: Outcome, rules: Rules): Found[] {
  if (typeof table === 'string') return [];
  // One that is not listed is told of above.
  const rests = Object.entries(judged).flatMap(([name, words]) => {
    const judgement = judgementIn(rules, name);
    return judgement ? [{ words, made: Object.entries(judgement.made ?? {}) }] : [];
  });
  return table.flatMap(({ is, when = {} }, i) => {
    const tells = ([fact, answers]: [string, readonly string[]]) =>
      when[fact]?.every((answer) => answers.includes(answer));
    const open = rests.filter(({ made }) => made.length === 0 || !made.every(tells));
    if (is !== 'met' || open.length === 0) return [];
    return [
      {
        at: ['outcomes', id, 'cases', i, 'is'] as const,
        section: '要认定的事' as const,
        problem: `结论“${id}”取决于“${open.map(({ words }) => words).join('、')}”的认定，第 ${i + 1} 行却给了 met。`,
        fix: '改成 maybe；有一个回答就说明已经认定过的，在 judgements.yml 里写进它的 made。',
      },
    ];
  });
}

/** Answers for which an outcome is `met` while a gap shown with it leaves just these readers open. */
function metThoughOpen(outcome: Outcome, rules: Rules): Found[] {
  const facts = factsOf(outcome);
  // A fact that the table does not look at is no excuse: the readers left open are among those it takes.
  const known = (answers: Condition) =>
    Object.fromEntries(Object.entries(answers).filter(([fact]) => facts.includes(fact)));
  for (const set of combinations(facts, answersIn(rules))) {
    const verdict = evaluate(outcome, set);
    if (verdict?.status !== 'met') continue;
    const gap = verdict.gaps.find((name) =>
      rules.gaps[name]?.leaves?.some((answers) => holds(known(answers), set)),
    );
    if (gap === undefined) continue;
    return [
      {
        at: ['outcomes', outcome.id, 'cases', verdict.case ?? 0],
        section: '要认定的事',
        problem: `结论“${outcome.id}”在 ${inWords(set)} 时是 met，旁边的“${gap}”却说原文正好没有写明这样的人。`,
        fix: '在前面加一行 silent；这个事项与结论无关的，从 gaps 里删去。',
      },
    ];
  }
  return [];
}
