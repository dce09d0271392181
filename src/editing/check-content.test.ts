import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../domain/problem.ts';
import { checkContent } from './check-content.ts';

// A small policy with everything an editor can get wrong in it.
const FOLDER = 'content/policies/xx-2020-1/';
const SOURCE = `某市某局文件

某人社〔2020〕1号

某市人才办法（试行）

根据有关规定，制定本办法。

一、引进

（一）柔性引进。对 A、B 类人才,每年工作超过3个月的，可享受同类

待遇。某局应协助办理。

（二）绿色通道。对特别紧缺的人才，可一事一议。

某市某局办公室

2020年1月2日印发
`;
const CLAUSE = `---
concerns: [talent]
topics: [flexible]
related:
  - clause: p1-2
    why: 一（二）写的是特别紧缺的人才。
quotes:
  - s: 2
    text: '对 A、B 类人才,每年工作超过3个月的，可享受同类待遇。'
  - s: 3
    text: '某局应协助办理。'
open: [amount]
duties:
  - who: 某局
    s: 3
    marker: 应
---
<Plain s="2">A、B类人才每年工作超过3个月的，可享受同类待遇。</Plain>

<Plain s="3">某局应协助办理。</Plain>
`;
const BASE: Record<string, string> = {
  'content/site.yml': `name: 某站
description: 某站说明
host: ''
footer: { contact: '', icp: '', gongan: '', identifier: '' }
defaultPolicy: xx-2020-1
`,
  'content/about.mdx': '---\ntitle: 关于\ndescription: 说明\n---\n## 这是什么\n\n一个网站。\n',
  [`${FOLDER}source.txt`]: SOURCE,
  [`${FOLDER}policy.yml`]: `title: 某市人才办法（试行）
shortTitle: 人才办法
number: 某人社〔2020〕1号
issuer: 某市某局
issued: '2020-01-02'
status: 试行
validity: 请向发文机关核实
ask: 某市某局
sha256: ${createHash('sha256').update(SOURCE).digest('hex')}
joins:
  - { line: 11, reason: 分页截断 }
labels:
  pre: 序言
`,
  [`${FOLDER}topics.yml`]: '- id: flexible\n  title: 柔性引进\n  summary: 不调动也来工作。\n',
  [`${FOLDER}terms.yml`]:
    '- id: one-case\n  term: 一事一议\n  clause: p1-2\n  s: 2\n  quote: 可一事一议\n  defined: not-stated\n',
  [`${FOLDER}selfcheck/gaps.yml`]:
    'amount:\n  title: 金额\n  text: 金额本文件没有写。\n  ask: true\n',
  [`${FOLDER}clauses/p1-1.mdx`]: CLAUSE,
};

/** The messages an editor gets after one slip in otherwise good content. */
function slip(file: string, from: string, to: string): string {
  const path = file.startsWith('content/') ? file : FOLDER + file;
  const before = BASE[path] ?? '';
  expect(before.includes(from), `Unexpected fixture, expected “${from}” in ${path}`).toBe(true);
  return messages({ ...BASE, [path]: before.replace(from, to) });
}

function messages(texts: Record<string, string>): string {
  const files = new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      { text, sha256: createHash('sha256').update(text).digest('hex') },
    ]),
  );
  return checkContent(files).map(formatProblem).join('\n').replaceAll(FOLDER, '');
}

test('good content has nothing to mend', () => {
  expect(messages(BASE)).toBe('');
});

