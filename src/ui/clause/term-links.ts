/** A term in the text shows there what the text says of it; where that cannot be had, its link leads to its entry. */
document.addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  const link =
    target instanceof Element && target.closest<HTMLAnchorElement>('.sentence > a:not([rel])');
  if (!link || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  import('./term-note.ts')
    .then((notes) => notes.turnNote(link))
    .catch(() => location.assign(link.href));
});
