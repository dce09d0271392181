import type { CopyAsked } from '../device/copying.ts';
import { sharePage } from '../device/sharing.ts';
import { ownAddress } from '../device/state.ts';

/** Adds to an answer: copy it with its sentences and its address, or share the page. */
class FaqTools extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button?.dataset['do'] === 'copy') this.copy(button);
      if (button?.dataset['do'] === 'share') void sharePage(button, null);
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
    const detail: CopyAsked = { text, name: '问题和回答', shown: answer };
    button.dispatchEvent(new CustomEvent('ask-copy', { bubbles: true, detail }));
  }
}

customElements.define('faq-tools', FaqTools);
