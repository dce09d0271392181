export {};

/** Nobody waits longer for the desk; the search page answers, too. */
const PATIENCE = 3000;

/**
 * Adds the desk to the search of the staff page. Its code comes when the field is used, or a list stands in the
 * address; Enter before it has come waits for it, and where it does not come, leads to the search page.
 */
class StaffDesk extends HTMLElement {
  private opened: Promise<void> | undefined;
  private ready = false;
  /** The question that was held goes on to the search. */
  private passing = false;

  connectedCallback(): void {
    document.querySelector('[data-without-script]')?.remove();
    this.querySelector('[data-keys-help]')?.removeAttribute('hidden');
    if (location.hash.startsWith('#basket=')) this.load();
    this.addEventListener('focusin', () => this.load());
    this.addEventListener('submit', (event) => this.hold(event), { capture: true });
  }

  private load(): Promise<void> {
    this.opened ??= this.open();
    this.opened.catch(() => {
      const help = this.querySelector('[data-help]');
      if (!help) return;
      help.textContent =
        '答复暂时写不出来：网站可能刚更新，请重新打开本页；也可以先点开条款，在条款页复制。';
    });
    return this.opened;
  }

  private async open(): Promise<void> {
    this.ready = await (await import('./desk.ts')).openDesk(this);
    // The next use tries again.
    if (!this.ready) this.opened = undefined;
  }

  private async hold(event: Event): Promise<void> {
    const { target: form } = event;
    const ready = this.ready && customElements.get('site-search');
    if (ready || this.passing || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopPropagation();
    try {
      const late = new Promise((_, reject) => setTimeout(reject, PATIENCE));
      await Promise.all([
        this.load(),
        Promise.race([customElements.whenDefined('site-search'), late]),
      ]);
      this.passing = true;
      form.requestSubmit();
    } catch {
      form.submit();
    } finally {
      this.passing = false;
    }
  }
}

customElements.define('staff-desk', StaffDesk);
