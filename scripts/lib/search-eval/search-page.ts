/** The search page in a real browser: what a reader does there, sees, and waits for. */
import type { Page } from '@playwright/test';
import type { Shown } from './figures.ts';

/** A page that has not answered after this long will not, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Milliseconds from the key to the first answer. The box is emptied as soon as it came, so that the full text of a
 * query is never asked for before `enter` measures it.
 */
export function type(page: Page, q: string): Promise<number> {
  return page.evaluate(
    ({ q, patience }) =>
      new Promise<number>((resolve, reject) => {
        const box = document.querySelector<HTMLInputElement>('main input[name=q]');
        const search = document.querySelector<HTMLElement>('main site-search');
        if (!box || !search)
          throw new Error(
            'Unexpected absence of main site-search, expected it. Run: npm run build',
          );
        const put = (words: string) => {
          box.value = words;
          box.dispatchEvent(new InputEvent('input', { bubbles: true }));
          return box.value;
        };
        const silence = setTimeout(
          () => reject(new Error(`Unexpected silence on "${q}", expected data-state="early"`)),
          patience,
        );
        const observer = new MutationObserver(() => {
          const { state = '', query } = search.dataset;
          if (query !== box.value || !/^(early|done)$/.test(state)) return;
          const time = performance.now() - start;
          observer.disconnect();
          clearTimeout(silence);
          put('');
          resolve(time);
        });
        observer.observe(search, { attributes: true });
        const start = performance.now();
        put(q);
      }),
    { q, patience: PATIENCE },
  );
}

/** Milliseconds from Enter to the whole answer. The page has heard nothing of the query before. */
export async function enter(page: Page, q: string): Promise<number> {
  const answer = await page.evaluateHandle(
    ({ q, patience }) => {
      const box = document.querySelector<HTMLInputElement>('main input[name=q]');
      const search = document.querySelector<HTMLElement>('main site-search');
      if (!box || !search)
        throw new Error('Unexpected absence of main site-search, expected it. Run: npm run build');
      box.value = q;
      box.focus();
      const time = new Promise<number>((resolve, reject) => {
        const silence = setTimeout(
          () => reject(new Error(`Unexpected silence on "${q}", expected data-state="done"`)),
          patience,
        );
        const listen = () => {
          const start = performance.now();
          const observer = new MutationObserver(() => {
            const { state, query } = search.dataset;
            if (query !== box.value || state !== 'done') return;
            observer.disconnect();
            clearTimeout(silence);
            resolve(performance.now() - start);
          });
          observer.observe(search, { attributes: true });
        };
        addEventListener('keydown', listen, { capture: true, once: true });
      });
      return { time };
    },
    { q, patience: PATIENCE },
  );
  await page.keyboard.press('Enter');
  const time = await answer.evaluate(({ time }) => time);
  await answer.dispose();
  return time;
}

/** What a reader sees now, in reading order. */
export function shownBy(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const visible = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
    // A policy as a whole is a hit that is called as the policy.
    const places = visible('main [data-hit]').map(({ dataset: { policy, hit = '' } }) =>
      policy === hit ? hit : `${policy}/${hit}`,
    );
    // An answer without hits is told in the place of that: it says itself what is not stated.
    const told =
      visible('main [data-told]').length > 0 ||
      (places.length === 0 && visible('main [data-faq]').length > 0);
    const hits = told ? [] : places;
    return { hits, told };
  });
}

/** Milliseconds from an address to its whole answer, `go` opening it in this page. */
export async function answerTime(page: Page, go: () => Promise<void>): Promise<number> {
  await page.addInitScript(markAnswer);
  await go();
  return page.evaluate(timeOfMark, PATIENCE);
}

function markAnswer(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('main site-search[data-state=done]')) return;
    observer.disconnect();
    performance.mark('answered');
  });
  observer.observe(document, { subtree: true, childList: true, attributeFilter: ['data-state'] });
}

function timeOfMark(patience: number): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(
      () => reject(new Error('Unexpected silence on ?q=, expected data-state="done"')),
      patience,
    );
    new PerformanceObserver((list) => {
      const mark = list.getEntriesByName('answered')[0];
      if (mark) resolve(mark.startTime);
    }).observe({ type: 'mark', buffered: true });
  });
}
