import { formatBasket, formatPick, type Pick, parseBasket } from '../../domain/citing/basket.ts';
import { formatCsv } from '../../domain/citing/csv.ts';
import { type Picked, pickRows, sentencesIn } from '../../domain/citing/desk.ts';
import { nameOf } from '../../domain/policy/citation.ts';
import { ownAddress, stateHeld, writeState } from '../device/state.ts';
import type { Known } from './desk.ts';
import { askCopy, drawName, part, say } from './dom.ts';

/** The list of what is to be passed on together. It stands in the page's address, and there only. */
export class BasketPanel {
  onCombine: (picks: readonly Pick[]) => void = () => {};
  onChange: () => void = () => {};
  onEmpty: () => void = () => {};
  private readonly root: HTMLElement;
  private readonly known: Known;
  private picks: readonly Pick[] = [];

  constructor(root: HTMLElement, known: Known) {
    this.root = root;
    this.known = known;
    root.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button) this.actions[button.dataset['do'] ?? '']?.(button);
    });
    addEventListener('hashchange', () => this.readAddress());
    this.readAddress();
  }

  /** How many there are then. */
  add(picks: readonly Pick[]): number {
    this.put([...this.picks, ...picks]);
    return this.picks.length;
  }

  private readonly actions: Record<string, (button: HTMLButtonElement) => void> = {
    combine: () => this.onCombine(this.picks),
    table: () => download(this.known.read(this.picks), nameOf(this.known.table.policy)),
    pass: (button) => {
      const shown = part(this.root, '[data-here]');
      askCopy(button, { text: ownAddress(), name: '清单链接', shown });
    },
    empty: () => {
      this.put([]);
      this.onEmpty();
    },
    remove: (button) => {
      const { pick } = button.dataset;
      this.put(this.picks.filter((one) => formatPick(one) !== pick));
      say(this.root, `清单里有 ${this.picks.length} 条`);
      if (this.picks.length) part(this.root, 'h2').focus();
      else this.onEmpty();
    },
  };

  private readAddress(): void {
    // Places on the page are none of the list's, which goes on standing in the address.
    const state = stateHeld();
    if (!state) {
      if (this.picks.length) writeState(formatBasket(this.picks));
      return;
    }
    const { picks, ignored } = parseBasket(state, sentencesIn(this.known.table));
    this.picks = picks;
    this.draw(ignored);
  }

  private put(picks: readonly Pick[]): void {
    this.picks = [...new Map(picks.map((pick) => [formatPick(pick), pick])).values()];
    writeState(formatBasket(this.picks));
    this.draw(0);
  }

  private draw(ignored: number): void {
    const { root, picks, known } = this;
    // What was said of the list before.
    say(root, '');
    this.onChange();
    const lost = part(root, '[data-ignored]');
    lost.hidden = ignored === 0;
    lost.textContent = `网址里有 ${ignored} 项认不出来，已略过。`;
    part(root, '[data-full]').hidden = picks.length === 0;
    part(root, '[data-picks]').replaceChildren(...known.read(picks).map(drawPick));
    part<HTMLAnchorElement>(root, '[data-codes]').hash = formatBasket(picks);
    part(root, '[data-here]').textContent = ownAddress();
    root.hidden = picks.length === 0 && ignored === 0;
  }
}

function drawPick(picked: Picked): HTMLLIElement {
  const { id, 简称, 网址 } = picked;
  const row = document.createElement('li');
  const link = document.createElement('a');
  link.href = 网址;
  link.append(`${简称} `, drawName(picked));
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'tag';
  remove.textContent = '移出';
  remove.dataset['do'] = 'remove';
  remove.dataset['pick'] = id;
  remove.setAttribute('aria-label', `移出：${简称}`);
  row.append(link, ' ', remove);
  return row;
}

function download(picked: readonly Picked[], policy: string): void {
  const link = document.createElement('a');
  const file = new Blob([formatCsv(pickRows(picked))], { type: 'text/csv;charset=utf-8' });
  link.href = URL.createObjectURL(file);
  link.download = `${policy}条款清单.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
