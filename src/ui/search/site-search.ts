import type { Answer } from '../../domain/search/library-look-up.ts';
import { toggleFilter } from '../../domain/search/narrowing.ts';
import { SITE } from '../device/local-storage.ts';
import { noteTyped } from '../device/state.ts';
import { drawAnswer, drawFailed, drawFoundPages, drawHelp } from './draw.ts';
import { placeOfRow } from './draw-hit.ts';
import { toldOf } from './draw-told.ts';
import { Engine } from './engine.ts';
import { makeQuiet } from './make.ts';
import {
  forget,
  recentClauses,
  recentQueries,
  rememberClause,
  rememberQuery,
  seenOf,
} from './recents.ts';

/** How long the typing rests before the answer is told aloud and its address noted, in milliseconds. */
const REST = 150;
/** Rows on the page. */
const MOST_ROWS = 20;
/** Tables that take longer are told to be missing. */
const PATIENCE = 5000;

let engine: Promise<Engine> | undefined;

/** A hit that was chosen. Who listens and prevents the default keeps its link from being followed. */
export interface ChosenHit {
  policy: string;
  clause: string;
  sentence?: number;
  /** The whole address of its link. */
  address: string;
}

/** A question of people that was chosen; as with a hit, who prevents the default keeps its link from being followed. */
export interface ChosenFaq {
  policy: string;
  /** The address of its page. */
  address: string;
}

/**
 * Adds the search itself to a form and a place for answers: hits at every key, told aloud when the typing rests.
 * `data-state` is idle, asking, early or done, `data-query` what is answered. Nothing happens while an input method composes.
 */
export class SiteSearch extends HTMLElement {
  /** Told of what changes what is asked or shown; the search page holds it in its address (search-address.ts). */
  onChange: (how?: 'asked' | 'typed') => void = () => noteTyped(this.input?.value ?? '');
  filter = '';
  private turn = 0;
  private timer = 0;
  private composing = false;

  private get input(): HTMLInputElement | null {
    return this.querySelector('input[name=q]');
  }

