/** What an editor is told after one slip in the real content: the file and the line, what is wrong and how to mend it. */
import { describe, expect, test } from 'vitest';
import { checkContent } from '../src/content/check/content.ts';
import { readFolder } from '../src/content/read/folder.ts';
import { formatProblem, type Problem, type Section } from '../src/domain/problem.ts';
import { POLICY } from './policy.ts';

const good = readFolder('content');
const FOLDER = `policies/${POLICY}/`;
const SELFCHECK = `${FOLDER}selfcheck/`;
const PEOPLE = `${SELFCHECK}people.yml`;

type Texts = Map<string, string>;

/** What is found after a change of the texts. */
function found(change: (texts: Texts) => void): Problem[] {
  const texts = new Map([...good].map(([path, { text }]) => [path, text]));
  change(texts);
  return checkContent(
    new Map([...texts].map(([path, text]) => [path, { text, sha256: sumOf(path, text) }])),
  );
}

/** Only texts change here, never a source, so its sum stays that of the real one. */
function sumOf(path: string, text: string): string {
  const same = [...good].find(([, file]) => file.text === text);
  return (good.get(path) ?? same?.[1])?.sha256 ?? '';
}

/** Puts `to` in the place of the first `from` that follows `after`. */
function edit(texts: Texts, path: string, after: string, from: string | RegExp, to: string): void {
  const text = texts.get(path) ?? '';
  const start = text.indexOf(after);
  const rest = text.slice(start);
  expect(start, `Unexpected content, expected “${after}” in ${path}`).toBeGreaterThanOrEqual(0);
  const changed = rest.replace(from, () => to);
  expect(changed, `Unexpected content, expected “${from}” in ${path}`).not.toBe(rest);
  texts.set(path, text.slice(0, start) + changed);
}

/** `file:line` of a problem. */
function placeOf({ file, line }: Pick<Problem, 'file' | 'line'>): string {
  return `${file.replace(SELFCHECK, '')}:${line}`;
}

function places(problems: readonly Problem[]): string[] {
  return problems.map(placeOf);
}

/** The line, from 1, of the first `wanted` that follows `after` in the good content. */
function lineOf(path: string, after: string, wanted = after): number {
  const text = good.get(path)?.text ?? '';
  const at = text.indexOf(wanted, text.indexOf(after));
  expect(at, `Unexpected content, expected “${wanted}” in ${path}`).toBeGreaterThanOrEqual(0);
  return text.slice(0, at).split('\n').length;
}

const FORM = /^policies\/\S+:\d+\n {2}问题：.+\n {2}改法：.+\n {2}说明：content\/README\.md#\S+$/u;

/** A slip: what is wrong, the file that tells it, the change that makes it, and the line. */
type Slip = [what: string, file: string, change: (texts: Texts) => void, line: number, round?: 2];

/** Slips that have nothing to do with each other are made at once. */
function inRounds(slips: readonly Slip[]): Map<number, Slip[]> {
  return Map.groupBy(slips, ([, , , , round = 1]) => round);
}

/** Each slip is told at its line, once, and nothing else is. */
function expectTold(slips: readonly Slip[]): void {
  const problems = found((texts) => {
    for (const [, , change] of slips) change(texts);
  });
  const wanted = new Map(slips.map(([what, file, , line]) => [placeOf({ file, line }), what]));
  const told = problems.map((problem) => {
    const place = placeOf(problem);
    return `${place} ${wanted.get(place) ?? problem.problem}`;
  });
  expect(told.toSorted()).toEqual([...wanted].map((words) => words.join(' ')).toSorted());
  for (const problem of problems) expect(formatProblem(problem)).toMatch(FORM);
}

test('the real content has nothing to mend', () => {
  expect(found(() => {})).toEqual([]);
});

describe('two policies', () => {
  const second = 'policies/prs-2018-157/';
  /** The whole folder again under another name. */
  const copied = (texts: Texts) => {
    for (const [path, text] of [...texts])
      if (path.startsWith(FOLDER)) texts.set(second + path.slice(FOLDER.length), text);
  };
  test('with everything alike but their folder are told of by their number alone', () => {
    const problems = found(copied);
    expect(places(problems)).toEqual([
      `${second}policy.yml:${lineOf(`${FOLDER}policy.yml`, 'number:')}`,
    ]);
    for (const problem of problems) expect(formatProblem(problem)).toMatch(FORM);
  });
});

