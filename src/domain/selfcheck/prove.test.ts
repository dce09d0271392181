import { describe, expect, test } from 'vitest';
import { splitPolicy } from '../policy/split.ts';
import { assembleRules, type SelfcheckFiles } from './assemble.ts';
import { prove } from './prove.ts';

const { clauses } = splitPolicy(
  '某办法\n根据规定，制定本办法。\n一、引进\n（一）柔性引进。对A类人才，每年工作超过3个月的，可享受待遇。\n（二）协助办理职称。',
);
const policy = { id: 'xx-2020-1', title: '某办法', number: '某〔2020〕1号', clauses };

/** A small self-check in which everything holds. */
const GOOD: SelfcheckFiles = {
  facts: {
    class: {
      question: '您是A类人才吗？',
      answers: { a: 'A类', none: '不是', unsure: '不清楚' },
      clause: 'p1-1',
      s: 2,
      quote: 'A类人才',
    },
    months: {
      question: '每年工作超过3个月吗？',
      answers: { 'over-3': '超过', '3-or-less': '不超过', unsure: '还没定' },
      clause: 'p1-1',
      s: 2,
      quote: '每年工作超过3个月',
    },
  },
  judgements: {},
  outcomes: {
    flex: {
      title: '享受待遇',
      clause: 'p1-1',
      quote: '对A类人才，每年工作超过3个月的，可享受待遇',
      marker: '可',
      strength: 'may',
      gaps: ['amount'],
      cases: [
        { is: 'no', when: { class: ['none'] } },
        { is: 'no', when: { months: ['3-or-less'] } },
        { is: 'met', when: { class: ['a'], months: ['over-3'] } },
        { is: 'maybe' },
      ],
    },
    titles: {
      title: '职称',
      clause: 'p1-2',
      quote: '协助办理职称',
      marker: '协助',
      strength: 'assist',
      gaps: [],
      status: 'none',
    },
  },
  people: {
    flexible: {
      title: '每年来工作的',
      intro: '问几个问题。',
      given: {},
      unasked: [],
      questions: [
        { fact: 'class', merge: {} },
        { fact: 'months', when: { class: ['a', 'unsure'] }, merge: {} },
      ],
      outcomes: ['flex', 'titles'],
    },
  },
  ledger: [
    { clause: 'pre', s: 1, reason: '依据' },
    { clause: 'p1', s: 1, reason: '标题' },
    { clause: 'p1-1', s: 1, reason: '标题' },
  ],
  personas: [
    {
      id: 'P1',
      facts: { class: 'a', months: 'over-3' },
      expect: { flex: 'met' },
      gaps: ['amount'],
      mustNotSay: [],
    },
    { id: 'P2', facts: { class: 'none' }, expect: { flex: 'no' }, gaps: [], mustNotSay: [] },
  ],
  gaps: { amount: { text: '金额本文件没有写。' } },
};

/** What the proofs say of the good self-check after a change: proof, place, problem, mend. */
function whatIsFound(change: Partial<SelfcheckFiles>): string {
  return prove(assembleRules(policy, { ...GOOD, ...change }))
    .map(({ proof, at, problem, fix }) => `${proof} ${at.join('/')}\n  ${problem}\n  ${fix}`)
    .join('\n');
}

const flex = GOOD.outcomes['flex'] as SelfcheckFiles['outcomes'][string];
const flexible = GOOD.people['flexible'] as SelfcheckFiles['people'][string];
const withFlex = (change: Partial<typeof flex>) => ({
  outcomes: { ...GOOD.outcomes, flex: { ...flex, ...change } },
});
const withPerson = (change: Partial<typeof flexible>) => ({
  people: { flexible: { ...flexible, ...change } },
});
const [classQuestion, monthsQuestion] = flexible.questions as [
  (typeof flexible.questions)[number],
  (typeof flexible.questions)[number],
];

const classFact = GOOD.facts['class'] as SelfcheckFiles['facts'][string];

test('a good self-check has nothing to mend', () => {
  expect(whatIsFound({})).toBe('');
});

