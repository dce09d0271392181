import type { Page } from '@playwright/test';
import { KEYS, type Key, keptName } from '../src/ui/device/keys.ts';
import { beside } from './hosts.ts';
import { KINDS, passedOn, pathOf } from './kinds.ts';
import { rounds } from './rounds.ts';
import { expect, openSettings, test, watch } from './site.ts';

const done = (page: Page) => page.locator('site-search[data-state=done]');
/** The field of the search that is open: over the page where it is. */
const field = (page: Page) => page.getByRole('searchbox').last();
const names = (page: Page) => page.evaluate(() => Object.keys(localStorage).sort());

test.describe('what a page holds in its address', () => {
  test('is taken away by no link to a place on the page, and a reload brings it again', async ({
    page,
    hosts,
  }) => {
    await rounds(
      page,
      [
        ['staff.html#basket=p3-4-s4,p5-2', '[data-picks] li', 2],
        ['qr.html#basket=p3-4-s4,p5-2', '[data-codes] li', 2],
        ['search.html?q=绿卡', '[data-hit=p5-2]', 1],
        ['search.html#q=组织&in=staff', '[data-filter=staff][aria-pressed=true]', 1],
        ['prs-2018-156/p3-4.html#s4', '#s4:target', 1],
        ['prs-2018-156.html#p3-4-s3', '#p3-4-s3:target', 1],
        ['check/flexible/over-3/ab/listed.html#flex-same', '#flex-same:target', 1],
      ] as const,
      async (path, shown, count) => {
        await page.goto(hosts.root + path);
        await expect(page.locator(shown)).toHaveCount(count);
        const before = page.url();
        await page.getByRole('link', { name: '跳到正文' }).focus();
        await page.keyboard.press('Enter');
        await expect(page.locator('main')).toBeFocused();
        // Links to places are what pages with a place are made of; where there is a state, none may touch it.
        const links = await page.locator('a[href^="#"]').evaluateAll((all) => {
          const own = location.hash.includes('=') ? all : all.filter((e) => e.matches('.skip'));
          for (const link of own) (link as HTMLElement).click();
          return own.length;
        });
        expect(links).toBeGreaterThan(0);
        await expect(page.locator(shown)).toHaveCount(count);
        expect(page.url()).toBe(before);
        await page.reload();
        await expect(page.locator(shown)).toHaveCount(count);
      },
    );
  });

  test('a list that is opened in a desk that is there already is read, and a place that is written into its address leaves the list in it', async ({
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.root}staff.html`);
    await page.locator('[data-keys-help]:not([hidden])').waitFor({ state: 'attached' });
    await page.goto(`${hosts.root}staff.html#basket=p5-1`);
    await expect(page.locator('[data-picks] li')).toHaveCount(1);
    await page.goto(`${hosts.root}staff.html#basket=p3-4-s4,p5-2`);
    await expect(page.locator('[data-picks] li')).toHaveCount(2);
    await page.evaluate(() => {
      location.hash = '#main';
    });
    await expect(page).toHaveURL(/#basket=prs-2018-156\/p3-4-s4,prs-2018-156\/p5-2$/u);
    await expect(page.locator('[data-picks] li')).toHaveCount(2);
  });

  test('what was typed into the search of a page is there again after Back', async ({
    page,
    hosts,
  }) => {
    await rounds(page, [['index'], ['staff'], ['prs-2018-156/p3-4']] as const, async (path) => {
      await page.goto(`${hosts.root}${path}.html`);
      const over = path.startsWith('prs');
      // The search over a page comes when it is asked for; until then the last field is that of the header.
      const openOver = async () => {
        await page.keyboard.press('/');
        await page.locator('site-search').getByRole('searchbox').waitFor();
      };
      if (over) await openOver();
      await field(page).fill('绿卡');
      const first = page.locator('[data-hit] a').first();
      if (path === 'index') await page.locator('main a[href="talent.html"]').click();
      else {
        await done(page).waitFor();
        const away =
          path === 'staff' ? page.locator('header a[href="talent.html"]').first() : first;
        await away.click();
      }
      await page.waitForURL(/talent|p5-2|terms/u);
      await page.goBack();
      if (over) await openOver();
      await expect(field(page)).toHaveValue('绿卡');
      if (path === 'index') return;
      await expect(first).toBeVisible();
      // What stands there is what the desk takes up, too.
      if (path !== 'staff') return;
      await first.click();
      await expect(page.locator('[data-reply]')).toBeVisible();
    });
  });

  test('leads to its place with what was dragged along behind it', async ({ page, hosts }) => {
    await rounds(
      page,
      [
        ['check/flexible/over-3/ab/listed.html#flex-same。', 'flex-same'],
        ['prs-2018-156.html#p3-4）', 'p3-4'],
        ['prs-2018-156/p3-4.html#s4&from=timeline', 's4'],
        ['talent.html#main，请看', 'main'],
      ] as const,
      async (address, id) => {
        await page.goto(hosts.root + address);
        await expect(page.locator(`#${id}:target`)).toHaveCount(1);
      },
    );
  });

  test('a question of 1,500 characters, its filter, and one that was only typed are there again after Back, and no request carries a long one', async ({
    page,
    hosts,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const long = '绿卡 '.repeat(500);
    await page.goto(`${hosts.under}search.html`);
    await field(page).fill(long);
    await field(page).press('Enter');
    await done(page).waitFor();
    await page.locator('[data-hit] a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goBack();
    await expect(field(page)).toHaveValue(long);
    await expect(page.locator('[data-hit]').first()).toBeVisible();
    // Asked, typed over without Enter, narrowed, left by a hit: Back, and Back again to what was asked.
    await page.goto(`${hosts.under}search.html?q=绿卡`);
    await done(page).waitFor();
    await field(page).fill('组织');
    await expect(done(page)).toHaveAttribute('data-query', '组织');
    const filter = page.getByRole('button', { name: '工作人员' });
    await filter.click();
    await expect(filter).toHaveAttribute('aria-pressed', 'true');
    await page.locator('[data-hit] a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goBack();
    await expect(field(page)).toHaveValue('组织');
    await expect(filter).toHaveAttribute('aria-pressed', 'true');
    await page.goBack();
    await expect(field(page)).toHaveValue('绿卡');
    await expect(filter).toHaveAttribute('aria-pressed', 'false');
    expect(Math.max(...asked.map((url) => url.length))).toBeLessThan(2000);
  });

  test('a long question at the desk goes on to the search page where the desk’s search cannot be had', async ({
    page,
    hosts,
  }) => {
    const chunk = '**/_astro/site-search.*.js';
    await page.route(chunk, (route) => route.abort());
    const long = '绿卡 '.repeat(500);
    await page.goto(`${hosts.under}staff.html`);
    const asked = page.waitForEvent('requestfailed');
    await field(page).fill(long);
    await asked;
    await page.unroute(chunk);
    const next = page.waitForRequest('**/search.html*');
    await field(page).press('Enter');
    expect((await next).url().length).toBeLessThan(2000);
    await expect(field(page)).toHaveValue(long);
  });

  test('on every kind of page what is printed and copied is the page’s own address, without what others have put into it', async ({
    page,
    hosts,
  }) => {
    test.setTimeout(120_000);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', { value: undefined });
      const copied: string[] = [];
      Object.assign(window, { copied });
      const writeText = async (text: string) => void copied.push(text);
      const write = async ([item]: ClipboardItem[]) => {
        for (const type of item?.types ?? [])
          copied.push((await (await item?.getType(type))?.text()) ?? '');
      };
      Object.defineProperty(navigator, 'clipboard', { value: { write, writeText } });
    });
    for (const path of Object.values(KINDS).filter((one) => one !== '404.html')) {
      await open(page, hosts.under + passedOn(path));
      const { printed, copied } = await page.evaluate(async () => {
        dispatchEvent(new Event('beforeprint'));
        const all = [...document.querySelectorAll('main button')] as HTMLElement[];
        for (const one of all.filter((e) => /复制/u.test(e.textContent ?? ''))) one.click();
        await new Promise((resolve) => setTimeout(resolve));
        const copied = Reflect.get(window, 'copied') as string[];
        return { printed: document.querySelector('[data-where]')?.textContent ?? '', copied };
      });
      expect(printed, path).not.toContain('timeline');
      expect(copied.join('\n'), path).not.toContain('timeline');
      const [, place = ''] = pathOf(path).split('#');
      expect(printed, path).toContain(`${hosts.under}${pathOf(path).replace(/[?#].*/u, '')}`);
      expect(printed, path).toContain(place);
    }
  });

  test('a code that was printed for one sentence is the next one’s after going there', async ({
    page,
    hosts,
  }) => {
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    const code = page.locator('print-strip img');
    const codes: Record<string, string | null> = {};
    for (const s of ['s4', 's3']) {
      await page.goto(`${hosts.root}about.html`);
      await page.goto(`${hosts.root}prs-2018-156/p3-4.html#${s}`);
      await page.locator('cite-actions [data-print]').click();
      await expect(page.locator('[data-printed]')).toBeAttached();
      codes[s] = await code.getAttribute('src');
    }
    expect(codes['s3']).not.toBe(codes['s4']);
    await page.locator('#s4 a.anchor').click();
    await expect(code).toHaveAttribute('src', codes['s4'] ?? '');
  });
});

/** Opens a page anew, and shows what it shows only once something was done. */
async function open(page: Page, address: string): Promise<void> {
  // Another fragment alone would open nothing.
  if (address.includes('#')) await page.goto('about:blank');
  await page.goto(address);
  if (page.url().includes('q=')) await done(page).waitFor();
  if (!page.url().includes('staff.html') || !page.url().includes('basket')) return;
  await page.getByRole('button', { name: '写成一份答复' }).click();
  await page.locator('[data-reply]').waitFor();
}

/** How each thing that is kept comes to be kept by a reader, and where it shows. A new key needs its way here. */
const WAYS: Record<Key, (page: Page, site: string) => Promise<void>> = {
  async display(page, site) {
    await page.goto(`${site}prs-2018-156/p3-4.html`);
    await openSettings(page);
    await page.getByLabel('深色').check();
  },
  async 'check-place'(page, site) {
    await page.goto(`${site}check/flexible/over-3/ab/listed.html`);
    await page.locator('result-tools:not([hidden])').waitFor();
  },
  async 'check-sheet'(page, site) {
    await page.goto(`${site}check/flexible/over-3/ab/listed.html`);
    await page.getByRole('button', { name: '放进咨询单' }).click();
    await page.locator('ask-tools a:not([hidden])').waitFor();
  },
  async 'check-answers'(page, site) {
    await page.goto(`${site}check/flexible.html`);
    await page.locator('[data-answer]').first().click();
    await page.waitForURL(/over-3/u);
  },
  async 'search-queries'(page, site) {
    await page.goto(`${site}search.html?q=绿卡`);
    await done(page).waitFor();
  },
  async 'search-clauses'(page, site) {
    await page.goto(`${site}search.html?q=绿卡`);
    await page.locator('[data-hit] a').first().click();
    await page.waitForURL(/p5-2/u);
  },
  async 'desk-kind'(page, site) {
    await openReply(page, site);
    await page.locator('label.kind').nth(1).click();
  },
  async 'desk-wordings'(page, site) {
    await openReply(page, site);
    await page.getByText('改每个条款的写法').click();
    await page.locator('[data-wording]').fill('见{编号}');
    await page.getByRole('button', { name: '存在这台设备上' }).click();
  },
};

async function openReply(page: Page, site: string): Promise<void> {
  await page.goto(`${site}staff.html#basket=p5-3`);
  await page.getByRole('button', { name: '写成一份答复' }).click();
}

/** Whether a copy of the site shows anything that is kept. */
async function shownIn(page: Page, site: string): Promise<string[]> {
  const found: string[] = [];
  const look = async (path: string, ...selectors: string[]) => {
    await page.goto(site + path);
    await page.locator('header').waitFor();
    for (const selector of selectors)
      if (await page.locator(selector).first().isVisible()) found.push(`${path} ${selector}`);
  };
  await look('prs-2018-156/p3-4.html', '[data-theme]');
  await look('check.html', 'check-resume', 'check-answers');
  await look('sheet.html', '[data-results] > *');
  await look('search.html', '[data-answers] .chips');
  await openReply(page, site);
  await expect(page.locator('[data-text]')).not.toHaveValue('');
  if (!(await page.locator('[name=kind]').first().isChecked())) found.push('kind of reply');
  if (/^见/mu.test(await page.locator('[data-text]').inputValue())) found.push('wording');
  return found;
}

test.describe('what is kept on a device', () => {
  test('belongs to the copy of the site that kept it, for every key: copies beside and inside it on one host show nothing of it, and clear their own; under a name without a folder, as names once were, it is taken over by the copy that asks first', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const host = await beside.start();
    const heard = watch(page, host.url);
    const own = (folder: string) => KEYS.map((key) => keptName(folder, key)).sort();
    for (const key of KEYS) await WAYS[key](page, `${host.url}a/`);
    expect(await names(page)).toEqual(own('/a/'));
    for (const folder of ['b/', 'a/c/']) {
      expect(await shownIn(page, host.url + folder)).toEqual([]);
      // Going on in this copy takes nothing from the other.
      await WAYS['check-sheet'](page, host.url + folder);
      await page.goto(`${host.url}${folder}sheet.html`);
      await page.getByRole('button', { name: '清除' }).click();
      await page.goto(`${host.url}${folder}check.html`);
      await page.locator('check-resume button').click();
      expect(await names(page)).toEqual(own('/a/'));
    }
    await expect.poll(async () => (await shownIn(page, `${host.url}a/`)).length).toBe(7);
    await page.evaluate(
      (keys) => {
        for (const [key, name] of keys) {
          localStorage.setItem(key, localStorage.getItem(name) ?? '');
          localStorage.removeItem(name);
        }
      },
      KEYS.map((key) => [key, keptName('/a/', key)] as const),
    );
    expect(await names(page)).toEqual([...KEYS].sort());
    await expect.poll(async () => (await shownIn(page, `${host.url}a/`)).length).toBe(7);
    expect(await names(page)).toEqual(KEYS.map((key) => keptName('/a/', key)).sort());
    expect(await shownIn(page, `${host.url}b/`)).toEqual([]);
    await host.close();
    expect(heard).toEqual([]);
  });

  test('dresses the page for unknown addresses however deep it is shown', async ({
    page,
    hosts,
  }) => {
    await WAYS.display(page, hosts.under);
    for (const path of ['no-such.html', 'no/such/page.html']) {
      await page.goto(hosts.under + path);
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    }
  });

  test('by one page is noticed by those that stand open', async ({ context, page, hosts }) => {
    await page.goto(`${hosts.root}sheet.html`);
    const start = await context.newPage();
    await start.goto(`${hosts.root}check.html`);
    await expect(page.locator('consult-sheet').getByRole('status')).toContainText('是空的');
    const other = await context.newPage();
    await WAYS['check-sheet'](other, hosts.root);
    await expect(page.locator('consult-sheet').getByRole('status')).toHaveText('共 1 页的内容');
    await expect(start.locator('check-resume')).toBeVisible();
    await other.goto(`${hosts.root}sheet.html`);
    await other.getByRole('button', { name: '清除' }).click();
    await expect(page.locator('consult-sheet').getByRole('status')).toContainText('是空的');
  });
});

test.describe('labels that pass', () => {
  test('no status goes on saying what is over: a list that was emptied, a sheet that was cleared elsewhere', async ({
    context,
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.root}staff.html#basket=p5-2`);
    await page.getByRole('button', { name: '写成一份答复' }).click();
    await page.getByRole('button', { name: '加入清单' }).click();
    const said = page.locator('[data-reply] > .tools [role=status]');
    await expect(said).toHaveText('已加入，清单里有 1 条');
    await page.getByText('二维码、表格').click();
    await page.getByRole('button', { name: '清空清单' }).click();
    await expect(said).toHaveText('');
    await WAYS['check-sheet'](page, hosts.root);
    await expect(page.locator('ask-tools [role=status]')).toHaveText('已放进咨询单');
    const other = await context.newPage();
    await other.goto(`${hosts.root}sheet.html`);
    await other.getByRole('button', { name: '清除' }).click();
    await expect(page.locator('ask-tools [role=status]')).toHaveText('');
  });

  test('a result’s link is copied as everything else is, without a clipboard for scripts, too', async ({
    page,
    hosts,
  }) => {
    await page.addInitScript(() => {
      for (const name of ['share', 'clipboard'])
        Object.defineProperty(navigator, name, { value: undefined });
    });
    await page.clock.install();
    await rounds(
      page,
      [
        ['allowed', '已复制', '已复制：本页链接'],
        ['refused', '分享', '已选中'],
      ] as const,
      async (outcome, label, said) => {
        await using _refused = await page.addInitScript((refused) => {
          if (refused) document.execCommand = () => false;
        }, outcome === 'refused');
        const address = `${hosts.root}check/flexible/over-3/ab/listed.html`;
        await page.goto(address);
        const button = page.locator('[data-do=share]');
        await button.click();
        await expect(page.locator('result-tools [role=status]')).toContainText(said);
        await expect(button).toHaveText(label);
        if (outcome === 'refused')
          expect(await page.evaluate(() => String(getSelection()))).toBe(address);
        await page.clock.runFor(3500);
        await expect(button).toHaveText('分享');
      },
    );
  });

  test('the button for reading aloud says what the voice does, however quickly it is pressed', async ({
    page,
    hosts,
  }) => {
    await page.addInitScript(() => {
      const voice = { lang: 'zh-CN', localService: true } as SpeechSynthesisVoice;
      let now: SpeechSynthesisUtterance | null = null;
      // As browsers do: what is broken off says so later.
      const end = (kind: 'end' | 'error') => {
        const over = now;
        now = null;
        if (over) setTimeout(() => over[`on${kind}`]?.call(over, new Event(kind) as never));
      };
      Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', {
        set() {},
        get: () => null,
      });
      speechSynthesis.getVoices = () => [voice];
      speechSynthesis.cancel = () => end('error');
      speechSynthesis.speak = (speech) => {
        now = speech;
      };
      Object.assign(window, { speaks: () => now !== null, finish: () => end('end') });
    });
    await page.goto(`${hosts.root}prs-2018-156/p5-1.html`);
    const button = page.locator('read-aloud button');
    await button.waitFor();
    for (let times = 1; times <= 5; times++) {
      const { speaks, label } = await button.evaluate(async (e: HTMLElement, presses) => {
        for (let n = 0; n < presses; n++) e.click();
        await new Promise((resolve) => setTimeout(resolve, 20));
        return { speaks: Reflect.get(window, 'speaks')(), label: e.textContent };
      }, times);
      expect(label, `${times}`).toBe(speaks ? '停止朗读' : '朗读');
    }
    await page.evaluate(() => Reflect.get(window, 'finish')());
    await expect(button).toHaveText('朗读');
  });

  test('a second press while the sharing sheet is open, or while a page is made ready for printing, is none', async ({
    page,
    hosts,
  }) => {
    await page.addInitScript(() => {
      let open = false;
      const done: string[] = [];
      Object.assign(window, { done });
      window.print = () => void done.push('print');
      Object.defineProperty(navigator, 'share', {
        value: () => {
          if (open) return Promise.reject(new DOMException('open', 'InvalidStateError'));
          open = true;
          done.push('share');
          return new Promise(() => {});
        },
      });
    });
    await page.goto(`${hosts.root}check/flexible/over-3/ab/listed.html`);
    await page.locator('result-tools:not([hidden])').waitFor();
    await page.evaluate(() => {
      for (const name of ['[data-do=share]', '[data-print]'])
        for (const _ of [1, 2]) document.querySelector<HTMLElement>(`main ${name}`)?.click();
    });
    await expect
      .poll(() => page.evaluate(() => Reflect.get(window, 'done')))
      .toEqual(['share', 'print']);
    await expect(page.locator('result-tools [role=status]')).toHaveText('');
  });
});

