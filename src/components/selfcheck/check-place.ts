import { isCheckAddress, PLACE_KEY, readKept, writeKept } from '../device/kept.ts';

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
    writeKept(PLACE_KEY, { address, label });
  }
}

/** Adds to the start of the self-check a link to the page seen last, and a way to forget it. */
class CheckResume extends HTMLElement {
  connectedCallback(): void {
    const place = readKept(PLACE_KEY, isPlace);
    const link = this.querySelector('a');
    if (!place || !link) return;
    link.href = place.address;
    link.textContent = place.label;
    this.querySelector('button')?.addEventListener('click', () => {
      writeKept(PLACE_KEY, null);
      this.hidden = true;
    });
    this.hidden = false;
  }
}

customElements.define('check-place', CheckPlace);
customElements.define('check-resume', CheckResume);
