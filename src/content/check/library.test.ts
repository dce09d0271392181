/** What an editor is told of a library as a whole: two policies, and what they share. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { formatProblem } from '../../domain/problem.ts';
import { checkContent } from './content.ts';

const SOURCE = `某市某局文件

某发〔2020〕1号

某市补贴办法

第一条　申请人可以申请补贴。

某市某局

2020年1月2日
`;
const sumOf = (text: string) => createHash('sha256').update(text).digest('hex');
const QUOTE = '申请人可以申请补贴。';

/** A policy's folder, `number` its number. */
function policy(id: string, number: string, more: Record<string, string> = {}) {
  const source = SOURCE.replace('某发〔2020〕1号', number);
  const files: Record<string, string> = {
    'source.txt': source,
    'policy.yml': `title: 某市补贴办法
shortTitle: 补贴办法
number: ${number}
issuer: 某市某局
issued: '2020-01-02'
ask: 某市某局
sha256: ${sumOf(source)}
labels: { t1: 申请 }
`,
    'audiences.yml':
      '- { id: reader, name: 申请人, door: 看补贴, lead: 写到的条款。, view: list }\n',
    'topics.yml': '- { id: apply, title: 申请, summary: 怎样申请。 }\n',
    'clauses/t1.mdx': `---
concerns: [reader]
topics: [apply]
quotes:
  - { s: 1, text: '${QUOTE}' }
---
<Plain s="1" who="申请人" can="可以申请补贴" />
`,
    ...more,
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`policies/${id}/${name}`, text]),
  );
}

const SITE = {
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
};

function messages(...folders: Record<string, string>[]): string {
  const texts = Object.assign({}, SITE, ...folders) as Record<string, string>;
  const files = new Map(
    Object.entries(texts).map(([path, text]) => [path, { text, sha256: sumOf(text) }]),
  );
  return checkContent(files).map(formatProblem).join('\n');
}

const one = policy('abc-2020-1', '某发〔2020〕1号');
const two = (more: Record<string, string> = {}) => policy('abc-2020-2', '某发〔2020〕2号', more);

test('two policies with the same clauses, topics and audiences have nothing to mend', () => {
  expect(messages(one, two())).toBe('');
});

test('two policies with one number', () => {
  expect(messages(one, policy('abc-2020-2', '某发〔2020〕1号'))).toMatchInlineSnapshot(`
    "policies/abc-2020-2/policy.yml:3
      问题：文号“某发〔2020〕1号”与 policies/abc-2020-1/policy.yml 的一样。
      改法：核对两份文件的原文，改正写错的一份；重复收录的，删去一个文件夹。
      说明：content/README.md#政策信息"
  `);
});

test('an audience that nobody is told to be', () => {
  const more =
    '- { id: reader, name: 申请人, door: 看补贴, lead: 写到的条款。, view: list }\n- { id: shop, name: 商店, door: 看补贴, lead: 写到的条款。, view: list }\n';
  expect(messages(two({ 'audiences.yml': more }))).toMatchInlineSnapshot(`
    "policies/abc-2020-2/audiences.yml:2
      问题：对象“shop”（商店）没有一个条款或结论写到。
      改法：在相关条款文件的 concerns 里加上 shop，或者删去这个对象。
      说明：content/README.md#对象"
  `);
});

test('an audience whose address a page of the site, or a policy, has', () => {
  const called = (id: string) => ({
    'audiences.yml': `- { id: ${id}, name: 申请人, door: 看补贴, lead: 写到的条款。, view: list }\n`,
    'clauses/t1.mdx': '---\nconcerns: [ID]\ntopics: [apply]\n---\n'.replace('ID', id),
  });
  expect(messages(two(called('search')))).toMatchInlineSnapshot(`
    "policies/abc-2020-2/audiences.yml:1
      问题：“search”是本站其他网页的地址，对象不能用这个代号。
      改法：换一个，例如 search-readers；用到它的 concerns、asks.yml 一起改。
      说明：content/README.md#对象"
  `);
  expect(messages(one, two(called('abc-2020-1')))).toMatchInlineSnapshot(`
    "policies/abc-2020-2/audiences.yml:1
      问题：有一份政策的文件夹也叫“abc-2020-1”，两个网页会用同一个网址 abc-2020-1.html。
      改法：给这个对象换一个代号；用到它的 concerns、asks.yml 一起改。
      说明：content/README.md#对象"
  `);
});

