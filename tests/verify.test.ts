import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Law } from '../src/finish/prove-issued.ts';
import { parseSums, SUMS, writeSums } from '../src/finish/sums.ts';
import type { Trusted } from '../src/finish/verify/compare-files.ts';
import { formatNotice, formatReminders } from '../src/finish/verify/notice.ts';
import { partingOf } from '../src/finish/verify/parting.ts';
import { type Verified, verifyFolder, verifySite } from '../src/finish/verify/verify-copy.ts';
import { exact, type Host, root } from './hosts.ts';

const LAWS: Law[] = [
  { id: 'p', source: '甲办法\n一、给予补贴。\n', names: ['甲办法', '甲发〔1〕1号'], numbers: [] },
];
const SITE = {
  'index.html':
    '<!doctype html><title>首页</title>\n<p class="quoted">给予补贴。</p>\n<p>我们的话</p></body>\n',
  'p.html':
    '<h1 id="head"><b data-issued>甲办法</b></h1><p id="p1"><b data-issued>一、给予补贴。</b></p>\n',
  'p/p1.html': '<p class="issued" data-issued>一、给予补贴。</p>\n',
  'p/source.txt': '甲办法\n一、给予补贴。\n',
  '_astro/a.12345678.js': 'export {};\n',
  'pagefind/wasm.unknown.pagefind': '\u0000\u0001',
  '.htaccess': '# Apache\n',
};

let home: string;
let copy: string;
let trusted: Trusted;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'verify-test-'));
  const built = join(home, 'dist');
  copy = join(home, 'copy');
  for (const [file, text] of Object.entries(SITE)) {
    mkdirSync(join(built, file, '..'), { recursive: true });
    writeFileSync(join(built, file), text);
  }
  await writeSums(built);
  cpSync(built, copy, { recursive: true });
  trusted = { sums: parseSums(readFileSync(join(built, SUMS), 'utf8')), folder: built };
});
afterEach(() => rmSync(home, { recursive: true }));

const put = (file: string, text: string) => writeFileSync(join(copy, file), text);
const problems = ({ problems: all }: Verified) => all.map((p) => `${p.file}　${p.problem}`);

