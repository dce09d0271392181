import { make, say } from '../device/dom.ts';
import {
  readSheet,
  type SheetEntry,
  takeOffSheet,
  whenSheetChanges,
} from '../device/kept-sheet.ts';
import { writeKept } from '../device/local-storage.ts';
import { drawPaper, type Taken } from './paper.ts';

/** Gathers what was put on the sheet, each from its own page, so that nothing is decided here. */
class ConsultSheet extends HTMLElement {
  /** What is fetched for one list must not be shown over a later one. */
  private turn = 0;

  connectedCallback(): void {
    document.querySelector('[data-without-script]')?.remove();
    this.hidden = false;
    this.addEventListener('click', ({ target }) => {
      const { do: what, address } = (target as HTMLElement).dataset;
      if (!what) return;
      takeOffSheet(address);
      void this.show();
    });
    whenSheetChanges(() => void this.show());
    void this.show();
  }

  private async show(): Promise<void> {
    const turn = ++this.turn;
    const entries = readSheet();
    const empty = entries.length === 0;
    for (const part of document.querySelectorAll<HTMLElement>('[data-empty]')) part.hidden = !empty;
    for (const part of this.querySelectorAll<HTMLElement>('button')) part.hidden = empty;
    const place = this.querySelector('[data-results]');
    if (!place) return;
    if (empty) {
      place.replaceChildren();
      // Tried and taken back, since a device that refuses says so only then.
      const keeps = writeKept('check-sheet', []) && writeKept('check-sheet', null);
      say(
        this,
        keeps
          ? '咨询单是空的。'
          : '这台设备不让网页保存，咨询单放不进东西。请在结果页、条款页直接打印。',
      );
      return;
    }
    say(this, '正在取回…');
    const pages = await Promise.all(entries.map(take));
    if (turn !== this.turn) return;
    const found = pages.filter((page) => page !== null);
    place.replaceChildren(...(found.length ? [drawPaper(found), listOf(found)] : []));
    const lost = pages.length - found.length;
    say(this, `共 ${found.length} 页的内容${lost ? `；${lost} 页没有取到，请重新放进来` : ''}`);
  }
}

/** More questions of a page that has none ticked would leave no room for answers. */
const MOST = 8;
/** A longer clause is named and not quoted: whoever answers has it. */
const LONGEST = 400;

/** What a page that was put on the sheet gives to it. */
async function take({ address, gaps }: SheetEntry): Promise<Taken | null> {
  try {
    const response = await fetch(address);
    if (!response.ok) return null;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const all = <E extends Element = HTMLElement>(selector: string) => [
      ...page.querySelectorAll<E>(selector),
    ];
    const text = (e: Element | null | undefined) => e?.textContent?.trim() ?? '';
    const [of] = all('[data-of]');
    if (!of) return null;
    const name = of.dataset['of'] ?? '';
    const boxes = all<HTMLInputElement>('.ask input');
    const ticked = boxes.filter(({ value }) => gaps.includes(value));
    const issued = all('[data-pagefind-body] [data-issued]').map(text).join('');
    const clause = {
      place: text(all('[data-citation]')[0]).replace(name, ''),
      text: issued.length > LONGEST ? '' : issued,
    };
    return {
      address,
      title: page.title.replace(/ - [^-]*$/u, ''),
      of: name,
      person: all('[data-result]')[0]?.dataset['person'] ?? '',
      answers: all('[data-given] > li').map((row) => [
        text(row.querySelector('span')),
        text(row.querySelector('strong')),
      ]),
      quotes: [
        ...(issued ? [clause] : []),
        ...all('[data-cited]').map((e) => ({ place: e.dataset['cited'] ?? '', text: text(e) })),
      ],
      questions: (ticked.length ? ticked : boxes.slice(0, MOST)).map((box) => ({
        gap: box.value,
        text: text(box.parentElement?.lastChild as Element),
      })),
    };
  } catch {
    return null;
  }
}

/** What is on the sheet, each to be opened or left out. */
function listOf(pages: readonly Taken[]): Element {
  const rows = pages.map(({ address, title }) =>
    make(
      'li',
      {},
      make('a', { href: address }, title),
      ' ',
      make(
        'button',
        {
          class: 'button',
          type: 'button',
          'data-do': 'leave',
          'data-address': address,
          'aria-label': `移去：${title}`,
        },
        '移去',
      ),
    ),
  );
  return make('ul', { class: 'screen-only taken', 'aria-label': '放进来的' }, ...rows);
}

customElements.define('consult-sheet', ConsultSheet);
