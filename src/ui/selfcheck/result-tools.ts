import type { CopyAsked } from '../device/copying.ts';
import { say } from '../device/dom.ts';
import { readKept, whenKeptChanges, writeKept } from '../device/local-storage.ts';
import { ownAddress } from '../device/state.ts';

/** Adds to a result: share or copy its link, put it on the consultation sheet. */
class ResultTools extends HTMLElement {
  private sharing = false;

  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      // What is pressed within this is an element.
      const button = (event.target as Element).closest('button');
      if (button?.dataset['do'] === 'share') void this.share(button);
      if (button?.dataset['do'] === 'keep') this.keep();
    });
    // On another page the sheet may be cleared.
    whenKeptChanges('check-sheet', () => say(this, ''));
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

  private keep(): void {
    const address = document.querySelector<HTMLElement>('[data-result]')?.dataset['result'];
    // Whoever shows them looks at what they are.
    const sheet = readKept('check-sheet', Array.isArray) ?? [];
    const kept = writeKept('check-sheet', [...new Set([...sheet, address])]);
    say(this, kept ? '已加入咨询单' : '这台设备不让网页保存，请直接打印本页');
  }
}

customElements.define('result-tools', ResultTools);