describe('a folder', () => {
  test('that is the copy has nothing to mend', async () => {
    expect(await verifyFolder(copy, trusted, LAWS)).toEqual({
      compared: 7,
      problems: [],
      reminders: [],
    });
  });

  test('with files missing, changed and extra: every difference at once, each with what to do', async () => {
    rmSync(join(copy, 'p/p1.html'));
    put('extra.html', '');
    put('index.html', SITE['index.html'].replace('我们的话', '别人的话'));
    put('pagefind/wasm.unknown.pagefind', '\u0000\u0002');
    const verified = await verifyFolder(copy, trusted, LAWS);
    expect(verified.problems.map(formatNotice).join('\n\n')).toMatchInlineSnapshot(`
      "extra.html
        问题：多出这个文件，生成的网站里没有它。
        改法：是旧版本留下的就删掉；不知道从哪里来的，先查清楚。
        说明：README.md#核对

      index.html:3:4
        问题：应当是“我们”，实际是“别人”。
        改法：重新上传这个文件，再核对一次。
        说明：README.md#核对

      p/p1.html
        问题：缺少这个文件。
        改法：重新上传这个文件，再核对一次。
        说明：README.md#核对

      pagefind/wasm.unknown.pagefind
        问题：内容和生成的不一样。
        改法：重新上传这个文件，再核对一次。
        说明：README.md#核对"
    `);
  });

  test('with a list of its own that is not the trusted one, or with none, is not the site', async () => {
    const list = readFileSync(join(copy, SUMS), 'utf8');
    put(SUMS, list.replaceAll('\n', '\r\n'));
    expect(problems(await verifyFolder(copy, trusted, LAWS))).toEqual([]);
    const found: string[] = [];
    for (const other of [list.replace(/^./u, 'x'), list.slice(list.indexOf('\n') + 1), '<p>']) {
      put(SUMS, other);
      found.push(...problems(await verifyFolder(copy, trusted, LAWS)));
    }
    rmSync(join(copy, SUMS));
    found.push(...problems(await verifyFolder(copy, trusted, LAWS)));
    const different = 'SHA256SUMS　对方自带的校验清单和可信的清单不一样，用它核对会得出错的结果。';
    expect(found).toEqual([different, different, different, 'SHA256SUMS　缺少这个文件。']);
  });

  test('with symbolic links, which lead to anything, is told each of them, also in the place of a file', async () => {
    symlinkSync(tmpdir(), join(copy, 'p/away'));
    symlinkSync('index.html', join(copy, 'home.html'));
    rmSync(join(copy, 'p.html'));
    symlinkSync(join(trusted.folder ?? '', 'p.html'), join(copy, 'p.html'));
    const { problems: found } = await verifyFolder(copy, trusted, LAWS);
    expect(found.map(formatNotice).join('\n\n')).toMatchInlineSnapshot(`
      "home.html
        问题：这是一个链接，不是文件，打开的是别处的东西；生成的网站里没有链接。
        改法：是旧版本留下的就删掉；不知道从哪里来的，先查清楚。
        说明：README.md#核对

      p.html
        问题：这是一个链接，不是文件，打开的是别处的东西；生成的网站里没有链接。
        改法：换成文件本身：重新上传这个文件，再核对一次。
        说明：README.md#核对

      p/away
        问题：这是一个链接，不是文件，打开的是别处的东西；生成的网站里没有链接。
        改法：是旧版本留下的就删掉；不知道从哪里来的，先查清楚。
        说明：README.md#核对"
    `);
  });

  test('changed in its issued text is named with the text and the place', async () => {
    const wrong = '一、给予奖励。';
    put('p.html', SITE['p.html'].replace('一、给予补贴。', wrong));
    put('p/p1.html', SITE['p/p1.html'].replace('一、给予补贴。', wrong));
    put('p/source.txt', `甲办法\n${wrong}\n`);
    expect(problems(await verifyFolder(copy, trusted, LAWS))).toMatchInlineSnapshot(`
      [
        "p.html　当作原文显示的文字和原文不一样，从第 8 个字起：“甲办法一、给予奖励。”，应当是“甲办法一、给予补贴。”。",
        "p.html:1:72　应当是“补贴”，实际是“奖励”。",
        "p/p1.html　当作原文显示的文字和原文不一样，从第 5 个字起：“一、给予奖励。”，应当是“一、给予补贴。”。",
        "p/p1.html:1:35　应当是“补贴”，实际是“奖励”。",
        "p/source.txt　原文文件和 content 里收到的原文不一样。",
        "p/source.txt:2:5　应当是“补贴”，实际是“奖励”。",
      ]
    `);
  });

  test('with a character that cannot be seen, or looks like another, is told its code', async () => {
    put('index.html', SITE['index.html'].replace('我们的话', '我们\u200b的话'));
    put('p/source.txt', SITE['p/source.txt'].replace('一、', '⼀、'));
    const found = problems(await verifyFolder(copy, trusted, LAWS));
    expect(found).toContain('index.html:3:6　多出“\u200b”（U+200B）。');
    expect(found).toContain('p/source.txt:2:1　应当是“一”，实际是“⼀”（U+2F00）。');
  });

  test('changed late in a long clause is shown where it is changed, also by a character that cannot be seen', async () => {
    const clause = `一、${'经审核的单位，'.repeat(12)}给予补贴。`;
    const laws = [{ id: 'p', source: `甲办法\n${clause}\n`, names: [], numbers: [] }];
    const whole = SITE['p.html'].replace('一、给予补贴。', clause);
    const page = (text: string) => `<p class="issued" data-issued>${text}</p>\n`;
    put('p/source.txt', laws[0]?.source ?? '');
    put('index.html', '');
    const found = async (shown: string, forged: string) => {
      put('p.html', shown);
      put('p/p1.html', page(forged));
      await writeSums(copy);
      const own = { sums: parseSums(readFileSync(join(copy, SUMS), 'utf8')) };
      return problems(await verifyFolder(copy, own, laws)).find((p) => p.startsWith('p/p1.html'));
    };
    const forged = clause.replace('给予', '可给予');
    const place =
      'p/p1.html　当作原文显示的文字和原文不一样，从第 87 个字起：“核的单位，经审核的单位，可给予补贴。”，应当是“核的单位，经审核的单位，给予补贴。”。';
    expect(await found(whole, forged)).toBe(place);
    // Also where the whole-text page is forged in the same way.
    expect(await found(whole.replace(clause, forged), forged)).toBe(place);
    expect(await found(whole, clause.replace('给予', '给\u200b予'))).toContain(
      '”（U+200B），应当是',
    );
  });

  test('forged together with its list: the issued text gives it away', async () => {
    put('index.html', SITE['index.html'].replace('给予补贴。', '给予奖励。'));
    await writeSums(copy);
    const own = { sums: parseSums(readFileSync(join(copy, SUMS), 'utf8')) };
    expect(problems(await verifyFolder(copy, own, LAWS))).toMatchInlineSnapshot(`
      [
        "index.html　当作原文显示的文字和原文不一样：“给予奖励。”。",
      ]
    `);
  });

  test('without the site at hand, a changed file is named without the place', async () => {
    put('index.html', '');
    expect(problems(await verifyFolder(copy, { sums: trusted.sums }, LAWS))).toEqual([
      'index.html　内容和清单里的校验值不一样。',
    ]);
  });
});

