import type { Page } from '@playwright/test';
import { KINDS, pathOf } from '../kinds.ts';
import { library } from '../library.ts';
import { expect, test } from '../site.ts';

const paths = Object.values(KINDS);

// Most tests here open every kind of page.
test.describe.configure({ timeout: 240_000 });

/** Opens a page anew: another fragment alone would open nothing. */
async function open(page: Page, address: string): Promise<void> {
  if (address.includes('#')) await page.goto('about:blank');
  await page.goto(address);
  if (address.includes('q=')) await page.locator('site-search[data-state=done]').waitFor();
}

test.describe('on paper', () => {
  /** What is folded on a page and has no business being so, by what stands on the fold. */
  const folded = (page: Page) =>
    page.locator('details').evaluateAll((all) =>
      all
        .filter((e) => e.checkVisibility())
        .flatMap((e) => [...e.children].filter((child) => child.localName !== 'summary'))
        .filter((child) => !child.checkVisibility())
        .map((child) => child.parentElement?.textContent?.trim().slice(0, 20)),
    );

  for (const javaScriptEnabled of [true, false]) {
    test(`what is folded on any kind of page is open, and folded again after, with script ${javaScriptEnabled ? 'on' : 'off'}`, async ({
      browser,
      hosts,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      let found = 0;
      for (const path of paths) {
        const address = hosts.root + pathOf(path);
        if (javaScriptEnabled) await open(page, address);
        else await page.goto(address);
        const before = await folded(page);
        await page.emulateMedia({ media: 'print' });
        expect(await folded(page), path).toEqual([]);
        await page.emulateMedia({ media: 'screen' });
        expect(await folded(page), path).toEqual(before);
        found += before.length;
      }
      expect(found).toBeGreaterThan(library.several ? 0 : 5);
      await context.close();
    });
  }

  test('an engine whose sheets cannot open a fold has it opened by script, and closed again', async ({
    page,
    hosts,
  }) => {
    await page.addInitScript(() => {
      const { supports } = CSS;
      CSS.supports = (...asked: string[]) =>
        !asked.join().includes('details-content') && supports.apply(CSS, asked as [string]);
    });
    await page.goto(`${hosts.root}${KINDS['review']}`);
    await page.locator('display-settings:not([hidden])').waitFor();
    const states = () =>
      page.locator('details').evaluateAll((all) => all.map((e) => 'open' in e && e.open));
    const before = await states();
    expect(before).toContain(false);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await states()).not.toContain(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await states()).toEqual(before);
  });
});

/** What the reader of a page has put aside before. */
async function prepare(page: Page, site: string): Promise<void> {
  await page.goto(`${site}${KINDS['result']}`);
  await page.getByRole('button', { name: '加入咨询单' }).click();
}

/** Shows a page that is there as if a theme and a size had been chosen (display.spec: how a choice comes to be shown). */
async function choose(page: Page, display: { theme?: string; size?: string }): Promise<void> {
  await page.locator('html').evaluate((html, { theme = '', size = '' }) => {
    html.setAttribute('data-theme', theme);
    html.setAttribute('data-size', size);
    if (!theme) html.removeAttribute('data-theme');
  }, display);
}

/** With the reply that only comes when it is asked for. */
async function openReply(page: Page): Promise<void> {
  const combine = page.getByRole('button', { name: '用这些条款写一份答复' });
  if (!page.url().endsWith(KINDS['desk with a list'] ?? '')) return;
  await combine.click();
  await page.locator('[data-reply]').waitFor();
}

