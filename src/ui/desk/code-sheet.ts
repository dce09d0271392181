import { parseBasket } from '../../domain/citing/basket.ts';
import { type DeskTable, type Picked, readPick, sentencesIn } from '../../domain/citing/desk.ts';
import { nameOf } from '../../domain/policy/citation.ts';
import { SITE } from '../device/local-storage.ts';
import { stateHeld } from '../device/state.ts';
import { drawName } from './dom.ts';

/** Nobody waits longer without a word, in milliseconds. */
const PATIENCE = 5000;

/** Draws the codes of the clauses that its address lists. */
class CodeSheet extends HTMLElement {
  /** What is fetched for one list must not be drawn over a later one. */
  private turn = 0;

  connectedCallback(): void {
    document.querySelector('[data-without-script]')?.remove();
    this.hidden = false;
    addEventListener('hashchange', () => {
      if (stateHeld()) void this.draw();
    });
    void this.draw();
  }

  private async draw(): Promise<void> {
    const desk = this.querySelector<HTMLAnchorElement>('[data-desk]');
    if (!desk) return;
    const turn = ++this.turn;
    const state = stateHeld();
    desk.hash = state;
    const fail = () => this.say('二维码没有做成。请重新打开本页，或者回到工作人员页复制链接。');
    // What comes later is still drawn.
    const late = setTimeout(fail, PATIENCE);
    try {
      const response = await fetch(new URL('desk.json', SITE));
      const table: DeskTable = await response.json();
      const { picks, ignored } = parseBasket(state, sentencesIn(table));
      const picked = picks.flatMap((pick) => readPick(table, pick, SITE) ?? []);
      const { makeCode } = await import('../device/qr.ts');
      const codes = await Promise.all(picked.map(({ 网址 }) => makeCode(网址)));
      if (turn !== this.turn) return;
      const rows = picked.map((one, i) => drawRow(nameOf(table.policy), one, codes[i]?.svg ?? ''));
      this.querySelector('[data-codes]')?.replaceChildren(...rows);
      const lost = ignored ? `；网址里有 ${ignored} 项认不出来，已略过` : '';
      this.say(
        picked.length
          ? `共 ${picked.length} 个，每页 8 个${lost}。`
          : `这里还没有条款${lost}。在工作人员页选好条款，再打开二维码打印页。`,
      );
    } catch {
      fail();
    } finally {
      clearTimeout(late);
    }
  }

  private say(words: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }
}

function drawRow(policy: string, picked: Picked, code: string): HTMLLIElement {
  const { 简称, 网址 } = picked;
  const row = document.createElement('li');
  const picture = document.createElement('img');
  picture.src = code;
  picture.alt = `二维码：${简称}`;
  const words = document.createElement('div');
  const place = document.createElement('strong');
  place.append(policy, document.createElement('br'), 简称);
  const label = document.createElement('p');
  label.append(drawName(picked));
  const address = document.createElement('p');
  address.className = 'address';
  address.textContent = 网址;
  words.append(place, label, address);
  row.append(picture, words);
  return row;
}

customElements.define('code-sheet', CodeSheet);
