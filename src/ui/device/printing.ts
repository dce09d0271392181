import { withTimeout } from './with-timeout.ts';

/** Nobody waits longer for the code on a printed page. */
const PATIENCE = 1000;

/** Prints for every button `[data-print]` and for Ctrl-P, since the code cannot be made while the browser prints. */
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-print]')) void printPage();
});
document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (key !== 'p' || !(ctrlKey || metaKey) || shiftKey || altKey) return;
  event.preventDefault();
  void printPage();
});

/** A code that leads elsewhere than the address beside it is worse than none; one from the build leads to the page. */
const drop = () => document.querySelector('print-strip img')?.remove();
addEventListener('hashchange', drop);
if (location.hash) drop();

let preparing = false;

/** With the page's code in the strip at its end where that can be made in time. */
async function printPage(): Promise<void> {
  // A second press while the code is made is none.
  if (preparing) return;
  preparing = true;
  const drawn = import('./print-code.ts').then(({ drawCode }) => drawCode());
  // Without the code the address still stands there.
  await withTimeout(drawn, PATIENCE).catch(() => {});
  preparing = false;
  print();
}