test.describe('paper', () => {
  // As wide as the text of an A4 page, so that what does not fit shows.
  test.use({ viewport: { width: 590, height: 850 } });

  test('bears no control, and all in black on white at one size, whatever was chosen for the screen', async ({
    page,
    hosts,
  }) => {
    await prepare(page, hosts.root);
    const wrong: string[] = [];
    for (const path of paths) {
      await open(page, hosts.root + pathOf(path));
      await openReply(page);
      for (const display of [{}, { theme: 'dark', size: '200' }, { theme: 'contrast' }]) {
        await page.emulateMedia({ colorScheme: 'theme' in display ? 'dark' : 'light' });
        await choose(page, display);
        // Where the pointer rests, a link has the colour that the screen gives it.
        const at = await page.evaluate(() => {
          const link = [...document.querySelectorAll('main a')].find((e) => e.checkVisibility());
          link?.scrollIntoView({ block: 'center' });
          const { x = 0, y = 0 } = link?.getClientRects()[0] ?? {};
          return { x: x + 4, y: y + 4 };
        });
        await page.mouse.move(at.x, at.y);
        await page.emulateMedia({ media: 'print' });
        const found = await page.evaluate(() => {
          const lightOf = (colour: string) => {
            const [r = 0, g = 0, b = 0, alpha = 1] = (colour.match(/[\d.]+/gu) ?? []).map(Number);
            return alpha === 0 ? null : (r * 3 + g * 6 + b) / 10;
          };
          const seen = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility());
          return seen.flatMap((e) => {
            const { color, backgroundColor, fontSize, overflowX, overflowY } = getComputedStyle(e);
            const what = `${e.localName}.${e.className} ${e.textContent?.trim().slice(0, 12)}`;
            const says = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent?.trim());
            const spoken = e.closest('.sr-only, svg');
            const clips = `${overflowX} ${overflowY}` !== 'visible visible';
            return [
              ...(e.matches('button, .button, input, select, textarea, dialog') ? ['control'] : []),
              ...(says && !spoken && (lightOf(color) ?? 0) > 60 ? [`colour ${color}`] : []),
              ...((lightOf(backgroundColor) ?? 255) < 250 ? [`ground ${backgroundColor}`] : []),
              ...(says && !spoken && parseFloat(fontSize) > 30 ? [`size ${fontSize}`] : []),
              ...(!spoken &&
              (e.getBoundingClientRect().right > innerWidth + 1 ||
                (clips && e.scrollWidth > e.clientWidth + 1))
                ? ['cut off']
                : []),
            ].map((fault) => `${fault}: ${what}`);
          });
        });
        const how = JSON.stringify(display);
        wrong.push(...found.map((one) => `${path} ${how}: ${one}`));
        await page.emulateMedia({ media: 'screen' });
      }
    }
    expect(wrong).toEqual([]);
  });

  test('bears a reply to its last line, as it was changed', async ({ page, hosts }) => {
    await page.goto(hosts.root + KINDS['desk with a list']);
    await openReply(page);
    const field = page.locator('[data-text]');
    const words = `${await field.inputValue()}\n加上的一行`;
    await field.fill(words);
    await page.emulateMedia({ media: 'print' });
    const shown = page.getByText('加上的一行').filter({ visible: true });
    expect(await shown.evaluateAll((all) => all.map((e) => e.textContent))).toEqual([words]);
  });
});

/** Lines that begin with a mark that closes, and items whose dot does not stand at their first line. */
const badLines = (page: Page) =>
  page.evaluate(() => {
    const CLOSES = /[、，。；：！？）〕》”’]/u;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const blockOf = (e: Element | null): Element | null =>
      e && /^inline/u.test(getComputedStyle(e).display) ? blockOf(e.parentElement) : e;
    const bad: string[] = [];
    let before: { block: Element | null; rect: DOMRect; text: string } | undefined;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent ?? '';
      // What is spoken only, what is folded, and drawings have no lines.
      if (
        !text.trim() ||
        !parent?.checkVisibility() ||
        parent.closest('.sr-only, svg, script, style')
      )
        continue;
      const block = blockOf(parent);
      const rectAt = (i: number) => {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        return range.getClientRects()[0];
      };
      for (let i = 0; i < text.length; i++) {
        const isLast = i === text.length - 1;
        if (!CLOSES.test(text[i] ?? '') && !isLast) continue;
        const rect = rectAt(i);
        const previous = i > 0 ? { block, rect: rectAt(i - 1), text } : before;
        if (!rect) continue;
        if (
          CLOSES.test(text[i] ?? '') &&
          previous?.rect &&
          previous.block === block &&
          rect.top >= previous.rect.bottom - 2
        )
          bad.push(`${previous.text.slice(-12)}|${text.slice(i, i + 12)}`);
        if (isLast) before = { block, rect, text };
      }
    }
    const dots = [...document.querySelectorAll('main li')].filter((li) => {
      const { listStyleType, display } = getComputedStyle(li);
      if (listStyleType === 'none' || display !== 'list-item' || !li.checkVisibility())
        return false;
      const [first] = li.children;
      const leads = first && li.textContent?.trim().startsWith(first.textContent?.trim() ?? ' ');
      if (!leads || getComputedStyle(first).display !== 'inline-block') return false;
      return (
        first.getBoundingClientRect().height > 1.5 * parseFloat(getComputedStyle(first).lineHeight)
      );
    });
    return [...bad, ...dots.map((li) => `dot: ${li.textContent?.slice(0, 20)}`)];
  });