  connectedCallback(): void {
    const { input } = this;
    if (!input) return;
    document.querySelector('[data-without-script]')?.remove();
    this.list(false);
    for (const use of ['focus', 'click']) input.addEventListener(use, () => void this.offer());
    input.addEventListener('compositionstart', () => {
      this.composing = true;
    });
    input.addEventListener('compositionend', () => {
      this.composing = false;
      this.typed();
    });
    input.addEventListener('input', (event) => {
      // It may have begun before this came.
      this.composing ||= (event as InputEvent).isComposing;
      this.typed();
    });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.composing) void this.ask(input.value, 'asked');
    });
    this.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('click', (event) => this.onClick(event));
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement)
        void this.narrow(target.value || (target.dataset['filter'] ?? ''));
    });
    this.idle();
    // What was done in the field before this came.
    this.typed();
    if (document.activeElement === input) void this.offer();
  }

  private load(): Promise<Engine> {
    engine ??= Engine.load(SITE).catch((error) => {
      engine = undefined;
      throw error;
    });
    engine.catch(() => {});
    return engine;
  }

  /** Once the tables are there, examples to begin with, for those who have no questions of their own to go back to. */
  private async offer(): Promise<void> {
    // Nor where the page itself puts the focus into the field (search-address.ts).
    if (recentQueries().length || recentClauses().length || this.input?.autofocus) return;
    const tables = await this.load().catch(() => null);
    if (!tables || this.input?.value.trim() || this.dataset['state'] !== 'idle') return;
    this.help(tables.library.examples);
  }

  private help(examples: readonly string[] = []): void {
    this.draw(drawHelp(examples, recentQueries(), recentClauses()));
  }

  private typed(): void {
    if (this.composing) return;
    const query = this.input?.value ?? '';
    if (query.trim()) void this.ask(query, 'typed');
    else {
      this.idle();
      this.onChange('typed');
    }
  }

  /** Answers at once, and tells it aloud for Enter at once, else when the typing rests. */
  async ask(query: string, how: 'asked' | 'again' | 'typed' | 'typed again'): Promise<void> {
    const turn = ++this.turn;
    clearTimeout(this.timer);
    if (!query.trim()) return this.idle();
    // The rows below answer another question.
    if (this.dataset['query'] !== query) this.dataset['state'] = 'asking';
    if (how === 'asked') this.onChange(how);
    const fail = () => {
      if (turn === this.turn) this.fail(query);
    };
    const late = setTimeout(fail, PATIENCE);
    let tables: Engine;
    let answer: Answer;
    try {
      tables = await this.load();
      if (turn !== this.turn) return;
      answer = await tables.ask(query, this.filter, policiesRead());
    } catch {
      return fail();
    } finally {
      clearTimeout(late);
    }
    if (turn !== this.turn) return;
    this.show(tables, query, answer);
    if (how !== 'typed') {
      rememberQuery(query.trim());
      return this.tell(tables, answer);
    }
    this.timer = window.setTimeout(() => {
      this.tell(tables, answer);
      // Last, since Safari throws at the hundredth in half a minute.
      this.onChange('typed');
    }, REST);
  }

  /** The pages of the whole site that hold what is asked, in the place of the button that asked for them. */
  private async searchPages(): Promise<void> {
    const { turn, answered } = this;
    if (!answered) return;
    const show = (...drawn: HTMLElement[]) => {
      if (turn !== this.turn) return;
      this.querySelector('[data-pages]')?.replaceChildren(...drawn);
      this.say(drawn[0]?.textContent ?? '');
    };
    show(makeQuiet('正在查……'));
    try {
      const tables = await this.load();
      show(...drawFoundPages(await tables.pages(answered, this.filter), answered));
    } catch {
      show(makeQuiet('全文检索暂时不能用，以上只按原文、用词和说法查找'));
    }
  }

  private answered: Answer | undefined;
  private show(tables: Engine, query: string, answer: Answer): void {
    this.answered = answer;
    const hits = answer.hits.slice(0, MOST_ROWS);
    const focused = selectorOf(document.activeElement);
    this.draw(drawAnswer({ engine: tables, answer, hits, filter: this.filter, base: SITE }));
    if (focused) this.querySelector<HTMLElement>(focused)?.focus();
    this.dataset['query'] = query;
    this.dataset['state'] = 'early';
  }

  /** Says aloud what an answer comes to, once nothing more is typed. */
  private tell(tables: Engine, answer: Answer): void {
    this.dataset['state'] = 'done';
    const told = answer.notHere ? toldOf(tables, answer) : `${answer.hits.length} 个结果`;
    this.say(answer.faq ? `回答：${answer.faq.question}` : told);
  }

  private idle(): void {
    this.turn++;
    clearTimeout(this.timer);
    this.filter = '';
    this.dataset['state'] = 'idle';
    this.dataset['query'] = '';
    this.help();
    if (engine) void this.offer();
    this.say('');
  }

  /** The lists of the search page: thirty screens of a telephone that only readers without the search want. */
  private list(open: boolean): void {
    for (const list of document.querySelectorAll('details.said'))
      list.toggleAttribute('open', open);
  }

  private fail(query: string): void {
    this.list(true);
    const drawn = drawFailed(SITE);
    this.draw(drawn);
    this.dataset['query'] = query;
    this.dataset['state'] = 'done';
    this.say(drawn[0]?.textContent ?? '');
  }

  private onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (this.composing || !step || this.dataset['state'] === 'asking') return;
    const links = [...this.querySelectorAll<HTMLAnchorElement>('[data-faq] h2 a, [data-hit] a')];
    const next = links.indexOf(document.activeElement as HTMLAnchorElement) + step;
    event.preventDefault();
    if (next < 0) this.input?.focus();
    else links[Math.min(next, links.length - 1)]?.focus();
  }

  private onClick(event: MouseEvent): void {
    // What is pressed within this is an element.
    const target = event.target as Element;
    const button = target.closest('button');
    const hit = target.closest<HTMLAnchorElement>('[data-hit] a');
    if (hit) this.choose(hit, event);
    const faq = target.closest<HTMLAnchorElement>('[data-faq] h2 a');
    if (faq) this.chooseFaq(faq, event);
    const { input } = this;
    if (!button || !input) return;
    const { ask, filter } = button.dataset;
    if (ask) {
      input.value = ask;
      void this.ask(ask, 'asked');
    } else if (filter) {
      void this.narrow(filter);
    } else if (button.hasAttribute('data-more')) {
      void this.searchPages();
    } else if (button.hasAttribute('data-forget')) {
      forget();
      this.idle();
      input.focus();
    }
  }

  private async narrow(word: string): Promise<void> {
    const tables = await this.load().catch(() => null);
    if (!tables) return;
    this.filter = toggleFilter(this.filter, word, tables.library);
    this.onChange();
    await this.ask(this.input?.value ?? '', 'again');
  }

  /** Tells that a hit was chosen, and remembers it. A click that opens another window chooses nothing here. */
  private choose(link: HTMLAnchorElement, event: MouseEvent): void {
    const row = link.closest<HTMLElement>('[data-hit]');
    if (!row) return;
    const place = placeOfRow(row);
    rememberClause(seenOf(link, place.policy, place.sentence, row.dataset['document'] ?? ''));
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const detail: ChosenHit = { ...place, address: link.href };
    const chosen = new CustomEvent('choose-hit', { detail, bubbles: true, cancelable: true });
    if (!row.dispatchEvent(chosen)) event.preventDefault();
  }

  private chooseFaq(link: HTMLAnchorElement, event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { policy = '' } = link.closest<HTMLElement>('[data-faq]')?.dataset ?? {};
    const detail: ChosenFaq = { policy, address: link.href };
    const chosen = new CustomEvent('choose-faq', { detail, bubbles: true, cancelable: true });
    if (!link.dispatchEvent(chosen)) event.preventDefault();
  }

  private draw(answer: HTMLElement[]): void {
    this.querySelector('[data-answers]')?.replaceChildren(...answer);
  }

  private say(words: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }
}

/** The policies that were opened from the search, the last first. */
function policiesRead(): string[] {
  return [...new Set(recentClauses().flatMap(({ policy }) => policy || []))];
}

/** Finds a row or a filter again after it was drawn anew; nothing where neither has the focus. */
function selectorOf(focused: Element | null): string | null {
  if (!(focused instanceof HTMLElement)) return null;
  const { filter } = focused.dataset;
  if (focused instanceof HTMLSelectElement) return 'select[data-filter]';
  if (filter) return `[data-filter="${filter}"]`;
  if (focused.closest('[data-faq]')) return '[data-faq] h2 a';
  const row = focused.closest<HTMLElement>('[data-hit]');
  if (!row) return null;
  const { policy, hit, sentence } = row.dataset;
  const own = `[data-policy="${policy}"][data-hit="${hit}"]`;
  return `${own}${sentence ? `[data-sentence="${sentence}"]` : ''} a`;
}

customElements.define('site-search', SiteSearch);