describe('one slip does not hide the others', () => {
  /** One thing that needs no names: a quote, a sentence left out, a promise. */
  const others = (texts: Texts) => {
    edit(texts, `${SELFCHECK}outcomes.yml`, '\ncard-five:', /quote: ./u, 'quote: 另');
    edit(texts, `${SELFCHECK}ledger.yml`, '- {', /- \{.*\n/u, '');
    edit(texts, `${SELFCHECK}facts.yml`, '\nmonths:', /over-3: ./u, 'over-3: 保证');
  };
  const expected = [
    `facts.yml:${lineOf(`${SELFCHECK}facts.yml`, '\nmonths:', '  answers:')}`,
    `ledger.yml:${lineOf(`${SELFCHECK}ledger.yml`, '- {')}`,
    `outcomes.yml:${lineOf(`${SELFCHECK}outcomes.yml`, '\ncard-five:', '  quote:')}`,
  ];
  const cases: [string, (texts: Texts) => void][] = [
    ['an unknown fact', (texts) => edit(texts, PEOPLE, '\nleave:', 'fact: unit', 'fact: unti')],
    [
      'an unknown answer in a table',
      (texts) => edit(texts, `${SELFCHECK}outcomes.yml`, '\nflex-same:', 'over-3', 'over-4'),
    ],
    [
      'an unknown outcome',
      (texts) => edit(texts, PEOPLE, '\nleave:', 'leave-rights,', 'leave-right,'),
    ],
    ['cases that cannot be read', (texts) => texts.set(`${SELFCHECK}personas.yml`, '- id: [')],
    [
      'a document number without quotation marks',
      (texts) => edit(texts, `${FOLDER}policy.yml`, 'number:', /number: .*/u, 'number: 2018'),
    ],
  ];
  test.each(cases)('%s', (_, slip) => {
    const alone = places(found(slip));
    // And nothing that only follows from it.
    expect(alone).toHaveLength(1);
    const together = places(
      found((texts) => {
        slip(texts);
        others(texts);
      }),
    );
    expect(together).toEqual(expect.arrayContaining([...alone, ...expected]));
  });
});

describe('what is written twice', () => {
  const ledger = `${SELFCHECK}ledger.yml`;
  const personas = `${SELFCHECK}personas.yml`;
  const slips: Slip[] = [
    [
      'an outcome of a person',
      PEOPLE,
      (texts) => edit(texts, PEOPLE, '\nleave:', '[leave-return,', '[leave-return, leave-return,'),
      lineOf(PEOPLE, '\nleave:', '[leave-return,'),
    ],
    [
      'a sentence of the ledger',
      ledger,
      (texts) =>
        edit(
          texts,
          ledger,
          '- {',
          /- \{.*\n/u,
          '- { clause: pre, s: 1, reason: 依据。 }\n- { clause: pre, s: 1, reason: 目的。 }\n',
        ),
      lineOf(ledger, '- {') + 1,
    ],
    [
      'the id of a case',
      personas,
      (texts) => edit(texts, personas, '- id: D02', 'D02', 'D01'),
      lineOf(personas, 'id: D02'),
    ],
    [
      'an answer, merged though the choice leaves it out',
      PEOPLE,
      (texts) =>
        edit(
          texts,
          PEOPLE,
          'fact: origin',
          /when: .*/u,
          'merge: { other: { label: 别的, answers: [local, unsure] } }',
        ),
      lineOf(PEOPLE, 'fact: origin', 'when:'),
      2,
    ],
    [
      'an answer, merged in two ways',
      PEOPLE,
      (texts) => edit(texts, PEOPLE, '\nflexible:', 'answers: [c, none]', 'answers: [b, c, none]'),
      lineOf(PEOPLE, 'c-or-none:'),
    ],
    [
      'an answer, merged and not',
      PEOPLE,
      (texts) => edit(texts, PEOPLE, '\nflexible:', 'c-or-none:', 'unsure:'),
      lineOf(PEOPLE, 'c-or-none:'),
      2,
    ],
  ];
  test.each([...inRounds(slips)])('in round %i', (_, round) => expectTold(round));
});

test.each(['{', '[1]', '{"leave":1}', ''])(
  'a record of the last release that reads %j is named, and nothing else',
  (text) => {
    const released = `${SELFCHECK}released.json`;
    const problems = found((texts) => texts.set(released, text));
    expect(places(problems)).toEqual(['released.json:1']);
    for (const problem of problems) expect(formatProblem(problem)).toMatch(FORM);
  },
);

test('a fact that the text leaves open can be answered with unsure', () => {
  const facts = `${SELFCHECK}facts.yml`;
  const problems = found((texts) =>
    edit(texts, facts, '\nunit:', '  clause:', '  gap: team\n  clause:'),
  );
  expect(places(problems)).toEqual([`facts.yml:${lineOf(facts, '\nunit:', '  answers:')}`]);
});

describe('the self-check and the clauses say the same of what is not stated', () => {
  const outcomes = `${SELFCHECK}outcomes.yml`;
  const clause = (id: string) => `${FOLDER}clauses/${id}.mdx`;
  test('a gap that an outcome shows stands with its clause', () => {
    const problems = found((texts) =>
      edit(texts, outcomes, '\ngrassroots:', 'gaps: [', 'gaps: [validity, '),
    );
    expect(problems.map(({ file, section }) => [file, section])).toEqual([
      [clause('p3-6'), '没有写明'],
    ]);
    for (const problem of problems) expect(formatProblem(problem)).toMatch(FORM);
  });
  test('so does a gap of one line of its table', () => {
    const problems = found((texts) =>
      edit(texts, outcomes, '\ngrassroots:', '{ is: maybe }', '{ is: maybe, gaps: [validity] }'),
    );
    expect(problems.map(({ file }) => file)).toEqual([clause('p3-6')]);
  });
});

describe('our words that are printed', () => {
  const ledger = `${SELFCHECK}ledger.yml`;
  const slips: Slip[] = [
    [
      'an amount in the label of merged answers',
      PEOPLE,
      (texts) => edit(texts, PEOPLE, ' ab:', /label: [^,]*/u, 'label: A类或B类，补贴300万元'),
      lineOf(PEOPLE, ' ab:'),
    ],
    [
      'a promise in the label of merged answers',
      PEOPLE,
      (texts) => edit(texts, PEOPLE, 'c-or-none:', /label: [^,]*/u, 'label: C类（保证）'),
      lineOf(PEOPLE, 'c-or-none:'),
    ],
    [
      'an amount in the reason of a sentence',
      ledger,
      (texts) => edit(texts, ledger, '- {', /reason: [^}]*/u, 'reason: 每人300万元 '),
      lineOf(ledger, '- {'),
    ],
    [
      'a promise in the reason of a sentence',
      ledger,
      (texts) => edit(texts, ledger, '- {', /reason: [^}]*/u, 'reason: 保证。 '),
      lineOf(ledger, '- {'),
      2,
    ],
  ];
  test.each([...inRounds(slips)])('in round %i', (_, round) => expectTold(round));
});