describe('1: every path ends, nothing is unreachable', () => {
  test('a question that no answers lead to', () => {
    const again = { ...monthsQuestion, when: { class: ['a'], months: ['over-3'] } };
    expect(
      whatIsFound(withPerson({ questions: [classQuestion, monthsQuestion, again] })),
    ).toMatchInlineSnapshot(`
      "1 people/flexible/questions/2
        题目“months”问不到：没有一条回答的路走到这里。
        改它的 when，或者删去这道题。"
    `);
  });
  test('an outcome that nobody is shown', () => {
    expect(whatIsFound(withPerson({ outcomes: ['flex'] }))).toMatchInlineSnapshot(`
      "1 outcomes/titles
        结论“titles”哪一种人都看不到。
        在一种人的 outcomes 里加上它。"
    `);
  });
  test('a fact that nobody is asked', () => {
    const extra = {
      ...GOOD.facts,
      extra: { ...GOOD.facts['class'], question: '另问？' },
    } as SelfcheckFiles['facts'];
    expect(whatIsFound({ facts: extra })).toMatchInlineSnapshot(`
      "1 facts/extra
        没有一种人问到“extra”。
        在一种人的 questions 里加上它，或者从 facts.yml 里删去。"
    `);
  });
  test('more than five questions in a row', () => {
    const ids = Array.from({ length: 6 }, (_, i) => `f${i}`);
    const facts = Object.fromEntries(
      ids.map((id) => [id, GOOD.facts['class']]),
    ) as SelfcheckFiles['facts'];
    // One answer goes on, the other ends, so that the tree stays small.
    const questions = ids.map((fact, i) => ({
      fact,
      merge: {},
      when: Object.fromEntries(ids.slice(0, i).map((before) => [before, ['a']])),
    }));
    const found = whatIsFound({ ...withPerson({ questions }), facts: { ...GOOD.facts, ...facts } });
    expect(found.split('\n').filter((line) => line.includes('最多'))).toMatchInlineSnapshot(`
      [
        "  有一条路要答 6 道题：a → a → a → a → a → a；最多 5 道。",
      ]
    `);
  });
});

describe('2: every table is total and no case is shadowed', () => {
  test('a table without a last case', () => {
    expect(whatIsFound(withFlex({ cases: flex.cases?.slice(0, 3) }))).toMatchInlineSnapshot(`
      "2 outcomes/flex/cases
        结论“flex”的判断表没有写全：class: unsure，months: over-3 时没有一行适用（共 3 种情形）。
        最后加一行不带 when 的，例如 - { is: maybe }。"
    `);
  });
  test('a case that others have taken', () => {
    const shadowed = { is: 'no' as const, when: { class: ['none'], months: ['over-3'] } };
    expect(
      whatIsFound(
        withFlex({ cases: [...(flex.cases?.slice(0, 3) ?? []), shadowed, { is: 'maybe' }] }),
      ),
    ).toMatchInlineSnapshot(`
      "2 outcomes/flex/cases/3
        结论“flex”的第 4 行永远轮不到：前面的行已经包括了它的全部情形。
        删去这一行，或者移到前面。"
    `);
  });
});

test('3: an unsure answer never gives what a definite one overturns', () => {
  const hasty = { is: 'met' as const, when: { class: ['a'], months: ['over-3', 'unsure'] } };
  expect(
    whatIsFound(withFlex({ cases: [...(flex.cases?.slice(0, 2) ?? []), hasty, { is: 'maybe' }] })),
  ).toMatchInlineSnapshot(`
    "3 outcomes/flex/cases/2
      结论“flex”在 class: a，months: unsure 时是 met，但“months”一旦答“3-or-less”就变成 no：不清楚的回答不能得出会被推翻的结论。
      给这一行加上 months 的条件，让“不清楚”落到 maybe 或 silent。
    7 people/flexible/questions/1
      题目“months”的答案“超过”和“还没定”在每条路上的结论都一样。
      用 merge 合并：merge: { over-3: { label: …, answers: [over-3, unsure] } }"
  `);
});