describe('a site on a host', () => {
  let host: Host | undefined;
  afterEach(async () => {
    await host?.close();
    host = undefined;
  });

  /** A host that answers as `answer` says, and as object storage where it says nothing. */
  async function hostThat(answer: (path: string) => RequestListener | undefined): Promise<string> {
    const storage = await exact.start(copy);
    const server = createServer(async (request, response) => {
      const path = new URL(request.url ?? '/', storage.url).pathname.slice(1);
      const special = answer(path);
      if (special) return special(request, response);
      const plain = await fetch(new URL(path, storage.url));
      response.writeHead(plain.status, Object.fromEntries(plain.headers));
      return response.end(Buffer.from(await plain.arrayBuffer()));
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    host = {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      close: async () => {
        server.closeAllConnections();
        server.close();
        await storage.close();
      },
    };
    return host.url;
  }

  test('that is the copy has nothing to mend; files for the host itself are not asked for', async () => {
    const verified = await verifySite(await hostThat(() => undefined), trusted, LAWS);
    expect(verified.problems).toEqual([]);
    expect(verified.compared).toBe(6);
  });

  test('served as this project serves it, has nothing to be reminded of but the policy, which the build writes', async () => {
    host = await root.start(copy);
    const { problems: wrong, reminders } = await verifySite(host.url, trusted, LAWS);
    expect(wrong).toEqual([]);
    expect(new Set(reminders.map(({ problem }) => problem))).toEqual(
      new Set(['响应头没有 frame-ancestors，别的网站可以把它套在框里。']),
    );
  });

  test('that fails in many ways: each is named', async () => {
    const url = await hostThat((path) => {
      if (path === 'p/source.txt') return (_, response) => response.writeHead(403).end();
      if (path === 'p/p1.html') return (request) => request.destroy();
      if (path === '_astro/a.12345678.js')
        return (_, response) =>
          response.writeHead(302, { location: 'http://localhost:1/a.js' }).end();
      if (path === 'p.html') return (_, response) => response.writeHead(404).end();
      if (path === 'index.html')
        return (_, response) =>
          response
            .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
            .end(
              SITE['index.html'].replace('</body>', '<script src="//ads/x.js"></script></body>'),
            );
      return undefined;
    });
    expect(problems(await verifySite(url, trusted, LAWS))).toMatchInlineSnapshot(`
      [
        "_astro/a.12345678.js　被转到别的地方：http://localhost:1/a.js。",
        "index.html:3:12　多出“<script src="//ads/x.js"></script>”。",
        "p.html　服务器回了 404，服务器上没有这个文件。",
        "p/p1.html　取不到：连接中断。",
        "p/source.txt　服务器回了 403。",
      ]
    `);
  });

  test('whose own address shows another page than index.html is not the site; one that shows none is', async () => {
    const shows = (status: number, home: string) => async () => {
      const url = await hostThat((path) =>
        path === '' ? (_, response) => response.writeHead(status).end(home) : undefined,
      );
      const { problems: wrong, reminders } = await verifySite(url, trusted, LAWS);
      await host?.close();
      host = undefined;
      return [...wrong, ...reminders.filter(({ problem }) => problem.includes('后面不写'))].map(
        (p) => `${p.file}　${p.problem}`,
      );
    };
    expect(await shows(200, SITE['index.html'])()).toEqual([]);
    expect(await shows(200, SITE['index.html'].replace('首页', '假首页'))()).toEqual([
      'index.html:1:23　网址后面不写 index.html 时看到的首页：多出“假”。',
    ]);
    expect(await shows(403, '')()).toEqual([
      'index.html　网站的网址后面不写 index.html 打不开：服务器回了 403。',
    ]);
  });

  test('that redirects to another site is not believed, whatever that one shows', async () => {
    const other = await exact.start(copy);
    const url = await hostThat((path) =>
      path === 'index.html'
        ? (_, response) => response.writeHead(301, { location: `${other.url}index.html` }).end()
        : undefined,
    );
    const found = problems(await verifySite(url, trusted, LAWS));
    await other.close();
    expect(found).toEqual([`index.html　被转到别的地方：${other.url}index.html。`]);
  });

  test('that compresses, and drops .html from addresses, is right; the latter is a reminder', async () => {
    const page = (path: string) => (path in SITE ? SITE[path as keyof typeof SITE] : undefined);
    const url = await hostThat((path) => {
      if (path.endsWith('.html') && page(path))
        return (_, response) =>
          response.writeHead(308, { location: `/${path.slice(0, -5)}` }).end();
      const text = page(`${path}.html`);
      if (!text) return undefined;
      return (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(gzipSync(text));
    });
    const verified = await verifySite(url, trusted, LAWS);
    expect(verified.problems).toEqual([]);
    expect(formatReminders(verified.reminders)).toContain('服务器把网址转到了另一种写法。');
  });

  test('whose headers say other things than they should is reminded of each', async () => {
    const right = {
      'X-Content-Type-Options': 'NoSniff',
      'Referrer-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
      'Content-Security-Policy': "img-src 'self'; Frame-Ancestors  'self'",
    };
    const reminded = async (others: Record<string, string>) => {
      const url = await hostThat((path) =>
        path === 'index.html'
          ? (_, response) =>
              response
                .writeHead(200, {
                  ...right,
                  ...others,
                  'Content-Type': 'text/html',
                  'Cache-Control': 'no-cache',
                })
                .end(SITE['index.html'])
          : undefined,
      );
      const { problems: wrong, reminders } = await verifySite(url, trusted, LAWS);
      await host?.close();
      host = undefined;
      expect(wrong).toEqual([]);
      return reminders.flatMap(({ file, problem }) =>
        file === 'index.html' && !problem.includes('后面不写') ? problem : [],
      );
    };
    expect(await reminded({})).toEqual([]);
    expect(
      await reminded({
        'X-Content-Type-Options': 'none',
        'Referrer-Policy': 'unsafe-url',
        'Permissions-Policy': 'camera=*',
        'Content-Security-Policy': 'frame-ancestors *',
      }),
    ).toEqual([
      '响应头 X-Content-Type-Options 是“none”，应当是“nosniff”。',
      '响应头 Referrer-Policy 是“unsafe-url”，应当是“same-origin”。',
      '响应头 Permissions-Policy 是“camera=*”，应当是“camera=(), geolocation=(), microphone=(), payment=()”。',
      "响应头里谁可以把它套在框里，是“frame-ancestors *”，应当是“frame-ancestors 'self'”。",
    ]);
  });

  test('with wrong types and a page for everything is right, and is told so', async () => {
    const url = await hostThat((path) => {
      if (path === 'p/source.txt')
        return (_, response) =>
          response.writeHead(200, { 'content-type': 'text/plain' }).end(SITE['p/source.txt']);
      if (path === '_astro/a.12345678.js')
        return (_, response) =>
          response
            .writeHead(200, { 'content-type': 'application/octet-stream' })
            .end(SITE['_astro/a.12345678.js']);
      if (!(path in SITE) && path !== '' && path !== SUMS)
        return (_, response) => response.writeHead(200).end('首页');
      return undefined;
    });
    const verified = await verifySite(url, trusted, LAWS);
    expect(verified.problems).toEqual([]);
    expect(formatReminders(verified.reminders)).toMatchInlineSnapshot(`
      "提醒：没有响应头 X-Content-Type-Options、Referrer-Policy、Permissions-Policy。
        文件：SHA256SUMS、_astro/a.12345678.js、index.html等 7 个文件
        改法：按 README.md 的“部署”设置服务器的响应头。

      提醒：响应头没有 frame-ancestors，别的网站可以把它套在框里。
        文件：SHA256SUMS、_astro/a.12345678.js、index.html等 7 个文件
        改法：按 README.md 的“部署”设置服务器的响应头。

      提醒：类型是“application/octet-stream”，应当是“text/javascript”。
        文件：_astro/a.12345678.js
        改法：按 README.md 的“部署”设置服务器的响应头。

      提醒：文件名带校验值，可以长期缓存，服务器没有这样说。
        文件：_astro/a.12345678.js
        改法：按 README.md 的“部署”设置服务器的响应头。

      提醒：网站的网址后面不写 index.html 打不开：服务器回了 404。
        文件：index.html
        改法：让服务器用 index.html 作首页；做不到的，公布网址时写上 index.html。

      提醒：不存在的网页，服务器回了 200，应当是 404。
        文件：no-such-page-for-verify.html
        改法：让服务器在找不到网页时返回 404.html 和状态码 404。

      提醒：没有说明编码 charset=utf-8，汉字可能显示成乱码。
        文件：p/source.txt
        改法：按 README.md 的“部署”设置服务器的响应头。

      提醒：没有要求每次核对新旧（Cache-Control: no-cache），读者可能看到旧的内容。
        文件：p/source.txt
        改法：按 README.md 的“部署”设置服务器的响应头。"
    `);
  });
});

test.each([
  ['同', '同', null],
  ['一\n二三', '一\n二四', { line: 2, column: 2, lost: '三', added: '四' }],
  ['<p>a</p></body>', '<p>a</p><s></s></body>', { line: 1, column: 9, lost: '', added: '<s></s>' }],
  ['abc', 'ac', { line: 1, column: 2, lost: 'b', added: '' }],
  ['aaa', 'aa', { line: 1, column: 3, lost: 'a', added: '' }],
])('%j and %j part at %j', (expected, actual, parting) => {
  expect(partingOf(expected, actual)).toEqual(parting);
});