describe('each of the eleven proofs tells the file and the line', () => {
  const [facts, outcomes, ledger, personas] = ['facts', 'outcomes', 'ledger', 'personas'].map(
    (name) => `${SELFCHECK}${name}.yml`,
  ) as [string, string, string, string];
  /** A slip, and where it is told: the file, what its line holds after which heading, and where the handbook explains. */
  interface Fixture {
    slip: (texts: Texts) => void;
    file: string;
    after: string;
    line: string;
    section: Section;
    /** Those that have nothing to do with each other are made at once; none moves a line that tells another. */
    round?: number;
  }
  const fixtures: Record<string, Fixture> = {
    '1: an outcome that nobody is shown': {
      slip: (texts) => edit(texts, PEOPLE, '\nflexible:', '    - grassroots\n', ''),
      file: outcomes,
      after: '\ngrassroots:',
      line: 'grassroots:',
      section: '自查题目',
    },
    '2: a table without its last line': {
      slip: (texts) => edit(texts, outcomes, '\nflex-same:', '    - { is: maybe }\n', ''),
      file: outcomes,
      after: '\nflex-same:',
      line: 'cases:',
      section: '判断表',
      round: 2,
    },
    '3: an answer unsure that decides': {
      slip: (texts) => edit(texts, outcomes, '\nflex-same:', '[over-3]', '[over-3, unsure]'),
      file: outcomes,
      after: '\nflex-same:',
      line: '[over-3]',
      section: '判断表',
    },
    '4: a quote of an outcome that is not in its clause': {
      slip: (texts) => edit(texts, outcomes, '\nflex-same:', /quote: './u, "quote: '另"),
      file: outcomes,
      after: '\nflex-same:',
      line: 'quote:',
      section: '引文',
    },
    '4: a quote of a fact that is not in its sentence': {
      slip: (texts) => edit(texts, facts, '\nunit:', /quote: ./u, 'quote: 另'),
      file: facts,
      after: '\nunit:',
      line: 'quote:',
      section: '引文',
    },
    '5: a sentence that is quoted and in the ledger, too': {
      slip: (texts) => edit(texts, ledger, '- {', /p2, s: 4/u, 'p3-4, s: 4'),
      file: ledger,
      after: '- {',
      line: '{ clause: p2, s: 4',
      section: '核对清单',
      round: 2,
    },
    '6: a question that some are not asked': {
      slip: (texts) => edit(texts, PEOPLE, '\nflexible:', '[over-3, unsure]', '[over-3]'),
      file: PEOPLE,
      after: '\nflexible:',
      line: 'fact: class',
      section: '自查题目',
      round: 3,
    },
    '7: answers that come to the same': {
      slip: (texts) => edit(texts, PEOPLE, '\nflexible:', /\n {8}c-or-none:.*/u, ''),
      file: PEOPLE,
      after: '\nflexible:',
      line: 'fact: class',
      section: '自查题目',
      round: 2,
    },
    '8: a promise in a title': {
      slip: (texts) => edit(texts, outcomes, '\nflex-same:', /title: /u, 'title: 保证'),
      file: outcomes,
      after: '\nflex-same:',
      line: 'title:',
      section: '判断表',
    },
    '8: a gap that nobody worded': {
      slip: (texts) => edit(texts, outcomes, '\nflex-same:', 'gaps: [', 'gaps: [constructor, '),
      file: outcomes,
      after: '\nflex-same:',
      line: 'gaps:',
      section: '没有写明',
      round: 3,
    },
    '9: a person who comes out otherwise': {
      slip: (texts) => edit(texts, personas, '- id: D04', 'flex-same: met', 'flex-same: maybe'),
      file: personas,
      after: '- id: D04',
      line: 'flex-same: met',
      section: '事例',
    },
    '10: a question that asks the reader to judge': {
      slip: (texts) =>
        edit(texts, facts, '\nreturnee:', /question: ./u, 'question: 高层次人才，您'),
      file: facts,
      after: '\nreturnee:',
      line: 'question:',
      section: '要认定的事',
    },
    '10: met although somebody has to judge': {
      slip: (texts) => edit(texts, outcomes, '\ngreen-channel:', '{ is: maybe }', '{ is: met }'),
      file: outcomes,
      after: '\ngreen-channel:',
      line: '{ is: maybe }',
      section: '要认定的事',
    },
    '11: a fact that is given although nothing shown looks at it': {
      slip: (texts) => edit(texts, PEOPLE, '\nleave:', /given: \{/u, "given: { returnee: ['yes'],"),
      file: PEOPLE,
      after: '\nleave:',
      line: 'given:',
      section: '自查题目',
      round: 5,
    },
    '9: a page for merged answers of which one comes out otherwise': {
      slip: (texts) => {
        edit(texts, PEOPLE, ' ab:', '[a, b]', '[a, none]');
        edit(texts, PEOPLE, 'c-or-none:', '[c, none]', '[c, b]');
      },
      file: PEOPLE,
      after: '\nflexible:',
      line: 'fact: class',
      section: '自查题目',
      round: 4,
    },
  };
  const rounds = Map.groupBy(Object.entries(fixtures), ([, { round = 1 }]) => round);
  test.each([...rounds])('in round %i', (_, round) => {
    const problems = found((texts) => {
      for (const [, { slip }] of round) slip(texts);
    });
    for (const [what, { file, after, line, section }] of round) {
      const at = lineOf(file, after, line);
      const there = problems.filter((p) => p.file === file && p.line === at);
      expect
        .soft(
          there.map((problem) => problem.section),
          what,
        )
        .toContain(section);
    }
    for (const problem of problems) expect(formatProblem(problem)).toMatch(FORM);
  });
});
