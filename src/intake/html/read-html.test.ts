import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawUpLedger } from '../ledger.ts';
import type { Reading } from '../reading.ts';
import { encodeGb18030 } from '../text/made-gb18030.ts';
import { readHtml, readMht } from './read-html.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = async (html: string | Uint8Array) => {
  const reading = await readHtml(typeof html === 'string' ? utf8(html) : html, () => {});
  return { ...reading, ...drawUpLedger(reading) };
};
/** A document long enough to be told from what stands round it. */
const TEXT = Array.from(
  { length: 8 },
  (_, i) =>
    `<p>　　第${'一二三四五六七八'[i]}条&nbsp;为了办好这件事，各单位应当按照本办法办理；不得推诿。</p>`,
).join('\n');
const FIRST = '第一条 为了办好这件事，各单位应当按照本办法办理；不得推诿。';
const page = (article: string, round = '') => `<!DOCTYPE html><html><head>
<title>某办法 - 某市网站</title><meta name="ArticleTitle" content="某办法"><meta name="PubDate" content="2020-01-02">
</head><body><div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a>公开</a></li></ul></div>
<div class="crumb">当前位置：<a>首页</a> &gt; <a>文件</a></div>
<div class="main">${round}<div class="content" id="zoom">${article}</div><div class="share">分享到</div></div>
<div class="footer">主办：某市人民政府，地址：某路1号。</div><script>var a = "脚本。";</script></body></html>`;

/** Lines of an article that stands alone in a page. */
const article = async (html: string) =>
  (await read(page(`${html}${TEXT}`))).lines.filter((line) => !/^第.条/u.test(line));

describe('the article is found', () => {
  test('what stands round it is dropped, with a reason for each kind, and its title comes first', async () => {
    const { lines, dropped, added, notices } = await read(page(TEXT));
    expect(lines.slice(0, 2)).toEqual(['某办法', FIRST]);
    expect(lines).toHaveLength(9);
    expect(added[0]).toMatchObject({ reason: '标题，网页的信息里写的' });
    expect(new Set(dropped.map(({ reason }) => reason))).toEqual(
      new Set(['网页的分享、打印等按钮', '网页的导航', '网页的标题栏', '网页的页脚']),
    );
    expect(notices[0]).toContain('2020-01-02');
  });

  test('a title that the page prints outside is kept from there', async () => {
    const { lines, added } = await read(page(TEXT, '<h1>某 办 法</h1><p>来源：某局</p>'));
    expect(lines[0]).toBe('某 办 法');
    expect(added).toEqual([]);
  });

  test('a title that the article prints over two lines stands once', async () => {
    const { lines } = await read(page(`<p>某</p><p>办法</p>${TEXT}`));
    expect(lines.slice(0, 3)).toEqual(['某', '办法', FIRST]);
  });

  test('neither an empty twin nor a hidden copy is taken for it', async () => {
    const decoys = `<div class="content" id="zoom2"></div><div style="display: none">${TEXT.repeat(2)}</div>`;
    const { lines, dropped } = await read(page(TEXT, decoys));
    expect(lines).toHaveLength(9);
    expect(dropped.map(({ reason }) => reason)).toContain('网页上不显示的文字');
  });

  test('it is found without any name that is known', async () => {
    const html = page(TEXT).replace('class="content" id="zoom"', 'class="x1"');
    expect((await read(html)).lines).toHaveLength(9);
  });

  test('a page without furniture is all of it: what Word saves as a page', async () => {
    const html = `<html><body><div class="WordSection1">${TEXT}</div><div class="WordSection2">${TEXT}</div></body></html>`;
    expect((await read(html)).lines).toHaveLength(16);
  });

  test('a layout table round it is none of it', async () => {
    const html = `<html><body><table><tr><td>菜单</td><td>${TEXT}</td></tr></table></body></html>`;
    expect((await read(html)).lines).toHaveLength(8);
  });

  test('something like a text outside it is told', async () => {
    const { notices } = await read(
      page(
        TEXT,
        '<div><p>这里还有一段像正文的话，是对文件的解读，写给没有时间看原文的人，请往下看。</p></div>',
      ),
    );
    expect(notices.join()).toContain('正文以外还有像正文的文字');
  });

  test('a page that a script shows is read, and said to be so', async () => {
    const { lines, notices } = await read(`<body style="display:none">${TEXT}</body>`);
    expect(lines).toHaveLength(8);
    expect(notices.join()).toContain('要运行脚本才显示');
  });

  test.each([
    ['<body><div id="app"></div></body>', '没有正文'],
    ['<body><img src="a.png" width="800"></body>', '图片'],
    ['<body><iframe src="a.pdf"></iframe></body>', '嵌着另一个文件'],
  ])('%s is refused', async (html, why) => {
    await expect(read(html)).rejects.toThrow(why);
  });
});