/** Headings that stick to what is above them. */
const stuckHeadings = (page: Page) =>
  page.locator('main :is(h2, h3, h4)').evaluateAll((all) =>
    all.flatMap((e) => {
      const above = e.previousElementSibling ?? e.parentElement?.previousElementSibling;
      if (!e.checkVisibility() || !above?.checkVisibility()) return [];
      const range = document.createRange();
      range.selectNodeContents(e);
      const gap = range.getBoundingClientRect().top - above.getBoundingClientRect().bottom;
      // Beside it is another matter.
      const beside = e.getBoundingClientRect().left >= above.getBoundingClientRect().right;
      return gap < 10 && !beside ? [`${e.textContent?.slice(0, 20)} ${gap}`] : [];
    }),
  );

/** By how much a page is wider than the window. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : [];
  });

test('no kind of page is moved sideways to be read in large text, no line begins with a mark that closes, a dot stands at the first line of its item, and no heading sticks to what is above it', async ({
  page,
  hosts,
}) => {
  await prepare(page, hosts.root);
  const wrong: string[] = [];
  for (const path of paths) {
    await page.setViewportSize({ width: 1280, height: 720 });
    await open(page, hosts.root + pathOf(path));
    await openReply(page);
    if (path === 'sheet') await page.locator('[data-results] > *').waitFor();
    wrong.push(...(await stuckHeadings(page)).map((one) => `${path}, heading: ${one}`));
    for (const [width, size] of [
      [320, ''],
      [390, ''],
      [390, '150'],
      [390, '200'],
      [768, ''],
      [1280, ''],
      [1280, '200'],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await choose(page, { size });
      const found = [...(await tooWide(page)), ...(await badLines(page))];
      wrong.push(...found.map((one) => `${path}, ${width} px, text at ${size || 100} %: ${one}`));
    }
  }
  expect(wrong).toEqual([]);
});

test.describe('in the reader’s own colours', () => {
  const CURRENT = '[aria-current], [aria-pressed=true]';

  /** What tells an element apart besides ground and shadow, its own and of what is drawn before it. */
  const lines = () => {
    const drawn = (e: Element, pseudo?: string) => {
      const style = getComputedStyle(e, pseudo);
      const sides = ['Top', 'Right', 'Bottom', 'Left'].map((side) => {
        const name = `border${side}` as 'borderTop';
        return style[`${name}Style`] === 'none' ? 0 : parseFloat(style[`${name}Width`]);
      });
      const outline = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
      return { sides, outline, line: style.textDecorationLine, weight: style.fontWeight };
    };
    const grounds = (e: Element) => {
      const { backgroundColor, boxShadow } = getComputedStyle(e);
      return `${backgroundColor} ${boxShadow}`;
    };
    Object.assign(window, { drawn, grounds });
  };

  test('whatever on any kind of page says it is chosen, current or meant, by ground or shadow, says so by a line', async ({
    page,
    hosts,
  }) => {
    await page.addInitScript(lines);
    const silent: string[] = [];
    let found = 0;
    for (const path of paths) {
      await page.emulateMedia({ forcedColors: 'none' });
      await open(page, hosts.root + pathOf(path).replace(/#(?!basket).*/u, ''));
      // Where a state changes ground or shadow in our colours: attributes, and each kind of thing that has an address.
      const told = await page.evaluate((CURRENT) => {
        const grounds = Reflect.get(window, 'grounds') as (e: Element) => string;
        const attributes = [...document.querySelectorAll(CURRENT)].flatMap((e, i) => {
          const name = e.hasAttribute('aria-current') ? 'aria-current' : 'aria-pressed';
          const on = e.getAttribute(name) ?? '';
          const before = grounds(e);
          e.setAttribute(name, 'false');
          if (name === 'aria-current') e.removeAttribute(name);
          const changes = grounds(e) !== before;
          e.setAttribute(name, on);
          return changes ? [i] : [];
        });
        const kinds = new Map(
          [...document.querySelectorAll('main [id]')].map((e) => [
            `${e.localName} ${e.className}`,
            e.id,
          ]),
        );
        const state = location.hash;
        const targets = [...kinds.values()].filter((id) => {
          const e = document.getElementById(id);
          const before = e && grounds(e);
          location.hash = id;
          const changes = e && grounds(e) !== before;
          location.hash = state;
          return changes;
        });
        return { attributes, targets };
      }, CURRENT);
      found += told.attributes.length + told.targets.length;
      await page.emulateMedia({ forcedColors: 'active' });
      const left = await page.evaluate(
        ({ attributes, targets, CURRENT }) => {
          const drawn = (e: Element) =>
            JSON.stringify((Reflect.get(window, 'drawn') as (e: Element) => object)(e));
          const all = [...document.querySelectorAll(CURRENT)];
          const chosen = attributes.flatMap((i) => {
            const e = all[i];
            if (!e) return [];
            const name = e.hasAttribute('aria-current') ? 'aria-current' : 'aria-pressed';
            const on = e.getAttribute(name) ?? '';
            const before = drawn(e);
            e.removeAttribute(name);
            const same = drawn(e) === before;
            e.setAttribute(name, on);
            return same ? [`${name} ${e.outerHTML.slice(0, 80)}`] : [];
          });
          const meant = targets.filter((id) => {
            const e = document.getElementById(id);
            const before = e && drawn(e);
            location.hash = id;
            return e && drawn(e) === before;
          });
          return [...chosen, ...meant];
        },
        { ...told, CURRENT },
      );
      silent.push(...left.map((one) => `${path}: ${one}`));
    }
    expect(silent).toEqual([]);
    expect(found).toBeGreaterThan(15);
  });

  test('whatever on any kind of page stands on a ground of its own has a line, too', async ({
    page,
    hosts,
  }) => {
    await page.addInitScript(lines);
    const silent = new Set<string>();
    let found = 0;
    for (const path of paths) {
      await page.emulateMedia({ forcedColors: 'none' });
      await open(page, hosts.root + pathOf(path));
      const own = await page.evaluate(() => {
        const CLEAR = 'rgba(0, 0, 0, 0)';
        const groundOf = (e: Element | null): string => {
          if (!e) return CLEAR;
          const { backgroundColor } = getComputedStyle(e);
          return backgroundColor === CLEAR ? groundOf(e.parentElement) : backgroundColor;
        };
        const own = [...document.querySelectorAll('main *')].filter((e) => {
          const { backgroundColor } = getComputedStyle(e);
          const stands = backgroundColor !== CLEAR && backgroundColor !== groundOf(e.parentElement);
          return stands && e.checkVisibility() && e.textContent?.trim();
        });
        // What comes later stands in between, so the elements themselves are kept.
        Object.assign(window, { own });
        return own.length;
      });
      found += own;
      await page.emulateMedia({ forcedColors: 'active' });
      const left = await page.evaluate(() => {
        type Drawn = { sides: number[]; outline: number; line: string };
        const drawn = Reflect.get(window, 'drawn') as (e: Element, pseudo?: string) => Drawn;
        return (Reflect.get(window, 'own') as Element[]).flatMap((e) => {
          const { sides, outline, line } = drawn(e);
          // A table says by the lines of its cells where it is.
          const cells = e.localName === 'table';
          return cells || Math.max(...sides, outline) > 0 || line !== 'none'
            ? []
            : [`${e.localName}.${e.className}`];
        });
      });
      for (const one of left) silent.add(`${path}: ${one}`);
    }
    expect([...silent]).toEqual([]);
    expect(found).toBeGreaterThan(50);
  });
});

