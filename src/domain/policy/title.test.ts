import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatShort } from './citation.ts';
import { wordsOfLabel } from './label.ts';
import { splitPolicy } from './split.ts';
import { numbersOf, printedTitle, titleOf } from './title.ts';

const SOURCE = `某条例
第一编　总则
第一章 一般规定
第一条　为了规范有关方面的活动，保障各方的合法权益，制定本条例。
第三部分　其他
一、范围。范围是甲。
（一）乙。
二、对引进和培育的高层次专业技术人才，给予补贴。
附件1 名单`;
const { clauses } = splitPolicy(SOURCE);
const policy = { id: 'x', title: '某条例', number: '', clauses };

test('a title is as printed, with its blank, where the text has a heading', () => {
  expect(clauses.map((clause) => `${clause.id}: ${printedTitle(clause)}`)).toEqual([
    'head: null',
    'b1: 第一编　总则',
    'b1-z1: 第一章 一般规定',
    't1: null',
    'b1-z1-p3: 第三部分　其他',
    'b1-z1-p3-1: 一、范围',
    'b1-z1-p3-1-1: null',
    'b1-z1-p3-2: null',
    'f1: 附件1 名单',
  ]);
});

test('where it has none, a number and a label are put together by us', () => {
  const title = (id: string) => {
    const clause = clauses.find((one) => one.id === id);
    return clause && titleOf({ ...clause, short: formatShort(policy, id) });
  };
  expect(title('t1')).toBe('第一条 为了规范有关方面的活动，保障各方…');
  expect(title('b1-z1-p3-2')).toMatch(
    /^第一编第一章第三部分二、对引进和培育的高层次专业技术人才…$/u,
  );
});

test('numbers in short are those of the clauses, a part’s also with its sign', () => {
  expect(numbersOf(policy)).toContain('第一条');
  expect(numbersOf(policy)).toContain('第一编第一章第三部分');
  expect(numbersOf(policy)).toContain('第一编第一章第三部分一、');
  expect(numbersOf(policy)).not.toContain('第二条');
});

test('of any text, what a label shows as the law and what a title prints are stretches of it', () => {
  const line = fc
    .tuple(
      fc.constantFrom(
        '',
        '一、',
        '（一） ',
        '1.',
        '（1）',
        '第一条　',
        '第二章　',
        '第三部分',
        '附件1 ',
        '附件',
      ),
      fc.string({
        unit: fc.oneof(
          fc.constantFrom(...'甲乙丙，。；：…　 “《（）》”😀'),
          fc.string({ unit: 'binary', maxLength: 1 }),
        ),
        maxLength: 40,
      }),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const source = lines.join('\n');
      const bare = source
        .split(/\r\n|\r|\n/u)
        .filter((one) => one.trim() !== '')
        .join('');
      for (const clause of splitPolicy(source).clauses) {
        expect(bare).toContain(wordsOfLabel(clause.label)[0]);
        expect(bare).toContain(printedTitle(clause) ?? '');
      }
    }),
  );
});
