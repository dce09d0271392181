const SHOWN_FOR = 3000;

/** Adds copying and printing to the citation that stands beside it as text. Shown once it works. */
class CiteActions extends HTMLElement {
  private restore: (() => void) | undefined;

  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button?.dataset.copy) void this.copy(button, button.dataset.copy);
      else if (button?.hasAttribute('data-print')) print();
    });
    // Only the browser knows where the site stands; an address is for dictating, too.
    const address = this.parentElement?.querySelector<HTMLAnchorElement>('[data-address]');
    if (address) address.textContent = decodeURI(address.href);
    // WeChat's view has no printing; its own menu opens the page where there is.
    if (/MicroMessenger/u.test(navigator.userAgent)) {
      this.querySelector('[data-print]')?.remove();
      this.say('转发请点右上角“…”；打印请先在浏览器打开');
    }
    this.hidden = false;
  }

  private async copy(button: HTMLButtonElement, what: string): Promise<void> {
    const shown = this.parentElement?.querySelector(`[data-${what}]`);
    if (!shown) return;
    const text = shown instanceof HTMLAnchorElement ? shown.href : (shown.textContent ?? '');
    if ((await writeClipboard(text)) || copySelected(shown, text)) {
      this.restore?.();
      const label = button.textContent;
      // The width stays, so that the neighbours do not jump under the finger.
      button.style.minWidth = `${button.offsetWidth}px`;
      button.textContent = '已复制';
      this.say(`已复制：${button.getAttribute('aria-label')?.split('：')[1] ?? ''}`);
      const timer = setTimeout(() => this.restore?.(), SHOWN_FOR);
      this.restore = () => {
        clearTimeout(timer);
        button.textContent = label;
        this.say('');
        this.restore = undefined;
      };
    } else {
      getSelection()?.selectAllChildren(shown);
      this.say('浏览器不让网页复制，文字已选中，请长按复制');
    }
  }

  private say(words: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The old way, for pages that are not served securely: the inner network and file:. */
function copySelected(shown: Element, text: string): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy);
  getSelection()?.selectAllChildren(shown);
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', onCopy);
    getSelection()?.removeAllRanges();
  }
}

customElements.define('cite-actions', CiteActions);
