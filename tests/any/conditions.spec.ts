import type { Page } from '@playwright/test';
import { KINDS, open } from '../kinds.ts';
import { library } from '../library.ts';
import { expect, test } from '../site.ts';

/** What a place in the address marks and scrolls to; a list in it is none. */
const PLACE = /#(?!basket).*/u;
/** Places stand last: another fragment alone would open nothing, so none may follow its own page. */
const paths = Object.values(KINDS).toSorted(
  (a, b) => Number(PLACE.test(a)) - Number(PLACE.test(b)),
);

/** As wide as the text of an A4 page. */
const A4 = { width: 590, height: 850 };

// Most tests here open every kind of page.
test.describe.configure({ timeout: 240_000 });

/** What is folded on a page, by what stands on the fold; not what is printed closed, to fit on one sheet. */
const folded = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('details')]
      .filter((e) => e.checkVisibility() && !e.closest('[data-one-sheet]'))
      .flatMap((e) => [...e.children].filter((child) => child.localName !== 'summary'))
      // What is for the screen alone is missing on paper, not folded there.
      .filter((child) => !child.checkVisibility() && !child.matches('.screen-only'))
      .map((child) => child.parentElement?.textContent?.trim().slice(0, 20)),
  );

/**
 * Where the first line of the heading ends in the largest text, and how large that is: as it was chosen and comes up, or,
 * where no script can know, as it is `set`. It is taken back.
 */
const headingInLargeText = (page: Page, set: boolean) =>
  page.evaluate((set) => {
    const { documentElement: root } = document;
    if (set) root.setAttribute('data-size', '200');
    const range = document.createRange();
    const [h1] = document.getElementsByTagName('h1');
    if (!h1) throw new Error('Unexpected page, expected a heading');
    range.selectNodeContents(h1);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
    const ends = lines[0]?.bottom ?? Infinity;
    const { fontSize } = getComputedStyle(root);
    root.removeAttribute('data-size');
    return { ends, fontSize };
  }, set);

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
  // What the page does about another place in its address is another matter.
  addEventListener('hashchange', (event) => event.stopImmediatePropagation());
  Object.assign(window, { drawn, grounds });
};

/** Where a state changes ground or shadow in our colours: attributes, and each kind of thing that has an address. */
const toldByGround = (page: Page) =>
  page.evaluate((CURRENT) => {
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
    const closed = document.querySelectorAll<HTMLDetailsElement>('details:not([open])');
    const targets = [...kinds.values()].filter((id) => {
      const e = document.getElementById(id);
      const before = e && grounds(e);
      location.hash = id;
      const changes = e && grounds(e) !== before;
      location.hash = state;
      return changes;
    });
    // Who is sent into a fold has it opened.
    for (const fold of closed) fold.open = false;
    return { attributes, targets };
  }, CURRENT);

