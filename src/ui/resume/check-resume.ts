import { make } from '../device/dom.ts';
import { keptAnswers, writeAnswers } from '../device/kept-answers.ts';
import { isCheckAddress, readKept, whenKeptChanges, writeKept } from '../device/local-storage.ts';

interface Place {
  address: string;
  label: string;
}

function isPlace(value: unknown): value is Place {
  const { address, label } = Object(value);
  return isCheckAddress(address) && typeof label === 'string';
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

/** Adds to the start of the self-check what was answered on this device, and a way to forget it. */
class CheckAnswers extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => {
      writeAnswers({});
      this.show();
    });
    whenKeptChanges('check-answers', () => this.show());
    this.show();
  }

  private show(): void {
    const rows = Object.values(keptAnswers())
      .map(Object)
      .map(({ question, label }) => make('li', {}, `${question} `, make('strong', {}, label)));
    this.querySelector('ul')?.replaceChildren(...rows);
    this.hidden = rows.length === 0;
  }
}

customElements.define('check-resume', CheckResume);
customElements.define('check-answers', CheckAnswers);
