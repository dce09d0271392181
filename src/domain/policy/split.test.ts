import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauseText, paragraphText, policyText, sentencesOf } from './clause.ts';
import { firstDifference } from './equality.ts';
import { splitPolicy } from './split.ts';

const source = readFileSync('content/policies/prs-2018-156/source.txt', 'utf8');
const joins = [13, 25, 33, 43, 53, 67].map((line) => ({ line, reason: '' }));
const split = splitPolicy(source, { joins });
const clause = (id: string) => split.clauses.find((c) => c.id === id);

/** The source as it must come back: no blank lines, each joined line break dropped. Written apart from the splitter. */
function expected(text: string, joined: readonly number[] = []): string {
  let result = '';
  let first = true;
  let dropped = true;
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const inner = line.includes('\t') ? /[\f\u0085\u2028\u2029]/u : /[\v\f\u0085\u2028\u2029]/u;
    const parts = line.split(inner).filter((part) => !/^[\s\p{Cf}]*$/u.test(part));
    if (parts.length === 0) continue;
    result += (first || dropped ? '' : '\n') + parts.join('\n');
    first = false;
    dropped = joined.includes(index + 1);
  }
  return result;
}

describe('the policy', () => {
  test('what comes back is the source, character for character', () => {
    expect(
      firstDifference(
        expected(
          source,
          joins.map((j) => j.line),
        ),
        policyText(split),
      ),
    ).toBeNull();
  });

  test('it has a head, a preamble, six parts, eighteen items and an imprint, in this order', () => {
    expect(split.clauses.map((c) => c.id).join(' ')).toBe(
      'head pre p1 p2 p3 p3-1 p3-2 p3-3 p3-4 p3-5 p3-6 p4 p4-1 p4-2 p4-3 p4-4 p4-5 p4-6 p5 p5-1 p5-2 p5-3 p6 p6-1 p6-2 p6-3 imprint',
    );
  });

  test('nothing is left for an editor to decide', () => {
    expect(split.findings).toEqual([]);
  });

  test.each([
    ['p3-1', '(一) '],
    ['p3-3', '（三）'],
    ['p4-6', '(六) '],
    ['p6', '六、'],
  ])('the number of %s is kept as printed: 「%s」', (id, printed) => {
    expect(clause(id)?.marker?.printed).toBe(printed);
  });

  test('items of parts three, four and six have a heading sentence, those of part five have none', () => {
    const without = split.clauses
      .filter((c) => c.kind === 'item' && c.heading === null)
      .map((c) => c.id);
    expect(without).toEqual(['p5-1', 'p5-2', 'p5-3']);
    expect(clause('p3-4')?.heading).toBe('鼓励柔性引进');
    expect(sentencesOf(clause('p3-4') ?? split.clauses[0]!)[0]).toEqual({
      n: 1,
      text: '鼓励柔性引进。',
    });
  });

  test('a clause without a heading is called by its first words and …', () => {
    expect(clause('p5-2')?.label).toBe('对引进和培育的高层次专业技术人才…');
  });

  test('a sentence cut by a page break is whole again and knows both lines', () => {
    expect(clause('p4-6')?.paragraphs[0]?.lines).toEqual([53, 55]);
    expect(clauseText(clause('p4-6') ?? split.clauses[0]!)).toContain('科研院所等事业单位在编在岗');
  });

  test('each page break that no join names is a finding at its line', () => {
    const lines = splitPolicy(source)
      .findings.filter((f) => f.section === '分页与接行')
      .map((f) => f.line);
    expect(lines).toEqual([13, 25, 33, 43, 53, 67]);
  });

  test.each([
    [23, '句子已经完了'],
    [21, '新的一段'],
    [12, '空行'],
    [79, '后面没有文字了'],
    [999, '没有这一行'],
  ])('a join at line %i is reported as none: %s', (line, why) => {
    const { findings } = splitPolicy(source, {
      joins: [...joins, { line: Number(line), reason: '' }],
    });
    expect(findings.map((f) => f.line)).toEqual([line]);
    expect(findings[0]?.problem).toContain(why);
  });
});

describe('ids from printed numbers', () => {
  const ids = (text: string) =>
    splitPolicy(text)
      .clauses.map((c) => c.id)
      .filter((id) => id !== 'head');
  test.each([
    ['三、甲\n（二）乙\n1.丙。\n（1）丁。', 'p3 p3-2 p3-2-1 p3-2-1-1'],
    ['一、甲\n（一）乙。\n（二）丙。\n二、丁\n（三）戊。', 'p1 x1 x2 p2 x3'],
    ['第二编 甲\n第三章 乙\n第一节 丙', 'b2 b2-z3 b2-z3-j1'],
    ['第九章 甲\n第十二条 乙。\n丙如下：\n（三）丁。', 'z9 t12 t12-k2 t12-k2-x3'],
    ['第一百三十三条 甲。\n第一百三十三条之二 乙。', 't133 t133zhi2'],
    ['附件1 甲\n第三部分 乙', 'f1 f1-p3'],
    ['一、甲\n二、乙\n二、丙', 'p1 p2 p2-again2'],
    ['一、甲\n一、乙', 'p1 r2-p1'],
    ['第一条\n甲。\n乙。', 't1 t1-k2'],
  ])('%j → %s', (text, wanted) => {
    expect(ids(text).join(' ')).toBe(wanted);
  });
});

