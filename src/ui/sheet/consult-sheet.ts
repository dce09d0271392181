import { say } from '../device/dom.ts';
import { isSheet, readKept, whenKeptChanges, writeKept } from '../device/local-storage.ts';

/** Gathers the results that were put on the sheet, each from its own page, so that nothing is decided here. */
class ConsultSheet extends HTMLElement {
  /** What is fetched for one list must not be shown over a later one. */
  private turn = 0;

  connectedCallback(): void {
    document.querySelector('[data-without-script]')?.remove();
    this.hidden = false;
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button?.dataset['do'] === 'clear') {
        writeKept('check-sheet', null);
        void this.show();
      }
    });
    whenKeptChanges('check-sheet', () => void this.show());
    void this.show();
  }

  private async show(): Promise<void> {
    const turn = ++this.turn;
    const addresses = readKept('check-sheet', isSheet) ?? [];
    const place = this.querySelector('[data-results]');
    if (!place) return;
    if (addresses.length === 0) {
      place.replaceChildren();
      // Tried and taken back, since a device that refuses says so only then.
      const keeps = writeKept('check-sheet', []) && writeKept('check-sheet', null);
      say(
        this,
        keeps
          ? '咨询单是空的。自查以后，在结果页点“加入咨询单”。'
          : '这台设备不让网页保存，咨询单放不进结果。请在每个结果页分别打印。',
      );
      return;
    }
    say(this, '正在取回结果…');
    const results = await Promise.all(addresses.map(fetchResult));
    if (turn !== this.turn) return;
    const found = results.filter((result) => result !== null);
    place.replaceChildren(...found);
    const lost = results.length - found.length;
    say(this, `共 ${found.length} 份结果${lost ? `；${lost} 份没有取到，请重新自查` : ''}`);
  }
}

/** A result as its own page shows it, under its topic, with links that lead from here and headings one level lower. */
async function fetchResult(address: string): Promise<Element | null> {
  try {
    const response = await fetch(address);
    if (!response.ok) return null;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const result = page.querySelector('[data-result]');
    if (!result) return null;
    // Its links would lead away from the sheet.
    result.querySelector('nav')?.remove();
    for (const link of result.querySelectorAll('a')) {
      link.href = new URL(link.getAttribute('href') ?? '', response.url).href;
    }
    // The same outcome may stand on the sheet twice.
    for (const element of result.querySelectorAll('[id], [aria-labelledby]')) {
      element.removeAttribute('id');
      element.removeAttribute('aria-labelledby');
    }
    result.querySelector('h1')?.prepend(`${result.getAttribute('data-topic')}：`);
    for (const heading of result.querySelectorAll('h1, h2, h3')) {
      const lower = document.createElement(`h${Number(heading.tagName[1]) + 1}`);
      lower.className = heading.className;
      lower.append(...heading.childNodes);
      heading.replaceWith(lower);
    }
    return document.importNode(result, true);
  } catch {
    return null;
  }
}

customElements.define('consult-sheet', ConsultSheet);
