import type { CDPSession, Page, Route } from '@playwright/test';
import { halting, merging } from './hosts.ts';
import { rounds } from './rounds.ts';
import { answerAll, expect, openSettings, test, watch } from './site.ts';

/*
 * Which fault is tested where:
 * - script off: reading.spec, selfcheck.spec, search.spec; half a page (styles or scripts lost): here
 * - storage refused: selfcheck.spec (result), display.spec (settings); on every other page and both ways: here
 * - clipboard refused, silent, or none at all: here
 * - Pagefind missing or three seconds late, the search table lost: search.spec; cut off, stalled, no wasm: here
 * - what is typed into the search: search.spec; what stands in an address, after ? and #: here
 * - unknown addresses that hold a clause number: display.spec; upper case, doubled slashes, each host: here
 * - desk.json lost, a new build while an old page is open, files that neither come nor fail, a page cut off: here
 * - what an address and a device hold, pressed twice, WeChat: state.spec; paper, own colours, large text: conditions.spec
 * - junk kept on the device: selfcheck.spec; from a folder, as file: — reading.spec
 */

const done = (page: Page) => page.locator('site-search[data-state=done]');
const firstHit = (page: Page) => page.locator('[data-hit]').first();
const help = (page: Page) => page.locator('answer-desk [data-help]');
const reply = (page: Page) => page.getByRole('textbox', { name: '答复文字，可以再改' });
const statusOf = (page: Page, place: string) => page.locator(place).getByRole('status').first();
/** Whether the page shows its one heading. */
const headed = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('h1')];
    const seen = (e: Element) => e.checkVisibility({ visibilityProperty: true });
    return all.length === 1 && all.every((e) => seen(e) && e.getClientRects().length > 0);
  });
const selected = (page: Page) => page.evaluate(() => String(getSelection()));

/** What a page did wrong itself: that a file did not come, the browser says, and the test meant it. */
const wrongs = (heard: string[]) =>
  heard.filter((words) => !/^Failed to load resource|net::ERR_/u.test(words));

/** Pagefind says so where nobody can answer; the search has told the reader by then. */
const PAGEFINDS_OWN = /^Failed to load the Pagefind/u;

/** What a script throws on a page from now on. */
function thrownOn(page: Page): string[] {
  const thrown: string[] = [];
  page.on('pageerror', ({ message }) => {
    if (!PAGEFINDS_OWN.test(message)) thrown.push(message);
  });
  return thrown;
}

const lose = (page: Page, files: string) =>
  page.route(files, (route) => route.fulfill({ status: 404, body: '' }));

async function halve(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = await response.body();
  const { 'content-length': _, ...headers } = response.headers();
  await route.fulfill({ status: 200, headers, body: body.subarray(0, body.length / 2) });
}

/** Longer than any page waits for what does not come. */
const PATIENCE = 6000;