test('an audience that two policies call by different names or lay out differently', () => {
  const other = '- { id: reader, name: 居民, door: 看补贴, lead: 写到的条款。, view: desk }\n';
  expect(messages(one, two({ 'audiences.yml': other }))).toMatchInlineSnapshot(`
    "policies/abc-2020-2/audiences.yml:1
      问题：对象“reader”的 name 写的是“居民”，abc-2020-1 写的是“申请人”；同一个代号共用一个网页 reader.html。
      改法：写成 name: 申请人；不是同一类读者的，换一个代号。
      说明：content/README.md#对象
    policies/abc-2020-2/audiences.yml:1
      问题：对象“reader”的 view 写的是“desk”，abc-2020-1 写的是“list”；同一个代号共用一个网页 reader.html。
      改法：写成 view: list；不是同一类读者的，换一个代号。
      说明：content/README.md#对象"
  `);
});

test('no list of audiences, while others use it', () => {
  const files = two();
  delete files['policies/abc-2020-2/audiences.yml'];
  expect(messages(files)).toMatchInlineSnapshot(`
    "policies/abc-2020-2/audiences.yml:1
      问题：没有这个文件，但别的文件用到了里面的代号，例如 reader。
      改法：放入 audiences.yml，写上用到的代号；本来有的，把它找回来。
      说明：content/README.md#对象"
  `);
});

test('a filter of what is no table, and one of a fact that is not there', () => {
  const list = (view: string) =>
    `- { id: reader, name: 申请人, door: 看补贴, lead: 写到的条款。, view: ${view}, filters: [{ fact: unit, name: 类别 }] }\n`;
  expect(messages(two({ 'audiences.yml': list('list') }))).toMatchInlineSnapshot(`
    "policies/abc-2020-2/audiences.yml:1
      问题：view 是 list，filters 只有 table（对照表）用得上。
      改法：删去 filters，或者把 view 改成 table。
      说明：content/README.md#对象
    policies/abc-2020-2/audiences.yml:1
      问题：selfcheck/facts.yml 里没有“unit”。
      改法：先在 selfcheck/facts.yml 里加上“unit”。
      说明：content/README.md#对象"
  `);
});

test('a fact that nobody words, and a shared one answered otherwise', () => {
  const facts = (own: string) => ({
    'selfcheck/facts.yml': `local: { ${own}clause: t1, s: 1, quote: 申请人 }\n`,
    'selfcheck/gaps.yml': '{}\n',
  });
  const shared = {
    'facts.yml': "local: { question: 您是申请人吗？, answers: { 'yes': 是, 'no': 不是 } }\n",
  };
  expect(messages(two(facts('')))).toMatchInlineSnapshot(`
    "policies/abc-2020-2/selfcheck/facts.yml:1
      问题：“local”没有写 question 和 answers，各政策共用的 facts.yml 里也没有它。
      改法：在这里写上 question 和 answers；几份政策都要问的，写在各政策共用的 facts.yml 里。
      说明：content/README.md#判断表
    policies/abc-2020-2/selfcheck/ledger.yml:1
      问题：t1 第 1 句没有结论引用，也没有列入核对清单：“申请人可以申请补贴。”。
      改法：加一条结论；或者在 ledger.yml 里写 - { clause: t1, s: 1, reason: … }
      说明：content/README.md#核对清单"
  `);
  expect(
    messages(shared, two(facts("answers: { 'yes': 对, 'no': 不对 }, "))).split('\n\n')[0],
  ).toMatchInlineSnapshot(`
    "policies/abc-2020-2/selfcheck/facts.yml:1
      问题：“local”是各政策共用的事实，回答写在 facts.yml 里，这里又写了 answers。
      改法：删去这里的 answers；回答不一样的，就不是同一件事，换一个代号。
      说明：content/README.md#判断表
    policies/abc-2020-2/selfcheck/facts.yml:1
      问题：没有一种人问到“local”。
      改法：在一种人的 questions 里加上它，或者从 facts.yml 里删去。
      说明：content/README.md#自查题目
    policies/abc-2020-2/selfcheck/ledger.yml:1
      问题：t1 第 1 句没有结论引用，也没有列入核对清单：“申请人可以申请补贴。”。
      改法：加一条结论；或者在 ledger.yml 里写 - { clause: t1, s: 1, reason: … }
      说明：content/README.md#核对清单"
  `);
});

test('no policy at all, and a policy at the root that is not there', () => {
  expect(messages()).toMatchInlineSnapshot(`
    "site.yml:7
      问题：一份政策也没有。
      改法：先在 policies 下加一份政策。
      说明：content/README.md#站点设置"
  `);
  expect(
    messages(one, { 'site.yml': SITE['site.yml'].replace("rootPolicy: ''", 'rootPolicy: xyz-1') }),
  ).toMatchInlineSnapshot(`
    "site.yml:7
      问题：没有叫“xyz-1”的政策文件夹。
      改法：改成 policies 下有的文件夹名：abc-2020-1；或者写 ''。
      说明：content/README.md#站点设置"
  `);
});
