import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import jsQR from 'jsqr';
import { expect, test, watch } from './site.ts';

const CITATION =
  '《平顶山市高层次专业技术人才引育工程实施方案（试行）》（平人社〔2018〕156号）第三部分第（四）项第4句';
const SENTENCE =
  '对 A、B 类人才和创新创业团队主要成员，每年累计在我市工作超过 3 个月的，可享受我市同类引进人才待遇；';
const WITH_CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

/** What comes out where the clipboard is pasted: in a field for text, and in an editable page. */
async function pasted(page: Page): Promise<{ text: string; rich: string; links: string[] }> {
  const blank = await page.context().newPage();
  await blank.setContent(
    '<textarea></textarea><div contenteditable style="white-space:pre-wrap"></div>',
  );
  await blank.locator('textarea').focus();
  await blank.keyboard.press('Control+V');
  await blank.locator('div').focus();
  await blank.keyboard.press('Control+V');
  const found = await blank.evaluate(() => ({
    text: document.querySelector('textarea')?.value ?? '',
    rich: [...document.querySelectorAll('div p')].map((p) => p.textContent).join('\n'),
    links: [...document.querySelectorAll('div a')].map((a) => (a as HTMLAnchorElement).href),
  }));
  await blank.close();
  return found;
}
const lines = (text: string) =>
  text
    .split(/\n+/u)
    .map((line) => line.trim())
    .filter(Boolean);

/** What a picture of codes says, read by a library that knows nothing of how they were made. */
function decode(page: Page, source: string, part = [0, 0, 1, 1]): Promise<string | undefined> {
  return page
    .evaluate(
      async ([src, x, y, w, h]) => {
        const picture = new Image();
        picture.src = String(src);
        await picture.decode();
        const [width, height] = [picture.naturalWidth || 480, picture.naturalHeight || 480];
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(width * Number(w));
        canvas.height = Math.round(height * Number(h));
        const context = canvas.getContext('2d');
        if (!context) throw new Error('Unexpected browser without canvas');
        context.drawImage(picture, -width * Number(x), -height * Number(y), width, height);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        const reader = new FileReader();
        reader.readAsDataURL(new Blob([data]));
        await new Promise((resolve) => reader.addEventListener('load', resolve));
        const [, base64 = ''] = String(reader.result).split(',');
        return { base64, width: canvas.width, height: canvas.height };
      },
      [source, ...part],
    )
    .then(
      ({ base64, width, height }) =>
        jsQR(new Uint8ClampedArray(Buffer.from(base64, 'base64')), width, height)?.data,
    );
}

