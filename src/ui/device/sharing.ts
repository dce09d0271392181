import type { CopyAsked } from './copying.ts';
import { ownAddress } from './state.ts';

let sharing = false;

/**
 * Shares the page, or a place on it, for a button; where the browser cannot, its link is copied instead. `shown` is where
 * that stands for copying by hand, if anywhere.
 */
export async function sharePage(
  button: HTMLElement,
  shown: Element | null,
  { address: url, name } = { address: ownAddress(), name: '本页链接' },
): Promise<void> {
  // A second press while the sharing sheet is open is none, and no fault.
  if (sharing) return;
  sharing = true;
  try {
    if (!navigator.share) throw new Error('no sharing');
    await navigator.share({ title: document.title, url });
  } catch (error) {
    // Closing the sharing sheet is an answer, too.
    if (Object(error).name === 'AbortError') return;
    if (shown) shown.textContent = url;
    const detail = { text: url, name, shown } satisfies CopyAsked;
    button.dispatchEvent(new CustomEvent('ask-copy', { bubbles: true, detail }));
  } finally {
    sharing = false;
  }
}
