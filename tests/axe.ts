import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const CODE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong in what `selector` matches, each rule with its elements, and how many rules say that all is well:
 * all of axe's own rules, or those of `runOnly`. Its code is put into a page once.
 */
export async function runAxe(
  page: Page,
  selector: string,
  runOnly?: axe.RunOptions['runOnly'],
): Promise<{ bad: string[]; good: number }> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(CODE);
  return page.evaluate(
    async ({ selector, runOnly }) => {
      // Of what passes, nobody reads more than that it did.
      const options = { resultTypes: ['violations' as const], ...(runOnly && { runOnly }) };
      const found = await window.axe?.run({ include: [selector] }, options);
      if (!found) throw new Error('Unexpected page without axe, expected it was put there');
      const bad = found.violations.map(
        ({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      return { bad, good: found.passes.length };
    },
    { selector, runOnly },
  );
}
