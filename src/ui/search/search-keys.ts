/** Nobody waits longer for the search over the page, in milliseconds. */
const PATIENCE = 3000;

/**
 * Adds to every page that `/`, Ctrl-K, ⌘-K and the link 搜索 open the search over it. Loads nothing before it is
 * asked for; where the code does not come in time or the browser knows no dialogs, the search page does the same.
 * Single keys can be switched off, for those who speak to their device (WCAG 2.1.4).
 */
async function open(page: string): Promise<void> {
  const goThere = () => location.assign(page);
  const late = setTimeout(goThere, PATIENCE);
  try {
    if (!('HTMLDialogElement' in window)) throw new Error('no dialogs');
    (await import('./search-overlay.ts')).openSearch(page);
  } catch {
    goThere();
  } finally {
    clearTimeout(late);
  }
}

const link = document.querySelector<HTMLAnchorElement>('header a[href$="search.html"]');
const own = document.querySelector<HTMLInputElement>('main site-search input');

document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey } = event;
  const control = ctrlKey || metaKey;
  const writing = target instanceof Element && target.matches('input, textarea, select');
  const single = key === '/' && !writing && !document.documentElement.hasAttribute('data-keys');
  const asked = control ? key.toLowerCase() === 'k' : single;
  if (!asked || event.isComposing || !link) return;
  event.preventDefault();
  if (own) {
    own.focus();
    own.select();
  } else void open(link.href);
});

link?.addEventListener('click', (event) => {
  if (own || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void open(link.href);
});
