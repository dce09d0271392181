import { stateHeld } from './state.ts';

/**
 * Links to a place on the page lead there, also where it is folded away. Where the address holds a state they leave it
 * alone, and so does the link that skips to the text on every page: what is marked, listed or asked is not what it is about.
 */
document.addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href^="#"]');
  if (!link || defaultPrevented || ctrlKey || metaKey || shiftKey) return;
  const place = unfold(link.hash);
  if (!place || !(link.matches('.skip') || stateHeld())) return;
  event.preventDefault();
  // As a fragment does: from there the keyboard goes on.
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView();
});

/** The place that a fragment means, once whatever folds it away is open. */
function unfold(fragment: string): HTMLElement | null {
  const place = document.getElementById(fragment.slice(1));
  const folds = [];
  for (let at: Element | null = place; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement && !at.open) folds.push(at);
  for (const fold of folds) fold.open = true;
  // Most engines went nowhere while it was folded away.
  if (folds.length) place?.scrollIntoView();
  return place;
}

/** An address that is passed on drags along the sign that followed it, `#s4）`; it means the place all the same. */
function mend(): void {
  const [, id = ''] = /^#([\w-]+)[^\w-]/u.exec(location.hash) ?? [];
  if (!stateHeld() && document.getElementById(id)) location.replace(`#${id}`);
  unfold(location.hash);
}

addEventListener('hashchange', mend);
mend();
