import type { Page } from '@playwright/test';
import { test } from './site.ts';

/** Longer than anything takes that comes at all. */
const PATIENCE = 15_000;

/** A name and whatever else is asked about. */
type Input = readonly [name: string, ...unknown[]];

/**
 * Asks the same of several inputs, by their names, in one page: a page of its own for each costs five times as much. Each
 * begins on an empty page and a device that has kept nothing; `heard` gives what went wrong meanwhile. What fails is told
 * by its name, and hides no other.
 */
export async function rounds<const T extends Input>(
  page: Page,
  inputs: readonly T[],
  ask: (...input: [...T]) => Promise<void>,
  heard: () => string[] = () => [],
): Promise<void> {
  const failed: string[] = [];
  const client = await page.context().newCDPSession(page);
  page.setDefaultTimeout(PATIENCE);
  test.setTimeout(60_000 + inputs.length * PATIENCE);
  for (const input of inputs) {
    const [name] = input;
    // What was typed comes back where the next address is the same, and another fragment alone opens nothing.
    await page.goto('about:blank', { waitUntil: 'commit' });
    try {
      await test.step(name, () => ask(...([...input] as [...T])));
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? error.stack : error}`);
    }
    const wrong = heard();
    if (wrong.length) failed.push(`${name}: heard ${wrong.join('\n')}`);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    const { origin } = new URL(page.url());
    await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' });
  }
  await client.detach();
  if (failed.length) throw new Error(failed.join('\n\n'));
}