describe('text', () => {
  test.each([
    ['<p>一<br>二</p>', ['一', '二']],
    ['<p>一<br/><br>二<br></p>', ['一', '二']],
    ['<p>&emsp;&emsp;一、<span>甲<span>乙</span></span>丙</p>', ['一、甲乙丙']],
    ['<p>一行\n  断开</p><p>two\nwords</p>', ['一行断开', 'two words']],
    ['<p>对 A、B&nbsp;类&ldquo;人才&rdquo;&#12298;&#x300B;</p>', ['对 A、B 类“人才”《》']],
    ['<pre>甲\n乙</pre>', ['甲', '乙']],
    ['<div>甲<p>乙</p>丙</div>', ['甲', '乙', '丙']],
    ['<p>甲<script>坏</script><style>坏</style><!-- 坏 -->乙</p>', ['甲乙']],
    ['<p>甲<del>旧</del><ins>新</ins></p>', ['甲新']],
    ['<p>甲<span style="DISPLAY : none">藏</span>乙</p>', ['甲乙']],
    ['<p>甲\u200B乙&shy;丙&#xFEFF;</p>', ['甲乙丙']],
  ])('%s', async (html, lines) => {
    expect((await article(html)).slice(1)).toEqual(lines);
  });

  test.each([
    ['10<sup>3</sup>', '上标'],
    ['H<sub>2</sub>', '下标'],
    ['<s>甲</s>', '删除线'],
    ['<p>\uE010</p>', '自造的字'],
  ])('%s is to be looked at', async (html, reason) => {
    const { doubts } = await read(page(`<p>${html}</p>${TEXT}`));
    expect(doubts.map((doubt) => doubt.reason).join()).toContain(reason);
  });
});

describe('lists', () => {
  test.each([
    ['<ol><li>甲<li>乙</ol>', ['1.甲', '2.乙']],
    ['<ol start="3"><li>甲</li><li value="9">乙</li><li>丙</li></ol>', ['3.甲', '9.乙', '10.丙']],
    ['<ol reversed><li>甲</li><li>乙</li></ol>', ['2.甲', '1.乙']],
    [
      '<ol type="a"><li>甲</li></ol><ol type="I"><li>甲</li><li>乙</li></ol>',
      ['a.甲', 'I.甲', 'II.乙'],
    ],
    [
      '<ol style="list-style-type: cjk-ideographic"><li>甲</li><li>乙</li></ol>',
      ['一、甲', '二、乙'],
    ],
    ['<ol style="list-style:none"><li>甲</li></ol>', ['甲']],
    ['<ol><li><p>甲</p></li><li>乙<ol><li>丙</li></ol></li></ol>', ['1.甲', '2.乙', '1.丙']],
    ['<ol><li>一、甲</li></ol>', ['一、甲']],
    ['<ul><li>甲</li></ul>', ['甲']],
  ])('%s', async (html, lines) => {
    expect((await article(html)).slice(1)).toEqual(lines);
  });
});

describe('tables', () => {
  test.each([
    [
      '<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td></td></tr></table>',
      ['甲\t乙', '1\t'],
    ],
    ['<table><tr><td>甲</td><td colspan="2">乙</td><td>丙</td></tr></table>', ['甲\t乙\t\t丙']],
    [
      '<table><tr><td rowspan="2">甲</td><td>1</td></tr><tr><td>2</td></tr></table>',
      ['甲\t1', '\t2'],
    ],
    ['<table><tbody>丙<tr>丁<td>甲</td><td>乙</td></tr></tbody></table>', ['丙丁', '甲\t乙']],
    ['<table><tr><td><p>甲</p><p>乙</p></td><td>丙<br>丁</td></tr></table>', ['甲\v乙\t丙\v丁']],
    ['<table><tr><td><p>专栏</p><p>甲</p></td></tr></table>', ['专栏', '甲']],
    [
      '<table><tr><td colspan="2">题</td></tr><tr><td>甲</td><td>乙</td></tr></table>',
      ['题', '甲\t乙'],
    ],
    [
      '<table><tr><td>甲</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>',
      ['甲', '1\t2'],
    ],
    [
      '<table><caption>表1</caption><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>',
      ['表1', '甲\t乙'],
    ],
  ])('%s', async (html, lines) => {
    expect((await article(html)).slice(1)).toEqual(lines);
  });
});

