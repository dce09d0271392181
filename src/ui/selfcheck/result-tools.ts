import { sharePage } from '../device/sharing.ts';

/** Adds to a result: share or copy its link, take it to the consultation sheet. */
class ResultTools extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      // What is pressed within this is an element.
      const control = (event.target as Element).closest<HTMLElement>('[data-do]');
      if (control?.dataset['do'] === 'share')
        void sharePage(control, this.querySelector('[data-address]'));
      if (!(control instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      void this.take(control.href);
    });
    this.hidden = false;
  }

  /** Goes to the consultation sheet with this result and the questions that are ticked. */
  private async take(sheet: string): Promise<void> {
    const ticked = document.querySelectorAll<HTMLInputElement>('.ask input:checked');
    const { keep } = await import('../device/keep-questions.ts');
    if (keep(this, [...ticked])) location.href = sheet;
  }
}

customElements.define('result-tools', ResultTools);
