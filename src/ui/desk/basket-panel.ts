import { formatBasket, formatPick, type Pick } from '../../domain/citing/basket.ts';
import { formatCsv } from '../../domain/citing/csv.ts';
import { ofSeveral, type Picked, pickRows } from '../../domain/citing/desk.ts';
import { make, part, say } from '../device/dom.ts';
import { ownAddress, stateHeld, writeState } from '../device/state.ts';
import type { DeskTables } from './desk-tables.ts';
import { askCopy, drawName } from './picked.ts';

/** The list of what is to be passed on together. It stands in the page's address, and there only. */
export class BasketPanel {
  /** Words one reply to all that is listed. */
  onCombine: (picks: readonly Pick[]) => void = () => {};
  onChange: () => void = () => {};
  onEmpty: () => void = () => {};
  /** What the address lists cannot be had. */
  onFail: () => void = () => {};
  private readonly root: HTMLElement;
  private readonly tables: DeskTables;
  private picks: readonly Pick[] = [];
  /** What is fetched for one list must not be shown over a later one. */
  private turn = 0;

  constructor(root: HTMLElement, tables: DeskTables) {
    this.root = root;
    this.tables = tables;
    root.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button) this.actions[button.dataset['do'] ?? '']?.(button);
    });
  }

  /** Shows what the address lists, now and whenever it lists something else. */
  start(): void {
    addEventListener('hashchange', () => void this.readAddress());
    void this.readAddress();
  }

  /** How many there are then. */
  add(picks: readonly Pick[]): number {
    this.put([...this.picks, ...picks]);
    return this.picks.length;
  }

  private readonly actions: Record<string, (button: HTMLButtonElement) => void> = {
    combine: () => this.onCombine(this.picks),
    table: () => download(this.tables.read(this.picks)),
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

  private async readAddress(): Promise<void> {
    // Places on the page are none of the list's, which goes on standing in the address.
    const state = stateHeld();
    if (!state) {
      if (this.picks.length) writeState(formatBasket(this.picks));
      return;
    }
    const turn = ++this.turn;
    const basket = await this.tables.readBasket(state).catch(() => null);
    if (turn !== this.turn) return;
    if (!basket) {
      this.onFail();
      return;
    }
    this.picks = basket.picks;
    this.draw(basket.ignored);
  }

  private put(picks: readonly Pick[]): void {
    this.turn++;
    this.picks = [...new Map(picks.map((pick) => [formatPick(pick), pick])).values()];
    writeState(formatBasket(this.picks));
    this.draw(0);
  }

  private draw(ignored: number): void {
    const { root, picks, tables } = this;
    // What was said of the list before.
    for (const status of root.querySelectorAll('[role=status]')) status.textContent = '';
    this.onChange();
    const lost = part(root, '[data-ignored]');
    lost.hidden = ignored === 0;
    lost.textContent = `网址里有 ${ignored} 项认不出来，已略过。`;
    part(root, '[data-full]').hidden = picks.length === 0;
    part(root, '[data-picks]').replaceChildren(
      ...tables.read(picks).map((one) => drawPick(one, tables.nameOf(one))),
    );
    part<HTMLAnchorElement>(root, '[data-codes]').hash = formatBasket(picks);
    part(root, '[data-here]').textContent = ownAddress();
    root.hidden = picks.length === 0 && ignored === 0;
  }
}

function drawPick(picked: Picked, name: string): HTMLLIElement {
  const { id, 网址 } = picked;
  const remove = { type: 'button', class: 'tag', 'data-do': 'remove', 'data-pick': id };
  return make(
    'li',
    {},
    make('a', { href: 网址 }, `${name} `, drawName(picked)),
    ' ',
    make('button', { ...remove, 'aria-label': `移出：${name}` }, '移出'),
  );
}

function download(picked: readonly Picked[]): void {
  const document = ofSeveral(picked) ? '' : (picked[0]?.文件 ?? '');
  const file = new Blob([formatCsv(pickRows(picked))], { type: 'text/csv;charset=utf-8' });
  const href = URL.createObjectURL(file);
  make('a', { href, download: `${document}条款清单.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
