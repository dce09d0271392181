import { readTyped, stateHeld } from '../device/state.ts';
import { withTimeout } from '../device/with-timeout.ts';

/** Nobody waits longer without a word, in milliseconds. */
const PATIENCE = 5000;

/**
 * Adds the desk to the search of a page. Its code comes when the field is used, or a list stands in the
 * address; Enter before it has come waits for it. Where it does not come in time the search answers alone, and its
 * links open; where that does not come either, the search page.
 */
class AnswerDesk extends HTMLElement {
  private opened: Promise<void> | undefined;
  private ready = false;
  /** The question that was held goes on to the search. */
  private passing = false;

  connectedCallback(): void {
    document.querySelector('[data-without-script]')?.remove();
    this.querySelector('[data-keys-help]')?.removeAttribute('hidden');
    // Without script the field holds what an address may carry to the search page.
    const field = this.querySelector('input');
    if (field) field.maxLength = 10_000;
    const listed = () => {
      if (stateHeld()) this.load();
    };
    // Later, too: a link to a list, opened in a page of the desk that is there already, loads nothing anew.
    addEventListener('hashchange', listed);
    listed();
    if (readTyped()) this.load();
    this.addEventListener('focusin', () => this.load());
    this.addEventListener('submit', (event) => this.hold(event), { capture: true });
  }

  private load(): Promise<void> {
    this.opened ??= this.open();
    return this.opened;
  }

  /** Says so where the desk does not come; what comes late still opens. */
  private async open(): Promise<void> {
    const late = setTimeout(() => this.tell(), PATIENCE);
    try {
      await (await import('./desk.ts')).openDesk(this);
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
    const ready = this.ready && customElements.get('site-search');
    if (ready || this.passing || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopPropagation();
    const both = Promise.all([this.load(), customElements.whenDefined('site-search')]);
    await withTimeout(both).catch(() => {});
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

customElements.define('answer-desk', AnswerDesk);
