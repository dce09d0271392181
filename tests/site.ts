import { test as base } from '@playwright/test';
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