describe('encodings and archives', () => {
  const page8 = (charset: string) =>
    `<html><head><meta charset="${charset}"></head><body>${TEXT}</body></html>`;

  test.each([
    ['GB18030 as declared', encodeGb18030(page8('gb2312'))],
    ['GB18030 with a false declaration', encodeGb18030(page8('utf-8'))],
    ['UTF-8 with a false declaration', utf8(page8('gbk'))],
    ['UTF-16', Buffer.from(`\uFEFF${page8('utf-16')}`, 'utf16le')],
  ])('%s', async (_, bytes) => {
    expect((await read(bytes)).lines[0]).toBe(FIRST);
  });

  const quoted = (bytes: Uint8Array) =>
    Array.from(
      bytes,
      (byte, i) =>
        `=${byte.toString(16).toUpperCase().padStart(2, '0')}${i % 20 === 19 ? '=\r\n' : ''}`,
    ).join('');

  test.each([
    ['quoted-printable', quoted(utf8(page8('utf-8')))],
    ['base64', Buffer.from(page8('utf-8')).toString('base64').replace(/.{76}/gu, '$&\r\n')],
  ])('a page in an archive, %s', async (encoding, body) => {
    const mht = `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--=_b"\r\n\r\n预告\r\n----=_b\r\nContent-Type: text/html;\r\n charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n----=_b\r\nContent-Type: image/png\r\n\r\nx\r\n----=_b--\r\n`;
    expect(drawUpLedger(await readMht(utf8(mht), () => {})).lines).toHaveLength(8);
  });

  test('an archive without a page is refused', async () => {
    const mht = utf8(
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n',
    );
    await expect(readMht(mht, () => {})).rejects.toThrow('没有网页');
  });
});

test('a page that nests without end is refused, and many siblings are read in time', async () => {
  await expect(read('<div>'.repeat(50_000))).rejects.toThrow('过于复杂');
  expect(
    (await read(`<body>${'<p>各单位应当办理。</p>'.repeat(20_000)}</body>`)).lines,
  ).toHaveLength(20_000);
});

test('of any page no character is lost, and the account is even', async () => {
  const word = fc.constantFrom(
    '甲',
    '乙。',
    '，',
    ' ',
    '&nbsp;',
    '一、',
    '\u200B',
    '&amp;',
    '<',
    '\uE000',
    '首页',
  );
  const tag = fc.constantFrom(
    'p',
    'div',
    'span',
    'table',
    'tr',
    'td',
    'ol',
    'li',
    'br',
    'h1',
    'a',
    'del',
    'sup',
    'script',
    'div class="share"',
    'div id="zoom"',
    'p style="display:none"',
    'td colspan=3',
    'td rowspan=2',
    'pre',
    'select',
    'nav',
  );
  const { html } = fc.letrec((tie) => ({
    html: fc
      .array(fc.oneof({ maxDepth: 6 }, word, tie('element')), { maxLength: 6 })
      .map((parts) => parts.join('')),
    element: fc
      .tuple(tag, tie('html'), fc.boolean())
      .map(
        ([name, inner, closed]) =>
          `<${name}>${String(inner)}${closed ? `</${String(name).split(' ')[0]}>` : ''}`,
      ),
  }));
  await fc.assert(
    fc.asyncProperty(html, async (given) => {
      const reading = await readHtml(utf8(`<body>${String(given)}</body>`), () => {}).catch(
        ({ message }: Error): Reading => {
          expect(message).toContain('网页');
          return { lines: [], characters: 0, notices: [] };
        },
      );
      drawUpLedger(reading);
    }),
    { numRuns: 300 },
  );
});