test('in the largest text on a phone the heading begins on the first screen of every kind of page, with script and without', async ({
  browser,
  hosts,
}) => {
  const viewport = { width: 390, height: 844 };
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ viewport, javaScriptEnabled });
    const page = await context.newPage();
    if (javaScriptEnabled)
      await page.addInitScript(() => localStorage.setItem('/ display', '{"size":"200"}'));
    for (const path of paths) {
      // What a place in the address scrolls to is another matter.
      const address = hosts.root + pathOf(path).replace(/#(?!basket).*/u, '');
      if (javaScriptEnabled) await open(page, address);
      else {
        await page.goto(address);
        // As a reader does whose browser is set so: no script of the page can know.
        await page.evaluate(() => document.documentElement.setAttribute('data-size', '200'));
      }
      const [first, size] = await page.locator('h1').evaluate((h1) => {
        const range = document.createRange();
        range.selectNodeContents(h1);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
        return [lines[0]?.bottom ?? Infinity, getComputedStyle(document.documentElement).fontSize];
      });
      expect(size).toBe('32px');
      expect(first, path).toBeLessThanOrEqual(viewport.height);
    }
    // What is folded for it opens.
    await page.goto(`${hosts.root}about.html`);
    if (!javaScriptEnabled)
      await page.evaluate(() => document.documentElement.setAttribute('data-size', '200'));
    await page.getByText('菜单').click();
    const [door] = library.audiences;
    await page
      .locator('header')
      .getByRole('link', { name: door?.name ?? '', exact: true })
      .click();
    await expect(page).toHaveURL(`${hosts.root}${door?.id}.html`);
    await context.close();
  }
});
