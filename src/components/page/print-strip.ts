/** Puts into the printed strip what a static page cannot know: the day of printing and the whole of its address. */
class PrintStrip extends HTMLElement {
  connectedCallback(): void {
    addEventListener('beforeprint', () => {
      const where = this.querySelector('[data-where]');
      const today = new Date();
      const day = `${today.getFullYear()}年${today.getMonth() + 1}月${today.getDate()}日`;
      if (where) where.textContent = `打印日期：${day}　网址：${location.href}`;
    });
  }
}

customElements.define('print-strip', PrintStrip);