test.describe('citing', () => {
  test('text, citation and link are pasted as text and as a page, and both say the same', async ({
    browser,
    hosts,
  }) => {
    const context = await browser.newContext(WITH_CLIPBOARD);
    const page = await context.newPage();
    for (const [path, address] of [
      ['prs-2018-156/p3-4.html#s4', 'prs-2018-156/p3-4.html#s4'],
      ['prs-2018-156.html#p3-4-s4', 'prs-2018-156/p3-4.html#s4'],
    ]) {
      await page.goto(`${hosts.under}${path}`);
      await page.locator('cite-actions [data-do=copy]').click();
      await expect(page.locator('cite-actions [role=status]')).toContainText('已复制：');
      const { text, rich, links } = await pasted(page);
      expect(lines(text)).toEqual([SENTENCE, CITATION, `${hosts.under}${address}`]);
      expect(lines(rich)).toEqual(lines(text));
      expect(links).toEqual([`${hosts.under}${address}`]);
    }
    await context.close();
  });

  test('the code of a sentence is made when asked for, leads to that sentence, and can be kept as PNG and SVG', async ({
    page,
    hosts,
  }) => {
    const heard = watch(page, hosts.root);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${hosts.root}prs-2018-156/p3-4.html#s4`);
    expect(asked.filter((url) => /\/(qr|code-panel)\./u.test(url))).toEqual([]);
    await page.getByRole('button', { name: '二维码：三（四）第4句' }).click();
    const address = `${hosts.root}prs-2018-156/p3-4.html#s4`;
    const picture = page.getByRole('img', { name: '二维码：三（四）第4句' });
    await expect(picture).toBeVisible();
    expect(await decode(page, (await picture.getAttribute('src')) ?? '')).toBe(address);
    await expect(page.locator('[data-panel]')).toContainText(address);
    for (const kind of ['PNG', 'SVG']) {
      const link = page.getByRole('link', { name: `下载图片（${kind}）` });
      expect(await link.getAttribute('download')).toBe(`三（四）第4句.${kind.toLowerCase()}`);
      expect(await decode(page, (await link.getAttribute('href')) ?? '')).toBe(address);
    }
    // Another sentence marked, another code; and back to the whole.
    await page.locator('a.anchor').nth(1).click();
    await expect(page.getByRole('img', { name: '二维码：三（四）第2句' })).toBeVisible();
    await page.getByRole('link', { name: '改为引用整条' }).click();
    await expect(page.getByRole('img', { name: '二维码：三（四）', exact: true })).toBeVisible();
    expect(heard).toEqual([]);
  });

  test('a printed clause carries the code of its address', async ({ page, hosts }) => {
    await page.addInitScript(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.goto(`${hosts.root}prs-2018-156/p5-2.html`);
    await page.locator('cite-actions [data-print]').click();
    await expect(page.locator('[data-printed]')).toBeAttached();
    const source = (await page.locator('print-strip img').getAttribute('src')) ?? '';
    expect(await decode(page, source)).toBe(`${hosts.root}prs-2018-156/p5-2.html`);
  });
});

test.describe('the staff desk', () => {
  const reply = (page: Page) => page.getByRole('textbox', { name: '答复文字，可以再改' });

  test('after the query a reply is copied with two keys, a link with two, and the codes opened with two', async ({
    browser,
    hosts,
  }) => {
    const context = await browser.newContext(WITH_CLIPBOARD);
    const page = await context.newPage();
    const heard = watch(page, hosts.under);
    await page.goto(`${hosts.under}staff.html`);
    await page.keyboard.press('/');
    for (const query of ['三（四）', '柔性引进', 'rouxing yinjin']) {
      const field = page.getByRole('searchbox');
      await field.fill(query);
      let keys = 0;
      const press = async (key: string) => {
        keys++;
        await page.keyboard.press(key);
      };
      await press('Enter');
      await expect(page.locator('[data-picked]')).toContainText('三（四）');
      await expect(page.locator('[data-reply]')).toBeFocused();
      await press('c');
      await expect(page.locator('[data-reply] [data-do=copy]')).toHaveText('已复制');
      expect(keys).toBe(2);
      const { text } = await pasted(page);
      expect(text).toBe(await reply(page).inputValue());
      expect(text).toContain(`${hosts.under}prs-2018-156/p3-4.html`);
      await page.keyboard.press('l');
      await expect
        .poll(async () => (await pasted(page)).text)
        .toMatch(/^(?:http\S+p3-4\.html(?:#s\d+)?(?:\n|$))+$/u);
      await page.keyboard.press('Escape');
      await expect(field).toBeFocused();
    }
    await page.getByRole('searchbox').fill('绿卡');
    await expect(page.locator('site-search')).toHaveAttribute('data-state', 'done');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-picked]')).toContainText('五（二）');
    await page.keyboard.press('q');
    await expect(page).toHaveURL(/\/a\/b\/qr\.html#basket=prs-2018-156\/p5-2/u);
    expect(heard).toEqual([]);
    await context.close();
  });

  test('the cursor is in the field at once, and nothing is loaded for it; the first key finds, and Enter answers', async ({
    page,
    hosts,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${hosts.root}staff.html`);
    const field = page.getByRole('searchbox');
    await expect(field).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    // Who listens meets the heading with the field, once.
    await expect(field).toHaveAccessibleDescription(/^工作人员 ./u);
    await page.waitForTimeout(300);
    expect(asked.filter((url) => /json|site-search|\/desk\./u.test(url))).toEqual([]);
    await page.keyboard.insertText('绿卡');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-picked]')).toContainText('五（二）');
    await page.keyboard.press('Escape');
    await expect(field).toHaveAccessibleDescription('');
    for (const file of ['desk.json', 'search-table.json'])
      expect(asked.filter((url) => url.endsWith(file)).length, file).toBe(1);
  });

  test('the cursor stays where the reader is: at a place or a list of the address, on a link reached meanwhile, and where fingers type', async ({
    browser,
    page,
    hosts,
  }) => {
    const field = page.getByRole('searchbox');
    const ready = () => expect(page.locator('[data-keys-help]')).not.toHaveAttribute('hidden');
    for (const hash of ['#all', '#basket=p3-4']) {
      await page.goto(`${hosts.root}staff.html${hash}`);
      await ready();
      await expect(field, hash).not.toBeFocused();
      await page.goto('about:blank');
    }
    await using _early = await page.addInitScript(() =>
      addEventListener('readystatechange', () => document.querySelector('a')?.focus(), true),
    );
    await page.goto(`${hosts.root}staff.html`);
    await ready();
    await expect(page.locator('a').first()).toBeFocused();
    const touch = await browser.newContext({ hasTouch: true, isMobile: true });
    const phone = await touch.newPage();
    await phone.goto(`${hosts.root}staff.html`);
    await expect(phone.locator('[data-keys-help]')).not.toHaveAttribute('hidden');
    await expect(phone.getByRole('searchbox')).not.toBeFocused();
    await touch.close();
  });

  test('three clauses go into one reply by keys alone, pressed without waiting, on one screen of 1280 × 900', async ({
    page,
    hosts,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${hosts.root}staff.html`);
    const list = page.locator('[data-picks] li');
    for (const [i, query] of ['绿卡怎么办', '三（四）', '离岗'].entries()) {
      if (i) await page.keyboard.press('/');
      await page.keyboard.insertText(query);
      await page.keyboard.press('Enter');
      await page.keyboard.press('a');
      await expect(list).toHaveCount(i + 1);
      await expect(page.getByRole('searchbox')).toHaveValue(query);
    }
    await page.keyboard.press('w');
    for (const clause of ['五（二）', '三（四）', '四（六）'])
      await expect(page.locator('[data-picked]')).toContainText(clause);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await expect(list.last()).toBeInViewport({ ratio: 1 });
    for (const key of ['w', 'c', 'l', 'a']) {
      const button = page.locator(`[data-key=${key}]`);
      await expect(button, key).toBeInViewport({ ratio: 1 });
      await expect(button).toHaveAttribute('aria-keyshortcuts', key);
      expect(await button.evaluate((e) => getComputedStyle(e, '::after').content)).toContain(key);
    }
    // Told of only while they work.
    await page.evaluate(() => document.documentElement.setAttribute('data-keys', 'off'));
    await expect(page.locator('[aria-keyshortcuts]')).toHaveCount(0);
    const after = await page
      .locator('[data-key=c]')
      .evaluate((e) => getComputedStyle(e, '::after').display);
    expect(after).toBe('none');
  });

  test('what is typed on after Enter, before an answer has come, is typed, and no reply takes its place', async ({
    page,
    hosts,
  }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/search-table.json', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${hosts.root}staff.html`);
    const field = page.getByRole('searchbox');
    await page.keyboard.insertText('绿卡');
    await page.keyboard.press('Enter');
    await expect(field).not.toBeEditable();
    // A key of the reply waits for it, any other goes back to the question.
    await page.keyboard.press('a');
    await expect(field).toHaveValue('绿卡');
    await page.keyboard.type('3');
    await expect(field).toHaveValue('绿卡3');
    await expect(field).toBeEditable();
    release();
    await expect(page.locator('site-search')).toHaveAttribute('data-state', 'done');
    await expect(page.locator('[data-reply]')).toBeHidden();
    await expect(page.locator('[data-picks] li')).toHaveCount(0);
    await expect(field).toBeFocused();
  });

  test('where nothing is found the field is free again', async ({ page, hosts }) => {
    await page.goto(`${hosts.root}staff.html`);
    await page.keyboard.insertText('潜水艇驾照');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-told]')).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeEditable();
    await page.keyboard.press('a');
    await expect(page.getByRole('searchbox')).toHaveValue('潜水艇驾照a');
  });

  test('a question whose answer leans on no clause is answered with the answer, and the address of its page', async ({
    page,
    hosts,
  }) => {
    const { policies } = await import('./library.ts').then(({ library }) => library);
    const faq = policies[0]?.faqs.find(({ id }) => id === 'still-valid');
    if (!faq) throw new Error('Unexpected document without an answer on its validity');
    const address = `${hosts.root}answers/${faq.id}.html`;
    await page.goto(`${hosts.root}staff.html`);
    for (const query of ['还有效吗', '你们这个文件还有效吗']) {
      await page.getByRole('searchbox').fill(query);
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-picked]')).toHaveText(faq.question);
      await expect(page.locator('[data-address]')).toHaveText(address);
      for (const words of [faq.question, ...faq.says.map(({ text }) => text), address])
        expect(await reply(page).inputValue()).toContain(words);
      expect(await reply(page).inputValue()).not.toContain('prs-2018-156.html');
      await page.keyboard.press('Escape');
    }
    await page.getByText('短信', { exact: true }).click();
    await expect(reply(page)).toHaveValue(`${faq.question}\n${address}`);
  });

  test('while an input method composes, Enter chooses nothing', async ({ page, hosts }) => {
    await page.goto(`${hosts.root}staff.html`);
    // The code comes with the first of the composition.
    await expect(page.getByRole('searchbox')).toBeFocused();
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', {
      text: 'lv ka',
      selectionStart: 5,
      selectionEnd: 5,
    });
    await page.waitForTimeout(400);
    await expect(page.locator('[data-reply]')).toBeHidden();
    await client.send('Input.insertText', { text: '绿卡' });
    await expect(page.locator('site-search')).toHaveAttribute('data-state', 'done');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-picked]')).toContainText('五（二）');
  });

  test('what is typed after Esc or / takes the place of what was asked, and A says that the list has grown', async ({
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.root}staff.html`);
    for (const [leave, query, clause] of [
      ['/', '五（三）', '五（三）'],
      ['Escape', '离岗', '四（六）'],
      ['/', '绿卡', '五（二）'],
    ] as const) {
      await page.keyboard.press(leave);
      await expect(page.getByRole('searchbox')).toBeFocused();
      await page.keyboard.insertText(query);
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-picked]')).toContainText(clause);
      await expect(page.locator('[data-reply]')).toBeFocused();
    }
    await page.keyboard.press('a');
    await expect(page.locator('[data-reply] > .tools').getByRole('status')).toHaveText(
      '已加入，清单里有 1 条',
    );
  });

  test('by touch at 390 px, for a short message that keeps to 70 characters and a sentence of choice', async ({
    browser,
    hosts,
  }) => {
    const context = await browser.newContext({
      ...WITH_CLIPBOARD,
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await page.goto(`${hosts.root}staff.html`);
    await page.getByRole('searchbox').tap();
    await page.getByRole('searchbox').fill('离岗');
    await page.locator('[data-hit=p4-6] a').tap();
    await expect(page.locator('[data-picked]')).toContainText('四（六）');
    await page.locator('select[data-sentence]').selectOption('5');
    await page.getByText('短信').tap();
    await expect(page.locator('[data-picked]')).toContainText('四（六）第5句');
    const text = await reply(page).inputValue();
    expect(text).toContain('p4-6.html#s5');
    expect(text.length).toBeLessThanOrEqual(70);
    await expect(page.locator('[data-count]')).toHaveText(`${text.length} 个字，按 1 条短信计`);
    await page.locator('[data-reply] [data-do=copy]').tap();
    await expect.poll(async () => (await pasted(page)).text).toBe(text);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await context.close();
  });

  test('a list of clauses stands in the address, makes one reply, a table and a link; what is not there is said', async ({
    browser,
    hosts,
  }) => {
    const context = await browser.newContext(WITH_CLIPBOARD);
    const page = await context.newPage();
    await page.goto(`${hosts.root}staff.html#basket=p3-4-s4,zz,p5-2,%00,p3-4-s99`);
    await expect(page.locator('[data-ignored]')).toHaveText('网址里有 3 项认不出来，已略过。');
    await expect(page.locator('[data-picks] li')).toHaveCount(2);
    await page.getByRole('button', { name: '写成一份答复' }).click();
    expect(await reply(page).inputValue()).toContain(SENTENCE);
    expect(await reply(page).inputValue()).toContain('p5-2.html');
    await page.getByText('二维码、表格').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载表格' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: string[][] = parse(bytes, { bom: true });
    expect(rows.map((row) => row.length)).toEqual([7, 7, 7]);
    expect(rows[2]?.[1]).toBe('〔分类认定与绿卡〕');
    expect(rows[1]?.slice(2, 6)).toEqual([
      SENTENCE,
      '',
      CITATION,
      `${hosts.root}prs-2018-156/p3-4.html#s4`,
    ]);
    await page.getByRole('button', { name: '移出：五（二）' }).click();
    await expect(page).toHaveURL(/#basket=prs-2018-156\/p3-4-s4$/u);
    await page.getByRole('searchbox').fill('职称转认');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-picked]')).toContainText('五（三）');
    await page.keyboard.press('a');
    await expect(page).toHaveURL(/#basket=prs-2018-156\/p3-4-s4,prs-2018-156\/p5-3/u);
    await context.close();
  });

  test('a label of ours is set apart from the law wherever a clause is named', async ({
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.root}staff.html#basket=p5-2,p3-4`);
    await page.getByRole('button', { name: '写成一份答复' }).click();
    const [own, printed] = ['〔分类认定与绿卡〕', '鼓励柔性引进'];
    const typeOf = (place: string, words: string) =>
      page
        .locator(place)
        .getByText(words)
        .last()
        .evaluate((e) => getComputedStyle(e).fontFamily);
    const ours = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    for (const place of ['[data-picked]', '[data-picks]']) {
      expect(await typeOf(place, own)).toBe(ours);
      expect(await typeOf(place, printed)).not.toBe(ours);
    }
    await page.goto(`${hosts.root}qr.html#basket=p5-2,p3-4`);
    await expect(page.locator('[data-codes] img')).toHaveCount(2);
    expect(await typeOf('[data-codes]', own)).toBe(ours);
    expect(await typeOf('[data-codes]', printed)).not.toBe(ours);
    // What was opened last is named so, too, and by its sentence.
    await page.goto(`${hosts.root}staff.html`);
    const field = page.getByRole('searchbox');
    for (const [query, clause] of [
      ['五（二）', '五（二）'],
      ['三（四）第3句', '三（四）第3句'],
      ['三（四）第4句', '三（四）第4句'],
    ] as const) {
      await field.fill(query);
      await field.press('Enter');
      await expect(page.locator('[data-picked]')).toContainText(clause);
    }
    await field.fill('');
    const names = await page.locator('[data-answers] a.tag').allTextContents();
    expect(names).toEqual([
      '三（四） 鼓励柔性引进 第4句',
      '三（四） 鼓励柔性引进 第3句',
      `五（二） ${own}`,
    ]);
  });

  test('an address in which nothing is recognised says so, and offers nothing to do with an empty list', async ({
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.root}staff.html#basket=zz`);
    await expect(page.locator('[data-ignored]')).toHaveText('网址里有 1 项认不出来，已略过。');
    expect(await page.locator('[data-basket] :is(button, a):visible').count()).toBe(0);
  });

  test('the document itself is answered like a clause, with what it consists of', async ({
    page,
    hosts,
  }) => {
    const field = page.getByRole('searchbox');
    for (const query of ['156号', '〔2018〕156号', `${hosts.root}prs-2018-156.html`]) {
      await page.goto(`${hosts.root}staff.html`);
      await field.fill(query);
      await field.press('Enter');
      await expect(page.locator('[data-picked]')).toContainText('全文');
      expect(await reply(page).inputValue()).toContain(`${hosts.root}prs-2018-156.html\n`);
      expect(await reply(page).inputValue()).toContain('第六部分“组织保障”');
      await expect(page.locator('[data-choose]')).toBeHidden();
    }
    await page.goto(`${hosts.root}qr.html#basket=prs-2018-156`);
    const code = await page.locator('[data-codes] img').getAttribute('src');
    expect(await decode(page, code ?? '')).toBe(`${hosts.root}prs-2018-156.html`);
  });

  test('a link of this site, and a place as the list writes it, are picked like citations', async ({
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.root}staff.html`);
    const field = page.getByRole('searchbox');
    for (const query of [`${hosts.root}prs-2018-156/p3-4.html#s4`, 'p3-4#s4', 'p3-4-s4']) {
      await field.fill(query);
      await field.press('Enter');
      await expect(page.locator('[data-picked]')).toContainText('三（四）第4句');
      await page.keyboard.press('Escape');
      await field.fill('五（三）');
      await field.press('Enter');
      await expect(page.locator('[data-picked]')).toContainText('五（三）');
    }
  });

  test('own wording is kept on this device until it is cleared, and a blank that nothing fills is refused', async ({
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.root}staff.html#basket=p5-3`);
    await page.getByRole('button', { name: '写成一份答复' }).click();
    const before = await reply(page).inputValue();
    await page.getByText('改每个条款的写法').click();
    const wording = page.locator('[data-wording]');
    await wording.fill('见{编号}，{姓名}');
    await page.getByRole('button', { name: '存在这台设备上' }).click();
    await expect(page.locator('[data-reply] details [role=status]')).toContainText(
      '没有这个空位：{姓名}',
    );
    expect(await wording.inputValue()).toBe('见{编号}，{姓名}');
    await wording.fill('见{编号}');
    await page.getByRole('button', { name: '存在这台设备上' }).click();
    await expect(reply(page)).toHaveValue(/见第五部分第（三）项/u);
    await page.reload();
    await page.getByRole('button', { name: '写成一份答复' }).click();
    await expect(reply(page)).toHaveValue(/见第五部分第（三）项/u);
    await page.getByText('改每个条款的写法').click();
    await page.getByRole('button', { name: '清除，用回原来的' }).click();
    await expect(reply(page)).toHaveValue(before);
  });

  test('the sheet of codes prints two by four on A4, each at least 25 mm, and each leads to its sentence', async ({
    page,
    hosts,
  }) => {
    const picks = ['p3-4-s4', 'p5-2', 'p5-3', 'p4-6', 'p3-2', 'p3-1', 'p4-3', 'p6-1', 'p3-5'];
    await page.goto(`${hosts.root}qr.html#basket=${picks.join(',')}`);
    await expect(page.locator('[data-codes] img')).toHaveCount(9);
    const bytes = await page.pdf({ preferCSSPageSize: true });
    const shown = await drawPdf(page, bytes);
    expect(shown.length).toBe(2);
    await page.emulateMedia({ media: 'print' });
    const sizes = await page
      .locator('[data-codes] img')
      .evaluateAll((all) => all.map((img) => img.getBoundingClientRect().width));
    // A millimetre is 96 / 25.4 of a pixel; the blank margin of a code is part of its picture, the code itself is not.
    for (const size of sizes) expect((size * 25.4) / 96).toBeGreaterThan(31.9);
    const found: (string | undefined)[] = [];
    for (const row of [0, 1, 2, 3]) {
      for (const column of [0, 1]) {
        // Cells of 78 × 50 mm under the lines that say which document this is, on 210 × 297 mm.
        const cell = [(28 + column * 78) / 210, (53.5 + row * 50) / 297, 78 / 210, 50 / 297];
        found.push(await decode(page, shown[0] ?? '', cell));
      }
    }
    const addresses = picks.slice(0, 8).map((pick) => {
      const [, clause, s] = /^(.*?)(?:-s(\d+))?$/u.exec(pick) ?? [];
      return `${hosts.root}prs-2018-156/${clause}.html${s ? `#s${s}` : ''}`;
    });
    expect(found).toEqual(addresses);
  });
});

