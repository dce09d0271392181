import { setOff } from '../../domain/citing/csv.ts';
import type { CopyAsked } from '../device/copying.ts';
import { ownAddress } from '../device/state.ts';

/** The columns of the table that rows are copied as, by the parts of a row that are marked so. */
const COLUMNS = ['事项', '原文怎样写', '原文用词', '没有写明', '条款'];
/** As amber as on the page. */
const AMBER = '#fcf3dc';

/**
 * Adds to rows that they can be copied as a table into Word, WPS and Excel, with a line below that says what it is of
 * and where it stands, and printed. Shown once it works.
 */
class CopyTable extends HTMLElement {
  connectedCallback(): void {
    const rows = this.nextElementSibling;
    if (!rows) return;
    this.querySelector('[data-copy]')?.addEventListener('click', ({ target }) => {
      const source = `${this.dataset['source']}${ownAddress()}`;
      const detail = { ...copied(rows, source), name: '表格', shown: rows } satisfies CopyAsked;
      target?.dispatchEvent(new CustomEvent('ask-copy', { bubbles: true, detail }));
    });
    this.hidden = false;
  }
}

/** The same rows and cells for text, with tabs between, and as a table. */
function copied(rows: Element, source: string): { text: string; html: string } {
  const table = document.createElement('table');
  table.border = '1';
  const lines = [COLUMNS, ...[...rows.querySelectorAll('[data-ask], [data-offer]')].map(cellsOf)];
  for (const texts of lines) {
    const line = table.insertRow();
    for (const [i, text] of texts.entries()) {
      const cell = line.insertCell();
      cell.textContent = text;
      if (texts.length === 1) cell.colSpan = COLUMNS.length;
      // An attribute, which Word, WPS and Excel all read.
      if (text && texts !== COLUMNS && COLUMNS[i] === '没有写明')
        cell.setAttribute('bgcolor', AMBER);
    }
  }
  const below = document.createElement('p');
  below.textContent = source;
  const text = [...lines.map((texts) => texts.join('\t')), '', source].join('\n');
  return { text, html: table.outerHTML + below.outerHTML };
}

/** A heading is one cell; a row has one for each column, empty where nothing is marked so. */
function cellsOf(row: Element): string[] {
  if (row.matches('[data-ask]')) return [textOf(row)];
  return COLUMNS.map((column) => textOf(row.querySelector(`[data-cell="${column}"]`)));
}

/** One line, since a line break would make two cells of one. What only helps listeners is left out. */
function textOf(part: Element | null): string {
  const read = part?.cloneNode(true) as Element | undefined;
  for (const extra of read?.querySelectorAll('.sr-only') ?? []) extra.remove();
  return setOff((read?.textContent ?? '').replace(/\s+/gu, ' ').trim());
}

customElements.define('copy-table', CopyTable);
