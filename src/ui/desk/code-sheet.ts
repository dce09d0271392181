import type { Picked } from '../../domain/citing/desk.ts';
import { make, say } from '../device/dom.ts';
import { stateHeld } from '../device/state.ts';
import { DeskTables } from './desk-tables.ts';
import { drawName } from './picked.ts';

/** Nobody waits longer without a word, in milliseconds. */
const PATIENCE = 5000;

/** Draws the codes of the clauses that its address lists. */
class CodeSheet extends HTMLElement {
  /** What is fetched for one list must not be drawn over a later one. */
  private turn = 0;
  private tables: DeskTables | undefined;

  connectedCallback(): void {
    document.querySelector('[data-without-script]')?.remove();
    this.hidden = false;
    addEventListener('hashchange', () => {
      if (stateHeld()) void this.draw();
    });
    void this.draw();
  }

  private async draw(): Promise<void> {
    const turn = ++this.turn;
    const state = stateHeld();
    const desk = this.querySelector<HTMLAnchorElement>('[data-desk]');
    const page = desk?.dataset['desk'] ? `“${desk.dataset['desk']}”页` : '上一页';
    if (desk) desk.hash = state;
    const fail = () => say(this, `二维码没有做成。请重新打开本页，或者回到${page}复制链接。`);
    // What comes later is still drawn.
    const late = setTimeout(fail, PATIENCE);
    try {
      this.tables ??= await DeskTables.load();
      const { picks, ignored } = await this.tables.readBasket(state);
      const picked = this.tables.read(picks);
      const { makeCode } = await import('../device/qr.ts');
      const codes = await Promise.all(picked.map(({ 网址 }) => makeCode(网址)));
      if (turn !== this.turn) return;
      const { tables } = this;
      const rows = picked.map((one, i) => drawRow(one, tables, codes[i]?.svg ?? ''));
      this.querySelector('[data-codes]')?.replaceChildren(...rows);
      const lost = ignored ? `；网址里有 ${ignored} 项认不出来，已略过` : '';
      say(
        this,
        picked.length
          ? `共 ${picked.length} 个，每页 8 个${lost}。`
          : `这里还没有条款${lost}。在${page}选好条款，再打开二维码打印页。`,
      );
    } catch {
      fail();
    } finally {
      clearTimeout(late);
    }
  }
}

function drawRow(picked: Picked, tables: DeskTables, code: string): HTMLLIElement {
  const { 简称, 网址 } = picked;
  return make(
    'li',
    {},
    make('img', { src: code, alt: `二维码：${tables.nameOf(picked)}` }),
    make(
      'div',
      {},
      make('strong', {}, tables.documentOf(picked), make('br'), 简称),
      make('p', {}, drawName(picked)),
      make('p', { class: 'address' }, 网址),
    ),
  );
}

customElements.define('code-sheet', CodeSheet);
