import type { CopyAsked } from '../device/copying.ts';
import { ownAddress } from '../device/state.ts';

/** Adds to the questions beside it: copying those that are ticked, and putting them on the consultation sheet. */
class AskTools extends HTMLElement {
  connectedCallback(): void {
    this.onclick = ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      const ticked = this.boxes('input:checked');
      // Where none is ticked, those that stand open are meant.
      const meant = ticked.length ? ticked : this.boxes('input:not(details:not([open]) *)');
      // What keeps is loaded then: most readers of a clause put nothing on the sheet.
      if ('keep' in target.dataset)
        void import('../device/keep-questions.ts').then(({ keep }) => keep(this, meant));
      else this.copy(target, meant);
    };
    this.hidden = false;
  }

  private boxes(which: string): HTMLInputElement[] {
    return [...(this.parentElement as HTMLElement).querySelectorAll<HTMLInputElement>(which)];
  }

  private copy(button: HTMLElement, asked: readonly HTMLElement[]): void {
    // A clause page has its citation, of the sentence that is marked, too; elsewhere the document is named.
    const of = document.querySelector('[data-citation]')?.textContent ?? this.dataset['of'];
    const lines = asked.map((one, i) => `${i + 1}. ${one.parentNode?.lastChild?.textContent}`);
    const detail: CopyAsked = {
      text: `关于${of}，想请问：\n${lines.join('\n')}\n${ownAddress()}`,
      name: `${asked.length} 个问题`,
      shown: document.querySelector('.ask ul'),
    };
    button.dispatchEvent(new CustomEvent('ask-copy', { bubbles: true, detail }));
  }
}

customElements.define('ask-tools', AskTools);
