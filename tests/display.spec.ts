import { rounds } from './rounds.ts';
import { expect, openSettings, test, watch } from './site.ts';

test('a chosen theme and size last on this device, and nothing is sent', async ({
  page,
  hosts,
}) => {
  const heard = watch(page, hosts.root);
  await page.goto(`${hosts.root}index.html`);
  await openSettings(page);
  await page.getByLabel('深色').check();
  await page.getByLabel('特大').check();
  await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-size', '150');
  expect(await page.locator('html').evaluate((e) => getComputedStyle(e).fontSize)).toBe('24px');
  await openSettings(page);
  await page.getByLabel('自动').check();
  await page.keyboard.press('Escape');
  await expect(page.getByText('菜单', { exact: true })).toBeFocused();
  await expect(page.locator('display-settings')).toBeHidden();
  await page.reload();
  expect(await page.locator('html').getAttribute('data-theme')).toBeNull();
  expect(heard).toEqual([]);
});

test('where the device refuses to keep settings, they hold for the page and the reader is told', async ({
  page,
  hosts,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await page.goto(`${hosts.root}index.html`);
  await openSettings(page);
  await page.getByLabel('高对比').check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await expect(page.locator('display-settings').getByRole('status')).toContainText('只在本页有效');
});

test('single keys can be switched off; with Control they still work', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
  await openSettings(page);
  await page.getByRole('group', { name: '快捷键' }).getByLabel('关').check();
  await page.keyboard.press('Escape');
  /** Whether the page takes `/` for itself. */
  const taken = () =>
    page.evaluate(() => {
      const key = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true });
      return !document.body.dispatchEvent(key);
    });
  expect(await taken()).toBe(false);
  await page.reload();
  expect(await taken()).toBe(false);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
});

test('keys of the staff desk are announced only while they work', async ({ page, hosts }) => {
  await page.goto(`${hosts.root}staff.html`);
  await page.getByRole('searchbox').fill('三（四）');
  await page.keyboard.press('Enter');
  const copy = page.getByRole('button', { name: '复制答复' });
  await expect(copy).toHaveAttribute('aria-keyshortcuts', 'c');
  await openSettings(page);
  const keys = page.getByRole('group', { name: '快捷键' });
  await keys.getByLabel('关').check();
  await expect(copy).not.toHaveAttribute('aria-keyshortcuts');
  await expect(page.locator('[data-single]')).toBeHidden();
  await keys.getByLabel('开').check();
  await expect(copy).toHaveAttribute('aria-keyshortcuts', 'c');
  await expect(page.locator('[data-single]')).toBeVisible();
});

test('a touch screen is told of no keys', async ({ browser, hosts }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(`${hosts.root}staff.html`);
  await page.getByRole('searchbox').tap();
  await expect(page.getByRole('button', { name: '绿卡', exact: true })).toBeVisible();
  await expect(page.locator('[data-keys-help]')).toBeHidden();
  await context.close();
});

test('the settings stay on a narrow screen and in large text', async ({ page, hosts }) => {
  await rounds(
    page,
    [
      ['320 px', 320, ''],
      ['390 px, 125 %', 390, '125'],
      ['390 px, 200 %', 390, '200'],
    ] as const,
    async (_, width, size) => {
      await page.setViewportSize({ width, height: 700 });
      await using _kept = await page.addInitScript(
        (s) => localStorage.setItem('display', JSON.stringify({ size: s })),
        size,
      );
      await page.goto(`${hosts.root}index.html`);
      await openSettings(page);
      for (const label of ['自动', '高对比', '标准', '最大']) {
        const box = await page.getByLabel(label, { exact: true }).boundingBox();
        expect(box?.x, label).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0), label).toBeLessThanOrEqual(width);
      }
      await page.getByLabel('标准', { exact: true }).check();
      await expect(page.locator('html')).not.toHaveAttribute('data-size', /./u);
    },
  );
});

test('large text has targets of 60 px', async ({ page, hosts }) => {
  await page.addInitScript(() => localStorage.setItem('display', '{"size":"125"}'));
  await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
  const box = await page.getByRole('button', { name: '复制：三（四）' }).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(60);
});

