const menu = document.querySelector<HTMLDetailsElement>('header .menu');

// Adds to the menu that Escape closes it, and so does what is done elsewhere or a link of its own that stays on the page;
// and the display settings, which nobody needs who has not opened it.
document.addEventListener('click', ({ target }) => {
  if (!menu || !(target instanceof Element)) return;
  if (!menu.contains(target) || target.closest('a')) menu.open = false;
});
menu?.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
menu?.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget instanceof Element && !menu.contains(relatedTarget)) menu.open = false;
});
menu?.addEventListener('toggle', () => void import('./display-settings.ts').catch(() => {}));
