import { isCheckAddress, readKept, whenKeptChanges, writeKept } from '../device/local-storage.ts';

interface Place {
  address: string;
  label: string;
}

function isPlace(value: unknown): value is Place {
  const { address, label } = Object(value);
  return isCheckAddress(address) && typeof label === 'string';
}

/** Adds to question and result pages that this device remembers the last one. */
class CheckPlace extends HTMLElement {
  connectedCallback(): void {
    const { address, label } = this.dataset;
    writeKept('check-place', { address, label });
  }
}

/** Adds to the start of the self-check a link to the page seen last, and a way to forget it. */
class CheckResume extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => {
      writeKept('check-place', null);
      this.show();
    });
    whenKeptChanges('check-place', () => this.show());
    this.show();
  }

  private show(): void {
    const place = readKept('check-place', isPlace);
    const link = this.querySelector('a');
    this.hidden = !place;
    if (!place || !link) return;
    link.href = place.address;
    link.textContent = place.label;
  }
}

customElements.define('check-place', CheckPlace);
customElements.define('check-resume', CheckResume);
