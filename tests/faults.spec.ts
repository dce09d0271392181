import type { Page, Route } from '@playwright/test';
import { halting, merging } from './hosts.ts';
import { answerAll, expect, test, watch } from './site.ts';

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

/** Picks the first clause that the desk finds. */
async function pick(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox').fill(query);
  await done(page).waitFor();
  // The desk comes in its own time.
  await expect(async () => {
    await page.getByRole('searchbox').press('Enter');
    await expect(reply(page)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
}

test.describe('storage refused', () => {
  const WAYS = {
    'on any access': () =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      }),
    'on keeping': () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  };
  for (const [way, refuse] of Object.entries(WAYS)) {
    test(`${way}: one reads from home over the search to a clause, and settings hold for the page`, async ({
      page,
      hosts,
    }) => {
      await page.addInitScript(refuse);
      const heard = watch(page, hosts.root);
      await page.goto(`${hosts.root}index.html`);
      await page.getByRole('searchbox').fill('绿卡');
      await page.getByRole('searchbox').press('Enter');
      await done(page).waitFor();
      await firstHit(page).locator('a').click();
      await expect(page).toHaveURL(/p5-2\.html/u);
      await expect(page.getByRole('button', { name: /^复制(原文和)?引文/u })).toBeVisible();
      await page.getByText('显示设置').click();
      await page.getByLabel('深色').check();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await expect(statusOf(page, 'display-settings')).toContainText('只在本页有效');
      expect(heard).toEqual([]);
    });

    test(`${way}: a result and the sheet say that nothing can be kept, and what to do instead`, async ({
      page,
      hosts,
    }) => {
      await page.addInitScript(refuse);
      const heard = watch(page, hosts.root);
      await page.goto(`${hosts.root}check/flexible/ab/over-3/yes/listed.html`);
      await page.getByRole('button', { name: '加入咨询单' }).click();
      await expect(statusOf(page, 'result-tools')).toContainText('请直接打印本页');
      await page.goto(`${hosts.root}sheet.html`);
      await expect(statusOf(page, 'consult-sheet')).toContainText('不让网页保存');
      expect(heard).toEqual([]);
    });

    test(`${way}: the desk answers in the kind chosen, and says that a wording cannot be kept`, async ({
      page,
      hosts,
    }) => {
      await page.addInitScript(refuse);
      const heard = watch(page, hosts.root);
      await page.goto(`${hosts.root}staff.html`);
      await pick(page, '绿卡');
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
      expect(heard).toEqual([]);
    });
  }

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
  for (const [way, how] of Object.entries(WAYS)) {
    test.describe(way, () => {
      /** What hangs is given up in time. */
      const wait = async (page: Page) => {
        if (how === 'hang') await page.clock.runFor(PATIENCE);
      };

      test.beforeEach(async ({ page }) => {
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
      });

      test('a clause: citation and address are selected, and the reader is told how to go on', async ({
        page,
        hosts,
      }) => {
        const heard = watch(page, hosts.root);
        await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
        await page.getByRole('button', { name: '复制原文和引文：三（四）' }).click();
        await wait(page);
        await expect(statusOf(page, 'cite-actions')).toContainText('请长按复制');
        expect(await selected(page)).toContain('第三部分第（四）项');
        await page.getByRole('button', { name: '复制链接：三（四）' }).click();
        await wait(page);
        await expect.poll(() => selected(page)).toContain('prs-2018-156/p3-4.html');
        expect(heard).toEqual([]);
      });

      test('an employer’s table is selected as a whole', async ({ page, hosts }) => {
        const heard = watch(page, hosts.root);
        await page.goto(`${hosts.root}employer.html`);
        await page
          .getByRole('button', { name: /^复制表格/u })
          .first()
          .click();
        await wait(page);
        await expect(statusOf(page, 'copy-table')).toContainText('请长按复制');
        const table = await page.locator('copy-table + table').first().textContent();
        const words = (text: string) => text.replace(/\s+/gu, '');
        expect(words(await selected(page))).toContain(words(table ?? '').slice(-40));
        expect(heard).toEqual([]);
      });

      test('a reply is selected, with the focus in it, so that the keys for copying take it', async ({
        page,
        hosts,
      }) => {
        const heard = watch(page, hosts.root);
        await page.goto(`${hosts.root}staff.html`);
        await pick(page, '绿卡');
        await page.getByRole('button', { name: '复制答复' }).click();
        await wait(page);
        await expect(statusOf(page, '[data-reply] > .tools')).toContainText('请长按复制');
        await expect(reply(page)).toBeFocused();
        expect(await selected(page)).toBe(await reply(page).inputValue());
        await page.getByRole('button', { name: '复制链接', exact: true }).click();
        await wait(page);
        await expect.poll(() => selected(page)).toContain('prs-2018-156/p5-2.html');
        expect(heard).toEqual([]);
      });

      test('a list’s link is selected', async ({ page, hosts }) => {
        await page.goto(`${hosts.root}staff.html#basket=p3-4,p5-2`);
        await page.getByRole('button', { name: '复制清单链接' }).click();
        await wait(page);
        await expect(statusOf(page, '[data-basket]')).toContainText('请长按复制');
        expect(await selected(page)).toBe(page.url());
      });

      test('a result’s address is selected', async ({ page, hosts }) => {
        const heard = watch(page, hosts.root);
        await page.goto(`${hosts.root}check/flexible/ab/over-3/yes/listed.html`);
        await page.getByRole('button', { name: '分享或复制链接' }).click();
        await wait(page);
        await expect(statusOf(page, 'result-tools')).toContainText('请长按复制');
        expect(await selected(page)).toBe(page.url());
        expect(heard).toEqual([]);
      });
    });
  }
});

test.describe('the full text cannot be had: the tables answer, and the reader is told', () => {
  for (const [fault, files, how] of [
    ['all of Pagefind answers 404', '**/pagefind/**', 'lost'],
    ['its list is cut off', '**/pagefind/*.pf_meta', 'half'],
    ['its pieces are missing', '**/pagefind/fragment/*', 'lost'],
    ['its code is cut off', '**/pagefind/pagefind.js', 'half'],
    ['its wasm is blocked', '**/pagefind/wasm.*', 'blocked'],
    ['its wasm is cut off', '**/pagefind/wasm.*', 'half'],
    ['it never answers', '**/pagefind/*.pf_meta', 'stalled'],
  ] as const) {
    test(fault, async ({ page, hosts }) => {
      const thrown = thrownOn(page);
      if (how === 'lost') await lose(page, files);
      else if (how === 'half') await page.route(files, halve);
      else if (how === 'blocked') await page.route(files, (route) => route.abort());
      else await page.route(files, () => {});
      await page.clock.install();
      await page.goto(`${hosts.under}search.html?q=绿卡`);
      await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
      if (how === 'stalled') await page.clock.runFor(PATIENCE);
      await expect(page.locator('[data-answers]')).toContainText('全文检索暂时不能用');
      await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
      await firstHit(page).locator('a').click();
      await expect(page).toHaveURL(/p5-2\.html/u);
      expect(thrown).toEqual([]);
    });
  }

  test('neither it nor Fuse ever answers', async ({ page, hosts }) => {
    const thrown = thrownOn(page);
    await page.route('**/pagefind/**', () => {});
    await page.clock.install();
    const fuse = page.waitForRequest('**/pagefind/fuse.js');
    await page.goto(`${hosts.under}search.html?q=绿卡`);
    // Fuse is waited for before the tables answer, and not so long that the tables count as lost; the full text after.
    await fuse;
    await page.clock.runFor(PATIENCE / 3);
    await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
    await page.clock.runFor(PATIENCE);
    await expect(page.locator('[data-answers]')).toContainText('全文检索暂时不能用');
    await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
    await firstHit(page).locator('a').click();
    await expect(page).toHaveURL(/p5-2\.html/u);
    expect(thrown).toEqual([]);
  });

  for (const how of ['missing', 'cut off'] as const) {
    test(`its index is ${how}: the reader is told, and the tables’ hits stand`, async ({
      page,
      hosts,
    }) => {
      if (how === 'missing') await lose(page, '**/pagefind/index/*');
      else await page.route('**/pagefind/index/*', halve);
      await page.goto(`${hosts.under}search.html?q=绿卡`);
      await expect(page.locator('[data-answers]')).toContainText('全文检索暂时不能用');
      await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
    });
  }

  for (const cutter of ['with', 'without'] as const) {
    test(`its index is there and has not the words, in a browser ${cutter} a cutter of words: nothing of the kind is said`, async ({
      page,
      hosts,
    }) => {
      if (cutter === 'without') {
        await page.addInitScript(() => Reflect.deleteProperty(Intl, 'Segmenter'));
      }
      const asked = page.waitForResponse(/pf_index/u);
      await page.goto(`${hosts.under}search.html?q=greencrd`);
      await asked;
      await done(page).waitFor();
      await expect(page.locator('[data-answers]')).not.toContainText('全文检索暂时不能用');
    });
  }

  test('no wasm at all in the browser', async ({ page, hosts }) => {
    const thrown = thrownOn(page);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'WebAssembly', { value: undefined });
      Object.defineProperty(window, 'Worker', { value: undefined });
    });
    await page.goto(`${hosts.root}search.html?q=绿卡`);
    await expect(page.locator('[data-answers]')).toContainText('全文检索暂时不能用');
    await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
    expect(thrown).toEqual([]);
  });
});

