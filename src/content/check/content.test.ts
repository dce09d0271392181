import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../domain/problem.ts';
import { checkContent } from './content.ts';

// A small policy with everything an editor can get wrong in it.
const FOLDER = 'policies/xx-2020-1/';
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
---
<Plain s="2" who="A、B类人才" when="每年工作超过3个月的" can="可享受同类待遇" />

<Plain s="3" who="某局" must="应协助办理" />
`;
const BASE: Record<string, string> = {
  'site.yml': `name: 某站
description: 某站说明
notice: ''
host: ''
closing: ''
footer: { contact: '', icp: '', gongan: '', identifier: '' }
rootPolicy: xx-2020-1
examples: [绿卡]
`,
  'about.mdx': '---\ntitle: 关于\ndescription: 说明\n---\n## 这是什么\n\n一个网站。\n',
  [`${FOLDER}source.txt`]: SOURCE,
  [`${FOLDER}policy.yml`]: `title: 某市人才办法（试行）
shortTitle: 人才办法
number: 某人社〔2020〕1号
issuer: 某市某局
issued: '2020-01-02'
ask: 某市某局
sha256: ${createHash('sha256').update(SOURCE).digest('hex')}
joins:
  - { line: 11, reason: 分页截断 }
labels:
  pre: 序言
