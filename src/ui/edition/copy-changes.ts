import type { CopyAsked } from '../device/copying.ts';
import { ownAddress } from '../device/state.ts';

/** Adds to the tables of a comparison that they can be copied into Word and WPS, and printed. Shown once it works. */
class CopyChanges extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('[data-copy]')?.addEventListener('click', ({ target }) => {
      const shown = this.parentElement?.querySelector('.changed') ?? null;
      const detail = { ...copied(shown, this.dataset['source'] ?? ''), name: '对照表', shown };
      target?.dispatchEvent(
        new CustomEvent('ask-copy', { bubbles: true, detail: detail satisfies CopyAsked }),
      );
    });
    this.hidden = false;
  }
}

/** The rows that are shown, with the marks in their words; as text, a row a line with tabs between. */
function copied(shown: Element | null, source: string): { text: string; html: string } {
  const table = document.createElement('table');
  table.border = '1';
  const lines: string[] = [];
  for (const row of shown?.querySelectorAll<HTMLTableRowElement>('tr') ?? []) {
    if (getComputedStyle(row).display === 'none') continue;
    const line = table.insertRow();
    for (const from of row.cells) {
      const cell = line.insertCell();
      cell.colSpan = from.colSpan;
      cell.innerHTML = from.innerHTML;
      for (const link of cell.querySelectorAll('a')) link.replaceWith(link.textContent ?? '');
    }
    lines.push([...row.cells].map((cell) => (cell.textContent ?? '').trim()).join('\t'));
  }
  const below = document.createElement('p');
  below.textContent = `${source}${ownAddress()}`;
  return {
    text: [...lines, '', below.textContent].join('\n'),
    html: table.outerHTML + below.outerHTML,
  };
}

customElements.define('copy-changes', CopyChanges);