test('brackets and numbers in running text are no markers', () => {
  const { clauses } = splitPolicy(
    '一、甲\n建立北（京）上（海）人才站，(分站)也在内。县（市、区）一、二、三等。',
  );
  expect(clauses.map((c) => c.id)).toEqual(['p1']);
});

test.each([
  '第一条 甲。\n第二条规定的人员除外。\n第二条 乙。',
  '第一条 甲。\n附件所列单位应当遵守。\n第二条 乙。',
])('speaking of another place does not begin one: %j', (text) => {
  expect(splitPolicy(text).clauses.map((c) => c.id)).toEqual(['t1', 't1-k2', 't2']);
});

test('a line that looks like a number and is none is text once an editor says so', () => {
  const text = '一、甲\n乙。\n1,丙。\n二、丁';
  expect(splitPolicy(text).findings.length).toBeGreaterThan(0);
  const told = splitPolicy(text, { roles: [{ line: 3, role: 'body', reason: '不是编号' }] });
  expect(told.clauses.map((c) => c.id)).toEqual(['p1', 'p2']);
  expect(told.findings).toEqual([]);
});

test('a number out of order is a finding with its line', () => {
  expect(splitPolicy('一、甲\n三、乙').findings.map((f) => f.line)).toEqual([2]);
});

/** Texts made of what real files hold and of what nobody expects. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '一、',
        '（一）',
        '(二) ',
        '1.',
        '（1）',
        '第三条',
        '第二章',
        '附件1',
        '第一百三十三条之二',
        '〔2018〕156号',
        '\n',
        '\r\n',
        '\r',
        '\n\n',
        '\uFEFF',
        '\t',
        '　',
        '１２',
        '😀',
        '\uD800',
        '\uDC00',
        '。',
        '；',
        ';',
        '《',
        '》',
        '“',
        '”',
        '（',
        '）',
        '(',
        ')',
        '2018年10月9日印发',
        '文件',
        '附件',
        '目录',
        '第二条规定',
        '1.2　',
        '①',
        '㈠',
        '\u000b',
        '\u2028',
        '\u200b',
        '2020年1月2日\n',
        '某市人民政府\n',
        '某办法\n',
        '\u0000',
        '\u202e',
        '__proto__',
        'constructor',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: fc.nat(0xffff).map((c) => String.fromCharCode(c)), maxLength: 6 }),
    ),
    { maxLength: 80 },
  )
  .map((pieces) => pieces.join(''));
const anyJoins = fc.array(
  fc.integer({ min: -2, max: 60 }).map((line) => ({ line, reason: '' })),
  { maxLength: 6 },
);

describe('for any text at all', () => {
  test('nothing is thrown, no character is lost and ids are given once', () => {
    fc.assert(
      fc.property(anyText, anyJoins, (text, hints) => {
        const result = splitPolicy(text, { joins: hints });
        const done = result.clauses.flatMap((c) => c.paragraphs);
        // Only joins that were done drop their break: those inside a paragraph's lines.
        const dropped = hints
          .map((j) => j.line)
          .filter((l) => done.some((p) => p.lines[0] <= l && l < p.lines[1]));
        expect(policyText(result)).toBe(expected(text, dropped));
        const ids = result.clauses.map((c) => c.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/u);
        for (const c of result.clauses) {
          expect(sentencesOf(c).map((s) => s.n)).toEqual(sentencesOf(c).map((_, i) => i + 1));
          expect(c.paragraphs.every((p) => paragraphText(p) !== '')).toBe(true);
        }
        for (const f of result.findings) expect(Number.isInteger(f.line)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    ['a megabyte without a break', '引'.repeat(1_000_000)],
    ['a megabyte of opening brackets', '（'.repeat(1_000_000)],
    ['brackets that never match', `${'(《'.repeat(250_000)}${'〉”'.repeat(250_000)}`],
    ['a hundred thousand parts of the same number', '一、甲\n'.repeat(100_000)],
    ['a hundred thousand paragraphs of one article', `第一条 甲。\n${'乙。\n'.repeat(100_000)}`],
    [
      'a hundred thousand items under one article',
      `第一条 甲：\n${'乙：\n（一）丙；\n'.repeat(50_000)}`,
    ],
    ['a hundred thousand articles', '第一条 甲。\n乙。\n'.repeat(50_000)],
    ['deep headings', '一、甲\n（一）乙\n1.丙\n（1）丁\n'.repeat(25_000)],
    ['days that no document ends with', `一、甲。\n${'2020年1月2日\n'.repeat(100_000)}乙。`],
    [
      'tables of contents without end',
      Array.from({ length: 50_000 }, (_, i) => `目录\n甲${i}乙`).join('\n'),
    ],
    ['lists that begin anew below a line', '1.甲。\n2.乙。\n程序\n'.repeat(50_000)],
    ['headings without a number', '一、甲。\n附则\n'.repeat(50_000)],
    ['a hundred thousand annexes', '附件1 甲\n乙。\n'.repeat(100_000)],
    ['blank lines', '\n'.repeat(1_000_000)],
    ['blanks in one line', `甲${' '.repeat(1_000_000)}乙`],
  ])('%s comes back whole', (_, text) => {
    expect(policyText(splitPolicy(text)) === expected(text)).toBe(true);
  });
});
