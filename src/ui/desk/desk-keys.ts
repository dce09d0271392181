/**
 * Single keys, while the reader is in the reply or the list of the desk: each presses the button that it stands on, and
 * Escape leaves. They are told of only while they work: readers can switch them off (WCAG 2.1.4). Gives what presses for
 * one; `false` where there is no such button now.
 */
export function addKeys(root: HTMLElement, leave: () => void): (key: string) => boolean {
  const off = () => document.documentElement.hasAttribute('data-keys');
  const buttons = [...root.querySelectorAll<HTMLElement>('[data-key]')];
  const press = (key: string) => {
    const wanted = buttons.find(({ dataset }) => dataset['key'] === key.toLowerCase());
    if (!wanted || wanted.closest('[hidden]')) return false;
    wanted.click();
    return true;
  };
  for (const panel of root.querySelectorAll<HTMLElement>('section'))
    panel.addEventListener('keydown', (event) => {
      const { key, target, isComposing, ctrlKey, metaKey, altKey } = event;
      if (isComposing || ctrlKey || metaKey || altKey) return;
      if (key === 'Escape') leave();
      if (off() || (target instanceof Element && target.matches('textarea'))) return;
      if (press(key)) event.preventDefault();
    });
  const announce = () => {
    for (const button of buttons) {
      if (off()) button.removeAttribute('aria-keyshortcuts');
      else button.setAttribute('aria-keyshortcuts', button.dataset['key'] ?? '');
    }
  };
  announce();
  new MutationObserver(announce).observe(document.documentElement, {
    attributeFilter: ['data-keys'],
  });
  return press;
}