describe('an editor is told where, what and how to mend it', () => {
  test('a clause that the text does not have', () => {
    expect(slip('clauses/p1-1.mdx', '- clause: p1-2', '- clause: p1-9')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:5
        问题：原文里没有条款“p1-9”。
        改法：改成原文里有的编号，例如 p1-1（第一部分第（一）项）。
        说明：content/README.md#编号与地址"
    `);
  });
  test('a clause file whose name is no clause', () => {
    expect(messages({ ...BASE, [`${FOLDER}clauses/p3-1.mdx`]: CLAUSE })).toMatchInlineSnapshot(`
      "clauses/p3-1.mdx:1
        问题：原文里没有条款“p3-1”。
        改法：改成原文里有的编号，例如 p1-1（第一部分第（一）项）。
        说明：content/README.md#编号与地址"
    `);
  });
  test('a quote that stands in another clause', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        "text: '某局应协助办理。'",
        "text: '对特别紧缺的人才，可一事一议。'",
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:11
        问题：引文不在 p1-1（一（一））里，而在 p1-2 的第 2 句。
        改法：移到 p1-2，或者换成 p1-1 第 3 句的话：某局应协助办理。
        说明：content/README.md#引文"
    `);
  });
  test('a quote that stands in another sentence', () => {
    expect(slip('terms.yml', 's: 2', 's: 1')).toMatchInlineSnapshot(`
      "terms.yml:2
        问题：引文在 p1-2 的第 2 句，不在第 1 句。
        改法：把 s 改成 2。
        说明：content/README.md#词语表
      terms.yml:5
        问题：引文在 p1-2 的第 2 句，不在第 1 句。
        改法：把 s 改成 2。
        说明：content/README.md#引文"
    `);
  });
  test('a quote changed by one punctuation mark', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        'A、B 类人才,每年工作超过3个月的，可享受同类待遇',
        'A、B 类人才，每年工作超过3个月的，可享受同类待遇',
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:9
        问题：引文与原文不一样：原文是“…对A、B类人才,每年工作超过3个月的，…”，这里是“…对A、B类人才，每年工作超过3个月的，…”。
        改法：照抄原文，标点、全角半角都不改：对 A、B 类人才,每年工作超过3个月的，可享受同类待遇。
        说明：content/README.md#引文"
    `);
  });
  test('a quote changed by one digit', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        "text: '对 A、B 类人才,每年工作超过3个月",
        "text: '对 A、B 类人才,每年工作超过2个月",
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:9
        问题：引文与原文不一样：原文是“…、B类人才,每年工作超过3个月的，可享受同类待遇…”，这里是“…、B类人才,每年工作超过2个月的，可享受同类待遇…”。
        改法：照抄原文，标点、全角半角都不改：对 A、B 类人才,每年工作超过3个月的，可享受同类待遇。
        说明：content/README.md#引文"
    `);
  });
  test('a quote that is only part of its sentence', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        "text: '对 A、B 类人才,每年工作超过3个月的，可享受同类待遇。'",
        "text: '可享受同类待遇。'",
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:9
        问题：引文只是第 2 句的一部分。
        改法：照抄整句：对 A、B 类人才,每年工作超过3个月的，可享受同类待遇。
        说明：content/README.md#引文"
    `);
  });
  test('a sentence that is not there', () => {
    expect(slip('clauses/p1-1.mdx', '<Plain s="3">', '<Plain s="7">')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:10
        问题：quotes 列了第 3 句，但正文没有一段以它为依据。
        改法：删去这一项，或者在依据它的那段写上 s="3"。
        说明：content/README.md#引文
      clauses/p1-1.mdx:20
        问题：p1-1 只有 3 句，没有第 7 句。
        改法：把 s 改成 1 到 3 之间的数。
        说明：content/README.md#引文"
    `);
  });
  test('a number in our words that the clause does not hold', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        '<Plain s="2">A、B类人才每年工作超过3个月',
        '<Plain s="2">A、B类人才每年工作超过五个月',
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:18
        问题：我们的话里有数字“五”，原文这一条没有。
        改法：删去这个数字，或者照原文的数字写。
        说明：content/README.md#数字"
    `);
  });
  test('a promise', () => {
    expect(
      slip('clauses/p1-1.mdx', '<Plain s="3">某局应', '<Plain s="3">保证某局应'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:20
        问题：我们的话里有“保证”，原文没有这个意思。
        改法：照原文写“可”“鼓励”“协助”等词，不替机关下结论。
        说明：content/README.md#条款文件"
    `);
  });
  test('a citation in our words of a clause that is not there', () => {
    expect(slip('clauses/p1-1.mdx', 'why: 一（二）', 'why: 一（九）')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:6
        问题：我们的话里提到“一（九）”，本文件没有这一条。
        改法：改成存在的编号，例如 三（四）。
        说明：content/README.md#编号与地址"
    `);
  });
  test('a topic nobody has named', () => {
    expect(slip('clauses/p1-1.mdx', '[flexible]', '[flexibel]')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:3
        问题：topics.yml 里没有“flexibel”。
        改法：改成 flexible，或者先在 topics.yml 里加上“flexibel”。
        说明：content/README.md#主题
      topics.yml:1
        问题：主题“flexible”下面一条条款也没有。
        改法：在相关条款文件的 topics 里加上 flexible，或者删去这个主题。
        说明：content/README.md#主题"
    `);
  });
  test('a gap nobody has named', () => {
    expect(slip('clauses/p1-1.mdx', '[amount]', '[amounts]')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:12
        问题：selfcheck/gaps.yml 里没有“amounts”。
        改法：改成 amount，或者先在 selfcheck/gaps.yml 里加上“amounts”。
        说明：content/README.md#没有写明"
    `);
  });
  test('a missing field', () => {
    expect(slip('terms.yml', '  quote: 可一事一议\n', '')).toMatchInlineSnapshot(`
      "terms.yml:1
        问题：缺少第 1 项的“quote”这一项。
        改法：补上 quote: …
        说明：content/README.md#词语表"
    `);
  });
  test('a field that does not exist', () => {
    expect(slip('terms.yml', '  quote: ', '  qoute: 可一事一议\n  quote: ')).toMatchInlineSnapshot(`
      "terms.yml:5
        问题：多写了“qoute”，这里没有这一项。
        改法：删去它，或对照手册改成正确的名字。
        说明：content/README.md#词语表"
    `);
  });
  test('3.10 without quotes', () => {
    expect(slip('terms.yml', 'term: 一事一议', 'term: 3.10')).toMatchInlineSnapshot(`
      "terms.yml:2
        问题：第 1 项的“term”写的是 3.10，没有加引号，机器会当成数字 3.1。
        改法：加上引号，写成 '3.10'。
        说明：content/README.md#词语表"
    `);
  });
  test('a word that is not among those allowed', () => {
    expect(slip('clauses/p1-1.mdx', '[talent]', '[talents]')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:2
        问题：“concerns”的第 1 项写的是“talents”，不合要求。
        改法：只能写 talent（人才）、employer（用人单位）、staff（工作人员）。
        说明：content/README.md#条款文件"
    `);
  });
  test('a YAML quotation mark without its partner', () => {
    expect(slip('topics.yml', 'title: 柔性引进', "title: '柔性引进")).toMatchInlineSnapshot(`
      "topics.yml:4
        问题：引号或括号没有成对，或冒号后面少了空格。
        改法：补上另一半引号或括号；冒号后面留一个空格。
        说明：content/README.md#写法"
    `);
  });
  test('the same name twice in YAML', () => {
    expect(
      slip(
        'selfcheck/gaps.yml',
        '  ask: true\n',
        '  ask: true\namount:\n  title: 又\n  text: 又\n  ask: true\n',
      ),
    ).toMatchInlineSnapshot(`
      "selfcheck/gaps.yml:5
        问题：同一个名字在这里写了两次。
        改法：留下一个，另一个删去或改名。
        说明：content/README.md#写法"
    `);
  });
  test('an MDX tag that is not closed', () => {
    expect(
      slip('clauses/p1-1.mdx', '协助办理。</Plain>', '协助办理。</Plan>'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:20
        问题：<Plan> 没有成对，或者结束标记写错了。
        改法：写成一行：<Plan s="2">……</Plan>。
        说明：content/README.md#写法"
    `);
  });
  test('words of ours that lean on nothing', () => {
    expect(
      slip('clauses/p1-1.mdx', '<Plain s="3">某局应协助办理。</Plain>', '某局应协助办理。'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:10
        问题：quotes 列了第 3 句，但正文没有一段以它为依据。
        改法：删去这一项，或者在依据它的那段写上 s="3"。
        说明：content/README.md#引文
      clauses/p1-1.mdx:20
        问题：这里只能写 <Plain> 或 <Quote>，写的是“某局应协助办理。”。
        改法：每段话都写成 <Plain s="2">……</Plain>，s 是它所依据的句子。
        说明：content/README.md#条款文件"
    `);
  });
  test('an id used twice', () => {
    expect(
      slip(
        'topics.yml',
        '- id: flexible\n',
        '- id: flexible\n  title: 甲\n  summary: 乙\n- id: flexible\n',
      ),
    ).toMatchInlineSnapshot(`
      "topics.yml:4
        问题：代号“flexible”用了两次，第一次在第 1 行。
        改法：给其中一个换一个没有用过的代号。
        说明：content/README.md#主题"
    `);
  });
  test('a source that is not the one registered', () => {
    expect(
      slip('source.txt', '协助办理', '协助辦理').replace(/[0-9a-f]{64}/gu, '<sha256>'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:11
        问题：引文与原文不一样：原文是“…某局应协助辦理。…”，这里是“…某局应协助办理。…”。
        改法：照抄原文，标点、全角半角都不改：某局应协助辦理。
        说明：content/README.md#引文
      policy.yml:9
        问题：source.txt 的内容与登记的 sha256 不一致，原文可能被改动过。
        改法：先找回收到的原文；确实换了新的原文，才写 sha256: <sha256>
        说明：content/README.md#政策信息"
    `);
  });
  test('a join that is none', () => {
    expect(
      slip(
        'policy.yml',
        '  - { line: 11, reason: 分页截断 }',
        '  - { line: 11, reason: 分页截断 }\n  - { line: 13, reason: 误接 }',
      ),
    ).toMatchInlineSnapshot(`
      "policy.yml:12
        问题：joins 把原文第 13 行接到下一行，但这一行以“。”结束，句子已经完了。
        改法：从 joins 里删去 line: 13 这一项；如果行号写错了，改成被分页截断的那一行。
        说明：content/README.md#分页与接行"
    `);
  });
  test('a page break that nobody joined', () => {
    expect(
      slip('policy.yml', 'joins:\n  - { line: 11, reason: 分页截断 }\n', ''),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:9
        问题：引文与原文不一样：原文是“…超过3个月的，可享受同类…”，这里是“…超过3个月的，可享受同类待遇。…”。
        改法：照抄原文，标点、全角半角都不改：对 A、B 类人才,每年工作超过3个月的，可享受同类
        说明：content/README.md#引文
      clauses/p1-1.mdx:11
        问题：引文在 p1-1 的第 4 句，不在第 3 句。
        改法：把 s 改成 4。
        说明：content/README.md#引文
      clauses/p1-1.mdx:16
        问题：引文在 p1-1 的第 4 句，不在第 3 句。
        改法：把 s 改成 4。
        说明：content/README.md#职责
      source.txt:11
        问题：第 11 行以“月的，可享受同类”结束，没有句号，像是被分页截断。
        改法：句子在下一行接着写的，在 policy.yml 的 joins 里加 { line: 11, reason: 分页截断 }；确实到此为止的，在 roles 里写明这一行是什么。
        说明：content/README.md#分页与接行
      source.txt:13
        问题：第 13 行“待遇。某局应协助办理。”没有编号，排在“（一）”之后，不能确定属于哪一条。
        改法：在 policy.yml 的 roles 里写明：{ line: 13, role: body, reason: 属于前一条 }；如果是上一行接下来的，写进 joins。
        说明：content/README.md#原文与分段"
    `);
  });
  test('a number of the document that is not the printed one', () => {
    expect(
      slip('policy.yml', 'number: 某人社〔2020〕1号', 'number: 某人社[2020]1号'),
    ).toMatchInlineSnapshot(`
      "policy.yml:3
        问题：文号“某人社[2020]1号”与原文里的不一样。
        改法：写成 number: 某人社〔2020〕1号
        说明：content/README.md#政策信息"
    `);
  });
  test('a duty of nobody in the clause', () => {
    expect(slip('clauses/p1-1.mdx', 'who: 某局', 'who: 住建局')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:14
        问题：“住建局”不是 p1-1 里的话。
        改法：who 照抄原文里承担这件事的单位。
        说明：content/README.md#职责"
    `);
  });
  test('a file with a wrong name', () => {
    expect(messages({ ...BASE, [`${FOLDER}clauses/P1-2.md`]: '' })).toMatchInlineSnapshot(`
      "clauses/P1-2.md:1
        问题：这里不该有这个文件，或者文件名写错了。
        改法：文件名用小写字母、数字和连字符；条款文件放在 clauses 里，以 .mdx 结尾，例如 clauses/p3-4.mdx。
        说明：content/README.md#编号与地址"
    `);
  });
  test('a default policy that has no folder', () => {
    expect(
      slip('content/site.yml', 'defaultPolicy: xx-2020-1', 'defaultPolicy: yy-2020-1'),
    ).toMatchInlineSnapshot(`
      "content/site.yml:5
        问题：没有叫“yy-2020-1”的政策文件夹。
        改法：改成 content/policies 下有的文件夹名：xx-2020-1。
        说明：content/README.md#站点设置"
    `);
  });
});

test('all slips are told at once, in the order of files and lines', () => {
  const texts = {
    ...BASE,
    [`${FOLDER}clauses/p1-1.mdx`]: CLAUSE.replace('[talent]', '[talents]'),
    [`${FOLDER}terms.yml`]: (BASE[`${FOLDER}terms.yml`] ?? '')
      .replace('p1-2', 'p9')
      .replace('  defined: not-stated\n', ''),
    'content/site.yml': '',
  };
  const places = messages(texts).match(/^\S+:\d+$/gmu);
  expect(places).toMatchInlineSnapshot(`
    [
      "clauses/p1-1.mdx:2",
      "terms.yml:1",
      "content/site.yml:1",
    ]
  `);
});

test('whatever an editor types, the check answers and does not fall over', () => {
  const junk = [
    '\u0000',
    '---',
    '---\n---\n',
    '{{{',
    '<Plain',
    '[',
    '- - -',
    'a: &x *x',
    '\uD800',
    '😀: [',
    '"',
  ];
  for (const path of Object.keys(BASE)) {
    for (const text of junk) expect(typeof messages({ ...BASE, [path]: text })).toBe('string');
  }
});
