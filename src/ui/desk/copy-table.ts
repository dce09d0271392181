import { setOff } from '../../domain/citing/csv.ts';
import type { CopyAsked } from '../device/copying.ts';
import { ownAddress } from '../device/state.ts';

/**
 * Adds to a table that it can be copied into Word, WPS and Excel, with a line below that says what it is of and where
 * it stands, and printed. Shown once it works.
 */
class CopyTable extends HTMLElement {
  connectedCallback(): void {
    const table = this.nextElementSibling;
    if (!(table instanceof HTMLTableElement)) return;
    this.querySelector('[data-copy]')?.addEventListener('click', ({ target }) => {
      const source = `${this.dataset['source']}${ownAddress()}`;
      const detail = { ...copied(table, source), name: '表格', shown: table } satisfies CopyAsked;
      target?.dispatchEvent(new CustomEvent('ask-copy', { bubbles: true, detail }));
    });
    this.hidden = false;
  }
}

/** The same rows and cells for text, with tabs between, and as a table. */
function copied(table: HTMLTableElement, source: string): { text: string; html: string } {
  const copy = document.createElement('table');
  copy.border = '1';
  const lines = [...table.rows].map((row) => {
    const texts = [...row.cells].map(cellText);
    const line = copy.insertRow();
    for (const [i, text] of texts.entries()) {
      const cell = line.insertCell();
      cell.textContent = text;
      cell.colSpan = row.cells[i]?.colSpan ?? 1;
      // As amber as on the page; an attribute, which Word, WPS and Excel all read.
      if (row.cells[i]?.querySelector('.unstated')) cell.setAttribute('bgcolor', '#fcf3dc');
    }
    return texts.join('\t');
  });
  const below = document.createElement('p');
  below.textContent = source;
  return { text: [...lines, '', source].join('\n'), html: copy.outerHTML + below.outerHTML };
}

/** One line, since a line break would make two cells of one. What only helps listeners is left out. */
function cellText(cell: HTMLTableCellElement): string {
  const read = cell.cloneNode(true) as HTMLElement;
  for (const extra of read.querySelectorAll('.sr-only')) extra.remove();
  const pieces = [...read.childNodes].map((piece) => piece.textContent?.trim() ?? '');
  return setOff(pieces.filter(Boolean).join('；').replace(/\s+/gu, ' '));
}

customElements.define('copy-table', CopyTable);