test('the issued text, its citation and its address are copied in one stroke; of a marked sentence, just that one', async ({
  browser,
  hosts,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const citation =
    '《平顶山市高层次专业技术人才引育工程实施方案（试行）》（平人社〔2018〕156号）第五部分第（三）项';
  const address = `${hosts.under}prs-2018-156/p5-3.html`;
  const first = '在外省、市已具有相应专业技术资格的人员，来我市工作的，协助其办理职称转认工作；';
  const second = '对符合条件的海外归国高层次人才，可直接申请认定其高级专业技术职务。';
  await page.goto(address);
  await page.getByRole('button', { name: '复制：五（三）' }).click();
  await expect.poll(clipboard).toBe(`(三) ${first}${second}\n${citation}\n${address}`);
  await page.locator('a.anchor').nth(1).click();
  await page.getByRole('button', { name: '复制：五（三）第2句' }).click();
  await expect.poll(clipboard).toBe(`${second}\n${citation}第2句\n${address}#s2`);
  await page.getByRole('button', { name: '分享：五（三）第2句' }).click();
  await expect.poll(clipboard).toBe(`${address}#s2`);
  await context.close();
});

test('an unknown address of the self-check offers the self-check', async ({ page, hosts }) => {
  await page.goto(`${hosts.under}check/incoming/held/no-such.html`);
  await expect(page.locator('clause-offer a')).toHaveText('自查');
  await page.locator('clause-offer a').click();
  await expect(page).toHaveURL(`${hosts.under}check.html`);
});

test('inside WeChat there is no print button, and a sentence instead', async ({
  browser,
  hosts,
}) => {
  const context = await browser.newContext({
    userAgent: 'Mozilla/5.0 (Linux; Android 12) Chrome/116 MicroMessenger/8.0.40',
  });
  const page = await context.newPage();
  await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
  await expect(page.getByRole('button', { name: '复制：三（四）' })).toBeVisible();
  expect(await page.getByRole('button', { name: '打印：三（四）' }).count()).toBe(0);
  for (const path of [
    'prs-2018-156/p3-4',
    'check/flexible/over-3/ab/listed',
    'employer',
    'sheet',
    'qr.html#basket=p3-4',
  ]) {
    await page.goto(hosts.root + (path.includes('#') ? path : `${path}.html`));
    await expect(page.locator('main'), path).toContainText('打印请先在浏览器打开');
    expect(await page.locator('[data-print]').count(), path).toBe(0);
  }
  await context.close();
});

test('an unknown address offers the clause that is meant, and its links lead home', async ({
  page,
  hosts,
}) => {
  await rounds(
    page,
    [
      ['prs-2018-156/P3_4.html', 'root', 'p3-4'],
      ['prs-2018-156/四（六）', 'root', 'p4-6'],
      ['x/y/3.4', 'root', 'p3-4'],
      ['x/p5-2.htm', 'under', 'p5-2'],
      ['prs-2018-156/p3-9.html', 'under', 'p3'],
      ['prs-2018-156/三（九）', 'root', 'p3'],
    ] as const,
    async (path, host, clause) => {
      const response = await page.goto(hosts[host] + path);
      expect(response?.status()).toBe(404);
      const offer = page.locator('clause-offer a');
      await expect(offer).toHaveAttribute('href', new RegExp(`^/.*${clause}\\.html$`, 'u'));
      await offer.click();
      await expect(page).toHaveURL(`${hosts[host]}prs-2018-156/${clause}.html`);
    },
  );
});

test('an unknown address without a number lists the clauses and offers none', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}no/such/page`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个网页');
  await expect(page.locator('clause-offer')).toBeHidden();
  await expect(page.locator('main li a').first()).toHaveAttribute('href', /^\/prs-2018-156\//u);
});

test('reading aloud is offered only with a Chinese voice of the device’s own', async ({
  page,
  hosts,
}) => {
  const voices = (list: object[]) =>
    page.addInitScript((given) => {
      const spoken: string[] = [];
      speechSynthesis.getVoices = () => given as SpeechSynthesisVoice[];
      Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', {
        set() {},
        get: () => null,
      });
      speechSynthesis.speak = (speech) => void spoken.push(speech.text);
      Object.assign(window, { spoken });
    }, list);
  await voices([
    { lang: 'zh-CN', localService: false },
    { lang: 'en-US', localService: true },
  ]);
  await page.goto(`${hosts.root}prs-2018-156/p5-1.html`);
  await expect(page.locator('cite-actions')).toBeVisible();
  await expect(page.locator('read-aloud')).toBeHidden();
  await voices([{ lang: 'zh-CN', localService: true }]);
  await page.reload();
  await page.getByRole('button', { name: '朗读', exact: true }).click();
  await expect(page.getByRole('button', { name: '停止朗读' })).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'spoken'))).toEqual([
    '(一) 引才对象主要指《意见》规定的A、B、C类人才。',
  ]);
});
