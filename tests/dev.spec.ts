/** `npm run dev` on a copy of a content folder: slips are told in the browser, whatever they are, and go when mended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { runAxe } from './axe.ts';

/** The workbench on a content folder of its own. */
interface Bench {
  /** The folder, as messages name it. */
  folder: string;
  address: string;
  /** What the terminal was told so far. */
  terminal(): string;
  child: ChildProcess;
}

async function start(content: string): Promise<Bench> {
  const folder = `node_modules/.cache/dev-${content.replace(/\W/gu, '-')}`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(content, folder, { recursive: true });
  const env = { ...process.env, CONTENT: folder, PORT: '0' };
  const child = spawn(process.execPath, ['scripts/dev.ts'], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part) => {
      said += part;
    });
  await expect.poll(() => said).toContain('没有问题');
  const [address = ''] = /http:\/\/\S+/u.exec(said) ?? [];
  return { folder, address, terminal: () => said, child };
}

/** A slip in a file, and what is to be told of it. */
interface Slip {
  page: string;
  file: string;
  /** The file as it is with the slip; nothing: it is not there. */
  slip(text: string): string | Buffer | undefined;
  /** The file that is told of, where it is another one. */
  at?: string;
  /** A piece of the line that is told; without it, the first. */
  line?: string | RegExp;
  told: RegExp;
  /** Whether the page says that its text is not proved. */
  red?: true;
}

const band = (page: Page) => page.locator('#workbench-band .band');
const bar = (page: Page) => page.locator('#workbench-bar .bar');

function lineOf(text: string, piece: string | RegExp | undefined): number {
  if (piece === undefined) return 1;
  const at = text
    .split('\n')
    .findIndex((line) => (typeof piece === 'string' ? line.includes(piece) : piece.test(line)));
  return at + 1;
}

/** Waits until the bar says something, or does not say it any more: at every look, since Playwright's own come ever slower. */
async function barSays(page: Page, words: string, says: boolean): Promise<void> {
  await page.waitForFunction(
    ([wanted, does]) => {
      const root = document.querySelector('#workbench-bar')?.shadowRoot;
      return root && (root.textContent ?? '').includes(wanted) === does;
    },
    [words, says] as const,
    { polling: 20, timeout: 15_000 },
  );
}

/** Makes a slip, sees it on its page, mends it and sees it go; how long each took, in milliseconds. */
async function seeSlip(
  page: Page,
  { folder, address }: Bench,
  one: Slip,
): Promise<[number, number]> {
  const file = join(folder, one.file);
  const text = readFileSync(file, 'utf8');
  await page.goto(address + one.page);
  await expect(bar(page)).toHaveCount(0);
  const slipped = one.slip(text);
  const begun = performance.now();
  if (slipped === undefined) rmSync(file);
  else writeFileSync(file, slipped);
  const line = lineOf(
    one.at ? readFileSync(join(folder, one.at), 'utf8') : String(slipped ?? ''),
    one.line,
  );
  const place = page.getByText(`${folder}/${one.at ?? one.file}:${line}`, { exact: true });
  const told = bar(page).locator('li').filter({ has: place, hasText: one.told });
  await barSays(page, `${folder}/${one.at ?? one.file}:${line}`, true);
  const seen = performance.now() - begun;
  await expect(told.first()).toBeVisible();
  await expect(band(page)).toHaveCount(one.red ? 1 : 0);
  // What is told is Chinese: without what is quoted, and names of files and items, no English sentence is left.
  for (const words of await bar(page).locator('li p:not(.place):not(.more)').allTextContents())
    expect(words.replace(/npm run [a-z]+/gu, '')).not.toMatch(/[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/u);
  const mended = performance.now();
  writeFileSync(file, text);
  await barSays(page, folder, false);
  const gone = performance.now() - mended;
  await expect(band(page)).toHaveCount(0);
  await expect(page.locator('h1')).toBeVisible();
  return [seen, gone];
}

/** A change without fault is seen by itself, on a page that has its styles. */
async function seeChange(page: Page, { folder, address }: Bench): Promise<void> {
  const file = join(folder, P, 'topics.yml');
  await page.goto(`${address}${CLAUSE}`);
  // Of two layers, the later is the sheet's own.
  await expect(page.locator('.sheet').first()).not.toHaveCSS('padding-left', '0px');
  await page.goto(`${address}topics.html`);
  const text = readFileSync(file, 'utf8');
  const begun = performance.now();
  writeFileSync(file, text.replace('title: 柔性引进', 'title: 柔性引才'));
  await page.waitForFunction(() => document.body.textContent?.includes('柔性引才'), null, {
    polling: 20,
  });
  console.log(`${(performance.now() - begun).toFixed(0)} ms: a change is seen`);
  writeFileSync(file, text);
}

/** Slips of every kind in a rich policy; scripts/lib/dev/readable.test.ts has more of what cannot be read. */
const P = 'policies/prs-2018-156';
const CLAUSE = 'prs-2018-156/p3-4.html';
const swap = (from: string | RegExp, to: string) => (text: string) => {
  const slipped = text.replace(from, to);
  expect(slipped).not.toBe(text);
  return slipped;
};
const SLIPS: Record<string, Slip> = {
  'a quote that is not the text’s': {
    page: CLAUSE,
    file: `${P}/clauses/p3-4.mdx`,
    slip: swap('鼓励国内外高层次人才', '支持国内外高层次人才'),
    line: '支持国内外高层次人才',
    told: /引文与原文不一样/u,
    red: true,
  },
  'a character of the law changed': {
    page: CLAUSE,
    file: `${P}/source.txt`,
    slip: swap('鼓励国内外高层次人才', '支持国内外高层次人才'),
    at: `${P}/policy.yml`,
    line: 'sha256:',
    told: /sha256 不一致/u,
    red: true,
  },
  'MDX that would be run': {
    page: CLAUSE,
    file: `${P}/clauses/p3-4.mdx`,
    slip: (text) => `${text}\n{process.exit()}\n`,
    line: '{process.exit()}',
    told: /花括号/u,
  },
  'a list of topics with a tab': {
    page: 'topics.html',
    file: `${P}/topics.yml`,
    slip: swap('\n  title: 柔性引进', '\n\ttitle: 柔性引进'),
    line: '\ttitle: 柔性引进',
    told: /制表符/u,
  },
  'policy.yml away': {
    page: CLAUSE,
    file: `${P}/policy.yml`,
    slip: () => undefined,
    told: /没有这个文件/u,
  },
  'a text that is not UTF-8': {
    page: CLAUSE,
    file: `${P}/source.txt`,
    slip: (text) => Buffer.concat([Buffer.from([0xc4, 0xe3, 0xba]), Buffer.from(text)]),
    told: /不是 UTF-8/u,
    red: true,
  },
  'an outcome’s quote that is not the text’s': {
    page: 'check.html',
    file: `${P}/selfcheck/outcomes.yml`,
    slip: swap("quote: '引才对象主要指", "quote: '引才对象只指"),
    line: '引才对象只指',
    told: /引文/u,
    red: true,
  },
  'site.yml without a name': {
    page: 'index.html',
    file: 'site.yml',
    slip: swap(/^name: .*$/mu, 'name:'),
    line: /^name:$/u,
    told: /name/u,
  },
  'about.mdx that does not compile': {
    page: 'about.html',
    file: 'about.mdx',
    slip: (text) => `${text}\n<b>粗\n`,
    line: '<b>粗',
    told: /<b> 没有成对/u,
  },
};

test('slips are told on their pages in Chinese, with their lines, and go when mended', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const bench = await start('content');
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/u.test(message.text())) refused.push(message.text());
  });
  try {
    const times: [string, number, number][] = [];
    for (const [name, slip] of Object.entries(SLIPS))
      await test.step(name, async () => {
        times.push([name, ...(await seeSlip(page, bench, slip))]);
      });
    await seeChange(page, bench);
    for (const [name, seen, gone] of times)
      console.log(`${seen.toFixed(0)} ms told, ${gone.toFixed(0)} ms mended: ${name}`);
    expect(refused).toEqual([]);
  } finally {
    bench.child.kill();
  }
});