`,
  [`${FOLDER}audiences.yml`]:
    '- { id: talent, name: 人才, door: 看条款, lead: 写到的条款。, view: list }\n',
  [`${FOLDER}topics.yml`]: '- id: flexible\n  title: 柔性引进\n  summary: 不调动也来工作。\n',
  [`${FOLDER}terms.yml`]:
    '- id: one-case\n  term: 一事一议\n  clause: p1-2\n  s: 2\n  quote: 可一事一议\n  defined: not-stated\n',
  [`${FOLDER}selfcheck/gaps.yml`]:
    'amount:\n  title: 金额\n  text: 金额本文件没有写。\n  question: 给多少？\n',
  [`${FOLDER}clauses/p1-1.mdx`]: CLAUSE,
};

/** The messages an editor gets after one slip in otherwise good content. */
function slip(file: string, from: string, to: string): string {
  const path = file in BASE ? file : FOLDER + file;
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

/** Good content without one of its files. */
function without(path: string): Record<string, string> {
  return Object.fromEntries(Object.entries(BASE).filter(([other]) => other !== path));
}

/** Good content with the policy's folder called otherwise, beside the right one. */
function renamed(id: string): Record<string, string> {
  const copies = Object.entries(BASE).map(([path, text]) => [path.replace('xx-2020-1', id), text]);
  return { ...Object.fromEntries(copies), ...BASE };
}

/** What is said of another source, registered as it should be. */
function sourceIs(text: string): string {
  const policy = BASE[`${FOLDER}policy.yml`] ?? '';
  const sha256 = createHash('sha256').update(text).digest('hex');
  return messages({
    ...BASE,
    [`${FOLDER}source.txt`]: text,
    [`${FOLDER}policy.yml`]: policy.replace(/(?<=sha256: ).+/u, sha256),
  });
}

test('good content has nothing to mend', () => {
  expect(messages(BASE)).toBe('');
});

describe('an editor is told where, what and how to mend it', () => {
  test('an outcome that is always silent without saying why', () => {
    const outcome =
      '{ title: 一, concerns: [talent], clause: p1-2, quote: 可一事一议, marker: 可, strength: may, status: silent }';
    expect(
      messages({ ...BASE, [`${FOLDER}selfcheck/outcomes.yml`]: `same: ${outcome}\n` }),
    ).toMatchInlineSnapshot(`
      "selfcheck/outcomes.yml:1
        问题：“same”的“status”写的是“silent”，不合要求。
        改法：没有判断表的，用 note 照原文的用词说明为什么没有写明。
        说明：content/README.md#判断表"
    `);
  });
  test('a question of a topic with words that are none, or in a field that is not there', () => {
    const asked = (field: string) =>
      messages({
        ...BASE,
        [`${FOLDER}selfcheck/people.yml`]: `flexible:\n  title: 来工作的\n  audience: employer\n  intro: 问\n  questions:\n    - fact: class\n      ${field}\n  outcomes: [same]\n`,
      })
        .split(/\n(?=\S)/u)
        .find((message) => message.includes('selfcheck/people.yml:7'));
    expect(asked("question: ''")).toMatchInlineSnapshot(`
      "selfcheck/people.yml:7
        问题：“flexible”的“questions”的第 1 项的“question”不合要求。
        改法：不能空着。
        说明：content/README.md#自查题目"
    `);
    expect(asked('ask: 拟聘的人是A类人才吗？')).toMatchInlineSnapshot(`
      "selfcheck/people.yml:7
        问题：多写了“ask”，这里没有这一项。
        改法：删去它，或对照手册改成正确的名字。
        说明：content/README.md#自查题目"
    `);
  });
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
  test('a quote of two sentences', () => {
    expect(
      slip('clauses/p1-1.mdx', "可享受同类待遇。'", "可享受同类待遇。某局应协助办理。'"),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:9
        问题：引文跨了 p1-1 的几句。
        改法：每句分开列；本来是一句、被分页截断的，先在 policy.yml 的 joins 里接起来。第 2 句是：对 A、B 类人才,每年工作超过3个月的，可享受同类待遇。
        说明：content/README.md#引文"
    `);
  });
  test('a quote of a sentence that a page break cuts in two', () => {
    const joined = 'joins:\n  - { line: 11, reason: 分页截断 }\n';
    const source = SOURCE.replace('可享受同类\n\n待遇。', '可享受\n\n同类待遇。');
    expect(
      messages({
        ...BASE,
        [`${FOLDER}source.txt`]: source,
        [`${FOLDER}policy.yml`]: (BASE[`${FOLDER}policy.yml`] ?? '')
          .replace(joined, '')
          .replace(/(?<=sha256: ).+/u, createHash('sha256').update(source).digest('hex')),
      }),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:9
        问题：引文跨了 p1-1 的几句。
        改法：每句分开列；本来是一句、被分页截断的，先在 policy.yml 的 joins 里接起来。第 2 句是：对 A、B 类人才,每年工作超过3个月的，可享受
        说明：content/README.md#引文
      clauses/p1-1.mdx:11
        问题：引文在 p1-1 的第 4 句，不在第 3 句。
        改法：把 s 改成 4。
        说明：content/README.md#引文
      source.txt:11
        问题：第 11 行以“3个月的，可享受”结束，没有句号，像是被分页截断。
        改法：句子在下一行接着写的，在 policy.yml 的 joins 里加 - { line: 11, reason: 分页截断 }；确实到此为止的，在 policy.yml 的 printed 里加 - { line: 11, reason: 原文如此 }。
        说明：content/README.md#分页与接行"
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
    expect(slip('clauses/p1-1.mdx', '<Plain s="3"', '<Plain s="7"')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：p1-1 只有 3 句，没有第 7 句。
        改法：把 s 改成 1 到 3 之间的数。
        说明：content/README.md#引文"
    `);
  });
  test('a number in our words that the clause does not hold', () => {
    expect(
      slip('clauses/p1-1.mdx', 'when="每年工作超过3个月的"', 'when="每年工作超过五个月的"'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:14
        问题：我们的话里有数字“五”，原文这一条没有。
        改法：删去这个数字，或者照原文的数字写。
        说明：content/README.md#数字"
    `);
  });
  test('a promise', () => {
    expect(slip('clauses/p1-1.mdx', 'must="应', 'must="保证应')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：我们的话里有“保证”，原文没有这个意思。
        改法：照原文写“可”“鼓励”“协助”等词，不替机关下结论。
        说明：content/README.md#条款文件"
    `);
  });
  test('a citation in our words of a clause that is not there', () => {
    expect(slip('clauses/p1-1.mdx', 'why: 一（二）', 'why: 一（九）')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:6
        问题：我们的话里提到“一（九）”，本文件没有这一条。
        改法：改成存在的编号，例如 一（一）。
        说明：content/README.md#编号与地址"
    `);
  });
  test('what is said of a term in a sentence that does not say it', () => {
    expect(
      slip(
        'terms.yml',
        'defined: not-stated',
        'defined: described\n  says:\n    s: 1\n    quote: 对特别紧缺的人才',
      ),
    ).toMatchInlineSnapshot(`
      "terms.yml:9
        问题：引文在 p1-2 的第 2 句，不在第 1 句。
        改法：把 s 改成 2。
        说明：content/README.md#引文"
    `);
  });
  test('a gap of a term that the text describes', () => {
    expect(
      slip('terms.yml', 'defined: not-stated', 'defined: described\n  gap: amount'),
    ).toMatchInlineSnapshot(`
      "terms.yml:7
        问题：写了 described，又写了 gap；网页上只显示 not-stated 的 gap。
        改法：删去 gap；原文没有说这个词指什么的，把 defined 改成 not-stated。
        说明：content/README.md#词语表"
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
        问题：audiences.yml 里没有“talents”。
        改法：改成 talent，或者先在 audiences.yml 里加上“talents”。
        说明：content/README.md#对象"
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
        '  question: 给多少？\n',
        '  question: 给多少？\namount:\n  title: 又\n  text: 又\n  question: 给多少？\n',
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
      slip('clauses/p1-1.mdx', 'must="应协助办理" />', 'must="应协助办理"></Plan>'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：<Plan> 没有成对，或者结束标记写错了。
        改法：写成 <Plain s="2" who="……" can="……" />，末尾的 /> 不能少。
        说明：content/README.md#写法"
    `);
  });
  test('words of ours that lean on nothing', () => {
    expect(
      slip('clauses/p1-1.mdx', '<Plain s="3" who="某局" must="应协助办理" />', '某局应协助办理。'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：这里只能写 <Plain> 或 <Quote>，写的是“某局应协助办理。”。
        改法：每段话都写成 <Plain s="2" who="……" can="……" />，s 是它所依据的句子。
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
      policy.yml:7
        问题：source.txt 的内容与登记的 sha256 不一致，原文可能被改动过。
        改法：先找回收到的原文：刚改过的撤销；用 npm run intake 收录来的，再运行一次，会列出差在哪几行；确实换了新的原文，才写 sha256: <sha256>
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
      "policy.yml:10
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
      source.txt:11
        问题：第 11 行以“月的，可享受同类”结束，没有句号，像是被分页截断。
        改法：句子在下一行接着写的，在 policy.yml 的 joins 里加 - { line: 11, reason: 分页截断 }；确实到此为止的，在 policy.yml 的 printed 里加 - { line: 11, reason: 原文如此 }。
        说明：content/README.md#分页与接行"
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
  test('a reply with a blank that nothing fills', () => {
    const replies =
      "- id: sms\n  title: 短信\n  opening: '您好{姓名}，{原文}'\n  each: ['{原文}{网址', '{编号}']\n";
    expect(messages({ ...BASE, [`${FOLDER}replies.yml`]: replies })).toMatchInlineSnapshot(`
      "replies.yml:3
        问题：这里不能用空位“{姓名}”。
        改法：改成：{标题}、{文号}、{结语}；不是空位的，不用花括号。
        说明：content/README.md#答复
      replies.yml:3
        问题：这里不能用空位“{原文}”。
        改法：改成：{标题}、{文号}、{结语}；不是空位的，不用花括号。
        说明：content/README.md#答复
      replies.yml:4
        问题：这里不能用空位“{”。
        改法：改成：{标题}、{文号}、{结语}、{引文}、{编号}、{简称}、{名称}、{原文}、{各项}、{网址}、{没有写明}、{另有写明}；不是空位的，不用花括号。
        说明：content/README.md#答复"
    `);
  });
  test('a reply that promises, and one with the name of another', () => {
    const replies =
      '- id: sms\n  title: 短信\n  each: [保证发给八万元]\n- id: sms\n  title: 微信\n  each: [见一（九）]\n';
    expect(messages({ ...BASE, [`${FOLDER}replies.yml`]: replies })).toMatchInlineSnapshot(`
      "replies.yml:3
        问题：我们的话里有数字“八”，原文没有。
        改法：删去这个数字，或者照原文的数字写。
        说明：content/README.md#数字
      replies.yml:3
        问题：我们的话里有“保证”，原文没有这个意思。
        改法：照原文写“可”“鼓励”“协助”等词，不替机关下结论。
        说明：content/README.md#条款文件
      replies.yml:4
        问题：代号“sms”用了两次，第一次在第 1 行。
        改法：给其中一个换一个没有用过的代号。
        说明：content/README.md#答复
      replies.yml:6
        问题：我们的话里提到“一（九）”，本文件没有这一条。
        改法：改成存在的编号，例如 一（一）。
        说明：content/README.md#编号与地址"
    `);
  });
  test('an ask without its outcome, with that of others, and an outcome that no ask lists', () => {
    const outcome = (concerns: string) =>
      `{ title: 待遇, concerns: [${concerns}], clause: p1-1, quote: 可享受同类待遇, marker: 可, strength: may, status: none }`;
    const files = {
      ...BASE,
      [`${FOLDER}selfcheck/outcomes.yml`]: `same: ${outcome('talent')}\nhelp: ${outcome('employer')}\n`,
      [`${FOLDER}asks.yml`]:
        'talent:\n  - { id: same, title: 待遇, outcomes: [sane, help] }\nemployer:\n  - { id: help, title: 办理, outcomes: [help] }\n',
    };
    const found = messages(files).split(/\n(?! )/u);
    expect(
      found.filter((problem) => problem.startsWith('asks.yml')).join('\n'),
    ).toMatchInlineSnapshot(`
      "asks.yml:1
        问题：结论“same”（待遇）与人才有关，talent 下面没有列它。
        改法：在 talent 下面合适的一项的 outcomes 里加上 same。
        说明：content/README.md#问法
      asks.yml:2
        问题：selfcheck/outcomes.yml 里没有“sane”。
        改法：改成 same，或者先在 selfcheck/outcomes.yml 里加上“sane”。
        说明：content/README.md#问法
      asks.yml:2
        问题：结论“help”的 concerns 里没有 talent（人才）。
        改法：从这里删去它；确实与人才有关的，在 outcomes.yml 的 concerns 里加上 talent。
        说明：content/README.md#问法
      asks.yml:3
        问题：audiences.yml 里没有“employer”。
        改法：改成 talent，或者先在 audiences.yml 里加上“employer”。
        说明：content/README.md#对象"
    `);
  });
  test('a file with a wrong name', () => {
    expect(messages({ ...BASE, [`${FOLDER}clauses/P1-2.md`]: '' })).toMatchInlineSnapshot(`
      "clauses/P1-2.md:1
        问题：这里不该有这个文件，或者文件名写错了。
        改法：用不着的副本、临时文件删去；条款文件放在 clauses 里，用小写字母、数字和连字符起名，以 .mdx 结尾，例如 clauses/p7-2.mdx。
        说明：content/README.md#编号与地址"
    `);
  });
  test('a default policy that has no folder', () => {
    expect(
      slip('site.yml', 'rootPolicy: xx-2020-1', 'rootPolicy: yy-2020-1'),
    ).toMatchInlineSnapshot(`
      "site.yml:7
        问题：没有叫“yy-2020-1”的政策文件夹。
        改法：改成 policies 下有的文件夹名：xx-2020-1；或者写 ''。
        说明：content/README.md#站点设置"
    `);
  });
});

describe('the way YAML is written', () => {
  test('a text that begins with a star', () => {
    expect(slip('topics.yml', 'title: 柔性引进', 'title: *柔性引进*')).toMatchInlineSnapshot(`
      "topics.yml:2
        问题：内容以 * 开头，机器会当成特殊记号，不当成文字。
        改法：用英文单引号括起来：'*柔性引进*'。
        说明：content/README.md#写法"
    `);
  });
  test('a name in a list that begins with a star', () => {
    expect(slip('clauses/p1-1.mdx', '[flexible]', '[flexible, *a, b]')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:3
        问题：内容以 * 开头，机器会当成特殊记号，不当成文字。
        改法：用英文单引号括起来：'*a'。
        说明：content/README.md#写法"
    `);
  });
  test('a text that begins with an exclamation mark', () => {
    expect(slip('topics.yml', 'title: 柔性引进', 'title: !柔性引进')).toMatchInlineSnapshot(`
      "topics.yml:2
        问题：内容以 ! 开头，机器会当成特殊记号，不当成文字。
        改法：用英文单引号括起来：'!柔性引进'。
        说明：content/README.md#写法"
    `);
  });
  test('a text that begins with an ampersand', () => {
    expect(slip('topics.yml', 'title: 柔性引进', 'title: &A 类人才')).toMatchInlineSnapshot(`
      "topics.yml:2
        问题：内容以 & 开头，机器会当成特殊记号，不当成文字。
        改法：用英文单引号括起来：'&A 类人才'。
        说明：content/README.md#写法"
    `);
  });
  test('a text that begins with an at sign', () => {
    expect(slip('topics.yml', 'title: 柔性引进', 'title: @柔性引进')).toMatchInlineSnapshot(`
      "topics.yml:2
        问题：内容以 @ 开头，机器会当成特殊记号，不当成文字。
        改法：用英文单引号括起来：'@柔性引进'。
        说明：content/README.md#写法"
    `);
  });
  test('a tab at the head of a line is told once', () => {
    expect(slip('selfcheck/gaps.yml', '  title: 金额', '\ttitle: 金额')).toMatchInlineSnapshot(`
      "selfcheck/gaps.yml:2
        问题：行首用了制表符（Tab）。
        改法：把行首的制表符换成空格。
        说明：content/README.md#写法"
    `);
  });
  test('a day without quotation marks', () => {
    expect(slip('policy.yml', "issued: '2020-01-02'", 'issued: 2020-01-02')).toMatchInlineSnapshot(`
      "policy.yml:5
        问题：“issued”写的是 2020-01-02，没有加引号，机器会当成日期。
        改法：加上引号，写成 '2020-01-02'。
        说明：content/README.md#政策信息"
    `);
  });
  test('a day that does not exist', () => {
    expect(
      slip('policy.yml', "issued: '2020-01-02'", "issued: '2018-13-39'"),
    ).toMatchInlineSnapshot(`
      "policy.yml:5
        问题：“issued”写的是“2018-13-39”，不合要求。
        改法：写一个确实有的日子，写成 '2018-10-09' 的样子。
        说明：content/README.md#政策信息"
    `);
  });
  test('a thirtieth of February', () => {
    expect(
      slip('policy.yml', "issued: '2020-01-02'", "issued: '2020-02-30'"),
    ).toMatchInlineSnapshot(`
      "policy.yml:5
        问题：“issued”写的是“2020-02-30”，不合要求。
        改法：写一个确实有的日子，写成 '2018-10-09' 的样子。
        说明：content/README.md#政策信息"
    `);
  });
  test('a day without quotation marks where a text is asked for', () => {
    expect(slip('topics.yml', 'title: 柔性引进', 'title: 2020-01-02')).toMatchInlineSnapshot(`
      "topics.yml:2
        问题：第 1 项的“title”写的是 2020-01-02，没有加引号，机器会当成日期。
        改法：加上引号，写成 '2020-01-02'。
        说明：content/README.md#主题"
    `);
  });
  test('one name where a list is asked for', () => {
    expect(
      slip('clauses/p1-1.mdx', 'topics: [flexible]', 'topics: flexible'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:3
        问题：“topics”写的是“flexible”，不合要求。
        改法：写成 [flexible]。
        说明：content/README.md#条款文件"
    `);
  });
  test('names with commas but no brackets', () => {
    expect(
      slip('clauses/p1-1.mdx', 'concerns: [talent]', 'concerns: talent，employer'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:2
        问题：“concerns”写的是“talent，employer”，不合要求。
        改法：写成 [talent, employer]。
        说明：content/README.md#条款文件"
    `);
  });
  test('a list that is left empty', () => {
    expect(slip('clauses/p1-1.mdx', 'open: [amount]', 'open:')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:12
        问题：“open”后面是空的。
        改法：写成列表：代号写在方括号里，例如 [a, b]，别的每项一行，以“- ”开头；没有就写 []。
        说明：content/README.md#条款文件"
    `);
  });
  test('a line of text where a list of entries is asked for', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        'related:\n  - clause: p1-2\n    why: 一（二）写的是特别紧缺的人才。',
        'related: 见一（二）',
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:4
        问题：“related”写的是“见一（二）”，不合要求。
        改法：写成列表：代号写在方括号里，例如 [a, b]，别的每项一行，以“- ”开头；没有就写 []。
        说明：content/README.md#条款文件"
    `);
  });
  test('a setting that is left empty', () => {
    expect(slip('site.yml', "host: ''", 'host:')).toMatchInlineSnapshot(`
      "site.yml:4
        问题：“host”后面是空的。
        改法：没有就写一对英文引号 ''。
        说明：content/README.md#站点设置"
    `);
  });
  test('a text that is left empty', () => {
    expect(slip('topics.yml', 'title: 柔性引进', 'title:')).toMatchInlineSnapshot(`
      "topics.yml:2
        问题：第 1 项的“title”后面是空的。
        改法：这里要写一段文字。
        说明：content/README.md#主题"
    `);
  });
  test('an id with a capital letter', () => {
    expect(slip('selfcheck/gaps.yml', 'amount:\n', 'Amount:\n')).toMatchInlineSnapshot(`
      "selfcheck/gaps.yml:1
        问题：“Amount”不能用作代号。
        改法：代号只能用小写字母、数字和连字符，以字母开头，例如 green-card。
        说明：content/README.md#没有写明"
    `);
  });
  test('an id in Chinese', () => {
    expect(slip('selfcheck/gaps.yml', 'amount:\n', '金额:\n')).toMatchInlineSnapshot(`
      "selfcheck/gaps.yml:1
        问题：“金额”不能用作代号。
        改法：代号只能用小写字母、数字和连字符，以字母开头，例如 green-card。
        说明：content/README.md#没有写明"
    `);
  });
  test('a list where a form is asked for', () => {
    expect(messages({ ...BASE, 'site.yml': '- 某站\n' })).toMatchInlineSnapshot(`
      "site.yml:1
        问题：这个文件不合要求。
        改法：写成“名字: 内容”，一行一项。
        说明：content/README.md#站点设置"
    `);
  });
  test('a sentence number with a fraction', () => {
    expect(slip('terms.yml', 's: 2', 's: 1.5')).toMatchInlineSnapshot(`
      "terms.yml:4
        问题：第 1 项的“s”写的是“1.5”，不合要求。
        改法：要写整数。
        说明：content/README.md#词语表"
    `);
  });
  test('a full-width colon', () => {
    expect(slip('topics.yml', 'title: 柔性引进', 'title：柔性引进')).toMatchInlineSnapshot(`
      "topics.yml:2
        问题：“title”后面是全角冒号，机器认不出这一项。
        改法：用半角冒号，后面空一格：title: 柔性引进
        说明：content/README.md#写法"
    `);
  });
  test('a colon without a blank after it', () => {
    expect(slip('topics.yml', 'title: 柔性引进', 'title:柔性引进')).toMatchInlineSnapshot(`
      "topics.yml:2
        问题：“title:”后面少了一个空格，机器认不出这一项。
        改法：用半角冒号，后面空一格：title: 柔性引进
        说明：content/README.md#写法"
    `);
  });
  test('a colon without a blank in the settings of a clause', () => {
    expect(
      slip('clauses/p1-1.mdx', '    why: 一（二）', '    why:一（二）'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:6
        问题：“why:”后面少了一个空格，机器认不出这一项。
        改法：用半角冒号，后面空一格：why: 一（二）写的是特别紧缺的人才。
        说明：content/README.md#写法"
    `);
  });
  test('a colon without a blank between braces', () => {
    expect(slip('policy.yml', '{ line: 11,', '{ line:11,')).toMatchInlineSnapshot(`
      "policy.yml:9
        问题：“line:”后面少了一个空格，机器认不出这一项。
        改法：用半角冒号，后面空一格：line: 11
        说明：content/README.md#政策信息"
    `);
  });
  test('full-width single quotation marks round a text', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        'why: 一（二）写的是特别紧缺的人才。',
        'why: ‘一（二）写的是特别紧缺的人才。’',
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:6
        问题：内容用全角引号括了起来；机器只认英文引号，会把全角引号当成内容。
        改法：把外层的引号换成英文单引号：'……'；引号本身就是内容的，外面再加一对英文单引号：'“……”'。
        说明：content/README.md#写法"
    `);
  });
  test('full-width double quotation marks round an id', () => {
    expect(slip('clauses/p1-1.mdx', '[flexible]', '[“flexible”]')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:3
        问题：内容用全角引号括了起来；机器只认英文引号，会把全角引号当成内容。
        改法：把外层的引号换成英文单引号：'……'；引号本身就是内容的，外面再加一对英文单引号：'“……”'。
        说明：content/README.md#写法"
    `);
  });
  test('a text that only begins with a quoted word is none', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        'why: 一（二）写的是特别紧缺的人才。',
        'why: “绿色通道”写在一（二）。',
      ),
    ).toMatchInlineSnapshot(`""`);
  });
});

