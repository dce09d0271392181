/** What an editor is told of what is true over time: events, relations, editions, gaps that others fill. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkContent } from './content.ts';

const sumOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** The measure, its rules, and what `more` puts in place of their files; a text gets its sum by itself. */
function messages(more: Record<string, string> = {}, day = '2026-01-01'): string {
  const texts: Record<string, string> = {
    'site.yml': `name: 某站
description: 某站说明
notice: ''
host: ''
closing: ''
footer: { contact: '', icp: '', gongan: '', identifier: '' }
rootPolicy: ''
examples: [补贴]
`,
    'about.mdx': '---\ntitle: 关于\ndescription: 说明\n---\n## 这是什么\n\n网站。\n',
    'policies/ban-2020-1/source.txt': BAN,
    'policies/ban-2020-1/policy.yml': `${BAN_INFO}${EVENTS}`,
    'policies/ban-2020-1/selfcheck/gaps.yml': GAPS,
    'policies/xize-2020-2/source.txt': XIZE,
    'policies/xize-2020-2/policy.yml': XIZE_INFO,
    ...more,
  };
  const files = new Map(
    Object.entries(texts).map(([path, text]) => {
      const source = texts[path.replace(/policy\.yml$/u, 'source.txt')] ?? '';
      const filled = text.replace('SUM', sumOf(source));
      return [path, { text: filled, sha256: sumOf(filled) }];
    }),
  );
  return checkContent(files, day)
    .map(
      ({ file, line, section, problem, fix }) =>
        `${file.replace('policies/', '')}:${line} ${section} ${problem} ${fix}`,
    )
    .join('\n');
}

const BAN = `某市某局文件

某发〔2020〕1号

某市补贴办法

第一条　申请人可以申请补贴。

第二条　《某市补贴暂行办法》（某发〔2010〕9号）同时废止。

某市某局

2020年1月2日
`;
const BAN_INFO = `title: 某市补贴办法
number: 某发〔2020〕1号
sha256: SUM
relations:
  - { is: repeals, title: 某市补贴暂行办法, number: 某发〔2010〕9号, clause: t2, s: 1 }
`;
const EVENTS = `events:
  - { date: '2020-01-02', is: issued, source: 落款, checked: '2025-12-01' }
  - { date: '2020-02-01', is: in-force, source: 公告, checked: '2025-12-01' }
`;
const GAPS = `papers:
  title: '要哪些材料'
  text: '要哪些材料，本文件没有写。'
  question: '要哪些材料？'
  filled:
    - { policy: xize-2020-2, clause: t2, s: 1, quote: '申请人应当提交身份证' }
`;
const XIZE = `某市某局文件

某发〔2020〕2号

某市补贴办法实施细则

第一条　根据《某市补贴办法》（某发〔2020〕1号），制定本细则。

第二条　申请人应当提交身份证。

某市某局

2020年1月5日
`;
const XIZE_INFO = `title: 某市补贴办法实施细则
number: 某发〔2020〕2号
sha256: SUM
events:
  - { date: '2020-02-01', is: in-force, source: 公告, checked: '2025-12-01' }
relations:
  - { is: implements, title: 某市补贴办法, number: 某发〔2020〕1号, clause: t1, s: 1 }
`;
const INFO = 'policies/ban-2020-1/policy.yml';
const RULES = 'policies/xize-2020-2/policy.yml';
const OLD = BAN.replace('可以申请补贴', '可以申请一次补贴');
const OLD_INFO = 'title: 某市补贴办法\nnumber: 某发〔2020〕1号\nsha256: SUM\n';
const edition = (date: string) => ({
  [INFO]: `${BAN_INFO}${EVENTS}edition: '2022-05-01'\n`,
  [`policies/ban-2020-1/editions/${date}/source.txt`]: OLD,
  [`policies/ban-2020-1/editions/${date}/policy.yml`]: OLD_INFO,
});

test('events, relations, editions and a filled gap that are so have nothing to mend', () => {
  expect(messages()).toBe('');
  expect(messages(edition('2020-01-02'))).toBe('');
});