test('folders come and go, the search answers, and all that is wrong stands on one page', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const bench = await start('examples/library');
  const { folder, address } = bench;
  const of = (id: string) => join(folder, 'policies', id);
  try {
    await page.goto(`${address}search.html?q=${encodeURIComponent('租房补贴')}`);
    const search = page.locator('site-search');
    await expect(search).toHaveAttribute('data-state', 'done');
    await expect(search.locator('[data-hit]').first()).toBeVisible();
    await expect(search).not.toContainText('全文检索');

    // A policy that is added is there, and one that goes is not.
    cpSync(of('housing-2016-14'), of('zz-added'), { recursive: true });
    await expect
      .poll(async () => (await page.request.get(`${address}zz-added.html`)).status())
      .toBe(200);
    await page.goto(`${address}zz-added.html`);
    await expect(bar(page)).toContainText(`${folder}/policies/zz-added/policy.yml:`);
    rmSync(of('zz-added'), { recursive: true });
    await expect(page.locator('h1')).toHaveText('没有这个网页');

    // With the whole folder away pages stay; when it is back, so are its changes.
    await page.goto(`${address}housing-2024-9/t5.html`);
    renameSync(folder, `${folder}-away`);
    await expect(bar(page)).toBeVisible();
    await expect(page.locator('h1')).toBeVisible();
    renameSync(`${folder}-away`, folder);
    await expect(bar(page)).toHaveCount(0);

    await seeAll(page, bench);
    expect(bench.child.exitCode).toBeNull();
    for (const line of bench.terminal().trim().split('\n'))
      expect(line).toMatch(
        /^(网站已在 \S+ 打开，按 Ctrl\+C 结束|没有问题|\d+ 个问题，见 \S+problems\.html)$/u,
      );
  } finally {
    bench.child.kill();
  }
});

/** Several slips on the page of all, in light and dark, narrow and wide, by keyboard. */
async function seeAll(page: Page, { folder, address }: Bench): Promise<void> {
  const files = [
    'site.yml',
    'policies/housing-2024-9/topics.yml',
    'policies/housing-2024-9/clauses/t5.mdx',
  ];
  for (const file of files)
    writeFileSync(join(folder, file), `：\n${readFileSync(join(folder, file), 'utf8')}`);
  await page.goto(`${address}problems.html`);
  for (const file of files)
    await expect(page.getByRole('heading', { name: `${folder}/${file}` })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [390, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      expect((await runAxe(page, 'html')).bad).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      await page.screenshot({
        path: test.info().outputPath(`problems-${colorScheme}-${width}.png`),
      });
    }
  const first = page.locator('.place a').first();
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Tab');
  const copy = page.getByRole('button', { name: /^复制/u }).first();
  await expect(copy).toBeFocused();
  // What is under the fingers stays there while something else is mended.
  const last = join(folder, files[1] ?? '');
  writeFileSync(last, readFileSync(last, 'utf8').slice(2));
  await expect(page.getByRole('heading', { name: files[1] ?? '' })).toHaveCount(0);
  await expect(copy).toBeFocused();
}
