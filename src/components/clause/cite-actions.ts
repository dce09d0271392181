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
    const citation = this.parentElement?.querySelector('[data-citation]');
    const address = this.parentElement?.querySelector<HTMLAnchorElement>('[data-address]');
    if (citation && address) {
      const [whole, page] = [citation.textContent ?? '', address.href];
      // A sentence that is marked is what is cited. Only the browser knows where the site stands.
      const follow = () => {
        const sentence = targetSentence();
        citation.textContent = sentence ? `${whole}第${sentence.id.slice(1)}句` : whole;
        address.href = sentence ? `${page}#${sentence.id}` : page;
        address.textContent = decodeURI(address.href);
      };
      addEventListener('hashchange', follow);
      follow();
    }
    // WeChat's view has no printing; its own menu opens the page where there is.
    if (/MicroMessenger/u.test(navigator.userAgent)) {
      this.querySelector('[data-print]')?.remove();
      this.say('转发请点右上角“…”；打印请先在浏览器打开');
    }
    this.hidden = false;
  }

  private async copy(button: HTMLButtonElement, what: string): Promise<void> {
    const part = (name: string) => this.parentElement?.querySelector(`[data-${name}]`);
    const [citation, address] = [part('citation'), part('address')];
    const shown = what === 'address' ? address : citation;
    if (!shown || !(address instanceof HTMLAnchorElement)) return;
    const lines = { citation: [citation?.textContent], address: [address.href] };
    const text = (
      what === 'all'
        ? [issuedText(), ...lines.citation, ...lines.address]
        : lines[what === 'address' ? 'address' : 'citation']
    ).join('\n');
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

/** The sentence of this page that its address names. */
function targetSentence(): Element | null {
  return /^#s\d+$/u.test(location.hash) ? document.querySelector(location.hash) : null;
}

/** The marked sentence, else the whole clause, character for character. */
function issuedText(): string {
  const sentence = targetSentence();
  const pieces = sentence ? [sentence] : [...document.querySelectorAll('[data-issued]')];
  return pieces.map((piece) => piece.textContent).join('\n');
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
