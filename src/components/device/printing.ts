import { inTime } from './in-time.ts';

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

// WeChat's view has no printing; its own menu opens the page where there is.
if (/MicroMessenger/u.test(navigator.userAgent)) {
  for (const button of document.querySelectorAll('[data-print]'))
    button.replaceWith('打印请先在浏览器打开');
}

/** With the page's code in the strip at its end where that can be made in time. */
async function printPage(): Promise<void> {
  // Without the code the address still stands there.
  await inTime(drawCode(), PATIENCE).catch(() => {});
  print();
}

async function drawCode(): Promise<void> {
  const strip = document.querySelector('print-strip');
  if (!strip) return;
  const { makeCode } = await import('./qr.ts');
  const picture = strip.querySelector('img') ?? document.createElement('img');
  picture.alt = '';
  picture.src = (await makeCode(location.href)).svg;
  await picture.decode();
  strip.append(picture);
}