/** How many controls of a page print, or bring a file that is no page. */
const takingAway = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('a, button')].filter(
        (e) =>
          (e.matches(
            '[download], [data-download], [data-print], [href^="data:"], [href^="blob:"]',
          ) ||
            /\.(?:txt|json|csv|zip|png|svg|docx|pdf)$/u.test(e.getAttribute('href') ?? '') ||
            /^(?:下载|打印)/u.test(e.textContent?.trim() ?? '')) &&
          e.checkVisibility(),
      ).length,
  );

/** Opens the code of what a page cites, whose files can be kept. */
async function unfold(page: Page): Promise<void> {
  const codes = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('main [data-do=code]')];
    const shown = all.filter((e) => e.checkVisibility());
    shown[0]?.click();
    return shown.length;
  });
  expect(codes).toBeLessThanOrEqual(1);
  if (codes) await page.locator('[data-panel] img').waitFor();
}

test('on every kind of page every button for copying, pressed twice, says its own name again after three seconds; in WeChat no page offers what does not work there, printing or downloading, and each says where it does', async ({
  page,
  hosts,
}) => {
  await page.clock.install();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', { value: undefined });
    const yes = () => new Promise<void>((resolve) => queueMicrotask(resolve));
    Object.defineProperty(navigator, 'clipboard', { value: { write: yes, writeText: yes } });
  });
  const client = await page.context().newCDPSession(page);
  const userAgent = 'Mozilla/5.0 (Linux; Android 12) Chrome/116 MicroMessenger/8.0.40';
  let tried = 0;
  let found = 0;
  const outside = async (path: string) => {
    await open(page, hosts.root + pathOf(path));
    // Each has said that it copied before the next one is pressed.
    const pressed = await page.evaluate(async () => {
      const shown = (e: HTMLElement) => /复制/u.test(e.textContent) && e.checkVisibility();
      const all = [...document.querySelectorAll<HTMLElement>('main button')].filter(shown);
      const labels = all.map((e) => e.textContent);
      const said: string[] = [];
      for (const button of all) {
        button.click();
        button.click();
        const status = button.parentElement?.querySelector('[role=status]');
        for (let tries = 0; tries < 50 && !/已复制/u.test(status?.textContent ?? ''); tries++)
          await new Promise((resolve) => setTimeout(resolve, 20));
        said.push(status?.textContent ?? '');
        button.click();
        await new Promise((resolve) => setTimeout(resolve));
        // Some buttons share it.
        if (status) status.textContent = '';
      }
      Object.assign(window, { pressed: all });
      return { labels, said };
    });
    for (const [i, said] of pressed.said.entries())
      expect(said, pressed.labels[i]).toMatch(/已复制/u);
    await page.clock.runFor(3500);
    const labels = () =>
      page.evaluate(() => Reflect.get(window, 'pressed').map((e: Element) => e.textContent));
    expect(await labels()).toEqual(pressed.labels);
    tried += pressed.labels.length;
    await unfold(page);
    found += await takingAway(page);
  };
  const inside = async (path: string) => {
    await open(page, hosts.root + pathOf(path));
    await unfold(page);
    expect(await takingAway(page)).toBe(0);
    // The page for unknown addresses, which carries all of its script itself, only leaves them out.
    if (path !== '404.html')
      expect(await page.evaluate(() => document.body.textContent)).toContain('在浏览器打开后下载');
  };
  await rounds(
    page,
    Object.entries(KINDS).flatMap(([kind, path]) => [
      [kind, path, outside] as const,
      [`${kind}, in WeChat`, path, inside] as const,
    ]),
    async (_, path, look) => {
      await client.send('Emulation.setUserAgentOverride', {
        userAgent: look === inside ? userAgent : '',
      });
      await look(path);
    },
  );
  expect(tried).toBeGreaterThan(15);
  expect(found).toBeGreaterThan(60);
});