describe('4: quotes are in their clauses and markers in their quotes', () => {
  test('a quote of another clause', () => {
    expect(whatIsFound(withFlex({ clause: 'p1-2' }))).toMatchInlineSnapshot(`
      "4 outcomes/flex/clause
        结论“flex”的引文不在它所指的条款 p1-2 里。
        这句话在 p1-1，把 clause 改成 p1-1。
      5 ledger
        p1-1 第 2 句没有结论引用，也没有列入核对清单：“对A类人才，每年工作超过3个月的，可享受待遇。”。
        加一条结论；或者在 ledger.yml 里写 - { clause: p1-1, s: 2, reason: … }"
    `);
  });
  test('a quote changed by one mark', () => {
    expect(
      whatIsFound(withFlex({ quote: '对A类人才,每年工作超过3个月的，可享受待遇' })),
    ).toMatchInlineSnapshot(`
      "4 outcomes/flex/quote
        结论“flex”的引文不在它所指的条款 p1-1 里。
        照抄原文，标点、全角半角都不改。
      5 ledger
        p1-1 第 2 句没有结论引用，也没有列入核对清单：“对A类人才，每年工作超过3个月的，可享受待遇。”。
        加一条结论；或者在 ledger.yml 里写 - { clause: p1-1, s: 2, reason: … }"
    `);
  });
  test('whom, who may, a condition and a bearer in other words than those of the clause', () => {
    expect(
      whatIsFound(
        withFlex({
          who: ['A类人才', 'B类人才'],
          by: ['企业'],
          condition: '工作满3个月',
          bearer: { name: '人社局', group: '部门' },
        }),
      ),
    ).toMatchInlineSnapshot(`
      "4 outcomes/flex/who/1
        结论“flex”的“B类人才”不在 p1-1 里。
        从这一条里照抄，空格、标点都不改；原文没有写的，删去这一项。
      4 outcomes/flex/by/0
        结论“flex”的“企业”不在 p1-1 里。
        从这一条里照抄，空格、标点都不改；原文没有写的，删去这一项。
      4 outcomes/flex/condition
        结论“flex”的“工作满3个月”不在 p1-1 里。
        从这一条里照抄，空格、标点都不改；原文没有写的，删去这一项。
      4 outcomes/flex/bearer/name
        结论“flex”的“人社局”不在 p1-1 里。
        从这一条里照抄，空格、标点都不改；原文没有写的，删去这一项。"
    `);
  });
  test('a marker that is not in the quote', () => {
    expect(whatIsFound(withFlex({ marker: '应' }))).toMatchInlineSnapshot(`
      "4 outcomes/flex/marker
        结论“flex”的强度词“应”不在引文里。
        从引文里照抄一个词。"
    `);
  });
});

describe('5: every sentence is quoted or listed with a reason', () => {
  test('a sentence that is neither', () => {
    expect(whatIsFound({ ledger: GOOD.ledger.slice(1) })).toMatchInlineSnapshot(`
      "5 ledger
        pre 第 1 句没有结论引用，也没有列入核对清单：“根据规定，制定本办法。”。
        加一条结论；或者在 ledger.yml 里写 - { clause: pre, s: 1, reason: … }"
    `);
  });
  test('a sentence that is both', () => {
    expect(
      whatIsFound({ ledger: [...GOOD.ledger, { clause: 'p1-2', s: 1, reason: '误列' }] }),
    ).toMatchInlineSnapshot(`
      "5 ledger/3
        p1-2 第 1 句已经有结论引用，不该再列为“不作判断”。
        从 ledger.yml 里删去这一项。"
    `);
  });
});

test('6: every fact that an outcome hangs on is asked on every path', () => {
  expect(
    whatIsFound(
      withPerson({ questions: [classQuestion, { ...monthsQuestion, when: { class: ['a'] } }] }),
    ),
  ).toMatchInlineSnapshot(`
    "6 people/flexible/questions/1
      走到 unsure 时没有问“months”，但结论“flex”要看它。
      加上这道题，或者放宽它的 when，让这条路也问到；有意不问的，写进 unasked。"
  `);
});

