import { writeKept } from '../device/local-storage.ts';

/** Adds the choice of theme, text size and single-key shortcuts, kept on this device only. Shown once it works. */
class DisplaySettings extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const details = this.querySelector('details');
    if (!form || !details) return;
    const root = document.documentElement;
    for (const name of ['theme', 'size', 'keys'])
      this.check(name, root.getAttribute(`data-${name}`) ?? '');
    form.addEventListener('change', () => {
      const chosen: Record<string, string> = {};
      for (const [name, value] of new FormData(form)) {
        chosen[name] = String(value);
        root.toggleAttribute(`data-${name}`, value !== '');
        if (value) root.setAttribute(`data-${name}`, String(value));
      }
      const note = this.querySelector('[role=status]');
      if (!writeKept('display', chosen) && note)
        note.textContent = '这台设备不让网页记住设置，只在本页有效。';
    });
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !details.open) return;
      details.open = false;
      details.querySelector('summary')?.focus();
    });
    document.addEventListener('click', (event) => {
      if (event.target instanceof Node && !this.contains(event.target)) details.open = false;
    });
    this.hidden = false;
  }

  private check(name: string, value: string): void {
    const input = this.querySelector<HTMLInputElement>(`input[name=${name}][value="${value}"]`);
    if (input) input.checked = true;
  }
}

customElements.define('display-settings', DisplaySettings);
