/** What a figure says by its lines alone stays said where grounds are left out, and on a narrow screen. */
import { audienceHref, clauseHref } from '../../src/routes.ts';
import { library } from '../library.ts';
import { rounds } from '../rounds.ts';
import { expect, test } from '../site.ts';

/** Each figure with the first page that shows it. */
const drawn = library.policies.flatMap(({ id, figures }) =>
  figures.flatMap(({ id: name, clauses, audiences }) =>
    [...clauses.map((clause) => clauseHref(id, clause)), ...audiences.map(audienceHref)]
      .slice(0, 1)
      .map((href) => [`${id}-${name}`, href.slice(1)] as const),
  ),
);

test('what is written stands in solid lines and what is not in dashed ones, also in forced colours and on paper, and nothing is wider than a narrow screen or cut off', async ({
  page,
  hosts,
}) => {
  await rounds(page, drawn, async (id, path) => {
    await page.goto(hosts.root + path);
    const figure = page.locator(`figure[aria-labelledby="figure-${id}"]`);
    for (const look of [
      { forcedColors: 'none', media: 'screen' },
      { forcedColors: 'active', media: 'screen' },
      { forcedColors: 'none', media: 'print' },
    ] as const) {
      await page.emulateMedia(look);
      // A cell says it inside of its own lines, which it shares with those beside it.
      const lines = await figure.locator('.box, p.open, td.open').evaluateAll((parts) =>
        parts.map((part) => {
          const { borderBottomStyle, borderBottomWidth, outlineStyle } = getComputedStyle(part);
          const own = part.matches('td') ? outlineStyle : borderBottomStyle;
          const right = part.matches('.box') ? 'solid' : 'dashed';
          return `${own} ${parseFloat(borderBottomWidth) > 0} ${own === right}`;
        }),
      );
      for (const line of lines) expect.soft(line).toMatch(/true true$/u);
    }
    await page.emulateMedia({ forcedColors: null, media: null });
    await page.setViewportSize({ width: 320, height: 800 });
    const wide = await figure.evaluate((element) =>
      [element, ...element.querySelectorAll('*')]
        .filter((e) => !e.closest('.sr-only') && e.getBoundingClientRect().right > innerWidth)
        .map((e) => e.outerHTML.slice(0, 80)),
    );
    expect(wide).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

test('one press on a step leads to its sentence, wherever in its box', async ({ page, hosts }) => {
  await rounds(page, drawn, async (id, path) => {
    await page.goto(hosts.root + path);
    const boxes = page.locator(`figure[aria-labelledby="figure-${id}"] .box`);
    if ((await boxes.count()) === 0) return;
    const box = boxes.last();
    const href = await box.locator('a').evaluate((a) => (a as HTMLAnchorElement).href);
    const size = await box.boundingBox();
    await box.click({ position: { x: 4, y: (size?.height ?? 8) - 4 } });
    await expect(page).toHaveURL(href);
    await expect(page.locator('.sentence:target')).toBeVisible();
  });
});