/** Picks a clause that the desk finds. */
async function pick(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill('绿卡');
  await done(page).waitFor();
  // The desk comes in its own time.
  await expect(async () => {
    await page.getByRole('searchbox').press('Enter');
    await expect(reply(page)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
}

test.describe('storage refused, on any access or on keeping', () => {
  const WAYS = [
    [
      'on any access',
      () =>
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('refused', 'SecurityError');
          },
        }),
    ],
    [
      'on keeping',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
  ] as const;
  /** What holds where it is refused, in either way. */
  const RULES: Record<string, (page: Page, site: string, way: string) => Promise<void>> = {
    async 'one reads from home over the search to a clause, and settings hold for the page'(
      page,
      site,
    ) {
      await page.goto(`${site}index.html`);
      await page.getByRole('searchbox').fill('绿卡');
      await page.getByRole('searchbox').press('Enter');
      await done(page).waitFor();
      await firstHit(page).locator('a').click();
      await expect(page).toHaveURL(/p5-2\.html/u);
      await expect(page.getByRole('button', { name: /^复制(引文)?：/u })).toBeVisible();
      await openSettings(page);
      await page.getByLabel('深色').check();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await expect(statusOf(page, 'display-settings')).toContainText('只在本页有效');
    },
    async 'a result and the sheet say that nothing can be kept, and what to do instead'(
      page,
      site,
    ) {
      await page.goto(`${site}check/flexible/over-3/ab/listed.html`);
      await page.getByRole('button', { name: '放进咨询单' }).click();
      await expect(statusOf(page, 'ask-tools')).toContainText('请直接打印本页');
      await page.goto(`${site}sheet.html`);
      await expect(statusOf(page, 'consult-sheet')).toContainText('不让网页保存');
    },
    async 'the desk answers in the kind chosen, and says that a wording cannot be kept'(
      page,
      site,
      way,
    ) {
      await page.goto(`${site}staff.html`);
      await pick(page);
      const before = await reply(page).inputValue();
      await page.locator('label.kind').nth(1).click();
      await expect(reply(page)).not.toHaveValue(before);
      await expect(statusOf(page, '[data-reply] > .tools')).toContainText('下次要重新选');
      await page.getByText('改每个条款的写法').click();
      await page.locator('[data-wording]').fill('{原文}');
      await page.getByRole('button', { name: '存在这台设备上' }).click();
      await expect(statusOf(page, 'answer-desk details')).toContainText('请直接改答复文字');
      await expect(page.locator('[data-wording]')).toHaveValue('{原文}');
      await page.getByRole('button', { name: '清除，用回原来的' }).click();
      const said = way === 'on any access' ? '没能清除' : '已清除';
      await expect(statusOf(page, 'answer-desk details')).toContainText(said);
    },
  };
  test(Object.keys(RULES).join('; '), async ({ page, hosts }) => {
    const heard = watch(page, hosts.root);
    const tries = Object.entries(RULES).flatMap(([rule, hold]) =>
      WAYS.map(([way, refuse]) => [`${way}: ${rule}`, way, refuse, hold] as const),
    );
    await rounds(
      page,
      tries,
      async (_, way, refuse, hold) => {
        await using _refused = await page.addInitScript(refuse);
        await hold(page, hosts.root, way);
      },
      () => heard.splice(0),
    );
  });

  test('the sheet leaves nothing on a device that keeps things, only by being looked at', async ({
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.root}sheet.html`);
    await expect(statusOf(page, 'consult-sheet')).toContainText('咨询单是空的');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

test.describe('clipboard refused', () => {
  const WAYS = {
    'there is none': undefined,
    'it refuses': 'refuse',
    'it never answers': 'hang',
  };
  /** What holds there; what hangs is given up in time, for which `wait` waits. */
  const RULES: Record<
    string,
    (page: Page, site: string, wait: () => Promise<void>) => Promise<void>
  > = {
    async 'a clause: citation and address are selected, and the reader is told how to go on'(
      page,
      site,
      wait,
    ) {
      await page.goto(`${site}prs-2018-156/p3-4.html`);
      await page.getByRole('button', { name: '复制：三（四）' }).click();
      await wait();
      await expect(statusOf(page, 'cite-actions')).toContainText('请长按复制');
      expect(await selected(page)).toContain('第三部分第（四）项');
      await page.getByRole('button', { name: '分享：三（四）' }).click();
      await wait();
      await expect.poll(() => selected(page)).toContain('prs-2018-156/p3-4.html');
    },
    async 'an employer’s table is selected as a whole'(page, site, wait) {
      await page.goto(`${site}employer.html`);
      await page
        .getByRole('button', { name: /^复制表格/u })
        .first()
        .click();
      await wait();
      await expect(statusOf(page, 'copy-table')).toContainText('请长按复制');
      // What was folded, too.
      const quotes = await page.locator('[data-offer] .quoted').allTextContents();
      const words = (text: string) => text.replace(/\s+/gu, '');
      const chosen = words(await selected(page));
      for (const quote of quotes) expect(chosen).toContain(words(quote));
    },
    async 'a reply is selected, with the focus in it, so that the keys for copying take it'(
      page,
      site,
      wait,
    ) {
      await page.goto(`${site}staff.html`);
      await pick(page);
      await page.getByRole('button', { name: '复制答复' }).click();
      await wait();
      await expect(statusOf(page, '[data-reply] > .tools')).toContainText('请长按复制');
      await expect(reply(page)).toBeFocused();
      expect(await selected(page)).toBe(await reply(page).inputValue());
      await page.getByRole('button', { name: '复制链接', exact: true }).click();
      await wait();
      await expect.poll(() => selected(page)).toContain('prs-2018-156/p5-2.html');
    },
    async 'a list’s link is selected'(page, site, wait) {
      await page.goto(`${site}staff.html#basket=p3-4,p5-2`);
      await page.getByText('二维码、表格').click();
      await page.getByRole('button', { name: '复制清单链接' }).click();
      await wait();
      await expect(statusOf(page, '[data-basket] details')).toContainText('请长按复制');
      expect(await selected(page)).toBe(page.url());
    },
    async 'a result’s address is selected'(page, site, wait) {
      await page.goto(`${site}check/flexible/over-3/ab/listed.html`);
      await page.getByRole('button', { name: '分享' }).click();
      await wait();
      await expect(statusOf(page, 'result-tools')).toContainText('请长按复制');
      expect(await selected(page)).toBe(page.url());
    },
  };
  for (const [way, how] of Object.entries(WAYS))
    test(`${way}: a clause, a table, a reply, a list’s link and a result’s address are selected, and the reader is told how to go on`, async ({
      page,
      hosts,
    }) => {
      const heard = watch(page, hosts.root);
      await page.clock.install();
      await page.addInitScript((how) => {
        const no = () =>
          how === 'hang'
            ? new Promise(() => {})
            : Promise.reject(new DOMException('refused', 'NotAllowedError'));
        const value = how ? { write: no, writeText: no } : undefined;
        Object.defineProperty(navigator, 'clipboard', { value });
        Object.defineProperty(navigator, 'share', { value: undefined });
        document.execCommand = () => false;
      }, how);
      const wait = async () => {
        if (how === 'hang') await page.clock.runFor(PATIENCE);
      };
      await rounds(
        page,
        Object.entries(RULES),
        (_, hold) => hold(page, hosts.root, wait),
        () => heard.splice(0),
      );
    });
});

/** The way on to the words of all pages. */
const allPages = (page: Page) => page.getByRole('button', { name: '在全站的网页里查' });

test.describe('the full text cannot be had: the tables answer, and the reader is told', () => {
  test('while Pagefind is lost, cut off, blocked or stalled, and the hit opens', async ({
    page,
    hosts,
  }) => {
    const thrown = thrownOn(page);
    await page.clock.install();
    await rounds(
      page,
      [
        ['all of Pagefind answers 404', '**/pagefind/**', 'lost'],
        ['its list is cut off', '**/pagefind/*.pf_meta', 'half'],
        ['its pieces are missing', '**/pagefind/fragment/*', 'lost'],
        ['its code is cut off', '**/pagefind/pagefind.js', 'half'],
        ['its wasm is blocked', '**/pagefind/wasm.*', 'blocked'],
        ['its wasm is cut off', '**/pagefind/wasm.*', 'half'],
        ['it never answers', '**/pagefind/*.pf_meta', 'stalled'],
        ['neither it nor Fuse ever answers', '**/pagefind/**', 'stalled'],
      ] as const,
      async (_, files, how) => {
        if (how === 'lost') await lose(page, files);
        else if (how === 'half') await page.route(files, halve);
        else if (how === 'blocked') await page.route(files, (route) => route.abort());
        else await page.route(files, () => {});
        const fuse = page.waitForRequest('**/pagefind/fuse.js');
        await page.goto(`${hosts.under}search.html?q=绿卡`);
        await fuse;
        // Fuse is waited for before the tables answer, and not so long that the tables count as lost; the full text after.
        if (how === 'stalled' && files.endsWith('**')) await page.clock.runFor(PATIENCE / 3);
        await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
        await allPages(page).click();
        if (how === 'stalled') await page.clock.runFor(PATIENCE);
        await expect(page.locator('[data-answers]')).toContainText('全文检索暂时不能用');
        await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
        await firstHit(page).locator('a').click();
        await expect(page).toHaveURL(/p5-2\.html/u);
      },
      () => thrown.splice(0),
    );
  });

  test('while its index is missing or cut off, or the browser has no wasm; where the index is there and has not the words, nothing of the kind is said', async ({
    page,
    hosts,
  }) => {
    const answers = page.locator('[data-answers]');
    const told = async () => {
      await page.goto(`${hosts.under}search.html?q=绿卡`);
      await allPages(page).click();
      await expect(answers).toContainText('全文检索暂时不能用');
      await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
    };
    const notTold = async () => {
      const asked = page.waitForResponse(/pf_index/u);
      await page.goto(`${hosts.under}search.html?q=greencrd`);
      await done(page).waitFor();
      await allPages(page).click();
      await asked;
      await expect(answers).not.toContainText('全文检索暂时不能用');
    };
    const thrown = thrownOn(page);
    await rounds(
      page,
      [
        [
          'missing',
          async () => {
            await lose(page, '**/pagefind/index/*');
            await told();
          },
        ],
        [
          'cut off',
          async () => {
            await page.route('**/pagefind/index/*', halve);
            await told();
          },
        ],
        [
          'no wasm at all in the browser',
          async () => {
            await using _without = await page.addInitScript(() => {
              Object.defineProperty(window, 'WebAssembly', { value: undefined });
              Object.defineProperty(window, 'Worker', { value: undefined });
            });
            await told();
          },
        ],
        ['it has not the words, in a browser with a cutter of words', notTold],
        [
          'it has not the words, in a browser without a cutter of words',
          async () => {
            await using _without = await page.addInitScript(() => {
              Reflect.deleteProperty(Intl, 'Segmenter');
            });
            await notTold();
          },
        ],
      ] as const,
      (_, ask) => ask(),
      () => thrown.splice(0),
    );
  });
});

test.describe('the search table', () => {
  test('missing or cut off: a plain sentence, and all clauses stand below', async ({
    page,
    hosts,
  }) => {
    const heard = watch(page, hosts.under);
    await rounds(
      page,
      [['missing'], ['cut off']] as const,
      async (how) => {
        if (how === 'missing') await lose(page, '**/search-table.json');
        else await page.route('**/search-table.json', halve);
        await page.goto(`${hosts.under}search.html?q=绿卡`);
        await expect(page.locator('[data-answers]')).toContainText('搜索暂时不能用');
        await expect(page.getByRole('searchbox')).toHaveValue('绿卡');
        await page.locator('details.said > ul a').last().click();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      },
      () => wrongs(heard.splice(0)),
    );
  });

  test('over a page, it leads to all clauses; once it can be had again, the next key finds', async ({
    page,
    hosts,
  }) => {
    await lose(page, '**/search-table.json');
    await page.goto(`${hosts.under}prs-2018-156/p3-4.html`);
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('绿');
    await expect(dialog.getByRole('link', { name: '看全部条款' })).toHaveAttribute(
      'href',
      `${hosts.under}search.html`,
    );
    await page.unroute('**/search-table.json');
    await page.keyboard.type('卡');
    await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
  });
});

test.describe('the desk’s table, missing or cut off', () => {
  test('the desk says so, links still open, and the next use tries again; the page of codes says so, and the way back keeps the list', async ({
    page,
    hosts,
  }) => {
    const heard = watch(page, hosts.under);
    const desk = async () => {
      await page.goto(`${hosts.under}staff.html`);
      await page.getByRole('searchbox').fill('绿卡');
      await expect(help(page)).toContainText('答复暂时写不出来');
      await firstHit(page).locator('a').click();
      await expect(page).toHaveURL(/prs-2018-156\/p5-2\.html/u);
      await page.goto(`${hosts.under}staff.html`);
      await page.getByRole('searchbox').click();
      await expect(help(page)).toContainText('答复暂时写不出来');
      await page.unroute('**/desk.json');
      await page.getByRole('searchbox').blur();
      await pick(page);
    };
    const codes = async () => {
      await page.goto(`${hosts.under}qr.html#basket=p3-4,p5-2`);
      await expect(statusOf(page, 'code-sheet')).toContainText('二维码没有做成');
      await page.getByRole('link', { name: '回到“工作人员”' }).click();
      await expect(page).toHaveURL(`${hosts.under}staff.html#basket=p3-4,p5-2`);
    };
    await rounds(
      page,
      [
        ['missing, at the desk', desk],
        ['missing, on the page of codes', codes],
        ['cut off, at the desk', desk],
        ['cut off, on the page of codes', codes],
      ] as const,
      async (name, ask) => {
        if (name.startsWith('missing')) await lose(page, '**/desk.json');
        else await page.route('**/desk.json', halve);
        await ask();
      },
      () => wrongs(heard.splice(0)),
    );
  });
});

test.describe('a file that neither comes nor fails: the reader is told, and what comes late still counts', () => {
  /** Holds files back until the returned function is called. */
  async function hold(page: Page, files: string): Promise<() => void> {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(files, async (route) => {
      await released;
      await route.continue().catch(() => {});
    });
    return release;
  }

  /** Does what asks for a file that is held back, and waits for it as long as the page does. */
  async function outwait(page: Page, file: string, ask: () => Promise<unknown>): Promise<void> {
    const asked = page.waitForRequest(`**/${file}`);
    await ask();
    await asked;
    await page.clock.runFor(PATIENCE);
  }

  test('of the search', async ({ page, hosts }) => {
    const table = async () => {
      const release = await hold(page, '**/search-table.json');
      await outwait(page, 'search-table.json', () => page.goto(`${hosts.under}search.html?q=绿卡`));
      await expect(page.locator('[data-answers]')).toContainText('搜索暂时不能用');
      await expect(statusOf(page, 'site-search')).toContainText('搜索暂时不能用');
      release();
      await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
    };
    const tableOver = async () => {
      const release = await hold(page, '**/search-table.json');
      await page.goto(`${hosts.under}prs-2018-156/p3-4.html`);
      await page.keyboard.press('/');
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('searchbox')).toBeFocused();
      await page.keyboard.type('绿卡');
      await page.clock.runFor(PATIENCE);
      await expect(dialog.getByRole('link', { name: '看全部条款' })).toBeVisible();
      release();
      await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
    };
    const overlay = (use: () => Promise<void>) => async () => {
      await hold(page, '**/_astro/search-overlay.*.js');
      await page.goto(`${hosts.under}prs-2018-156/p3-4.html`);
      await outwait(page, '_astro/search-overlay.*.js', use);
      await expect(page).toHaveURL(`${hosts.under}search.html`);
    };
    // A phone has the link, a wide window the field.
    await page.setViewportSize({ width: 390, height: 844 });
    const link = page.locator('header').getByRole('link', { name: '搜索' });
    await page.clock.install();
    await rounds(
      page,
      [
        ['the search table', table],
        ['the search table, over a page', tableOver],
        ['the search over a page, by its link: the search page opens', overlay(() => link.click())],
        [
          'the search over a page, by its key: the search page opens',
          overlay(() => page.keyboard.press('/')),
        ],
      ] as const,
      (_, ask) => ask(),
    );
  });

  test('of the desk, and of codes', async ({ page, hosts }) => {
    const desk = (file: string) => async () => {
      const release = await hold(page, `**/${file}`);
      await page.goto(`${hosts.under}staff.html`);
      await outwait(page, file, () => page.getByRole('searchbox').fill('绿卡'));
      await page.getByRole('searchbox').press('Enter');
      await expect(help(page)).toContainText('答复暂时写不出来');
      await expect(done(page)).toHaveAttribute('data-query', '绿卡');
      await expect
        .poll(() => page.evaluate(() => localStorage.getItem('/a/b/ search-queries')))
        .toBe('["绿卡"]');
      release();
      await expect(help(page)).toHaveText('');
      await pick(page);
    };
    const search = async () => {
      await hold(page, '**/_astro/site-search.*.js');
      await page.goto(`${hosts.under}staff.html`);
      await outwait(page, '_astro/site-search.*.js', async () => {
        await page.getByRole('searchbox').fill('绿卡');
        await page.getByRole('searchbox').press('Enter');
      });
      await expect(page).toHaveURL(`${hosts.under}search.html#q=${encodeURIComponent('绿卡')}`);
    };
    const codes = async () => {
      const release = await hold(page, '**/desk.json');
      await outwait(page, 'desk.json', () => page.goto(`${hosts.under}qr.html#basket=p3-4,p5-2`));
      await expect(statusOf(page, 'code-sheet')).toContainText('二维码没有做成');
      release();
      await expect(statusOf(page, 'code-sheet')).toContainText('共 2 个');
      await expect(page.locator('[data-codes] img')).toHaveCount(2);
    };
    const code = async () => {
      await hold(page, '**/_astro/code-panel.*.js');
      await page.goto(`${hosts.under}prs-2018-156/p3-4.html`);
      await outwait(page, '_astro/code-panel.*.js', () =>
        page.getByRole('button', { name: '二维码：三（四）' }).click(),
      );
      await expect(page.locator('[data-panel]')).toContainText(
        `请复制这个网址：${hosts.under}prs-2018-156/p3-4.html`,
      );
    };
    await page.clock.install();
    await rounds(
      page,
      [
        [
          'desk.json at the desk: Enter is answered by the search, whose links open',
          desk('desk.json'),
        ],
        [
          'its code at the desk: Enter is answered by the search, whose links open',
          desk('_astro/desk.*.js'),
        ],
        ['the search at the desk: its page answers', search],
        ['desk.json on the page of codes', codes],
        ['what makes a code: the address stands in words', code],
      ] as const,
      (_, ask) => ask(),
    );
  });
});

