import { make } from '../device/dom.ts';
import { writeKept } from '../device/local-storage.ts';

/** What can be chosen, by the attribute of the page that says so. */
const SETTINGS = {
  theme: ['颜色', { '': '自动', light: '浅色', dark: '深色', contrast: '高对比' }],
  size: ['字号', { '': '标准', 125: '大', 150: '特大', 200: '最大' }],
  keys: ['快捷键（“/”搜索等单个键）', { '': '开', off: '关' }],
} as const;

/** Draws the choice of theme, text size and single-key shortcuts, kept on this device only. */
class DisplaySettings extends HTMLElement {
  connectedCallback(): void {
    const root = document.documentElement;
    const note = make('p', { class: 'quiet', role: 'status' }, '设置只保存在这台设备上。');
    const form = make('form', {}, make('h2', {}, '显示设置'));
    for (const [name, [legend, choices]] of Object.entries(SETTINGS)) {
      const group = make('fieldset', {}, make('legend', {}, legend));
      // Objects put whole numbers first.
      for (const [value, label] of Object.entries(choices).sort(([a], [b]) => +!!a - +!!b)) {
        const input = make('input', { type: 'radio', name, value });
        input.checked = value === (root.getAttribute(`data-${name}`) ?? '');
        group.append(make('label', {}, input, label));
      }
      form.append(group);
    }
    form.append(note);
    form.addEventListener('change', () => {
      const chosen: Record<string, string> = {};
      for (const [name, value] of new FormData(form)) {
        chosen[name] = String(value);
        root.toggleAttribute(`data-${name}`, value !== '');
        if (value) root.setAttribute(`data-${name}`, String(value));
      }
      if (!writeKept('display', chosen))
        note.textContent = '这台设备不让网页记住设置，只在本页有效。';
    });
    this.replaceChildren(form);
  }
}

customElements.define('display-settings', DisplaySettings);
