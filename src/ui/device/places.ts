import { stateHeld } from './state.ts';

/**
 * Links to a place on the page lead there. Where the address holds a state they leave it alone, and so does the link
 * that skips to the text on every page: what is marked, listed or asked is not what it is about.
 */
document.addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href^="#"]');
  if (!link || defaultPrevented || ctrlKey || metaKey || shiftKey) return;
  const place = document.getElementById(link.hash.slice(1));
  if (!place || !(link.matches('.skip') || stateHeld())) return;
  event.preventDefault();
  // As a fragment does: from there the keyboard goes on.
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView();
});

/** An address that is passed on drags along the sign that followed it, `#s4）`; it means the place all the same. */
function mend(): void {
  const [, id = ''] = /^#([\w-]+)[^\w-]/u.exec(location.hash) ?? [];
  if (!stateHeld() && document.getElementById(id)) location.replace(`#${id}`);
}

addEventListener('hashchange', mend);
mend();