test.describe('a page that has not come whole', () => {
  /** What the page says at its head. */
  const said = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.body, '::before').content);
  /** A page looks twice before it says that nothing comes. */
  const TWICE = 9000;

  test('says so where the connection broke, where half of it passes for the whole, and while it stands still, no longer when its end has come', async ({
    page,
    hosts,
  }) => {
    const TOLD = '没有全部取到，请刷新';
    const host = await halting.start();
    const begin = async (path: string) => {
      await page.goto(`${host.url}${path}.html`, { waitUntil: 'commit' });
      await expect(page.locator('body > header')).toBeAttached();
    };
    const broken = async (path: string) => {
      await begin(path);
      host.cut();
      await page.clock.runFor(TWICE);
      await expect.poll(() => said(page)).toContain(TOLD);
    };
    const half = async (path: string) => {
      await page.route(`**/${path}.html`, halve);
      await page.goto(`${hosts.under}${path}.html`);
      await page.clock.runFor(TWICE);
      await expect.poll(() => said(page)).toContain(TOLD);
    };
    const still = async (path: string) => {
      await begin(path);
      await page.clock.runFor(TWICE);
      await expect.poll(() => said(page)).toContain(TOLD);
      host.send();
      await expect(page.locator('footer')).toBeAttached();
      await page.clock.runFor(TWICE);
      await expect.poll(() => said(page)).toBe('none');
    };
    await page.clock.install();
    await rounds(
      page,
      [
        ['prs-2018-156, broken', broken],
        ['prs-2018-156/p3-4, broken', broken],
        ['check/flexible, broken', broken],
        ['prs-2018-156, half', half],
        ['prs-2018-156, still', still],
      ] as const,
      (name, ask) => ask(name.replace(/,.*/u, '')),
    );
    await host.close();
  });

  test('is never said of one that has', async ({ page, hosts }) => {
    await page.clock.install();
    for (const path of ['index', '404', 'prs-2018-156', 'check/flexible', 'search']) {
      await page.goto(`${hosts.root}${path}.html`);
      await page.clock.runFor(60_000);
      expect(await said(page), path).toBe('none');
    }
  });
});