/** The pages of a PDF as pictures, drawn by a library of its own in a page that does nothing else. */
async function drawPdf(page: Page, bytes: Buffer): Promise<string[]> {
  const blank = await page.context().newPage();
  await blank.route('http://pdf.test/**', async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    return route.fulfill({
      path: `node_modules/pdfjs-dist/legacy/build/${name}`,
      contentType: 'text/javascript',
    });
  });
  await blank.goto('http://pdf.test/');
  const pictures = await blank.evaluate(async (data) => {
    const address = 'http://pdf.test/pdf.mjs';
    const pdfjs = await import(address);
    pdfjs.GlobalWorkerOptions.workerSrc = 'http://pdf.test/pdf.worker.mjs';
    const pdf = await pdfjs.getDocument({
      data: Uint8Array.from(atob(data), (c) => c.charCodeAt(0)),
    }).promise;
    const drawn: string[] = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      const sheet = await pdf.getPage(n);
      const viewport = sheet.getViewport({ scale: 2 });
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: viewport.width, height: viewport.height });
      await sheet.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
      drawn.push(canvas.toDataURL());
    }
    return drawn;
  }, bytes.toString('base64'));
  await blank.close();
  return pictures;
}

test.describe('the tables', () => {
  test('a cell that a spreadsheet would take for a formula is pasted as text', async ({
    browser,
    hosts,
  }) => {
    const context = await browser.newContext(WITH_CLIPBOARD);
    const page = await context.newPage();
    await page.goto(`${hosts.root}employer.html`);
    await page
      .locator('[data-offer] [data-cell=事项]')
      .first()
      .evaluate((cell) => {
        cell.textContent = '＝cmd()';
      });
    await page.getByRole('button', { name: '复制表格' }).click();
    await expect(page.locator('copy-table [role=status]')).toContainText('已复制');
    const { text } = await pasted(page);
    expect(text).toMatch(/^'＝cmd\(\)\t/mu);
    await context.close();
  });

  test('the table of ways is pasted as a table, and cell by cell says what the text form says', async ({
    browser,
    hosts,
  }) => {
    const context = await browser.newContext(WITH_CLIPBOARD);
    const page = await context.newPage();
    await page.goto(`${hosts.root}employer.html`);
    await page.getByRole('button', { name: '复制表格' }).click();
    await expect(page.locator('copy-table [role=status]')).toContainText('已复制');
    const blank = await context.newPage();
    await blank.setContent('<div contenteditable></div>');
    await blank.locator('div').focus();
    await blank.keyboard.press('Control+V');
    const cells = await blank
      .locator('tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('td')].map((cell) => (cell.textContent ?? '').trim()),
        ),
      );
    const { text } = await pasted(page);
    // What is not stated stands on amber there.
    const gaps = await page.locator('[data-offer] [data-cell=没有写明]').count();
    expect(gaps).toBeGreaterThan(5);
    expect(await blank.locator('td[bgcolor="#fcf3dc"]').count()).toBe(gaps);
    // A line for the columns, one for each heading and each thing offered.
    expect(cells.length).toBe(1 + (await page.locator('[data-ask], [data-offer]').count()));
    const [source = '', blankLine, ...rows] = text.split('\n').reverse();
    expect(rows.reverse().map((line) => line.split('\t').map((cell) => cell.trim()))).toEqual(
      cells,
    );
    // Below the table, which document it is of and where it stands.
    expect(blankLine).toBe('');
    expect(source).toContain('（平人社〔2018〕156号）');
    expect(source.endsWith(page.url())).toBe(true);
    expect(await blank.locator('div').textContent()).toContain(source);
    await context.close();
  });

  test('what a clause does not state stands on amber in every theme and width', async ({
    page,
    hosts,
  }) => {
    await page.goto(`${hosts.root}prs-2018-156/p3-4.html`);
    for (const colorScheme of ['light', 'dark'] as const)
      for (const contrast of ['no-preference', 'more'] as const)
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme, contrast });
          const drawn = await page
            .locator('main .ask')
            .first()
            .evaluate((e) => {
              const shown = getComputedStyle(e);
              const probe = document.body.appendChild(document.createElement('i'));
              probe.style.cssText = 'background:var(--warn-soft);color:var(--warn)';
              const { backgroundColor: soft, color: warn } = getComputedStyle(probe);
              probe.remove();
              return [
                shown.backgroundColor === soft,
                shown.borderInlineStartColor === warn,
                shown.borderInlineStartWidth,
              ];
            });
          expect(drawn).toEqual([true, true, '4px']);
        }
  });

  test('without script every table, quote, link and choice is there, and no control is dead', async ({
    browser,
    hosts,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of ['talent', 'employer', 'staff', 'duties', 'employer/university/hire']) {
      await page.goto(`${hosts.exact}${path}.html`);
      await expect(page.locator('.law:visible, .quoted:visible').first()).toBeVisible();
      const dead = page.locator('main button:visible, main textarea:visible, main select:visible');
      // The search form of the staff page works without script: it leads to the search page.
      expect(
        await dead.evaluateAll((all) => all.filter((e) => !e.closest('form[action]')).length),
      ).toBe(0);
    }
    await page.goto(`${hosts.exact}employer.html`);
    const choose = async (name: string) => {
      const folded = page.locator('main nav details', {
        has: page.locator('a', { hasText: name }),
      });
      await folded.locator('summary').click();
      await folded.getByRole('link', { name: new RegExp(`^${name}(?:，|$)`, 'u') }).click();
    };
    await choose('高等院校');
    await expect(page).toHaveURL(/\/employer\/university\.html$/u);
    await choose('培养人才');
    await expect(page).toHaveURL(/\/employer\/university\/grow\.html$/u);
    const row = page.locator('[data-offer=training]');
    await row.locator('summary').click();
    await expect(row.locator('.quoted')).toBeVisible();
    await context.close();
  });
});