test.each<[string, Record<string, string>, string, string]>([
  [
    'a day that there is not',
    { [INFO]: BAN_INFO + EVENTS.replace('2020-02-01', '2020-02-31') },
    'ban-2020-1/policy.yml:8 政策信息',
    '2020-02-31',
  ],
  [
    'a change by nobody',
    {
      [INFO]: `${BAN_INFO}${EVENTS}  - { date: '2021-01-01', is: amended, source: 公告, checked: '2025-12-01' }\n`,
    },
    'ban-2020-1/policy.yml:9 政策信息',
    'by: { title: 标题, number: 文号 }',
  ],
  [
    'an end before the beginning',
    {
      [INFO]: `${BAN_INFO}${EVENTS}  - { date: '2020-01-20', is: expired, source: 第二条, checked: '2025-12-01' }\n`,
    },
    'ban-2020-1/policy.yml:9 效力',
    '2020-01-20',
  ],
  [
    'an end on the day of the beginning',
    {
      [INFO]: `${BAN_INFO}${EVENTS}  - { date: '2020-02-01', is: expired, source: 第二条, checked: '2025-12-01' }\n`,
    },
    'ban-2020-1/policy.yml:9 效力',
    '不晚于',
  ],
  [
    'in force before it was issued',
    { [INFO]: BAN_INFO + EVENTS.replace('2020-02-01', '2019-02-01') },
    'ban-2020-1/policy.yml:8 效力',
    '2019-02-01',
  ],
  [
    'one event told twice',
    {
      [INFO]: `${BAN_INFO}${EVENTS}  - { date: '2020-02-01', is: in-force, source: 别处, checked: '2025-12-01' }\n`,
    },
    'ban-2020-1/policy.yml:9 效力',
    '2020-02-01',
  ],
  [
    'a document that repeals itself',
    {
      [INFO]: `${BAN_INFO}${EVENTS}  - { date: '2024-01-01', is: repealed, by: { title: 某市补贴办法, number: 某发〔2020〕1号 }, source: 公告, checked: '2025-12-01' }\n`,
    },
    'ban-2020-1/policy.yml:9 效力',
    'number',
  ],
  [
    'a title that several documents held have, without a number',
    {
      'policies/ban-2010-9/source.txt': BAN.replace('2020〕1', '2010〕9').replace(
        /第二条.*/u,
        '第二条　略。',
      ),
      'policies/ban-2010-9/policy.yml':
        'title: 某市补贴办法\nnumber: 某发〔2010〕9号\nsha256: SUM\n',
      [RULES]: XIZE_INFO.replace(
        'title: 某市补贴办法, number: 某发〔2020〕1号',
        'title: 某市补贴办法',
      ),
    },
    'xize-2020-2/policy.yml:7 文件的关系',
    '某发〔2010〕9号、某发〔2020〕1号',
  ],
  [
    'a sentence that does not name the document',
    { [INFO]: BAN_INFO.replace('clause: t2', 'clause: t1') + EVENTS },
    'ban-2020-1/policy.yml:5 文件的关系',
    'clause: t2 和 s: 1',
  ],
  [
    'a clause that is not there',
    { [INFO]: BAN_INFO.replace('clause: t2', 'clause: t9') + EVENTS },
    'ban-2020-1/policy.yml:5 文件的关系',
    't9',
  ],
  [
    'a circle of documents that replace each other',
    {
      [RULES]: XIZE_INFO.replace('implements', 'replaces'),
      [INFO]: `${BAN_INFO}  - { is: replaces, title: 某市补贴办法实施细则, number: 某发〔2020〕2号 }\n${EVENTS}`,
    },
    'ban-2020-1/policy.yml:4 文件的关系',
    '某发〔2020〕1号 → 某发〔2020〕2号 → 某发〔2020〕1号',
  ],
  [
    'a fill from a repealed document',
    {
      [RULES]: XIZE_INFO.replace(
        'relations:',
        "  - { date: '2025-01-01', is: repealed, by: { title: 新细则, number: 某发〔2024〕8号 }, source: 公告, checked: '2025-12-01' }\nrelations:",
      ),
    },
    'ban-2020-1/selfcheck/gaps.yml:6 没有写明',
    '2025-01-01',
  ],
  [
    'a fill whose quote moved',
    { 'policies/ban-2020-1/selfcheck/gaps.yml': GAPS.replace('clause: t2', 'clause: t1') },
    'ban-2020-1/selfcheck/gaps.yml:6 引文',
    'clause: t2 和 s: 1',
  ],
  [
    'a fill whose words are others',
    { 'policies/ban-2020-1/selfcheck/gaps.yml': GAPS.replace('提交身份证', '交身份证') },
    'ban-2020-1/selfcheck/gaps.yml:6 引文',
    '申请人应当提交身份证。',
  ],
  [
    'a fill from a document that is not held',
    { 'policies/ban-2020-1/selfcheck/gaps.yml': GAPS.replace('xize-2020-2', 'xize-2020-3') },
    'ban-2020-1/selfcheck/gaps.yml:6 没有写明',
    'xize-2020-3',
  ],
  [
    'an edition older than the first',
    edition('2019-05-01'),
    'ban-2020-1/editions/2019-05-01:1 版本',
    '2020-01-02',
  ],
  [
    'an edition of no day',
    edition('2020-13-01'),
    'ban-2020-1/editions/2020-13-01:1 版本',
    '2020-13-01',
  ],
  [
    'an edition that is the text itself',
    edition('2022-05-01'),
    'ban-2020-1/editions/2022-05-01:1 版本',
    '2022-05-01',
  ],
  [
    'an edition made by its own document',
    {
      ...edition('2020-01-02'),
      [INFO]: `${BAN_INFO}${EVENTS}edition: '2022-05-01'\ndecision: { title: 某市补贴办法, number: 某发〔2020〕1号 }\n`,
    },
    'ban-2020-1/policy.yml:10 版本',
    'decision',
  ],
  [
    'what is of the document as a whole, said in an edition where nobody reads it',
    {
      ...edition('2020-01-02'),
      'policies/ban-2020-1/editions/2020-01-02/policy.yml': OLD_INFO + EVENTS,
    },
    'ban-2020-1/editions/2020-01-02/policy.yml:4 版本',
    'events',
  ],
  [
    'an edition that says another day than its folder',
    {
      ...edition('2020-01-02'),
      'policies/ban-2020-1/editions/2020-01-02/policy.yml': `${OLD_INFO}edition: '2020-01-03'\n`,
    },
    'ban-2020-1/editions/2020-01-02/policy.yml:4 版本',
    '2020-01-02',
  ],
  [
    'editions beside a text of nobody says which day',
    { ...edition('2020-01-02'), [INFO]: BAN_INFO + EVENTS },
    'ban-2020-1/policy.yml:1 版本',
    'edition:',
  ],
  [
    'an edition that says what is said of the whole document',
    {
      ...edition('2020-01-02'),
      'policies/ban-2020-1/editions/2020-01-02/policy.yml': OLD_INFO + EVENTS,
    },
    'ban-2020-1/editions/2020-01-02/policy.yml:4 版本',
    '移到 policies/ban-2020-1/policy.yml',
  ],
  [
    'an edition whose text is not the one registered',
    {
      ...edition('2020-01-02'),
      'policies/ban-2020-1/editions/2020-01-02/policy.yml': OLD_INFO.replace('SUM', 'f'.repeat(64)),
    },
    'ban-2020-1/editions/2020-01-02/policy.yml:3 政策信息',
    'sha256',
  ],
])('%s', (_, more, place, named) => {
  const told = messages(more);
  expect(told.split('\n')).toHaveLength(1);
  expect(told).toMatch(new RegExp(`^${place} `, 'u'));
  expect(told).toContain(named);
});

