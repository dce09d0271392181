/** What an editor is told after one slip in good questions: the line, the section of the handbook, and what is wrong. */
import { expect, test } from 'vitest';
import { checkFaqs } from './faqs.ts';
import { FOLDER, madeFolder, POLICY } from './made-folder.ts';

const SOURCE = `某办法

第一条　申请人每月可以领取300元。发放3年。

第二条　下列人员可以申请：

（一）职工；

（二）学生5名。

第三条　协助单位办理。
`;
const GOOD = `- id: how-much
  audience: [reader]
  question: '给多少？'
  also: [给多少钱, 一个月几百]
  says:
    - text: '每月可以领取300元；怎样领，没有写。'
      clause: t1
      s: [1]
  open: [how]
  see: [t2]
- id: who
  audience: [reader]
  question: '谁可以申请，几个人？'
  says:
    - text: '职工，学生5名。'
      clause: t2
      s: [1]
  check: student
`;

/** What is found in the questions, each as its line, its section and the words that say what is wrong. */
function found(answers: string, policy = POLICY): string[] {
  const folder = madeFolder({
    'source.txt': SOURCE,
    'answers.yml': answers,
    'policy.yml': policy,
  });
  const names = { audiences: ['reader'], topics: [], gaps: ['how'], people: ['student'] };
  return checkFaqs(folder, folder.policy, names).map(
    ({ file, line, section, problem }) =>
      `${file.replace(FOLDER, '')}:${line} ${section} ${problem}`,
  );
}

test('good questions have nothing to mend, and an answer may hold what the items below its sentence hold', () => {
  expect(found(GOOD)).toEqual([]);
});

/** A rule, the slip against it, and where it is told, with the words that it names. */
const SLIPS: [rule: string, from: string, to: string, place: string, named: RegExp][] = [
  ['no two questions have one id', 'id: who', 'id: how-much', '11 常见问题', /how-much/u],
  ['an audience is one of the list', '[reader]', '[raeder]', '2 对象', /raeder/u],
  ['a gap is one of the list', 'open: [how]', 'open: [howe]', '9 没有写明', /howe/u],
  ['an answer leans on a clause of the text', 'clause: t1', 'clause: t9', '7 编号与地址', /t9/u],
  ['a clause to see is one of the text', 'see: [t2]', 'see: [t8]', '10 编号与地址', /t8/u],
  [
    'who goes on is one of the self-check',
    'check: student',
    'check: studnet',
    '18 自查题目',
    /studnet/u,
  ],
  ['a clause to see has a page', 'see: [t2]', 'see: [head]', '10 编号与地址', /head/u],
  ['an answer leans on sentences that are there', 's: [1]', 's: [1, 3]', '8 引文', /第 3 句/u],
  ['a number stands in the sentence', '300元', '400元', '6 数字', /400/u],
  ['a number of another sentence is none of it', '300元', '300元3年', '6 数字', /3/u],
  ['a strong word stands in the sentence', '可以领取', '应领取', '6 常见问题', /“应”/u],
  ['a strong word of another clause is none of it', '每月可以', '每月协助', '6 常见问题', /协助/u],
  ['nothing is promised', '职工，', '保证职工，', '15 条款文件', /保证/u],
  [
    'a citation names a clause of the text',
    '职工，',
    '第九部分（一）职工，',
    '15 编号与地址',
    /九/u,
  ],
  [
    'what is said not to be stated is a gap',
    '学生5名。',
    '学生5名；几岁没有写。',
    '15 常见问题',
    /没有写/u,
  ],
  ['and in whatever words', '学生5名。', '学生5名；几岁看不出来。', '15 常见问题', /看不出来/u],
  ['a question ends as one', "给多少？'", "给多少'", '3 常见问题', /question/u],
  ['a wording is asked once in a question', '一个月几百', '给多少钱', '4 常见问题', /给多少钱/u],
  ['its main wording is none of the others', '一个月几百', '给多少', '4 常见问题', /给多少/u],
  [
    'a wording belongs to one question',
    '一个月几百',
    '谁可以申请，几个人',
    '13 常见问题',
    /how-much/u,
  ],
  ['an answer says something', "text: '职工，学生5名。'", "text: ''", '15 常见问题', /text/u],
];

test.each(SLIPS)('%s', (_, from, to, place, named) => {
  expect(GOOD, 'the slip is made').toContain(from);
  const told = found(GOOD.replace(from, to));
  expect(told, told.join('\n')).toHaveLength(1);
  expect(told[0]).toMatch(new RegExp(`^answers\\.yml:${place} `, 'u'));
  expect(told[0]).toMatch(named);
});