/** What of that no line tells. */
const toldByNoLine = (page: Page, told: Awaited<ReturnType<typeof toldByGround>>) =>
  page.evaluate(
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

/** How much stands on a ground of its own in our colours. */
const onGround = (page: Page) =>
  page.evaluate(() => {
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

/** What of that has no line. */
const onGroundAlone = (page: Page) =>
  page.evaluate(() => {
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

for (const script of ['on', 'off'])
  test(`on any kind of page what is folded is open on paper, and folded again after, and in the largest text on a phone the heading begins on the first screen, with script ${script}${script === 'on' ? '; and what is chosen, current or meant, by ground or shadow, or stands on a ground of its own, has a line in the reader’s own colours' : ''}`, async ({
    browser,
    hosts,
  }) => {
    const javaScriptEnabled = script === 'on';
    const phone = { width: 390, height: 844 };
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.addInitScript(lines);
    // Chosen before each page is opened, as on a device that keeps it.
    await page.addInitScript(() => localStorage.setItem('/ display', '{"size":"200"}'));
    const silent: string[] = [];
    const found = { folds: 0, told: 0, grounds: 0 };
    for (const path of paths) {
      // What a place scrolls to and marks is another matter, and its page is there without it, too.
      const place = PLACE.exec(path);
      if (place) expect(paths).toContain(path.replace(PLACE, ''));
      if (!place) await page.setViewportSize(phone);
      if (javaScriptEnabled) {
        await open(page, hosts.root + path);
        // The page for unknown addresses finds out first where the site begins.
        if (path === KINDS['unknown address'])
          await page.locator('html[data-size="200"]').waitFor();
      } else await page.goto(hosts.root + path);
      const { ends, fontSize } = await headingInLargeText(page, !javaScriptEnabled);
      expect.soft(fontSize, path).toBe('32px');
      if (!place) expect.soft(ends, `${path}: heading`).toBeLessThanOrEqual(phone.height);
      await page.setViewportSize({ width: 1280, height: 720 });
      const before = await folded(page);
      found.folds += before.length;
      if (javaScriptEnabled) found.grounds += await onGround(page);
      const told = javaScriptEnabled && !place && (await toldByGround(page));
      await page.emulateMedia({ media: 'print' });
      expect.soft(await folded(page), `${path}: folded on paper`).toEqual([]);
      await page.emulateMedia({
        media: 'screen',
        forcedColors: javaScriptEnabled ? 'active' : 'none',
      });
      expect.soft(await folded(page), `${path}: folded after`).toEqual(before);
      if (!javaScriptEnabled) continue;
      silent.push(...(await onGroundAlone(page)).map((one) => `${path}, its ground: ${one}`));
      if (told) {
        found.told += told.attributes.length + told.targets.length;
        silent.push(...(await toldByNoLine(page, told)).map((one) => `${path}: ${one}`));
      }
      await page.emulateMedia({ forcedColors: 'none' });
    }
    expect(silent).toEqual([]);
    expect(found.folds).toBeGreaterThan(library.several ? 0 : 5);
    if (javaScriptEnabled) expect(found.told).toBeGreaterThan(15);
    if (javaScriptEnabled) expect(found.grounds).toBeGreaterThan(50);
    // What is folded for the heading opens.
    await page.setViewportSize(phone);
    await page.goto(`${hosts.root}about.html`);
    if (!javaScriptEnabled)
      await page.evaluate(() => document.documentElement.setAttribute('data-size', '200'));
    await page.locator('header summary').click();
    const [door] = library.audiences;
    await page
      .locator('header')
      .getByRole('link', { name: door?.name ?? '', exact: true })
      .click();
    await expect(page).toHaveURL(`${hosts.root}${door?.id}.html`);
    await context.close();
  });

/** Opens a page with what the reader has put aside, and with the reply that only comes when it is asked for. */
async function openFull(page: Page, address: string): Promise<void> {
  await open(page, address);
  if (address.endsWith(KINDS['sheet'] ?? ''))
    await page.locator('[data-results] > *').first().waitFor();
  if (!address.endsWith(KINDS['desk with a list'] ?? '')) return;
  await page.getByRole('button', { name: '写成一份答复' }).click();
  await page.locator('[data-reply]').waitFor();
}

/**
 * What is wrong with a page at each size of text: it is wider than the window, a line begins with a mark that closes, or
 * the dot of an item does not stand at its first line.
 */
const badLines = (page: Page, sizes: readonly string[]) =>
  page.evaluate((sizes) => {
    const CLOSES = /[、，。；：！？）〕》”’]/gu;
    const range = document.createRange();
    const rectAt = (node: Text, i: number) => {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      return range.getClientRects()[0];
    };
    const blockOf = (e: Element | null): Element | null =>
      e && /^inline/u.test(getComputedStyle(e).display) ? blockOf(e.parentElement) : e;
    /** The texts that have lines: not what is spoken only, what is folded, and drawings. */
    const shownTexts = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const shown = new Map<Element, boolean>();
      const isShown = (e: Element) => {
        const known =
          shown.get(e) ?? (e.checkVisibility() && !e.closest('.sr-only, svg, script, style'));
        shown.set(e, known);
        return known;
      };
      const texts: Text[] = [];
      for (
        let node = walker.nextNode() as Text | null;
        node;
        node = walker.nextNode() as Text | null
      )
        if (node.data.trim() && node.parentElement && isShown(node.parentElement)) texts.push(node);
      return texts;
    };
    /** The last character that is drawn before a text in its block. */
    const lastBefore = (texts: Text[], at: number) => {
      const text = texts.slice(0, at).findLast((one) => rectAt(one, one.length - 1));
      const block = blockOf(texts[at]?.parentElement ?? null);
      return text && blockOf(text.parentElement) === block
        ? rectAt(text, text.length - 1)
        : undefined;
    };
    const badMarks = () => {
      const texts = shownTexts();
      return texts.flatMap((text, at) =>
        [...text.data.matchAll(CLOSES)].flatMap(({ index: i }) => {
          const above = i > 0 ? rectAt(text, i - 1) : lastBefore(texts, at);
          const mark = above && rectAt(text, i);
          if (!mark || mark.top < above.bottom - 2) return [];
          const before = (i > 0 ? text : texts[at - 1])?.data.slice(0, i || undefined).slice(-12);
          return [`${before}|${text.data.slice(i, i + 12)}`];
        }),
      );
    };
    const badDots = () =>
      [...document.querySelectorAll('main li')].flatMap((li) => {
        const { listStyleType, display } = getComputedStyle(li);
        if (listStyleType === 'none' || display !== 'list-item') return [];
        const [first] = li.children;
        if (!first || getComputedStyle(first).display !== 'inline-block') return [];
        const lines =
          first.getBoundingClientRect().height / parseFloat(getComputedStyle(first).lineHeight);
        if (!(lines > 1.5) || !li.checkVisibility()) return [];
        const leads = li.textContent?.trim().startsWith(first.textContent?.trim() ?? ' ');
        return leads ? [`dot: ${li.textContent?.slice(0, 20)}`] : [];
      });
    const { documentElement: root } = document;
    return sizes.flatMap((size) => {
      if (size) root.setAttribute('data-size', size);
      else root.removeAttribute('data-size');
      const wider = root.scrollWidth - root.clientWidth;
      const bad = [...(wider > 0 ? [`${wider} px too wide`] : []), ...badMarks(), ...badDots()];
      root.removeAttribute('data-size');
      return bad.map((one) => `${root.clientWidth} px, text at ${size || 100} %: ${one}`);
    });
  }, sizes);

/** Headings that stick to what is above them. */
const stuckHeadings = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(h2, h3, h4)')].flatMap((e) => {
      const above = e.previousElementSibling ?? e.parentElement?.previousElementSibling;
      if (!e.checkVisibility() || !above?.checkVisibility()) return [];
      const range = document.createRange();
      range.selectNodeContents(e);
      // What a box keeps free at its end counts, where nothing draws that end.
      const { paddingBottom, borderBottomStyle, backgroundColor } = getComputedStyle(above);
      const drawn = borderBottomStyle !== 'none' || backgroundColor !== 'rgba(0, 0, 0, 0)';
      const free = drawn ? 0 : parseFloat(paddingBottom);
      const gap = range.getBoundingClientRect().top - above.getBoundingClientRect().bottom + free;
      // Beside it is another matter.
      const beside = e.getBoundingClientRect().left >= above.getBoundingClientRect().right;
      return gap < 10 && !beside ? [`${e.textContent?.slice(0, 20)} ${gap}`] : [];
    }),
  );

/** Rests the pointer on the first link that a printed page has, if it has one; whether it does. */
async function pointAtLink(page: Page): Promise<boolean> {
  const at = await page.evaluate(() => {
    const link = [...document.querySelectorAll('main a')].find((e) => e.checkVisibility());
    link?.scrollIntoView({ block: 'center' });
    const { x = 0, y = 0 } = link?.getClientRects()[0] ?? {};
    return link && { x: x + 4, y: y + 4 };
  });
  if (at) await page.mouse.move(at.x, at.y);
  return at !== undefined;
}

/** What a printed page bears that it must not, with each theme and size as chosen for the screen. */
const badOnPaper = (page: Page, displays: readonly { theme?: string; size?: string }[]) =>
  page.evaluate((displays) => {
    const lightOf = (colour: string) => {
      const [r = 0, g = 0, b = 0, alpha = 1] = (colour.match(/[\d.]+/gu) ?? []).map(Number);
      return alpha === 0 ? null : (r * 3 + g * 6 + b) / 10;
    };
    const faultsOf = (e: Element) => {
      const { color, backgroundColor, fontSize, overflowX, overflowY } = getComputedStyle(e);
      const says = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent?.trim());
      const spoken = e.closest('.sr-only, svg');
      const clips = `${overflowX} ${overflowY}` !== 'visible visible';
      return [
        // Boxes that were ticked are ticked on paper, too.
        ...(e.matches('button, .button, input:not([type=checkbox]), select, textarea, dialog')
          ? ['control']
          : []),
        ...(says && !spoken && (lightOf(color) ?? 0) > 60 ? [`colour ${color}`] : []),
        ...((lightOf(backgroundColor) ?? 255) < 250 ? [`ground ${backgroundColor}`] : []),
        ...(says && !spoken && parseFloat(fontSize) > 30 ? [`size ${fontSize}`] : []),
        ...(!spoken &&
        (e.getBoundingClientRect().right > innerWidth + 1 ||
          (clips && e.scrollWidth > e.clientWidth + 1))
          ? ['cut off']
          : []),
      ];
    };
    const { documentElement: root } = document;
    return displays.flatMap((display) => {
      for (const [name, value] of Object.entries(display)) root.setAttribute(`data-${name}`, value);
      const seen = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility());
      const bad = seen.flatMap((e) =>
        // The text only of what is wrong: that of every element is the text of the page many times over.
        faultsOf(e).map(
          (fault) =>
            `${fault}: ${e.localName}.${e.className} ${e.textContent?.trim().slice(0, 12)}`,
        ),
      );
      for (const name of Object.keys(display)) root.removeAttribute(`data-${name}`);
      return bad.map((one) => `${JSON.stringify(display)}: ${one}`);
    });
  }, displays);

