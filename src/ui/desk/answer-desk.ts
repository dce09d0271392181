import { readTyped, stateHeld } from '../device/state.ts';
import { withTimeout } from '../device/with-timeout.ts';
import { KeysAhead } from './keys-ahead.ts';

/** Nobody waits longer without a word, in milliseconds. */
const PATIENCE = 5000;

/** What a reader does who uses the desk, where the cursor may stand already. */
const USES = ['focusin', 'click', 'input'];

/**
 * Puts the cursor into the field of the desk, and adds the desk to its search. Their code comes when they are used, or a
 * list stands in the address; what was lost is asked for again at the next use. Enter before it has come waits for it.
 * Where the desk does not come in time the search answers alone, and its links open; where that does not come either,
 * the search page.
 */
class AnswerDesk extends HTMLElement {
  private opened: Promise<void> | undefined;
  private ready = false;
  /** The question that was held goes on to the search. */
  private passing = false;

  private ahead: KeysAhead | undefined;

  connectedCallback(): void {
    document.querySelector('[data-without-script]')?.remove();
    this.querySelector('[data-keys-help]')?.removeAttribute('hidden');
    const field = this.querySelector('input');
    if (!field) return;
    // Without script the field holds what an address may carry to the search page.
    field.maxLength = 10_000;
    takeCursor(field);
    this.ahead = new KeysAhead(this, field);
    const listed = () => {
      if (stateHeld()) void this.load();
    };
    // Later, too: a link to a list, opened in a page of the desk that is there already, loads nothing anew.
    addEventListener('hashchange', listed);
    listed();
    if (readTyped()) void this.load();
    for (const use of USES)
      this.addEventListener(use, () => {
        if (!field.autofocus) void this.load();
      });
    this.addEventListener('submit', (event) => void this.hold(event), { capture: true });
  }

  private load(): Promise<void> {
    this.opened ??= this.open();
    return this.opened;
  }

  /** Says so where the desk does not come; what comes late still opens. */
  private async open(): Promise<void> {
    const late = setTimeout(() => this.tell(), PATIENCE);
    try {
      const { openDesk } = await import('./desk.ts');
      if (this.ahead) await openDesk(this, this.ahead);
      this.ready = true;
    } catch {
      this.tell();
      // The next use tries again.
      this.opened = undefined;
    } finally {
      clearTimeout(late);
    }
  }

  private tell(): void {
    const help = this.querySelector('[data-help]');
    if (!help) return;
    help.textContent =
      '答复暂时写不出来：网页要用的内容没有取到，请重新打开本页；也可以先点开条款，在条款页复制。';
  }

  private async hold(event: Event): Promise<void> {
    const { target: form } = event;
    const { ahead } = this;
    const ready = this.ready && customElements.get('site-search');
    if (ready || this.passing || !ahead || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopPropagation();
    ahead.start();
    const both = Promise.all([this.load(), customElements.whenDefined('site-search')]);
    await withTimeout(both).catch(() => {});
    if (!ahead.waiting) return;
    // The desk waits on; without it nothing is to be pressed.
    if (!this.ready) ahead.end();
    this.passing = true;
    try {
      if (!customElements.get('site-search')) throw new Error('no search');
      form.requestSubmit();
    } catch {
      // As a state, since no host takes a long question in an address.
      const q = String(new FormData(form).get('q'));
      location.assign(`${form.action}#${new URLSearchParams({ q })}`);
    } finally {
      this.passing = false;
    }
  }
}

/**
 * One types at once. Not where a keyboard would come up over the page, nor where a place or a list in the address is what
 * the reader came for, or something has been done already. The focus passes by what heads the page, so who listens is
 * told of it with the field, once.
 */
function takeCursor(field: HTMLInputElement): void {
  const moved = location.hash || scrollY || document.activeElement !== document.body;
  if (moved || !matchMedia('(hover: hover) and (pointer: fine)').matches) return;
  field.setAttribute('aria-describedby', 'desk-name desk-lead');
  field.addEventListener('blur', () => field.removeAttribute('aria-describedby'), { once: true });
  // Nothing is loaded for that (ui/search/SiteSearch.astro, too).
  field.autofocus = true;
  field.focus({ preventScroll: true });
  field.autofocus = false;
}

customElements.define('answer-desk', AnswerDesk);
