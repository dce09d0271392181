import type { Answer, Hit } from '../../domain/search/look-up.ts';
import { drawAnswer, drawFailed, drawHelp, make, toldOf } from './draw.ts';
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
class SiteSearch extends HTMLElement {
  private turn = 0;
  private timer = 0;
  private composing = false;
  private filter = '';

  private get input(): HTMLInputElement | null {
    return this.querySelector('input[name=q]');
  }

  /** The folder the site stands in: where search.html is. */
  private get base(): URL {
    return new URL(
      '.',
      new URL(this.querySelector('form')?.getAttribute('action') ?? '', document.baseURI),
    );
  }

  connectedCallback(): void {
    const { input } = this;
    if (!input) return;
    this.dress();
    this.dataset['state'] = 'idle';
    document.querySelector('[data-without-script]')?.remove();
    this.list(false);
    // On its own page one types at once; the tables are loaded when it is used, not when it is looked at.
    if (this.hasAttribute('data-page') && !location.search) input.focus({ preventScroll: true });
    input.addEventListener('focus', () => void this.offer());
    input.addEventListener('click', () => void this.offer());
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
      if (!this.composing) void this.ask(input.value, true);
    });
    this.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('click', (event) => this.onClick(event));
    if (this.hasAttribute('data-page')) {
      const fromAddress = () => {
        input.value = new URLSearchParams(location.search).get('q') ?? '';
        if (input.value) void this.ask(input.value, true, false);
        else this.idle();
      };
      addEventListener('popstate', fromAddress);
      fromAddress();
    } else {
      this.idle();
      // What was done in the field before this came.
      this.typed();
      if (document.activeElement === input) void this.offer();
    }
  }

  /** The sheet comes with the search, so that pages that do not search need not carry it. */
  private dress(): void {
    if (document.querySelector('link[href$="search.css"]')) return;
    const { href } = new URL('search.css', this.base);
    document.head.append(make('link', { rel: 'stylesheet', href }));
  }

  private load(): Promise<Engine> {
    engine ??= Engine.load(this.base).catch((error) => {
      engine = undefined;
      throw error;
    });
    engine.catch(() => {});
    return engine;
  }

  /** Once the tables are there, examples to begin with, for those who have no questions of their own to go back to. */
  private async offer(): Promise<void> {
    if (recentQueries().length || recentClauses().length) return;
    const tables = await this.load().catch(() => null);
    if (!tables || this.input?.value.trim() || this.dataset['state'] !== 'idle') return;
    this.help(tables.table.examples);
  }

  private help(examples: readonly string[] = []): void {
    const help = drawHelp(examples, recentQueries(), recentClauses());
    this.querySelector('[data-answers]')?.replaceChildren(...help);
  }

  private typed(): void {
    if (this.composing) return;
    const query = this.input?.value ?? '';
    if (query.trim()) void this.ask(query, false);
    else this.idle();
  }

  /** Answers from the tables at once; the full text at once for Enter, else when the typing rests. */
  private async ask(query: string, now: boolean, push = true): Promise<void> {
    const turn = ++this.turn;
    clearTimeout(this.timer);
    if (!query.trim()) return this.idle();
    if (this.hasAttribute('data-page') && now && push) {
      const address = new URL(location.href);
      address.search = new URLSearchParams({ q: query }).toString();
      if (address.href !== location.href) history.pushState(null, '', address);
    }
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
    if (now) {
      rememberQuery(query.trim());
      await rest();
    } else this.timer = window.setTimeout(rest, WAIT_FOR_TEXT);
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
    const place = this.querySelector('[data-answers]');
    place?.replaceChildren(
      ...drawAnswer(
        tables.table,
        { ...answer, hits: filtered.slice(0, 20) },
        this.base,
        this.filter,
        withoutText,
      ),
    );
    if (focused) place?.querySelector<HTMLAnchorElement>(`[data-hit="${focused}"] a`)?.focus();
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
    const drawn = drawFailed(this.base);
    this.querySelector('[data-answers]')?.replaceChildren(...drawn);
    this.dataset['query'] = query;
    this.dataset['state'] = 'done';
    this.say(drawn[0]?.textContent ?? '');
  }

  private onKey(event: KeyboardEvent): void {
    if (this.composing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const links = [...this.querySelectorAll<HTMLAnchorElement>('[data-hit] a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
    if (next < 0) this.input?.focus();
    else links[Math.min(next, links.length - 1)]?.focus();
  }

  private onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest('button');
    const hit = target?.closest<HTMLAnchorElement>('[data-hit] a');
    if (hit) rememberClause(seenOf(hit));
    const { input } = this;
    if (button?.dataset['ask'] && input) {
      input.value = button.dataset['ask'];
      void this.ask(input.value, true);
    } else if (button?.dataset['filter'] !== undefined && input) {
      this.filter = button.dataset['filter'] === this.filter ? '' : button.dataset['filter'];
      void this.ask(input.value, true, false);
    } else if (button?.hasAttribute('data-forget')) {
      forget();
      this.idle();
      input?.focus();
    }
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
