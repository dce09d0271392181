import type { Answer, Hit } from '../../domain/search/look-up.ts';
import { SITE } from '../device/local-storage.ts';
import { noteTyped } from '../device/state.ts';
import { drawAnswer, drawFailed, drawHelp, toldOf } from './draw.ts';
import { Engine } from './engine.ts';
import {
  forget,
  recentClauses,
  recentQueries,
  rememberClause,
  rememberQuery,
  seenOf,
} from './recents.ts';

const WAIT_FOR_TEXT = 150;
/** Tables or a full text that take longer are told to be missing; what they say is still shown when they come. */
const PATIENCE = 5000;

let engine: Promise<Engine> | undefined;

/**
 * Adds the search itself to a form and a place for answers: hits of the small tables at every key, full text when the
 * typing rests. `data-state` is idle, early or done, `data-query` what is answered. Nothing happens while an input
 * method composes.
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
    input.addEventListener('input', () => this.typed());
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.composing) void this.ask(input.value, 'asked');
    });
    this.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('click', (event) => this.onClick(event));
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
    this.help(tables.table.examples);
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

  /** Answers from the tables at once; the full text at once for Enter, else when the typing rests. */
  async ask(query: string, how: 'asked' | 'again' | 'typed' | 'typed again'): Promise<void> {
    const turn = ++this.turn;
    clearTimeout(this.timer);
    if (!query.trim()) return this.idle();
    if (how === 'asked') this.onChange(how);
    const fail = () => {
      if (turn === this.turn) this.fail(query);
    };
    const late = setTimeout(fail, PATIENCE);
    let tables: Engine;
    try {
      tables = await this.load();
    } catch {
      return fail();
    } finally {
      clearTimeout(late);
    }
    if (turn !== this.turn) return;
    this.show(tables, query, tables.quick(query), 'early');
    const withoutText = () => {
      if (turn === this.turn) this.show(tables, query, tables.quick(query), 'done', true);
    };
    const rest = async () => {
      const late = setTimeout(withoutText, PATIENCE);
      try {
        const answer = await tables.full(query);
        if (turn === this.turn) this.show(tables, query, answer, 'done');
      } catch {
        withoutText();
      } finally {
        clearTimeout(late);
      }
    };
    if (how === 'typed') {
      this.timer = window.setTimeout(() => {
        void rest();
        // Last, since Safari throws at the hundredth in half a minute.
        this.onChange('typed');
      }, WAIT_FOR_TEXT);
      return;
    }
    rememberQuery(query.trim());
    await rest();
  }

  private shown: Hit[] = [];

  private show(
    tables: Engine,
    query: string,
    answer: Answer,
    state: 'early' | 'done',
    withoutText = false,
  ): void {
    // Rows already under the reader's eye or finger stay where they are; what comes later is added below.
    const sameQuery = this.dataset['query'] === query;
    const kept = sameQuery
      ? this.shown.filter((old) => answer.hits.some((hit) => isSame(hit, old)))
      : [];
    const hits = [...kept, ...answer.hits.filter((hit) => !kept.some((old) => isSame(hit, old)))];
    this.shown = hits;
    const filtered = this.filter
      ? hits.filter(
          ({ clause }) =>
            tables.clause(clause)?.concerns.includes(this.filter) ||
            clause.startsWith(`${this.filter}-`),
        )
      : hits;
    const focused =
      document.activeElement instanceof HTMLAnchorElement
        ? document.activeElement.closest('[data-hit]')?.getAttribute('data-hit')
        : null;
    this.draw(
      drawAnswer(
        tables.table,
        { ...answer, hits: filtered.slice(0, 20) },
        SITE,
        this.filter,
        withoutText,
      ),
    );
    if (focused) this.querySelector<HTMLAnchorElement>(`[data-hit="${focused}"] a`)?.focus();
    this.dataset['query'] = query;
    this.dataset['state'] = state;
    if (state === 'done') this.say(answer.notHere ? toldOf(answer) : `${filtered.length} 个结果`);
  }

  private idle(): void {
    this.turn++;
    clearTimeout(this.timer);
    this.shown = [];
    this.filter = '';
    this.dataset['state'] = 'idle';
    this.dataset['query'] = '';
    this.help();
    if (engine) void this.offer();
    this.say('');
  }

  /** What people call things, on the search page: thirty screens of a telephone that only readers without the search want. */
  private list(open: boolean): void {
    document.querySelector('details.said')?.toggleAttribute('open', open);
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
    if (this.composing || !step) return;
    const links = [...this.querySelectorAll<HTMLAnchorElement>('[data-hit] a')];
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
    if (hit) rememberClause(seenOf(hit));
    const { input } = this;
    if (!button || !input) return;
    const { ask, filter } = button.dataset;
    if (ask) {
      input.value = ask;
      void this.ask(ask, 'asked');
    } else if (filter) {
      this.filter = filter === this.filter ? '' : filter;
      this.onChange();
      void this.ask(input.value, 'again');
    } else if (button.hasAttribute('data-forget')) {
      forget();
      this.idle();
      input.focus();
    }
  }

  private draw(answer: HTMLElement[]): void {
    this.querySelector('[data-answers]')?.replaceChildren(...answer);
  }

  private say(words: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }
}

/** Two sentences of a clause that are both cited are two hits. */
function isSame(one: Hit, other: Hit): boolean {
  const cited = one.reason === 'citation' && other.reason === 'citation';
  return one.clause === other.clause && (!cited || one.sentence === other.sentence);
}

customElements.define('site-search', SiteSearch);
