import type { CopyAsked } from '../device/copying.ts';
import { ownAddress } from '../device/state.ts';

/** Adds to an answer: copy it with its sentences and its address, or share the page. */
class FaqTools extends HTMLElement {
  private sharing = false;

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button?.dataset['do'] === 'copy') this.copy(button);
      if (button?.dataset['do'] === 'share') void this.share(button);
    });
    this.hidden = false;
  }

  private copy(button: HTMLElement): void {
    const answer = this.closest('[data-faq]');
    const lines = [...(answer?.querySelectorAll('[data-line]') ?? [])].map(({ textContent }) =>
      textContent?.trim(),
    );
    const text = [
      ...lines,
      `见${this.dataset['source']}。说明不是原文，也不是答复；以印发的文件为准。`,
      ownAddress(),
    ].join('\n');
    this.askCopy(button, { text, name: '问题和回答', shown: answer });
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
      if (Object(error).name !== 'AbortError')
        this.askCopy(button, { text: url, name: '本页链接', shown: null });
    } finally {
      this.sharing = false;
    }
  }

  private askCopy(button: HTMLElement, detail: CopyAsked): void {
    button.dispatchEvent(new CustomEvent('ask-copy', { bubbles: true, detail }));
  }
}

customElements.define('faq-tools', FaqTools);