test('no kind of page is moved sideways to be read in large text, no line begins with a mark that closes, a dot stands at the first line of its item, and no heading sticks to what is above it; and paper bears no control, and all in black on white at one size, whatever was chosen for the screen', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts.root}${KINDS['result']}`);
  await page.getByRole('button', { name: '放进咨询单' }).click();
  await page.locator('ask-tools a:not([hidden])').waitFor();
  const wrong: string[] = [];
  let pointed = 0;
  for (const path of paths) {
    const say = (bad: string[]) => wrong.push(...bad.map((one) => `${path}, ${one}`));
    await page.setViewportSize({ width: 1280, height: 720 });
    await openFull(page, hosts.root + path);
    say((await stuckHeadings(page)).map((one) => `heading: ${one}`));
    for (const [width, sizes] of [
      [1280, ['', '200']],
      [768, ['']],
      [390, ['', '150', '200']],
      [320, ['']],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      say(await badLines(page, sizes));
    }
    // As wide as the text of an A4 page, so that what does not fit shows.
    await page.setViewportSize(A4);
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    // There a link has the colour that the screen gives it.
    if (await pointAtLink(page)) pointed++;
    say(await badOnPaper(page, [{}]));
    await page.emulateMedia({ colorScheme: 'dark' });
    say(await badOnPaper(page, [{ theme: 'dark', size: '200' }, { theme: 'contrast' }]));
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  }
  expect(wrong).toEqual([]);
  expect(pointed).toBeGreaterThan(10);
});

test.describe('paper', () => {
  test.use({ viewport: A4 });

  test('bears a reply to its last line, as it was changed', async ({ page, hosts }) => {
    await openFull(page, `${hosts.root}${KINDS['desk with a list']}`);
    const field = page.locator('[data-text]');
    const words = `${await field.inputValue()}\n加上的一行`;
    await field.fill(words);
    await page.emulateMedia({ media: 'print' });
    const shown = page.getByText('加上的一行').filter({ visible: true });
    expect(await shown.evaluateAll((all) => all.map((e) => e.textContent))).toEqual([words]);
  });
});