test('a document that will be repealed may fill a gap until then', () => {
  const soon = {
    [RULES]: XIZE_INFO.replace(
      'relations:',
      "  - { date: '2027-01-01', is: repealed, by: { title: 新细则 }, source: 公告, checked: '2025-12-01' }\nrelations:",
    ),
  };
  expect(messages(soon, '2026-12-31')).toBe('');
  expect(messages(soon, '2027-01-01')).toContain('已废止');
});

test('a document may be in force from the day of its issue, and its first edition be of that day', () => {
  const at = EVENTS.replace('2020-02-01', '2020-01-02');
  expect(messages({ [INFO]: BAN_INFO + at })).toBe('');
});

test('a relation may be borne out by what the sentence calls the document for short', () => {
  const short = XIZE.replace('《某市补贴办法》（某发〔2020〕1号）', '《办法》');
  const info = XIZE_INFO.replace('is: implements,', 'is: implements, shortTitle: 《办法》,');
  expect(messages({ 'policies/xize-2020-2/source.txt': short, [RULES]: info })).toBe('');
});

test('documents that repeal each other go in a circle, too', () => {
  const repeals = {
    [RULES]: XIZE_INFO.replace('implements', 'repeals'),
    [INFO]: `${BAN_INFO}  - { is: repeals, title: 某市补贴办法实施细则, number: 某发〔2020〕2号 }\n${EVENTS}`,
  };
  expect(messages(repeals)).toContain('绕成了一圈');
});
