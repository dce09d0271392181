import { test as base, type Locator, type Page } from '@playwright/test';
import { exact, root, under } from './hosts.ts';

export { expect } from '@playwright/test';

/** The addresses of the built site on each kind of host; each ends in a slash. */
interface Hosts {
  root: string;
  under: string;
  exact: string;
}

/** Playwright's `test`, with the built site served on every kind of host for each worker. */
export const test = base.extend<object, { hosts: Hosts }>({
  hosts: [
    // Playwright reads which fixtures are needed from the pattern; this one needs none but must have one.
    async ({ browserName: _ }, use) => {
      const [atRoot, atPath, atNames] = await Promise.all([
        root.start(),
        under.start(),
        exact.start(),
      ]);
      await use({ root: atRoot.url, under: atPath.url, exact: atNames.url });
      await Promise.all([atRoot.close(), atPath.close(), atNames.close()]);
    },
    { scope: 'worker' },
  ],
});

/** Follows a link until its page is there whole: a click alone ends while the old page, or half of the new one, stands. */
export async function follow(page: Page, link: Locator): Promise<void> {
  const from = page.url();
  await link.click();
  await page.waitForURL(({ href }) => href !== from);
}

/** Opens the menu, in which the display settings stand. */
export async function openSettings(page: Page): Promise<void> {
  await page.getByText('菜单', { exact: true }).click();
  await page.getByText('显示设置', { exact: true }).waitFor();
}

/** Answers a self-check the first way until its result; how many answers that took. */
export async function answerAll(page: Page): Promise<number> {
  const answers = page.locator('[data-answer]');
  await answers.first().waitFor();
  let steps = 0;
  for (; (await answers.count()) > 0; steps++) await follow(page, answers.first());
  return steps;
}

/*
 * On a busy machine Chromium shows the next page before it has the picture of the last one, gives up the transition
 * between them and reports that itself, without a stack. No listener on either page can answer it; nothing is lost.
 */
const GIVEN_UP = /^Transition was (?:aborted|skipped)/u;

/** The tests themselves refuse service workers (playwright.config.ts). */
const BLOCKED = /^Service Worker registration blocked by Playwright/u;

/** What goes wrong on a page from now on: console errors, script errors, refusals of the policy, other origins. */
export function watch(page: Page, origin: string): string[] {
  const heard: string[] = [];
  const own = new URL(origin).origin;
  page.on('console', (message) => {
    const bad = message.type() === 'error' || message.type() === 'warning';
    if (bad && !BLOCKED.test(message.text())) heard.push(message.text());
  });
  page.on('pageerror', (error) => {
    if (!GIVEN_UP.test(error.message)) heard.push(error.message);
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (asked !== own && protocol !== 'data:') heard.push(`another origin: ${request.url()}`);
  });
  return heard;
}