describe('7: answers that come to the same are merged', () => {
  test('two answers that nothing tells apart', () => {
    const facts = {
      ...GOOD.facts,
      class: {
        ...GOOD.facts['class'],
        answers: { a: 'A类', c: 'C类', none: '不是', unsure: '不清楚' },
      },
    } as SelfcheckFiles['facts'];
    const cases = [
      { is: 'no' as const, when: { class: ['c', 'none'] } },
      ...(flex.cases?.slice(1) ?? []),
    ];
    expect(whatIsFound({ facts, ...withFlex({ cases }) })).toMatchInlineSnapshot(`
      "7 people/flexible/questions/0
        题目“class”的答案“C类”和“不是”在每条路上的结论都一样。
        用 merge 合并：merge: { c: { label: …, answers: [c, none] } }"
    `);
  });
  test('answers merged that do not come to the same', () => {
    const merge = { both: { label: '是，或者不是', answers: ['a', 'none'] } };
    expect(
      whatIsFound(
        withPerson({
          questions: [
            { ...classQuestion, merge },
            { ...monthsQuestion, when: { class: ['a', 'none', 'unsure'] } },
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      "6 people/flexible/questions/0
        “class”合并的答案对结论“flex”并不一样（both → over-3）。
        把这几个答案拆开。"
    `);
  });
});

describe('8: our words say no more than the quote, and each gap can be shown', () => {
  test('a promise', () => {
    expect(whatIsFound(withFlex({ title: '您符合条件' }))).toMatchInlineSnapshot(`
      "8 outcomes/flex/title
        我们的话里有“您符合”，原文没有这个意思。
        照原文的强度写，不替机关下结论。"
    `);
  });
  test('a number that the quote does not hold', () => {
    expect(whatIsFound(withFlex({ note: '可享受6个月。' }))).toMatchInlineSnapshot(`
      "8 outcomes/flex/note
        我们的话里有数字“6”，引文没有。
        删去这个数字，或者照引文的数字写。"
    `);
  });
  test('a person’s own words for a question', () => {
    const own = { question: '拟聘的人每年工作超过6个月吗？', help: '超过的，保证享受。' };
    expect(
      whatIsFound(withPerson({ questions: [classQuestion, { ...monthsQuestion, ...own }] })),
    ).toMatchInlineSnapshot(`
      "8 people/flexible/questions/1/question
        我们的话里有数字“6”，引文没有。
        删去这个数字，或者照引文的数字写。
      8 people/flexible/questions/1/help
        我们的话里有“保证”，原文没有这个意思。
        照原文的强度写，不替机关下结论。"
    `);
  });
  test('a gap that nobody worded', () => {
    expect(whatIsFound(withFlex({ gaps: ['amount', 'window'] }))).toMatchInlineSnapshot(`
      "8 outcomes/flex/gaps/1
        gaps.yml 里没有“window”。
        先在 gaps.yml 里加上“window”。"
    `);
  });
});

describe('9: the people hold', () => {
  test('another status', () => {
    expect(
      whatIsFound({
        personas: [
          { id: 'P9', facts: { class: 'a' }, expect: { flex: 'met' }, gaps: [], mustNotSay: [] },
        ],
      }),
    ).toMatchInlineSnapshot(`
      "9 personas/0/expect/flex
        事例 P9：“flex”应当是 met，得到 maybe。
        核对判断表和这个事例，哪个不对就改哪个。"
    `);
  });
  test('a gap that is not shown, words that must not be said, a fact that is not there', () => {
    expect(
      whatIsFound({
        personas: [
          {
            id: 'P9',
            facts: { clas: 'a', months: 'ever' },
            expect: { flex: 'maybe' },
            gaps: ['apply'],
            mustNotSay: ['享受待遇'],
          },
        ],
      }),
    ).toMatchInlineSnapshot(`
      "9 personas/0/facts/clas
        事例 P9：没有叫“clas”的事实。
        改成 facts.yml 里有的代号。
      9 personas/0/facts/months
        事例 P9：“months”没有答案“ever”。
        改成：over-3、3-or-less、unsure。
      9 personas/0/gaps
        事例 P9：应当显示没有写明的“apply”，但这些结论都没有列出它。
        在相关结论的 gaps 里加上 apply。
      9 personas/0/mustNotSay
        事例 P9：我们的话里出现了“享受待遇”：“享受待遇”。
        改写这句话。"
    `);
  });
  test.each<[string, Partial<SelfcheckFiles>]>([
    ['a question', { facts: { ...GOOD.facts, class: { ...classFact, question: '不可说？' } } }],
    [
      'the help of a question',
      { facts: { ...GOOD.facts, class: { ...classFact, help: '不可说' } } },
    ],
    [
      'an answer',
      {
        facts: {
          ...GOOD.facts,
          class: { ...classFact, answers: { ...classFact.answers, a: '不可说' } },
        },
      },
    ],
    [
      'what is open about a question',
      {
        facts: { ...GOOD.facts, class: { ...classFact, gap: 'what' } },
        gaps: { ...GOOD.gaps, what: { text: '不可说。' } },
      },
    ],
    ['the opening of a person', withPerson({ intro: '不可说。' })],
    [
      'the label of merged answers',
      withPerson({
        questions: [
          { ...classQuestion, merge: { both: { label: '不可说', answers: ['a', 'unsure'] } } },
          monthsQuestion,
        ],
      }),
    ],
  ])('words that must not be said, in %s', (_, change) => {
    const said = {
      id: 'P9',
      facts: {},
      expect: { flex: 'maybe' },
      gaps: [],
      mustNotSay: ['不可说'],
    };
    expect(whatIsFound({ ...change, personas: [said] })).toContain('9 personas/0/mustNotSay');
    expect(whatIsFound({ personas: [said] })).toBe('');
  });
});

describe('10: judgements are not asked, and what rests on one is never met', () => {
  const judgedText = splitPolicy(
    '某办法\n一、引进\n（一）优秀人才来本市工作的，可享受待遇。\n（二）机关以外的单位，可参加招聘。',
  );
  const judgedPolicy = { ...policy, clauses: judgedText.clauses };
  const JUDGED: SelfcheckFiles = {
    facts: {
      comes: {
        question: '您来本市工作吗？',
        answers: { yes: '来', no: '不来' },
        clause: 'p1-1',
        s: 1,
        quote: '来本市工作的',
      },
      unit: {
        question: '您的单位是哪一类？',
        answers: { agency: '机关', enterprise: '企业', other: '其他组织' },
        clause: 'p1-2',
        s: 1,
        quote: '机关以外的单位',
      },
      card: {
        question: '您有优才卡吗？',
        answers: { held: '有', none: '没有' },
        clause: 'p1-1',
        s: 1,
        quote: '人才',
      },
    },
    judgements: {
      excellent: { word: '优秀', also: ['拔尖'], gap: 'how', made: { card: ['held'] } },
    },
    outcomes: {
      treat: {
        title: '享受待遇',
        clause: 'p1-1',
        quote: '优秀人才来本市工作的，可享受待遇',
        marker: '可',
        strength: 'may',
        who: ['优秀人才'],
        gaps: ['how'],
        judged: { excellent: '优秀人才' },
        cases: [
          { is: 'no', when: { comes: ['no'] } },
          { is: 'met', when: { comes: ['yes'], card: ['held'] } },
          { is: 'maybe' },
        ],
      },
      fair: {
        title: '参加招聘',
        clause: 'p1-2',
        quote: '机关以外的单位，可参加招聘',
        marker: '可',
        strength: 'may',
        gaps: ['units'],
        cases: [
          { is: 'no', when: { unit: ['agency'] } },
          { is: 'silent', when: { unit: ['other'] } },
          { is: 'met', when: { unit: ['enterprise'] } },
          { is: 'maybe' },
        ],
      },
    },
    people: {
      coming: {
        title: '来工作的',
        intro: '问几个问题。',
        given: {},
        unasked: [],
        questions: [
          { fact: 'comes', merge: {} },
          { fact: 'card', when: { comes: ['yes'] }, merge: {} },
          { fact: 'unit', merge: {} },
        ],
        outcomes: ['treat', 'fair'],
      },
    },
    ledger: [{ clause: 'p1', s: 1, reason: '标题' }],
    personas: [],
    gaps: {
      how: { text: '怎样算优秀，本文件没有写。' },
      units: { text: '其他组织算不算，本文件没有写。', leaves: [{ unit: ['other'] }] },
    },
  };
  const found = (change: Partial<SelfcheckFiles>) =>
    prove(assembleRules(judgedPolicy, { ...JUDGED, ...change }))
      .map(({ proof, at, problem, fix }) => `${proof} ${at.join('/')}\n  ${problem}\n  ${fix}`)
      .join('\n');
  const { treat, fair } = JUDGED.outcomes as Record<
    'treat' | 'fair',
    (typeof JUDGED.outcomes)[string]
  >;
  const withTreat = (change: Partial<typeof treat>) =>
    found({ outcomes: { treat: { ...treat, ...change }, fair } });
  const withFact = (id: 'comes' | 'unit', change: object) =>
    found({ facts: { ...JUDGED.facts, [id]: { ...JUDGED.facts[id], ...change } } as never });

  test('a self-check that keeps them apart has nothing to mend', () => {
    expect(found({})).toBe('');
  });
  test('an outcome that rests on a judgement and is met', () => {
    const open = { excellent: { word: '优秀', gap: 'how' } };
    expect(found({ judgements: open })).toMatchInlineSnapshot(`
      "10 outcomes/treat/cases/1/is
        结论“treat”取决于“优秀人才”的认定，第 2 行却给了 met。
        改成 maybe；有一个回答就说明已经认定过的，在 judgements.yml 里写进它的 made。"
    `);
    expect(
      withTreat({
        cases: [
          { is: 'no', when: { comes: ['no'] } },
          { is: 'met', when: { comes: ['yes'] } },
          { is: 'maybe' },
        ],
      }),
    ).toContain('10 outcomes/treat/cases/1/is');
  });
  test('nor by an answer that says nothing', () => {
    const made = { excellent: { word: '优秀', gap: 'how', made: { comes: ['yes', 'unsure'] } } };
    expect(found({ judgements: made })).toContain('10 judgements/excellent/made');
  });
  test('a quote cut short of the word', () => {
    expect(withTreat({ quote: '可享受待遇', who: [], judged: undefined })).toContain(
      '10 outcomes/treat\n',
    );
  });
  test.each([
    ['title', { title: '优秀人才的待遇' }],
    ['by', { by: ['优秀人才'] }],
  ])('the word in its %s', (_, change) => {
    const cut = { clause: 'p1-2', quote: '可参加招聘', who: [], judged: undefined, ...change };
    expect(withTreat(cut)).toContain('10 outcomes/treat\n');
  });
  test('an outcome whose people hold the word of a judgement, and that does not say so', () => {
    const { judged: _, ...silent } = treat;
    expect(found({ outcomes: { treat: silent, fair } })).toMatchInlineSnapshot(`
      "10 judgements/excellent
        没有一个结论的 judged 或者 aside 写了“excellent”。
        写进取决于它的结论的 judged，或者从 judgements.yml 里删去。
      10 outcomes/treat
        结论“treat”引的这一句，或者它的标题、who、by、condition 里有“优秀”，要由别人认定，judged 里没有写。
        加上 judged: { excellent: '…优秀…' }，照抄原文的几个字；结论不看它的，用 aside 写明理由。"
    `);
  });
  test('nor where the word stands in its condition', () => {
    expect(
      found({
        outcomes: {
          treat: { ...treat, who: [], condition: '优秀人才来本市工作的', judged: undefined },
          fair,
        },
      }),
    ).toContain('10 outcomes/treat\n');
  });
  test('an outcome that holds the word and does not rest on it, with the reason', () => {
    const aside = {
      ...treat,
      judged: undefined,
      aside: { excellent: '看的是单位。' },
    };
    expect(found({ outcomes: { treat: aside, fair } })).toBe('');
  });
  test('words for what is judged that the clause does not have', () => {
    expect(withTreat({ judged: { excellent: '优秀的人' } })).toMatchInlineSnapshot(`
      "10 outcomes/treat/judged/excellent
        结论“treat”写的“优秀的人”，不是 p1-1 里带“优秀”的话。
        从这一条里照抄带“优秀”的几个字。"
    `);
  });
  test('a judgement that nobody has listed', () => {
    expect(
      withTreat({ judged: { excellent: '优秀人才', great: '优秀人才' } }),
    ).toMatchInlineSnapshot(`
      "10 outcomes/treat/judged/great
        judgements.yml 里没有“great”。
        先在 judgements.yml 里加上“great”，或者改成：excellent。"
    `);
    expect(withTreat({ aside: { great: '看的是单位。' } })).toContain(
      '10 outcomes/treat/aside/great',
    );
  });
  test('an outcome that does not show how it is judged to be open', () => {
    expect(withTreat({ gaps: [] })).toMatchInlineSnapshot(`
      "10 outcomes/treat/gaps
        结论“treat”取决于“优秀人才”，却没有列出怎样认定没有写。
        在它的 gaps 里加上 how。"
    `);
  });
  test.each([
    ['a question', { question: '您是优秀人才吗？' }, '10 facts/comes/question'],
    ['the help of a question', { help: '优秀人才才答。' }, '10 facts/comes/help'],
    ['a question with a blank in it', { question: '您是优 秀人才吗？' }, '10 facts/comes/question'],
    ['another word for it', { question: '您是拔尖人才吗？' }, '10 facts/comes/question'],
    ['an answer', { answers: { yes: '优秀', no: '不来' } }, '10 facts/comes/answers/yes'],
  ])('%s that asks the reader to judge', (_, change, place) => {
    expect(withFact('comes', change)).toContain(place);
  });
  test.each([
    [
      'a question of a person',
      { fact: 'unit', question: '优秀人才的单位是哪一类？', merge: {} },
      'question',
    ],
    ['the help of one', { fact: 'unit', help: '优秀人才的单位。', merge: {} }, 'help'],
  ])('%s that asks the reader to judge', (_, question, name) => {
    const { coming } = JUDGED.people as Record<'coming', (typeof JUDGED.people)[string]>;
    const questions = coming.questions.with(2, question);
    expect(found({ people: { coming: { ...coming, questions } } })).toBe(
      found({}) +
        `10 people/coming/questions/2/${name}\n  这里问到“优秀”：怎样算“优秀”要由别人认定，原文没有写，读者答不出来。\n  只问读者自己知道的事，去掉“优秀”；取决于它的结论，在 judged 里写明。`,
    );
  });
  test('the opening of a person that asks the reader to judge', () => {
    const { coming } = JUDGED.people as Record<'coming', (typeof JUDGED.people)[string]>;
    expect(found({ people: { coming: { ...coming, intro: '请优秀人才回答。' } } })).toContain(
      '10 people/coming/intro',
    );
  });
  test('the label of merged answers that asks the reader to judge', () => {
    const { coming } = JUDGED.people as Record<'coming', (typeof JUDGED.people)[string]>;
    const merge = { some: { label: '优秀的单位', answers: ['agency', 'other'] } };
    const questions = coming.questions.with(2, { fact: 'unit', merge });
    expect(found({ people: { coming: { ...coming, questions } } })).toContain(
      '10 people/coming/questions/2/merge/some/label',
    );
  });
  test('a judgement whose word the text does not have, and one that nothing rests on', () => {
    expect(
      found({ judgements: { ...JUDGED.judgements, great: { word: '卓越', gap: 'what' } } }),
    ).toMatchInlineSnapshot(`
      "10 judgements/great/word
        原文里没有“卓越”。
        照抄原文里要由别人评定的那个词。
      10 judgements/great
        没有一个结论的 judged 或者 aside 写了“great”。
        写进取决于它的结论的 judged，或者从 judgements.yml 里删去。
      10 judgements/great/gap
        gaps.yml 里没有“what”。
        先在 gaps.yml 里加上“what”。"
    `);
  });
  test('readers whom a gap leaves open by a fact that the table does not look at', () => {
    const gaps = { ...JUDGED.gaps, how: { text: '没有写。', leaves: [{ unit: ['other'] }] } };
    expect(found({ gaps })).toContain('10 outcomes/treat/cases/1');
  });
  test('readers whom a gap leaves open, and who are met beside it', () => {
    const cases = fair.cases
      ?.filter(({ is }) => is !== 'silent')
      .map((line) =>
        line.is === 'met' ? { ...line, when: { unit: ['enterprise', 'other'] } } : line,
      );
    expect(found({ outcomes: { treat, fair: { ...fair, cases } } })).toMatchInlineSnapshot(`
      "7 people/coming/questions/2
        题目“unit”的答案“企业”和“其他组织”在每条路上的结论都一样。
        用 merge 合并：merge: { enterprise: { label: …, answers: [enterprise, other] } }
      10 outcomes/fair/cases/1
        结论“fair”在 unit: other 时是 met，旁边的“units”却说原文正好没有写明这样的人。
        在前面加一行 silent；这个事项与结论无关的，从 gaps 里删去。"
    `);
  });
});

describe('11: what the choice says and what is not asked is accounted for', () => {
  const more = {
    ...GOOD.people,
    coming: { ...flexible, title: '来工作的', given: {}, unasked: [] },
  };
  const withComing = (change: Partial<typeof flexible>) => ({
    people: { ...more, coming: { ...more.coming, ...change } },
  });

  test('a fact that is given is not asked, and leaves out the other answers', () => {
    expect(
      whatIsFound(
        withComing({ given: { class: ['a'] }, questions: [{ fact: 'months', merge: {} }] }),
      ),
    ).toBe('');
    expect(whatIsFound(withComing({ given: { class: ['a'] } }))).toMatchInlineSnapshot(`
      "1 people/coming/questions/0
        题目“class”只有 1 个答案，走不下去。
        至少留两个答案；合并得太多的，拆开 merge。"
    `);
  });
  test('several answers that are given and do not come to the same are asked', () => {
    const given = { class: ['a', 'unsure'] };
    expect(whatIsFound(withComing({ given }))).toBe('');
    expect(
      whatIsFound(withComing({ given, questions: [{ fact: 'months', merge: {} }] })),
    ).toMatchInlineSnapshot(`
      "6 people/coming/questions
        走到 over-3 时没有问“class”，但结论“flex”要看它。
        加上这道题，或者放宽它的 when，让这条路也问到；有意不问的，写进 unasked。"
    `);
  });
  test('a fact that is given although nothing shown looks at it, or with all its answers', () => {
    expect(
      whatIsFound(withComing({ given: { class: ['a'] }, questions: [], outcomes: ['titles'] })),
    ).toMatchInlineSnapshot(`
      "11 people/coming/given/class
        这一种人的结论都不看“class”，不用写 given。
        从 given 里删去它，或者把看它的结论写进 outcomes。"
    `);
    expect(
      whatIsFound(withComing({ given: { class: ['a', 'none', 'unsure'] } })),
    ).toMatchInlineSnapshot(`
      "11 people/coming/given/class
        given 里“class”写了全部答案，等于什么也没有说。
        只写选了这一种人以后还可能的答案；说不准的，删去这一项，改成问。"
    `);
  });
  test('a fact that is not asked leaves what hangs on it as it is for those who do not know', () => {
    const merge = { open: { label: 'A类，或者不清楚', answers: ['a', 'unsure'] } };
    const questions = [{ ...classQuestion, merge }];
    expect(whatIsFound(withComing({ unasked: ['months'], questions }))).toBe('');
    expect(whatIsFound(withComing({ questions }))).toContain('6 people/coming/questions\n');
  });
  test('a fact listed as not asked that is asked, or that nothing shown looks at', () => {
    expect(whatIsFound(withComing({ unasked: ['months'] }))).toMatchInlineSnapshot(`
      "11 people/coming/unasked/0
        “months”写了 unasked，又写在 given 或者 questions 里。
        留下一处。"
    `);
    expect(
      whatIsFound(withComing({ unasked: ['months'], questions: [], outcomes: ['titles'] })),
    ).toMatchInlineSnapshot(`
      "11 people/coming/unasked/0
        这一种人的结论都不看“months”，不用写 unasked。
        从 unasked 里删去它。"
    `);
  });
  test('an outcome of which nobody is asked everything', () => {
    const { coming } = more;
    expect(
      whatIsFound({
        people: {
          flexible: { ...flexible, unasked: ['months'], questions: [classQuestion] },
          coming: { ...coming, unasked: ['class'], questions: [{ fact: 'months', merge: {} }] },
        },
      }),
    ).toMatchInlineSnapshot(`
      "7 people/flexible/questions/0
        题目“class”的答案“A类”和“不清楚”在每条路上的结论都一样。
        用 merge 合并：merge: { a: { label: …, answers: [a, unsure] } }
      7 people/coming/questions/0
        题目“months”的答案“超过”和“还没定”在每条路上的结论都一样。
        用 merge 合并：merge: { over-3: { label: …, answers: [over-3, unsure] } }
      11 outcomes/flex
        结论“flex”要看的事，没有一种人全都问到：列出它的，都写了 unasked。
        至少在一种人里，把它要看的事都问到，或者写进 given。"
    `);
  });
});
