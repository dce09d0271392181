import type { CopyAsked } from './copying.ts';
import { ownAddress } from './state.ts';

let sharing = false;

/**
 * Shares the page for a button; where the browser cannot, its link is copied instead. `shown` is where that stands for
 * copying by hand, if anywhere.
 */
export async function sharePage(button: HTMLElement, shown: Element | null): Promise<void> {
  // A second press while the sharing sheet is open is none, and no fault.
  if (sharing) return;
  sharing = true;
  const url = ownAddress();
  try {
    if (!navigator.share) throw new Error('no sharing');
    await navigator.share({ title: document.title, url });
  } catch (error) {
    // Closing the sharing sheet is an answer, too.
    if (Object(error).name === 'AbortError') return;
    if (shown) shown.textContent = url;
    const detail = { text: url, name: '本页链接', shown } satisfies CopyAsked;
    button.dispatchEvent(new CustomEvent('ask-copy', { bubbles: true, detail }));
  } finally {
    sharing = false;
  }
}