test.describe('the search table', () => {
  for (const how of ['missing', 'cut off'] as const) {
    test(`${how}: a plain sentence, and all clauses stand below`, async ({ page, hosts }) => {
      const heard = watch(page, hosts.under);
      if (how === 'missing') await lose(page, '**/search-table.json');
      else await page.route('**/search-table.json', halve);
      await page.goto(`${hosts.under}search.html?q=绿卡`);
      await expect(page.locator('[data-answers]')).toContainText('搜索暂时不能用');
      await expect(page.getByRole('searchbox')).toHaveValue('绿卡');
      await page.locator('main h2 + ul li a').last().click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(wrongs(heard)).toEqual([]);
    });
  }

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

test.describe('the desk’s table', () => {
  for (const how of ['missing', 'cut off'] as const) {
    test(`${how}: the desk says so, links still open, and the next use tries again`, async ({
      page,
      hosts,
    }) => {
      const heard = watch(page, hosts.under);
      if (how === 'missing') await lose(page, '**/desk.json');
      else await page.route('**/desk.json', halve);
      await page.goto(`${hosts.under}staff.html`);
      await page.getByRole('searchbox').fill('绿卡');
      await expect(help(page)).toContainText('答复暂时写不出来');
      await firstHit(page).locator('a').click();
      await expect(page).toHaveURL(/prs-2018-156\/p5-2\.html/u);
      await page.goto(`${hosts.under}staff.html`);
      await page.getByRole('searchbox').focus();
      await expect(help(page)).toContainText('答复暂时写不出来');
      await page.unroute('**/desk.json');
      await page.getByRole('searchbox').blur();
      await pick(page, '绿卡');
      expect(wrongs(heard)).toEqual([]);
    });

    test(`${how}: the page of codes says so, and the way back keeps the list`, async ({
      page,
      hosts,
    }) => {
      const heard = watch(page, hosts.under);
      if (how === 'missing') await lose(page, '**/desk.json');
      else await page.route('**/desk.json', halve);
      await page.goto(`${hosts.under}qr.html#basket=p3-4,p5-2`);
      await expect(statusOf(page, 'code-sheet')).toContainText('二维码没有做成');
      await page.getByRole('link', { name: '回到“工作人员”' }).click();
      await expect(page).toHaveURL(`${hosts.under}staff.html#basket=p3-4,p5-2`);
      expect(wrongs(heard)).toEqual([]);
    });
  }
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
    await page.clock.install();
    return release;
  }

  /** Does what asks for a file that is held back, and waits for it as long as the page does. */
  async function outwait(page: Page, file: string, ask: () => Promise<unknown>): Promise<void> {
    const asked = page.waitForRequest(`**/${file}`);
    await ask();
    await asked;
    await page.clock.runFor(PATIENCE);
  }

  test('the search table', async ({ page, hosts }) => {
    const release = await hold(page, '**/search-table.json');
    await outwait(page, 'search-table.json', () => page.goto(`${hosts.under}search.html?q=绿卡`));
    await expect(page.locator('[data-answers]')).toContainText('搜索暂时不能用');
    await expect(statusOf(page, 'site-search')).toContainText('搜索暂时不能用');
    release();
    await expect(firstHit(page)).toHaveAttribute('data-hit', 'p5-2');
  });

  test('the search table, over a page', async ({ page, hosts }) => {
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
  });

  for (const key of ['click', '/']) {
    test(`the search over a page, by ${key}: the search page opens`, async ({ page, hosts }) => {
      await hold(page, '**/_astro/search-overlay.*.js');
      await page.goto(`${hosts.under}prs-2018-156/p3-4.html`);
      await outwait(page, '_astro/search-overlay.*.js', () =>
        key === '/'
          ? page.keyboard.press(key)
          : page.locator('header').getByRole('link', { name: '搜索' }).click(),
      );
      await expect(page).toHaveURL(`${hosts.under}search.html`);
    });
  }

  for (const file of ['desk.json', '_astro/desk.*.js']) {
    test(`${file} at the desk: Enter is answered by the search, whose links open`, async ({
      page,
      hosts,
    }) => {
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
      await pick(page, '绿卡');
    });
  }

  test('the search at the desk: its page answers', async ({ page, hosts }) => {
    await hold(page, '**/_astro/site-search.*.js');
    await page.goto(`${hosts.under}staff.html`);
    await outwait(page, '_astro/site-search.*.js', async () => {
      await page.getByRole('searchbox').fill('绿卡');
      await page.getByRole('searchbox').press('Enter');
    });
    await expect(page).toHaveURL(`${hosts.under}search.html#q=${encodeURIComponent('绿卡')}`);
  });

  test('desk.json on the page of codes', async ({ page, hosts }) => {
    const release = await hold(page, '**/desk.json');
    await outwait(page, 'desk.json', () => page.goto(`${hosts.under}qr.html#basket=p3-4,p5-2`));
    await expect(statusOf(page, 'code-sheet')).toContainText('二维码没有做成');
    release();
    await expect(statusOf(page, 'code-sheet')).toContainText('共 2 个');
    await expect(page.locator('[data-codes] img')).toHaveCount(2);
  });

  test('what makes a code: the address stands in words', async ({ page, hosts }) => {
    await hold(page, '**/_astro/code-panel.*.js');
    await page.goto(`${hosts.under}prs-2018-156/p3-4.html`);
    await outwait(page, '_astro/code-panel.*.js', () =>
      page.getByRole('button', { name: '二维码：三（四）' }).click(),
    );
    await expect(page.locator('[data-panel]')).toContainText(
      `请复制这个网址：${hosts.under}prs-2018-156/p3-4.html`,
    );
  });
});

test.describe('a page that has not come whole', () => {
  /** What the page says at its head. */
  const said = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.body, '::before').content);
  /** A page looks twice before it says that nothing comes. */
  const TWICE = 9000;

  for (const path of ['prs-2018-156', 'prs-2018-156/p3-4', 'check/flexible']) {
    test(`${path} says so where the connection broke`, async ({ page }) => {
      const host = await halting.start();
      await page.clock.install();
      await page.goto(`${host.url}${path}.html`, { waitUntil: 'commit' });
      await expect(page.locator('body > header')).toBeAttached();
      host.cut();
      await page.clock.runFor(TWICE);
      await expect.poll(() => said(page)).toContain('没有全部取到，请刷新');
      await host.close();
    });
  }

  test('says so where half of it passes for the whole', async ({ page, hosts }) => {
    await page.route('**/prs-2018-156.html', halve);
    await page.clock.install();
    await page.goto(`${hosts.under}prs-2018-156.html`);
    await page.clock.runFor(TWICE);
    await expect.poll(() => said(page)).toContain('没有全部取到，请刷新');
  });

  test('says so while it stands still, and no longer when its end has come', async ({ page }) => {
    const host = await halting.start();
    await page.clock.install();
    await page.goto(`${host.url}prs-2018-156.html`, { waitUntil: 'commit' });
    await expect(page.locator('body > header')).toBeAttached();
    await page.clock.runFor(TWICE);
    await expect.poll(() => said(page)).toContain('没有全部取到，请刷新');
    host.send();
    await expect(page.locator('footer')).toBeAttached();
    await page.clock.runFor(TWICE);
    await expect.poll(() => said(page)).toBe('none');
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
  test('the search link and its key lead to the search page', async ({ page, hosts }) => {
    const heard = watch(page, hosts.under);
    await lose(page, '**/_astro/search-overlay.*.js');
    for (const key of [null, '/', 'Control+k']) {
      await page.goto(`${hosts.under}prs-2018-156/p3-4.html`);
      if (key) await page.keyboard.press(key);
      else await page.locator('header').getByRole('link', { name: '搜索' }).click();
      await expect(page).toHaveURL(`${hosts.under}search.html`);
    }
    expect(wrongs(heard)).toEqual([]);
  });

  test('the staff page’s field leads to the search page with what was typed', async ({
    page,
    hosts,
  }) => {
    const heard = watch(page, hosts.under);
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
    expect(wrongs(heard)).toEqual([]);
  });

  for (const [use, path] of [
    ['used', 'staff.html'],
    ['opened with a list', 'staff.html#basket=p3-4'],
  ] as const) {
    test(`the desk, ${use}, says what to do, and its links open`, async ({ page, hosts }) => {
      const heard = watch(page, hosts.under);
      await lose(page, '**/_astro/desk.*.js');
      await page.goto(hosts.under + path);
      if (use === 'used') await page.getByRole('searchbox').focus();
      await expect(help(page)).toBeVisible();
      await expect(help(page)).toContainText('重新打开');
      await page.getByRole('searchbox').fill('绿卡');
      await firstHit(page).locator('a').click();
      await expect(page).toHaveURL(/prs-2018-156\/p5-2\.html/u);
      expect(wrongs(heard)).toEqual([]);
    });
  }

  test('a clause’s code gives its address in words, and the page still prints', async ({
    page,
    hosts,
  }) => {
    const heard = watch(page, hosts.under);
    await page.addInitScript(() => {
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
    expect(wrongs(heard)).toEqual([]);
  });

  test('the page of codes says to open it again', async ({ page, hosts }) => {
    const heard = watch(page, hosts.under);
    await lose(page, '**/_astro/qr.*.js');
    await page.goto(`${hosts.under}qr.html#basket=p3-4`);
    await expect(statusOf(page, 'code-sheet')).toContainText('请重新打开本页');
    expect(wrongs(heard)).toEqual([]);
  });
});

test.describe('a hostile address', () => {
  for (const [name, query] of [
    ['ten thousand characters', encodeURIComponent('引'.repeat(900)) + 'a'.repeat(1900)],
    ['markup', encodeURIComponent('"><img src=x onerror=alert(1)><script>alert(1)</script>')],
    ['right-to-left and control characters', '%E2%80%AE%E7%BB%BF%E5%8D%A1%07%E2%80%8B'],
    ['NUL', '%00%E7%BB%BF%E5%8D%A1%00'],
    ['lone percent signs', '%%25%'],
    ['half a character', '%E0%A4%A'],
    ['a question asked twice', '%E7%BB%BF%E5%8D%A1&q=x'],
  ] as const) {
    test(`?q= of ${name}: an answer or a plain sentence, nothing injected`, async ({
      page,
      hosts,
    }) => {
      const heard = watch(page, hosts.root);
      await page.goto(`${hosts.root}search.html?q=${query}`);
      await done(page).waitFor();
      expect(
        ((await page.locator('[data-answers]').textContent()) ?? '').trim().length,
      ).toBeGreaterThan(5);
      expect(await page.locator('main img, main script:not([src]), [onerror]').count()).toBe(0);
      await expect(page.locator('main h2 + ul li a').first()).toBeVisible();
      expect(heard).toEqual([]);
      // What is offered again the next time is text, too.
      await page.goto(`${hosts.root}search.html`);
      await expect(page.locator('.chips').first()).toBeVisible();
      expect(await page.locator('main img, main script:not([src]), [onerror]').count()).toBe(0);
      expect(heard).toEqual([]);
    });
  }

  for (const [name, fragment] of [
    ['a list of junk', 'basket=x,,<b>,p3-4,__proto__,p3-4-s9999'],
    ['a list with half a character', 'basket=%E0%A4%A'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a sentence that is not there', 's999999'],
    ['a name that is no selector', '9-s1'],
    ['a percent sign', '%'],
    ['100 kB', 'x'.repeat(100_000)],
    ['a list of 100 kB', `basket=${'p3-4,'.repeat(20_000)}`],
  ] as const) {
    test(`#${name}: the page and its controls stand, nothing injected`, async ({ page, hosts }) => {
      const heard = watch(page, hosts.root);
      for (const path of ['prs-2018-156', 'prs-2018-156/p3-4', 'qr', 'search', 'sheet']) {
        await page.goto(`${hosts.root}${path}.html#${fragment}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await page.locator('[onerror], main b').count(), path).toBe(0);
        if (path.startsWith('prs'))
          await expect(page.getByRole('button', { name: /^复制(原文和)?引文/u })).toBeVisible();
        if (path === 'qr') await expect(statusOf(page, 'code-sheet')).toContainText(/条款|共/u);
      }
      expect(heard).toEqual([]);
    });

    test(`#${name}: the desk can still be used`, async ({ page, hosts }) => {
      const heard = watch(page, hosts.root);
      await page.goto(`${hosts.root}staff.html#${fragment}`);
      await pick(page, '绿卡');
      await page.getByRole('button', { name: '加入清单' }).click();
      await expect(page.locator('[data-picks]')).toContainText('五（二）');
      expect(await page.locator('[onerror]').count()).toBe(0);
      expect(heard).toEqual([]);
    });
  }
});

test.describe('an unknown address', () => {
  for (const host of ['root', 'under'] as const) {
    for (const path of [
      'PRS-2018-156/P3-4.HTML',
      'prs-2018-156//p3-4.html',
      '/prs-2018-156/p3-4.html',
      'prs-2018-156/p3-4.html/',
      'prs-2018-156/%/p3-4',
    ]) {
      test(`${path} leads to the clause, on the host "${host}"`, async ({ page, hosts }) => {
        const heard = watch(page, hosts[host]);
        const response = await page.goto(hosts[host] + path);
        // Slashes too many are merged by the page itself.
        const merged = new URL(hosts[host] + path).pathname.includes('//');
        if (response?.status() === 404 && !merged) await page.locator('clause-offer a').click();
        await expect(page).toHaveURL(/\/prs-2018-156\/p3-4\.html$/u);
        await expect(page.getByRole('heading', { level: 1 })).toContainText('鼓励柔性引进');
        await page.locator('header').getByRole('link', { name: '全文' }).click();
        await expect(page).toHaveURL(`${hosts[host]}prs-2018-156.html`);
        expect(wrongs(heard)).toEqual([]);
      });
    }
  }

  // What a messenger or a letter puts behind an address is dragged along when it is opened.
  for (const [dragged, sentence] of [
    ['p3-4.html。', ''],
    ['p3-4.html）', ''],
    ['p3-4.html”', ''],
    ['p3-4.html》，请看', ''],
    ['p3-4。', ''],
    ['p3-4.html。#s4', '#s4'],
    ['p3-4.html%23s4）', '#s4'],
    ['三（四）。', ''],
  ] as const) {
    test(`${dragged} is offered its clause`, async ({ page, hosts }) => {
      const response = await page.goto(`${hosts.under}prs-2018-156/${dragged}`);
      expect(response?.status()).toBe(404);
      await page.locator('clause-offer a').click();
      await expect(page).toHaveURL(`${hosts.under}prs-2018-156/p3-4.html${sentence}`);
    });
  }

  for (const dragged of ['#s4）', '#s4。', '#s4”', '#s4，请看', '#s4 '])
    test(`p3-4.html${dragged} leads to its sentence, which is what is cited`, async ({
      page,
      hosts,
    }) => {
      await page.goto(`${hosts.root}prs-2018-156/p3-4.html${dragged}`);
      await expect(page).toHaveURL(`${hosts.root}prs-2018-156/p3-4.html#s4`);
      await expect(page.locator('#s4:target')).toBeVisible();
      await expect(page.locator('[data-citation]').first()).toContainText('第4句');
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
      'check/flexible/ab/over-3/yes/listed',
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
    'check/flexible/ab/over-3/yes/listed',
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
    page
      .locator('button:visible:not([type=submit]), select:visible, textarea:visible')
      .evaluateAll((all) => all.map((e) => e.outerHTML.slice(0, 120)));

  test('styles lost: the issued text stands in its order', async ({ page, hosts }) => {
    const { clauses } = await import('./policy.ts');
    const { clauseText } = await import('../src/domain/policy/clause.ts');
    await page.route('**/*.css', (route) => route.abort());
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

  test('styles lost: the same controls show as with them, and none of them scripts lost', async ({
    page,
    browser,
    hosts,
  }) => {
    test.setTimeout(90_000);
    const whole = await browser.newContext();
    const dressed = await whole.newPage();
    const off = await browser.newContext({ javaScriptEnabled: false });
    const bare = await off.newPage();
    for (const each of [page, bare]) await each.route('**/*.css', (route) => route.abort());
    const heard = watch(page, hosts.root);
    for (const path of PAGES) {
      const address = `${hosts.root}${path}.html`;
      await Promise.all([page, dressed, bare].map((each) => each.goto(address)));
      expect(await controls(page), path).toEqual(await controls(dressed));
      expect(await controls(bare), path).toEqual([]);
    }
    expect(wrongs(heard)).toEqual([]);
    await whole.close();
    await off.close();
  });

  test.describe('scripts lost', () => {
    test.beforeEach(({ page }) => page.route('**/*.js', (route) => route.abort()));

    test('no page shows a control that needs them', async ({ page, hosts }) => {
      const heard = watch(page, hosts.root);
      for (const path of PAGES) {
        await page.goto(`${hosts.root}${path}.html`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await controls(page), path).toEqual([]);
      }
      expect(wrongs(heard)).toEqual([]);
    });

    for (const path of ['staff', 'search', 'sheet', 'qr']) {
      test(`${path} says so, and what to do instead`, async ({ page, hosts }) => {
        await page.goto(`${hosts.root}${path}.html`);
        await expect(page.locator('main [data-without-script]')).toBeVisible();
      });
    }

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
      await page.getByRole('link', { name: /^自查：/u }).click();
      await page.locator('main a[href="check/flexible.html"]').click();
      await answerAll(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        '根据您的回答，本文件相关条款如下',
      );
      await page.goto(`${hosts.exact}index.html`);
      await page.getByRole('link', { name: '三、高层次人才引进措施' }).click();
      await page.locator('main').getByRole('link', { name: '鼓励柔性引进' }).click();
      await expect(page.locator('[data-issued]').first()).toBeVisible();
    });
  });
});
