import type { SelfcheckFiles } from '../../domain/selfcheck/assemble.ts';
import type { Failure } from '../../domain/selfcheck/proofs/proof.ts';
import { type Condition, UNSURE } from '../../domain/selfcheck/rules.ts';

/** What is wrong with the files of a self-check before anything can be proved of them. */
type Slip = Omit<Failure, 'proof'>;
type At = Slip['at'];
type Facts = SelfcheckFiles['facts'];
type Person = SelfcheckFiles['people'][string];
type Merge = Person['questions'][number]['merge'];

/** Facts and answers that decision tables name and `facts.yml` does not have. */
export function slipsInTables({ facts, judgements, outcomes, gaps }: SelfcheckFiles): Slip[] {
  return [
    ...Object.entries(outcomes).flatMap(([id, { cases = [] }]) =>
      cases.flatMap(({ when }, i) => unknownIn(facts, when, ['outcomes', id, 'cases', i, 'when'])),
    ),
    ...Object.entries(judgements).flatMap(([id, { made }]) =>
      unknownIn(facts, made, ['judgements', id, 'made']),
    ),
    ...Object.entries(gaps).flatMap(([id, { leaves = [] }]) =>
      leaves.flatMap((answers, i) => unknownIn(facts, answers, ['gaps', id, 'leaves', i])),
    ),
  ];
}

/** What people name and nobody has listed, and answers merged so that it cannot be told which is meant. */
export function slipsInQuestions({ facts, outcomes, people }: SelfcheckFiles): Slip[] {
  return Object.entries(people).flatMap(
    ([person, { given, unasked, questions, outcomes: shown }]) => [
      ...unknownIn(facts, given, ['people', person, 'given']),
      ...unasked.flatMap((fact, i) =>
        unknownIn(facts, { [fact]: [] }, ['people', person, 'unasked', i]),
      ),
      ...questions.flatMap(({ fact, when, merge }, i) => {
        const at: At = ['people', person, 'questions', i];
        return [
          ...unknownIn(facts, when, [...at, 'when']),
          ...unknownIn(facts, { [fact]: [] }, at),
          ...slipsInMerge(facts, fact, merge, given[fact], [...at, 'merge']),
        ];
      }),
      ...shown.flatMap((outcome, i): Slip[] =>
        Object.hasOwn(outcomes, outcome)
          ? []
          : [
              {
                at: ['people', person, 'outcomes', i],
                section: '自查题目',
                problem: `没有叫“${outcome}”的结论。`,
                fix: '改成 outcomes.yml 里有的代号。',
              },
            ],
      ),
    ],
  );
}

/** The same thing written twice, and facts that nobody can be unsure of although the text leaves them open. */
export function slipsInLists({ facts, people, ledger, personas }: SelfcheckFiles): Slip[] {
  const open = Object.entries(facts).filter(
    ([, { gap, answers }]) => gap !== undefined && !Object.hasOwn(answers, UNSURE),
  );
  return [
    ...open.map(
      ([id, { gap }]): Slip => ({
        at: ['facts', id, 'answers'],
        section: '判断表',
        problem: `“${id}”写了 gap: ${gap}，原文没有写明，答案里却没有 ${UNSURE}。`,
        fix: `在 answers 里加上 ${UNSURE}: 不清楚；原文写明了的，删去 gap。`,
      }),
    ),
    ...Object.entries(people).flatMap(([person, { outcomes }]) =>
      repeats(outcomes).map(
        (i): Slip => ({
          at: ['people', person, 'outcomes', i],
          section: '自查题目',
          problem: `结论“${outcomes[i]}”在这一种人里列了两次。`,
          fix: '删去其中一个。',
        }),
      ),
    ),
    ...repeats(ledger.map(({ clause, s }) => `${clause} 第 ${s} 句`)).map(
      (i): Slip => ({
        at: ['ledger', i],
        section: '核对清单',
        problem: `${ledger[i]?.clause} 第 ${ledger[i]?.s} 句在核对清单里列了两次。`,
        fix: '留下理由写得清楚的一项，另一项删去。',
      }),
    ),
    ...slipsInIds(personas.map(({ id }) => id)),
  ];
}

/** Cases whose id another has; `null` where a case has none. */
export function slipsInIds(ids: readonly (string | null)[]): Slip[] {
  return repeats(ids)
    .filter((i) => ids[i] !== null)
    .map((i) => ({
      at: ['personas', i, 'id'],
      section: '事例',
      problem: `编号“${ids[i]}”的事例有两个。`,
      fix: '给其中一个换一个没有用过的编号。',
    }));
}

function unknownIn(facts: Facts, condition: Condition | undefined, at: At): Slip[] {
  return Object.entries(condition ?? {}).flatMap(([fact, answers]): Slip[] => {
    if (!Object.hasOwn(facts, fact)) {
      const known = Object.keys(facts).join('、');
      return [
        {
          at: [...at, fact],
          section: '判断表',
          problem: `没有叫“${fact}”的事实。`,
          fix: `改成 facts.yml 里有的代号：${known}。`,
        },
      ];
    }
    const given = Object.keys(facts[fact]?.answers ?? {});
    return answers
      .filter((answer) => !given.includes(answer))
      .map((answer) => ({
        at: [...at, fact],
        section: '判断表',
        problem: `“${fact}”没有答案“${answer}”。`,
        fix: `改成：${given.join('、')}。`,
      }));
  });
}

function slipsInMerge(
  facts: Facts,
  fact: string,
  merge: Merge,
  given: readonly string[] | undefined,
  at: At,
): Slip[] {
  if (!Object.hasOwn(facts, fact)) return [];
  const merged = Object.entries(merge).flatMap(([slug, { answers }]) =>
    answers.map((answer) => ({ slug, answer })),
  );
  const twice = repeats(merged.map(({ answer }) => answer)).flatMap((i) => merged[i] ?? []);
  const left = Object.keys(facts[fact]?.answers ?? {}).filter(
    (answer) => !merged.some((one) => one.answer === answer),
  );
  return [
    ...Object.entries(merge).flatMap(([slug, { answers }]) =>
      unknownIn(facts, { [fact]: answers }, [...at, slug]),
    ),
    ...merged
      .filter(({ answer }) => given?.includes(answer) === false)
      .map(
        ({ slug, answer }): Slip => ({
          at: [...at, slug],
          section: '自查题目',
          problem: `merge 里有“${fact}”的答案“${answer}”，given 已经排除了它。`,
          fix: `从 answers 里删去 ${answer}。`,
        }),
      ),
    ...twice.map(
      ({ slug, answer }): Slip => ({
        at: [...at, slug],
        section: '自查题目',
        problem: `“${fact}”的答案“${answer}”在 merge 里合并了两次。`,
        fix: `一个答案只能合并到一处：从一处的 answers 里删去 ${answer}。`,
      }),
    ),
    ...Object.entries(merge)
      .filter(([slug]) => left.includes(slug))
      .map(
        ([slug, { answers }]): Slip => ({
          at: [...at, slug],
          section: '自查题目',
          problem: `merge 的代号“${slug}”和没有合并的答案“${slug}”一样，两个答案会用同一个网址。`,
          fix: `换一个代号，例如 ${answers.join('-or-')}。`,
        }),
      ),
  ];
}

/** Places of a list, from 0, where something stands that stood before. */
function repeats(list: readonly (string | null)[]): number[] {
  return list.flatMap((one, i) => (list.indexOf(one) < i ? i : []));
}
