/** What a check may do in a browser, the same in every engine. */
export interface Driver {
  /** The name and version the browser gives itself. */
  version: string;
  open: (url: string) => Promise<void>;
  /** Runs a function in the page; it may use only what it is given. */
  evaluate: <A extends unknown[], R>(inPage: (...args: A) => R, ...args: A) => Promise<R>;
  click: (selector: string) => Promise<void>;
  type: (selector: string, text: string) => Promise<void>;
  pressEnter: () => Promise<void>;
  /** Pastes what stands on the clipboard into a field. */
  paste: (selector: string) => Promise<void>;
  /** The window as it is drawn, as PNG. */
  screenshot: () => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** An engine that is promised; `start` fetches it if it is missing and throws where it is not to be had. */
export interface Engine {
  id: string;
  /** What it is called in the table. */
  name: string;
  start: () => Promise<Driver>;
}

/** The window of a phone; an engine whose window cannot be so narrow takes its narrowest. */
export const PHONE = { width: 390, height: 844 };

const PATIENCE = 15_000;
const PAUSE = 100;

/** What counts as no answer yet. */
type Nothing = null | undefined | false | '' | 0;

/** What `inPage` gives once it gives something true; throws with `what` was waited for. Questions put while a page is leaving are put again. */
export async function waitFor<A extends unknown[], R>(
  { evaluate }: Driver,
  what: string,
  inPage: (...args: A) => R,
  ...args: A
): Promise<Exclude<R, Nothing>> {
  const end = performance.now() + PATIENCE;
  let last = '';
  while (performance.now() < end) {
    try {
      const answer = await evaluate(inPage, ...args);
      if (answer) return answer as Exclude<R, Nothing>;
    } catch (error) {
      last = ` (${(error as Error).message})`;
    }
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  throw new Error(`Unexpected absence after ${PATIENCE / 1000} s of: ${what}${last}`);
}

/** Waits until the page stands still: while one page passes into the next, clicks go to the picture of the old one. */
async function stand(driver: Driver): Promise<void> {
  await waitFor(
    driver,
    'a page that stands still',
    () => document.readyState === 'complete' && document.getAnimations().length === 0,
  );
}

/** Clicks a link and waits until the page it leads to is there. */
export async function follow(driver: Driver, selector: string): Promise<void> {
  await stand(driver);
  const from = await driver.evaluate(() => location.href);
  await driver.click(selector);
  await waitFor(
    driver,
    `a page behind ${selector}`,
    (before) => location.href !== before && location.href !== 'about:blank',
    from,
  );
  await stand(driver);
}