describe('files that are missing or cannot be read', () => {
  test('no settings of the site', () => {
    expect(messages(without('site.yml'))).toMatchInlineSnapshot(`
      "site.yml:1
        问题：没有这个文件。
        改法：放入 site.yml，照手册“站点设置”一节写。
        说明：content/README.md#站点设置"
    `);
  });
  test('settings of the site with nothing in them', () => {
    expect(messages({ ...BASE, 'site.yml': '# 还没写\n' })).toMatchInlineSnapshot(`
      "site.yml:1
        问题：这个文件是空的。
        改法：照手册“站点设置”一节把内容写上。
        说明：content/README.md#站点设置"
    `);
  });
  test('no page about the site', () => {
    expect(messages(without('about.mdx'))).toMatchInlineSnapshot(`
      "about.mdx:1
        问题：没有这个文件。
        改法：放入 about.mdx，照手册“站点设置”一节写。
        说明：content/README.md#站点设置"
    `);
  });
  test('a page about the site with nothing in it', () => {
    expect(messages({ ...BASE, 'about.mdx': '' })).toMatchInlineSnapshot(`
      "about.mdx:1
        问题：这个文件是空的。
        改法：照手册“站点设置”一节把内容写上。
        说明：content/README.md#站点设置"
    `);
  });
  test('a page about the site without settings', () => {
    expect(messages({ ...BASE, 'about.mdx': '一个网站。\n' })).toMatchInlineSnapshot(`
      "about.mdx:1
        问题：文件开头没有两行 --- 夹着的设置。
        改法：照手册“站点设置”一节的例子，在开头写上 --- … --- 部分。
        说明：content/README.md#站点设置"
    `);
  });
  test('no policy.yml', () => {
    expect(messages(without(`${FOLDER}policy.yml`))).toMatchInlineSnapshot(`
      "policy.yml:1
        问题：没有这个文件。
        改法：放入 policy.yml，照手册“政策信息”一节写。
        说明：content/README.md#政策信息"
    `);
  });
  test('no source', () => {
    expect(messages(without(`${FOLDER}source.txt`))).toMatchInlineSnapshot(`
      "source.txt:1
        问题：没有这个文件。
        改法：放入 source.txt，也就是原文。
        说明：content/README.md#政策信息"
    `);
  });
  test('no topics although clauses name them', () => {
    expect(messages(without(`${FOLDER}topics.yml`))).toMatchInlineSnapshot(`
      "topics.yml:1
        问题：没有这个文件，但别的文件用到了里面的代号，例如 flexible。
        改法：放入 topics.yml，写上用到的代号；本来有的，把它找回来。
        说明：content/README.md#主题"
    `);
  });
  test('no gaps although clauses name them', () => {
    expect(messages(without(`${FOLDER}selfcheck/gaps.yml`))).toMatchInlineSnapshot(`
      "selfcheck/gaps.yml:1
        问题：没有这个文件，但别的文件用到了里面的代号，例如 amount。
        改法：放入 selfcheck/gaps.yml，写上用到的代号；本来有的，把它找回来。
        说明：content/README.md#没有写明"
    `);
  });
  test('a clause in another encoding', () => {
    expect(
      slip('clauses/p1-1.mdx', '协助办理" />', '协助办\uFFFD\uFFFD" />'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：这一行有无法识别的字符，文件可能不是 UTF-8 编码。
        改法：用编辑器打开原来的文件，另存为 UTF-8 编码；已经变成乱码的，找回原来的文件，不要手工补字。
        说明：content/README.md#写法"
    `);
  });
  test('a list in another encoding', () => {
    expect(slip('topics.yml', 'title: 柔性引进', 'title: \uFFFD\uFFFD')).toMatchInlineSnapshot(`
      "topics.yml:2
        问题：这一行有无法识别的字符，文件可能不是 UTF-8 编码。
        改法：用编辑器打开原来的文件，另存为 UTF-8 编码；已经变成乱码的，找回原来的文件，不要手工补字。
        说明：content/README.md#写法"
    `);
  });
  test('a source in another encoding', () => {
    expect(slip('source.txt', '协助办理', '协助办\uFFFD')).toMatchInlineSnapshot(`
      "source.txt:13
        问题：这一行有无法识别的字符，文件可能不是 UTF-8 编码。
        改法：用编辑器打开原来的文件，另存为 UTF-8 编码；已经变成乱码的，找回原来的文件，不要手工补字。
        说明：content/README.md#原文与分段"
    `);
  });
  test('a source of nothing but a title', () => {
    expect(sourceIs('某市人才办法\n')).toMatchInlineSnapshot(`
      "source.txt:1
        问题：除了标题和落款，原文里没有文字。
        改法：核对 source.txt 是不是这份政策的全文。
        说明：content/README.md#原文与分段"
    `);
  });
  test('a copy and a temporary file', () => {
    expect(
      messages({
        ...BASE,
        [`${FOLDER}clauses/~$p1-1.mdx`]: '',
        [`${FOLDER}clauses/p1-1 - 副本.mdx`]: '',
      }),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1 - 副本.mdx:1
        问题：这里不该有这个文件，或者文件名写错了。
        改法：用不着的副本、临时文件删去；条款文件放在 clauses 里，用小写字母、数字和连字符起名，以 .mdx 结尾，例如 clauses/p7-2.mdx。
        说明：content/README.md#编号与地址
      clauses/~$p1-1.mdx:1
        问题：这里不该有这个文件，或者文件名写错了。
        改法：用不着的副本、临时文件删去；条款文件放在 clauses 里，用小写字母、数字和连字符起名，以 .mdx 结尾，例如 clauses/p7-2.mdx。
        说明：content/README.md#编号与地址"
    `);
  });
  test('a policy folder that takes the address of a page', () => {
    expect(messages({ ...BASE, 'policies/topics/policy.yml': '' })).toMatchInlineSnapshot(`
      "policies/topics:1
        问题：“topics”是本站其他网页的地址，政策文件夹不能用这个名字。
        改法：按文号起名，用小写字母、数字和连字符，以字母开头，例如 abc-2020-1。
        说明：content/README.md#编号与地址"
    `);
  });
  test('a policy folder that cannot be an address', () => {
    expect(messages(renamed('人才办法'))).toMatchInlineSnapshot(`
      "policies/人才办法:1
        问题：政策文件夹的名字“人才办法”不能用作网页地址。
        改法：按文号起名，用小写字母、数字和连字符，以字母开头，例如 abc-2020-1。
        说明：content/README.md#编号与地址"
    `);
  });
  test('a byte order mark is no slip', () => {
    expect(
      messages({ ...BASE, [`${FOLDER}clauses/p1-1.mdx`]: `\uFEFF${CLAUSE}` }),
    ).toMatchInlineSnapshot(`""`);
  });
});

describe('the body of a clause', () => {
  test('braces, which would be run', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        'can="可享受同类待遇" />',
        'can="可享受同类待遇">**享受{process.exit()}同类**待遇</Plain>',
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:14
        问题：<Plain> 和 </Plain> 之间写了字。
        改法：把字分到各项里，写成 <Plain s="2" who="……" can="……" />。
        说明：content/README.md#条款文件
      clauses/p1-1.mdx:14
        问题：正文里有花括号 {process.exit()}，里面的内容生成网页时会被当成程序运行。
        改法：删去花括号；要显示的字直接写。
        说明：content/README.md#写法"
    `);
  });
  test('braces between the blocks', () => {
    expect(slip('clauses/p1-1.mdx', ' />\n\n', ' />\n\n{1 + 1}\n\n')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：正文里有花括号 {1 + 1}，里面的内容生成网页时会被当成程序运行。
        改法：删去花括号；要显示的字直接写。
        说明：content/README.md#写法"
    `);
  });
  test('import and export', () => {
    expect(
      slip('clauses/p1-1.mdx', ' />\n\n', " />\n\nimport x from 'y'\n\nexport const a = 1\n\n"),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：这一行以 import 或 export 开头，生成网页时会被当成程序运行。
        改法：删去这一行。
        说明：content/README.md#写法
      clauses/p1-1.mdx:18
        问题：这一行以 import 或 export 开头，生成网页时会被当成程序运行。
        改法：删去这一行。
        说明：content/README.md#写法"
    `);
  });
  test('words between the two marks of a block', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        'can="可享受同类待遇" />',
        'can="可享受同类待遇">**可享受**<b>同类</b>待遇</Plain>',
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:14
        问题：<Plain> 和 </Plain> 之间写了字。
        改法：把字分到各项里，写成 <Plain s="2" who="……" can="……" />。
        说明：content/README.md#条款文件"
    `);
  });
  test('a block within a block', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        'can="可享受同类待遇" />',
        'can="可享受同类待遇"><Plain s="3" what="办理" /></Plain>',
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:14
        问题：<Plain> 和 </Plain> 之间写了字。
        改法：把字分到各项里，写成 <Plain s="2" who="……" can="……" />。
        说明：content/README.md#条款文件"
    `);
  });
  test('a block that is not ended', () => {
    expect(
      slip('clauses/p1-1.mdx', 'can="可享受同类待遇" />', 'can="可享受同类待遇">'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:14
        问题：<Plain> 没有成对，或者结束标记写错了。
        改法：写成 <Plain s="2" who="……" can="……" />，末尾的 /> 不能少。
        说明：content/README.md#写法"
    `);
  });
  test('full-width quotation marks round a part', () => {
    expect(
      slip('clauses/p1-1.mdx', 'can="可享受同类待遇"', 'can=“可享受同类待遇”'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:14
        问题：这一行有机器读不懂的 < 或 {。
        改法：正文里不用 < 和 {；要用说明块时写成 <Plain s="2" who="……" can="……" />，引号用英文的，末尾的 /> 不能少。
        说明：content/README.md#写法"
    `);
  });
  test('a block that does not say what the text does', () => {
    expect(slip('clauses/p1-1.mdx', ' must="应协助办理"', '')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：<Plain> 没有写能怎样、要做什么。
        改法：加上一项：can="……"（能怎样）、must="……"（要做什么）或 what="……"（写的是）。
        说明：content/README.md#条款文件"
    `);
  });
  test('a block that says it in two ways', () => {
    expect(
      slip('clauses/p1-1.mdx', 'must="应协助办理"', 'must="应协助" what="办理"'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：<Plain> 里同时写了 must 和 what。
        改法：can="……"（能怎样）、must="……"（要做什么）或 what="……"（写的是）只写一项；分不开的，分成 2 块。
        说明：content/README.md#条款文件"
    `);
  });
  test('a part that is empty, one that is written twice, one that is no text', () => {
    expect(slip('clauses/p1-1.mdx', 'who="某局"', 'who=""')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：“who”后面是空的。
        改法：写上说明，或者删去这一项。
        说明：content/README.md#条款文件"
    `);
    expect(slip('clauses/p1-1.mdx', 'who="某局"', 'who="某局" who="某局"')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：“who”写了两次。
        改法：并成一项，或者分成两块。
        说明：content/README.md#条款文件"
    `);
    expect(slip('clauses/p1-1.mdx', 'who="某局"', 'who={1}')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：“who”后面写的不是一段话。
        改法：写成 who="……"，用英文引号，不用花括号。
        说明：content/README.md#条款文件"
    `);
  });
  test('a part on several lines', () => {
    expect(
      slip('clauses/p1-1.mdx', 'must="应协助办理"', 'must="应协助\n办理"'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：“must”这一项中间换了行，网页上会多出一个空格。
        改法：把这一项写在一行里。
        说明：content/README.md#条款文件"
    `);
  });
  test('each part on a line of its own is no slip, and what is wrong with it is told by its line', () => {
    const block =
      '<Plain s="2"\n  who="A、B类人才"\n  when="每年工作超过九个月的"\n  can="可享受待遇"\n/>';
    const before = /<Plain s="2".*/u.exec(CLAUSE)?.[0] ?? '';
    expect(slip('clauses/p1-1.mdx', before, block.replace('九', '3'))).toBe('');
    expect(slip('clauses/p1-1.mdx', before, block)).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：我们的话里有数字“九”，原文这一条没有。
        改法：删去这个数字，或者照原文的数字写。
        说明：content/README.md#数字"
    `);
  });
  test('a gap that is told in plain words instead of in the list', () => {
    expect(
      slip('clauses/p1-1.mdx', '可享受同类待遇" />', '可享受同类待遇；金额没有写" />'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:14
        问题：这里写了“没有写”；没有写明的事，一页只说一次。
        改法：删去这半句，把这件事的代号写进 open；gaps.yml 里没有的，先加一项。
        说明：content/README.md#没有写明"
    `);
    expect(
      slip(
        'clauses/p1-1.mdx',
        '可享受同类待遇" />',
        '可享受同类待遇" note="金额，本文件没有写明。" />',
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:14
        问题：这里写了“本文件没有写”；没有写明的事，一页只说一次。
        改法：删去这半句，把这件事的代号写进 open；gaps.yml 里没有的，先加一项。
        说明：content/README.md#没有写明"
    `);
    expect(
      slip(
        'clauses/p1-1.mdx',
        '写的是特别紧缺的人才',
        '写的是特别紧缺的人才，怎样认定，本文件没有写',
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:6
        问题：这里写了“本文件没有写”；没有写明的事，一页只说一次。
        改法：删去这半句，把这件事的代号写进 open；gaps.yml 里没有的，先加一项。
        说明：content/README.md#没有写明"
    `);
  });
  test('a note on whom a sentence does not name is no slip', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        '可享受同类待遇" />',
        '可享受同类待遇" note="这句没有写C类人才。" />',
      ),
    ).toBe('');
  });
  test.each([
    ['a link', '[可享受](http://x.com)同类待遇'],
    ['strong words', '可**享受**同类待遇'],
    ['a tag', '可<b>享受</b>同类待遇'],
    ['braces', '可{享受}同类待遇'],
    ['the end of a sentence', '可享受同类待遇。'],
  ])('%s in plain words, which the page would show as it is', (_, words) => {
    const found = slip('clauses/p1-1.mdx', 'can="可享受同类待遇"', `can="${words}"`);
    expect(found).toContain('clauses/p1-1.mdx:14');
    expect(found).toMatch(/改法：(?:只写文字|删去)/u);
  });
  test.each([
    ['来应聘的', 0],
    ['必须', 1],
    ['一律', 1],
  ])('「%s」 in plain words says how strongly, or does not', (words, count) => {
    const found = slip('clauses/p1-1.mdx', 'who="A、B类人才"', `who="${words}A、B类人才"`);
    expect(found.split('问题：').length - 1).toBe(count);
  });
  test.each([
    ['site.yml', 'site.yml', 'name: 某站', 'nmae: x\nname: 某站'],
    ['policy.yml', 'policy.yml', 'shortTitle:', 'foo: x\nshortTitle:'],
    ['the head of a clause', 'clauses/p1-1.mdx', 'open: [amount]', 'opne: []\nopen: [zzz]'],
  ])('a line that nobody asked for in %s is told, with all other slips', (_, file, from, to) => {
    expect(slip(file, from, to)).toMatch(/nmae|foo|opne/u);
  });
  test('plain words that are the sentence again', () => {
    const again = '<Plain s="2" can="对A、B类人才，每年工作超过3个月的，可享受同类待遇" />';
    const before = /<Plain s="2".*/u.exec(CLAUSE)?.[0] ?? '';
    expect(slip('clauses/p1-1.mdx', before, again)).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:14
        问题：这一段照搬了原文，没有分开，也没有变短。
        改法：分成 who（谁）、when（条件、情形）等几项；原文本来就明白的，删去这一块和它在 quotes 里的句子。
        说明：content/README.md#条款文件"
    `);
  });
  test('a word that is stronger than the sentence, and one that is lost', () => {
    expect(slip('clauses/p1-1.mdx', 'can="可享受', 'can="应享受')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:14
        问题：说明里有“应”，所依据的句子没有这样写。
        改法：照原文写“可”“鼓励”“允许”“协助”“应”“要”，不换，也不添。
        说明：content/README.md#条款文件
      clauses/p1-1.mdx:14
        问题：第 2 句写的是“可”，说明里没有这个词。
        改法：照原文的轻重，把这个词补上。
        说明：content/README.md#条款文件"
    `);
    expect(slip('clauses/p1-1.mdx', 'can="可享受', 'can="享受')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:14
        问题：第 2 句写的是“可”，说明里没有这个词。
        改法：照原文的轻重，把这个词补上。
        说明：content/README.md#条款文件"
    `);
  });
  test('two blocks without an empty line between them', () => {
    expect(
      slip('clauses/p1-1.mdx', ' />\n\n<Plain s="3"', ' />\n\n后面还有<Plain s="3"'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：<Plain> 和别的内容连在了一起。
        改法：每块单独写一行，块与块之间空一行，块外面不写字。
        说明：content/README.md#条款文件"
    `);
  });
  test('a block with more than its sentences', () => {
    expect(slip('clauses/p1-1.mdx', '<Plain s="3"', '<Plain s="3" id={1}')).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：<Plain> 里没有“id”这一项。
        改法：只能写 s、who、when、can、must、what、note；用不着的删去。
        说明：content/README.md#条款文件"
    `);
  });
  test('a quotation of two sentences', () => {
    expect(
      slip('clauses/p1-1.mdx', '<Plain s="3" who="某局" must="应协助办理" />', '<Quote s="2 3" />'),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：一个 <Quote> 只能引一句，这里写了 2 句。
        改法：分成 2 块：<Quote s="2" />、<Quote s="3" />，中间空一行。
        说明：content/README.md#条款文件"
    `);
  });
  test('a quotation with words in it', () => {
    expect(
      slip(
        'clauses/p1-1.mdx',
        '<Plain s="3" who="某局" must="应协助办理" />',
        '<Quote s="3">某局应协助办理。</Quote>',
      ),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:16
        问题：<Quote> 里面写了字；网页会自动放进原文的这一句。
        改法：写成 <Quote s="3" />；自己的话放进 <Plain>。
        说明：content/README.md#条款文件"
    `);
  });
  test('wrong settings do not hide what is wrong below', () => {
    expect(
      messages({
        ...BASE,
        [`${FOLDER}clauses/p1-1.mdx`]: CLAUSE.replace('[talent]', '[talents]').replace(
          '可享受同类待遇" />',
          '可保证9年内享受" />',
        ),
      }),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:2
        问题：audiences.yml 里没有“talents”。
        改法：改成 talent，或者先在 audiences.yml 里加上“talents”。
        说明：content/README.md#对象
      clauses/p1-1.mdx:14
        问题：我们的话里有数字“9”，原文这一条没有。
        改法：删去这个数字，或者照原文的数字写。
        说明：content/README.md#数字
      clauses/p1-1.mdx:14
        问题：我们的话里有“保证”，原文没有这个意思。
        改法：照原文写“可”“鼓励”“协助”等词，不替机关下结论。
        说明：content/README.md#条款文件"
    `);
  });
});

describe('the page about the site', () => {
  test('a block and braces', () => {
    expect(
      slip('about.mdx', '一个网站。', '一个{网站}。\n\n<Plain s="2" what="文" />'),
    ).toMatchInlineSnapshot(`
      "about.mdx:7
        问题：正文里有花括号 {网站}，里面的内容生成网页时会被当成程序运行。
        改法：删去花括号；要显示的字直接写。
        说明：content/README.md#写法
      about.mdx:9
        问题：<Plain> 不能写在这里。
        改法：它只用在条款文件里，单独成一块，不套在别的块里。
        说明：content/README.md#写法"
    `);
  });
  test('a link that leaves the site', () => {
    expect(
      slip('about.mdx', '一个网站。', '[一个](https://example.com)[网站](terms.html)。'),
    ).toMatchInlineSnapshot(`
      "about.mdx:7
        问题：链接“https://example.com”指向站外，或者不是相对地址。
        改法：改成站内网页的相对地址，例如 terms.html；或者只留文字。
        说明：content/README.md#写法"
    `);
  });
  test('a claim and a citation that is wrong', () => {
    expect(
      slip('about.mdx', '一个网站。', '一个网站，原文现行有效，见一（九）。'),
    ).toMatchInlineSnapshot(`
      "about.mdx:7
        问题：我们的话里有“现行”，原文没有这个意思。
        改法：不说文件是不是还管用；要提醒读者的，写“是否仍然有效，请向发文机关核实”。
        说明：content/README.md#条款文件
      about.mdx:7
        问题：我们的话里有“有效”，原文没有这个意思。
        改法：不说文件是不是还管用；要提醒读者的，写“是否仍然有效，请向发文机关核实”。
        说明：content/README.md#条款文件
      about.mdx:7
        问题：我们的话里提到“一（九）”，本文件没有这一条。
        改法：改成存在的编号，例如 一（一）。
        说明：content/README.md#编号与地址"
    `);
  });
  test('a quotation, a list and inline code are no slip', () => {
    expect(slip('about.mdx', '一个网站。', '> 引用\n\n- **一**\n- `x`')).toMatchInlineSnapshot(
      `""`,
    );
  });
});

describe('quotes and our words', () => {
  test('a blank left out of a quote', () => {
    expect(
      slip('clauses/p1-1.mdx', "text: '对 A、B 类人才", "text: '对A、B 类人才"),
    ).toMatchInlineSnapshot(`
      "clauses/p1-1.mdx:9
        问题：引文的空格与原文不一样。
        改法：空格也照抄：对 A、B 类人才,每年工作超过3个月的，可享受同类待遇。
        说明：content/README.md#引文"
    `);
  });
  test('a blank too many in part of a sentence', () => {
    expect(slip('terms.yml', 'quote: 可一事一议', 'quote: 可 一事一议')).toMatchInlineSnapshot(`
      "terms.yml:5
        问题：引文的空格与原文不一样。
        改法：空格也照抄：可一事一议
        说明：content/README.md#引文"
    `);
  });
  test('a promise and a number in a gap', () => {
    expect(
      slip(
        'selfcheck/gaps.yml',
        'text: 金额本文件没有写。',
        'text: 一（九）保证给八万元，本文件有效。',
      ),
    ).toMatchInlineSnapshot(`
      "selfcheck/gaps.yml:3
        问题：我们的话里有数字“八”，原文没有。
        改法：删去这个数字，或者照原文的数字写。
        说明：content/README.md#数字
      selfcheck/gaps.yml:3
        问题：我们的话里有“保证”，原文没有这个意思。
        改法：照原文写“可”“鼓励”“协助”等词，不替机关下结论。
        说明：content/README.md#条款文件
      selfcheck/gaps.yml:3
        问题：我们的话里有“有效”，原文没有这个意思。
        改法：不说文件是不是还管用；要提醒读者的，写“是否仍然有效，请向发文机关核实”。
        说明：content/README.md#条款文件
      selfcheck/gaps.yml:3
        问题：我们的话里提到“一（九）”，本文件没有这一条。
        改法：改成存在的编号，例如 一（一）。
        说明：content/README.md#编号与地址"
    `);
  });
  test('a number that the policy has is no slip in a gap', () => {
    expect(
      slip(
        'selfcheck/gaps.yml',
        'text: 金额本文件没有写。',
        'text: 一（一）第2句的“超过3个月”怎样算、是否有效，本文件没有写。',
      ),
    ).toMatchInlineSnapshot(`""`);
  });
  test('a promise in a topic', () => {
    expect(
      slip('topics.yml', 'summary: 不调动也来工作。', 'summary: 五年内保证来工作。'),
    ).toMatchInlineSnapshot(`
      "topics.yml:3
        问题：我们的话里有数字“五”，原文没有。
        改法：删去这个数字，或者照原文的数字写。
        说明：content/README.md#数字
      topics.yml:3
        问题：我们的话里有“保证”，原文没有这个意思。
        改法：照原文写“可”“鼓励”“协助”等词，不替机关下结论。
        说明：content/README.md#条款文件"
    `);
  });
  test('a promise in a label', () => {
    expect(slip('policy.yml', '  pre: 序言', '  pre: 保证九条')).toMatchInlineSnapshot(`
      "policy.yml:11
        问题：我们的话里有数字“九”，原文没有。
        改法：删去这个数字，或者照原文的数字写。
        说明：content/README.md#数字
      policy.yml:11
        问题：我们的话里有“保证”，原文没有这个意思。
        改法：照原文写“可”“鼓励”“协助”等词，不替机关下结论。
        说明：content/README.md#条款文件"
    `);
  });
  test('a claim and a blank in the line that ends replies', () => {
    expect(slip('site.yml', "closing: ''", "closing: '保证办理，问{询问}'")).toMatchInlineSnapshot(`
      "site.yml:5
        问题：closing 里有花括号“{”，这里没有空位可填。
        改法：直接写文字；它会填进答复的空位 {结语}。
        说明：content/README.md#站点设置
      site.yml:5
        问题：我们的话里有“保证”，原文没有这个意思。
        改法：照原文写“可”“鼓励”“协助”等词，不替机关下结论。
        说明：content/README.md#条款文件"
    `);
  });
  test('a claim in the description of the site', () => {
    expect(
      slip('site.yml', 'description: 某站说明', 'description: 现行政策一（九）'),
    ).toMatchInlineSnapshot(`
      "site.yml:2
        问题：我们的话里有“现行”，原文没有这个意思。
        改法：不说文件是不是还管用；要提醒读者的，写“是否仍然有效，请向发文机关核实”。
        说明：content/README.md#条款文件
      site.yml:2
        问题：我们的话里提到“一（九）”，本文件没有这一条。
        改法：改成存在的编号，例如 一（一）。
        说明：content/README.md#编号与地址"
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
    'site.yml': '',
  };
  const places = messages(texts).match(/^\S+:\d+$/gmu);
  expect(places).toMatchInlineSnapshot(`
    [
      "clauses/p1-1.mdx:2",
      "terms.yml:1",
      "site.yml:1",
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
    'a: &x [*x]',
    '<<: x',
    '? [a]\n: b',
    '__proto__: 1',
    'a: !!set {b}',
    'a: !!binary x',
    '---\n{a: *x}\n---\n{1}',
    '\uFFFD',
    '\uD800',
    '😀: [',
    '"',
  ];
  for (const path of Object.keys(BASE)) {
    for (const text of junk) expect(typeof messages({ ...BASE, [path]: text })).toBe('string');
  }
});

test('whatever stands after a colon, the answer is in Chinese and copies no word of the parsers', () => {
  const values = ['', '1.5', 'true', '2020-01-02', '[]', '{}', '[1, [a]]', '{a: b}', 'A b', '~'];
  const said = Object.entries(BASE).flatMap(([path, text]) =>
    text.split('\n').flatMap((line, i, lines) => {
      const [, before] = /^( *(?:- )?[A-Za-z][\w-]*:)(?: |$)/u.exec(line) ?? [];
      if (!before) return [];
      return values.map((value) =>
        messages({ ...BASE, [path]: lines.with(i, `${before} ${value}`).join('\n') }),
      );
    }),
  );
  expect(said.length).toBeGreaterThan(300);
  const english =
    /Invalid|Unrecognized|Unexpected|Too (?:small|big)|expected|received|undefined|\bnull\b|NaN|\[object/u;
  expect(said.filter((message) => english.test(message))).toEqual([]);
});

test('Windows line ends are no slip', () => {
  const windows = Object.entries(BASE).map(([path, text]) => [
    path,
    path.endsWith('.txt') ? text : text.replaceAll('\n', '\r\n'),
  ]);
  expect(messages(Object.fromEntries(windows))).toBe('');
});