test.describe('a new build while an old page is open', () => {
  test('the search, the desk, codes and printing: each leads on, or says what to do', async ({
    page,
    hosts,
  }) => {
    const heard = watch(page, hosts.under);
    const overlay = (use: () => Promise<void>) => async () => {
      await lose(page, '**/_astro/search-overlay.*.js');
      await page.goto(`${hosts.under}prs-2018-156/p3-4.html`);
      await use();
      await expect(page).toHaveURL(`${hosts.under}search.html`);
    };
    const field = async () => {
      await page.goto(`${hosts.under}staff.html`);
      const chunk = '**/_astro/site-search.*.js';
      await lose(page, chunk);
      const asked = page.waitForResponse(chunk);
      await page.getByRole('searchbox').fill('绿卡');
      await asked;
      await page.unroute(chunk);
      await page.getByRole('searchbox').press('Enter');
      await expect(page).toHaveURL(`${hosts.under}search.html#q=${encodeURIComponent('绿卡')}`);
      await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
    };
    const desk = (path: string, use: () => Promise<void>) => async () => {
      await lose(page, '**/_astro/desk.*.js');
      await page.goto(hosts.under + path);
      await use();
      await expect(help(page)).toBeVisible();
      await expect(help(page)).toContainText('重新打开');
      await page.getByRole('searchbox').fill('绿卡');
      await firstHit(page).locator('a').click();
      await expect(page).toHaveURL(/prs-2018-156\/p5-2\.html/u);
    };
    const clause = async () => {
      await using _printed = await page.addInitScript(() => {
        window.print = () => document.documentElement.setAttribute('data-printed', '');
      });
      await lose(page, '**/_astro/{code-panel,qr}.*.js');
      await page.goto(`${hosts.under}prs-2018-156/p3-4.html`);
      await page.getByRole('button', { name: '二维码：三（四）' }).click();
      await expect(page.locator('[data-panel]')).toContainText(
        `请复制这个网址：${hosts.under}prs-2018-156/p3-4.html`,
      );
      await page.getByRole('button', { name: '打印：三（四）' }).click();
      await expect(page.locator('html')).toHaveAttribute('data-printed', '');
    };
    const codes = async () => {
      await lose(page, '**/_astro/qr.*.js');
      await page.goto(`${hosts.under}qr.html#basket=p3-4`);
      await expect(statusOf(page, 'code-sheet')).toContainText('请重新打开本页');
    };
    // A phone has the link, a wide window the field.
    await page.setViewportSize({ width: 390, height: 844 });
    const search = page.locator('header').getByRole('link', { name: '搜索' });
    await rounds(
      page,
      [
        ['the search link leads to the search page', overlay(() => search.click())],
        ['its key leads to the search page', overlay(() => page.keyboard.press('/'))],
        ['Ctrl+K leads to the search page', overlay(() => page.keyboard.press('Control+k'))],
        ['the staff page’s field leads to the search page with what was typed', field],
        [
          'the desk, used, says what to do, and its links open',
          desk('staff.html', () => page.getByRole('searchbox').click()),
        ],
        [
          'the desk, opened with a list, says what to do, and its links open',
          desk('staff.html#basket=p3-4', async () => {}),
        ],
        ['a clause’s code gives its address in words, and the page still prints', clause],
        ['the page of codes says to open it again', codes],
      ] as const,
      (_, ask) => ask(),
      () => wrongs(heard.splice(0)),
    );
  });
});

