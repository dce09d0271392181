import type { CopyAsked } from '../device/copying.ts';
import { ownAddress } from '../device/state.ts';

/** Adds to a result: share or copy its link, take it to the consultation sheet. */
class ResultTools extends HTMLElement {
  private sharing = false;

  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      // What is pressed within this is an element.
      const control = (event.target as Element).closest<HTMLElement>('[data-do]');
      if (control?.dataset['do'] === 'share') void this.share(control);
      if (!(control instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      void this.take(control.href);
    });
    this.hidden = false;
  }

  private async share(button: HTMLElement): Promise<void> {
    // A second press while the sharing sheet is open is none, and no fault.
    if (this.sharing) return;
    this.sharing = true;
    const url = ownAddress();
    try {
      if (!navigator.share) throw new Error('no sharing');
      await navigator.share({ title: document.title, url });
    } catch (error) {
      // Closing the sharing sheet is an answer, too.
      if (Object(error).name === 'AbortError') return;
      const shown = this.querySelector('[data-address]');
      if (shown) shown.textContent = url;
      const detail = { text: url, name: '本页链接', shown } satisfies CopyAsked;
      button.dispatchEvent(new CustomEvent('ask-copy', { bubbles: true, detail }));
    } finally {
      this.sharing = false;
    }
  }

  /** Goes to the consultation sheet with this result and the questions that are ticked. */
  private async take(sheet: string): Promise<void> {
    const ticked = document.querySelectorAll<HTMLInputElement>('.ask input:checked');
    const { keep } = await import('../device/keep-questions.ts');
    if (keep(this, [...ticked])) location.href = sheet;
  }
}

customElements.define('result-tools', ResultTools);