test.describe('a hostile address', () => {
  /** How much of a page is what only an address can have brought. */
  const injected = (page: Page, what: string) =>
    page.evaluate((what) => document.querySelectorAll(what).length, what);

  test('after ?q=: an answer or a plain sentence, nothing injected', async ({ page, hosts }) => {
    const heard = watch(page, hosts.root);
    await rounds(
      page,
      [
        ['ten thousand characters', encodeURIComponent('引'.repeat(900)) + 'a'.repeat(1900)],
        ['markup', encodeURIComponent('"><img src=x onerror=alert(1)><script>alert(1)</script>')],
        ['right-to-left and control characters', '%E2%80%AE%E7%BB%BF%E5%8D%A1%07%E2%80%8B'],
        ['NUL', '%00%E7%BB%BF%E5%8D%A1%00'],
        ['lone percent signs', '%%25%'],
        ['half a character', '%E0%A4%A'],
        ['a question asked twice', '%E7%BB%BF%E5%8D%A1&q=x'],
      ] as const,
      async (_, query) => {
        await page.goto(`${hosts.root}search.html?q=${query}`);
        await done(page).waitFor();
        expect(
          ((await page.locator('[data-answers]').textContent()) ?? '').trim().length,
        ).toBeGreaterThan(5);
        expect(await injected(page, 'main img, main script:not([src]), [onerror]')).toBe(0);
        await expect(page.locator('details.said summary').first()).toBeVisible();
        // What is offered again the next time is text, too.
        await page.goto(`${hosts.root}search.html`);
        await expect(page.locator('.chips').first()).toBeVisible();
        expect(await injected(page, 'main img, main script:not([src]), [onerror]')).toBe(0);
      },
      () => heard.splice(0),
    );
  });

  const FRAGMENTS = [
    ['a list of junk', 'basket=x,,<b>,p3-4,__proto__,p3-4-s9999'],
    ['a list with half a character', 'basket=%E0%A4%A'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a sentence that is not there', 's999999'],
    ['a name that is no selector', '9-s1'],
    ['a percent sign', '%'],
    ['100 kB', 'x'.repeat(100_000)],
    ['a list of 100 kB', `basket=${'p3-4,'.repeat(20_000)}`],
  ] as const;

  test('after #: the page and its controls stand, nothing injected, and the desk can still be used', async ({
    page,
    hosts,
  }) => {
    const heard = watch(page, hosts.root);
    await rounds(
      page,
      FRAGMENTS,
      async (_, fragment) => {
        for (const path of ['prs-2018-156', 'prs-2018-156/p3-4', 'qr', 'search', 'sheet']) {
          await page.goto(`${hosts.root}${path}.html#${fragment}`);
          if (path.startsWith('prs'))
            await expect(page.getByRole('button', { name: /^复制(引文)?：/u })).toBeVisible();
          if (path === 'qr') await expect(statusOf(page, 'code-sheet')).toContainText(/条款|共/u);
          expect(await injected(page, '[onerror], main b'), path).toBe(0);
          expect(await headed(page), path).toBe(true);
        }
      },
      () => heard.splice(0),
    );
    await rounds(
      page,
      FRAGMENTS,
      async (_, fragment) => {
        await page.goto(`${hosts.root}staff.html#${fragment}`);
        await pick(page);
        await page.getByRole('button', { name: '加入清单' }).click();
        await expect(page.locator('[data-picks]')).toContainText('五（二）');
        expect(await injected(page, '[onerror]')).toBe(0);
      },
      () => heard.splice(0),
    );
  });
});

test.describe('an unknown address', () => {
  for (const host of ['root', 'under'] as const)
    test(`leads to the clause whose number stands in it, and that to its document, on the host "${host}"`, async ({
      page,
      hosts,
    }) => {
      const heard = watch(page, hosts[host]);
      await rounds(
        page,
        [
          ['PRS-2018-156/P3-4.HTML'],
          ['prs-2018-156//p3-4.html'],
          ['/prs-2018-156/p3-4.html'],
          ['prs-2018-156/p3-4.html/'],
          ['prs-2018-156/%/p3-4'],
        ] as const,
        async (path) => {
          const response = await page.goto(hosts[host] + path);
          // Slashes too many are merged by the page itself.
          const merged = new URL(hosts[host] + path).pathname.includes('//');
          if (response?.status() === 404 && !merged) await page.locator('clause-offer a').click();
          await expect(page).toHaveURL(`${hosts[host]}prs-2018-156/p3-4.html`);
          await expect(page.getByRole('heading', { level: 1 })).toContainText('鼓励柔性引进');
        },
        () => wrongs(heard.splice(0)),
      );
      // They all stand at one address now, so it is one page whose links lead on.
      await page
        .getByRole('navigation', { name: '主导航' })
        .getByRole('link', { name: '全文' })
        .click();
      await expect(page).toHaveURL(`${hosts[host]}prs-2018-156.html`);
      expect(wrongs(heard)).toEqual([]);
    });

  // What a messenger or a letter puts behind an address is dragged along when it is opened.
  test('with what was dragged along is offered its clause', async ({ page, hosts }) => {
    await rounds(
      page,
      [
        ['p3-4.html。', ''],
        ['p3-4.html）', ''],
        ['p3-4.html”', ''],
        ['p3-4.html》，请看', ''],
        ['p3-4。', ''],
        ['p3-4.html。#s4', '#s4'],
        ['p3-4.html%23s4）', '#s4'],
        ['三（四）。', ''],
      ] as const,
      async (dragged, sentence) => {
        const response = await page.goto(`${hosts.under}prs-2018-156/${dragged}`);
        expect(response?.status()).toBe(404);
        const offer = page.locator('clause-offer a');
        await expect(offer).toBeVisible();
        const address = `${hosts.under}prs-2018-156/p3-4.html${sentence}`;
        await expect(offer).toHaveJSProperty('href', address);
        // That an offer is followed where it leads, the test before shows; there it has no sentence.
        if (!sentence) return;
        await offer.click();
        await expect(page).toHaveURL(address);
      },
    );
  });

  test('of a clause with what was dragged along behind # leads to its sentence, which is what is cited', async ({
    page,
    hosts,
  }) => {
    await rounds(
      page,
      [['#s4）'], ['#s4。'], ['#s4”'], ['#s4，请看'], ['#s4 ']] as const,
      async (dragged) => {
        await page.goto(`${hosts.root}prs-2018-156/p3-4.html${dragged}`);
        await expect(page).toHaveURL(`${hosts.root}prs-2018-156/p3-4.html#s4`);
        await expect(page.locator('#s4:target')).toBeVisible();
        await expect(page.locator('[data-citation]').first()).toContainText('第4句');
      },
    );
  });

  test('with slashes too many, where the host shows the page, is mended with what follows it, and Back leaves', async ({
    page,
  }) => {
    const host = await merging.start();
    const heard = watch(page, host.url);
    await page.goto(`${host.url}about.html`);
    for (const path of ['prs-2018-156//p3-4.html', '/prs-2018-156///p3-4.html']) {
      await page.goto(`${host.url}${path}?a=b//c#s2`);
      await expect(page).toHaveURL(`${host.url}prs-2018-156/p3-4.html?a=b//c#s2`);
      await expect(page.locator('#s2')).toBeVisible();
      await page.goBack();
      await expect(page).toHaveURL(`${host.url}about.html`);
    }
    // Archives keep pages under the address they had.
    const kept = `${host.url}web/https://example.cn/prs-2018-156/p3-4.html`;
    await page.goto(kept);
    await expect(page).toHaveURL(kept);
    await host.close();
    expect(wrongs(heard)).toEqual([]);
  });

  test('with slashes too many is left alone in a folder', async ({ page }) => {
    const path = `file://${process.cwd()}//dist/about.html`;
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.url()).toBe(path);
  });

  test('has the host’s own 404 where the host knows exact names only', async ({ page, hosts }) => {
    for (const path of ['PRS-2018-156/P3-4.HTML', 'prs-2018-156//p3-4.html', 'no/such', '/', '%']) {
      const response = await page.request.get(hosts.exact + path);
      expect(response.status(), path).toBe(404);
    }
  });

  test('is where no link, form, picture or file of ours leads, on a host of exact names', async ({
    page,
    hosts,
  }) => {
    test.setTimeout(90_000);
    const found = new Set<string>();
    const todo = [`${hosts.exact}index.html`];
    const paths = [
      'prs-2018-156/p3-4',
      'check/flexible/over-3/ab/listed',
      'staff',
      'search',
      'qr',
      '404',
    ];
    todo.push(...paths.map((path) => `${hosts.exact}${path}.html`));
    for (const address of todo) {
      await page.goto(address);
      const all = await page
        .locator('a[href], form[action], img[src], link[href], script[src]')
        .evaluateAll((elements) =>
          elements.map((e) => {
            const given =
              e.getAttribute('href') ?? e.getAttribute('action') ?? e.getAttribute('src');
            return new URL(given ?? '', document.baseURI).href.replace(/[?#].*$/u, '');
          }),
        );
      for (const one of all) if (one.startsWith(hosts.exact)) found.add(one);
    }
    expect(found.size).toBeGreaterThan(50);
    const dead: string[] = [];
    for (const one of found) if ((await page.request.get(one)).status() !== 200) dead.push(one);
    expect(dead).toEqual([]);
  });
});

test.describe('a page half loaded', () => {
  const PAGES = [
    'index',
    'prs-2018-156',
    'prs-2018-156/p3-4',
    'talent',
    'employer',
    'staff',
    'check',
    'check/flexible',
    'check/flexible/over-3/ab/listed',
    'sheet',
    'qr',
    'search',
    'topics',
    'terms',
    'duties',
    'about',
    '404',
  ];
  /** Buttons that show; a search form's own works without script. */
  const controls = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('button:not([type=submit]), select, textarea')]
        .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length)
        .map((e) => e.outerHTML.slice(0, 120)),
    );
  /** Refuses files as a blocker does; without a look at every request, as `page.route` takes, which costs. */
  async function refuse(page: Page, ...files: string[]): Promise<CDPSession> {
    const client = await page.context().newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.setBlockedURLs', { urls: files });
    return client;
  }

  test('styles lost: the issued text stands in its order', async ({ page, hosts }) => {
    const { clauses } = await import('./policy.ts');
    const { clauseText } = await import('../src/domain/policy/clause.ts');
    await refuse(page, '*.css');
    await page.goto(`${hosts.root}prs-2018-156.html`);
    // What can be selected is what is rendered.
    await page.locator('main').evaluate((main) => getSelection()?.selectAllChildren(main));
    const shown = (await selected(page)).replace(/\s+/gu, '');
    let at = -1;
    for (const line of clauses.flatMap((clause) => clauseText(clause).split('\n'))) {
      const next = shown.indexOf(line.replace(/\s+/gu, ''), at + 1);
      expect(next, line).toBeGreaterThan(at);
      at = next;
    }
  });

  test('styles lost: the same controls show as with them, and none of them without script; scripts lost: none that needs them, and what is nothing without them says so, and what to do instead', async ({
    page,
    hosts,
  }) => {
    /** The page for unknown addresses carries its styles itself. */
    const OWN_STYLES = '404';
    const SAYS_SO = ['staff', 'search', 'sheet', 'qr'];
    const heard = watch(page, hosts.root);
    const styled = () =>
      page.evaluate(
        () => getComputedStyle(document.documentElement).getPropertyValue('--warn') !== '',
      );
    const client = await refuse(page);
    type Shown = Record<string, string[]>;
    const whole: Shown = {};
    const nothing: Shown = {};
    const none = { urls: [], scriptOff: false, stylesLost: false, shown: whole };
    await rounds(
      page,
      [
        ['whole', none],
        ['styles lost', { ...none, urls: ['*.css'], stylesLost: true }],
        [
          'styles lost, script off',
          { urls: ['*.css'], scriptOff: true, stylesLost: true, shown: nothing },
        ],
        ['scripts lost', { ...none, urls: ['*.js'], shown: nothing }],
      ] as const,
      async (name, { urls, scriptOff, stylesLost, shown }) => {
        await client.send('Network.setBlockedURLs', { urls: [...urls] });
        await client.send('Emulation.setScriptExecutionDisabled', { value: scriptOff });
        for (const path of PAGES) {
          await page.goto(`${hosts.root}${path}.html`);
          if (name === 'whole') whole[path] = await controls(page);
          expect(await styled(), path).toBe(!stylesLost || path === OWN_STYLES);
          expect(await headed(page), path).toBe(true);
          expect(await controls(page), path).toEqual(shown[path] ?? []);
          if (name === 'scripts lost' && SAYS_SO.includes(path))
            await expect(page.locator('main [data-without-script]'), path).toBeVisible();
        }
      },
      () => wrongs(heard.splice(0)),
    );
  });

  test.describe('scripts lost', () => {
    test.beforeEach(({ page }) => refuse(page, '*.js'));

    test('the field of the staff page leads to all clauses, and one of them opens', async ({
      page,
      hosts,
    }) => {
      await page.goto(`${hosts.exact}staff.html`);
      await page.getByRole('searchbox').fill('绿卡');
      await page.getByRole('searchbox').press('Enter');
      await expect(page).toHaveURL(/search\.html\?q=/u);
      await expect(page.locator('main [data-without-script]')).toBeVisible();
      await page.locator('main li a[href*="p5-2"]').click();
      await expect(page).toHaveURL(`${hosts.exact}prs-2018-156/p5-2.html`);
    });

    test('from home to a result of the self-check, and from home to a clause', async ({
      page,
      hosts,
    }) => {
      await page.goto(`${hosts.exact}index.html`);
      await page.locator('main').getByRole('link', { name: /^自查/u }).click();
      await page.locator('main a[href="check/flexible.html"]').click();
      await answerAll(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d 项/u);
      await page.goto(`${hosts.exact}index.html`);
      await page.locator('main').getByRole('link', { name: '高层次人才引进措施' }).click();
      await page.locator('main').getByRole('link', { name: '鼓励柔性引进' }).click();
      await expect(page.locator('[data-issued]').first()).toBeVisible();
    });
  });
});
