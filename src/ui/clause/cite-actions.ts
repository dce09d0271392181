import type { CopyAsked } from '../device/copying.ts';
import type { CodeAsked } from '../device/qr-on-request.ts';
import { sharePage } from '../device/sharing.ts';

/** What is cited: a clause, a part or one sentence of it, or the whole document. */
interface Cited {
  citation: string;
  /** The issued text, character for character; none where the whole document is cited. */
  paragraphs: string[];
  address: string;
  /** What buttons call it. */
  name: string;
}

/**
 * Adds copying, the code and printing to the citation that stands beside it as text. A sentence that is marked is what
 * is cited; so is a 款 or 项 on the page of its article. Shown once it works.
 */
class CiteActions extends HTMLElement {
  private readonly citation = this.beside('citation');
  private readonly address = this.beside('address') as HTMLAnchorElement;
  private readonly fixed = this.parentElement?.querySelector<HTMLInputElement>('[data-edition]');
  private readonly whole = this.citation.textContent ?? '';
  private readonly page = this.address.href;

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const { do: what } = button?.dataset ?? {};
      if (button && what === 'copy') this.copy(button);
      if (button && what === 'share') void sharePage(button, this.address, this.cited());
      if (button && what === 'code') this.turnCode(button);
    });
    addEventListener('hashchange', () => this.follow());
    // Without script the box would do nothing.
    if (this.fixed?.parentElement) this.fixed.parentElement.hidden = false;
    this.fixed?.addEventListener('change', () => this.follow());
    this.follow();
    if (/MicroMessenger/u.test(navigator.userAgent)) {
      const status = this.querySelector('[role=status]');
      if (status) status.textContent = '转发请点右上角“…”';
    }
    this.parentElement?.querySelector('[data-without-script]')?.remove();
    this.hidden = false;
  }

  private beside(part: string): Element {
    return this.parentElement?.querySelector(`[data-${part}]`) ?? this;
  }

  /** Only the browser knows where the site stands, and which sentence is marked. */
  private follow(): void {
    const { citation, address, name } = this.cited();
    this.citation.textContent = citation;
    this.address.href = address;
    this.address.textContent = address;
    // Not that of reading aloud, which reads the whole and says itself what it does.
    for (const button of this.querySelectorAll<HTMLElement>(':scope > button')) {
      // For three seconds after copying the button says something else.
      button.dataset['label'] ??= button.textContent ?? '';
      button.setAttribute('aria-label', `${button.dataset['label']}：${name}`);
    }
    const back = this.querySelector<HTMLAnchorElement>('[data-back]');
    const { sentence, part } = target();
    if (back) back.hidden = !sentence && !part;
    this.drawCode();
  }

  private cited(): Cited {
    const { name = '', document: of = '', note = '' } = this.dataset;
    const { sentence, part } = target();
    const [, clause, s] = /^(?:(.+)-)?s(\d+)$/u.exec(sentence?.id ?? '') ?? [];
    const label = sentence?.querySelector('.anchor')?.getAttribute('aria-label');
    const place = label?.replace(/的链接$/u, '') ?? part?.dataset['place'];
    // The first link of a part leads to where it has an address of its own.
    const { href = this.page } = part?.querySelector<HTMLAnchorElement>('.more a') ?? {};
    // On the whole text a sentence's clause is not the page, and the page of its clause is what is cited.
    const isBeside = clause && !part;
    const page = isBeside ? href.replace(/\.html$/u, `/${clause}.html`) : href;
    const pieces = name ? [...(part ?? document).querySelectorAll('[data-issued]')] : [];
    return {
      citation:
        (place ? of + place + note : this.whole) + (this.fixed?.checked ? this.fixed.value : ''),
      paragraphs: (sentence ? [sentence] : pieces).map((piece) => piece.textContent ?? ''),
      address: this.inEdition(s ? page.replace(/(#.*)?$/u, `#s${s}`) : page, !name && !place),
      name: s && name && !part ? `${name}第${s}句` : (place ?? (name || '全文')),
    };
  }

  /** The same in the edition that is shown, where that is chosen: `x/p7.html → x/2018-10-09/p7.html`, `x.html → x/2018-10-09.html`. */
  private inEdition(address: string, whole: boolean): string {
    const date = this.fixed?.checked && this.fixed.dataset['edition'];
    if (!date) return address;
    return whole
      ? address.replace('.html', `/${date}.html`)
      : address.replace(/[^/]+$/u, `${date}/$&`);
  }

  private copy(button: HTMLButtonElement): void {
    const { citation, paragraphs, address, name } = this.cited();
    const { sentence, part } = target();
    const detail: CopyAsked = {
      text: [...paragraphs, citation, address].join('\n'),
      html: asHtml(paragraphs, citation, address),
      name,
      shown: sentence ?? part ?? this.citation,
    };
    button.dispatchEvent(new CustomEvent('ask-copy', { bubbles: true, detail }));
  }

  private turnCode(button: HTMLButtonElement): void {
    const open = this.querySelector('[data-panel]');
    button.setAttribute('aria-expanded', String(!open));
    if (open) {
      open.remove();
      return;
    }
    const panel = document.createElement('div');
    panel.dataset['panel'] = '';
    this.append(panel);
    this.drawCode();
  }

  private drawCode(): void {
    const panel = this.querySelector<HTMLElement>('[data-panel]');
    if (!panel) return;
    const detail: CodeAsked = { ...this.cited(), panel };
    this.dispatchEvent(new CustomEvent('ask-code', { bubbles: true, detail }));
  }
}

/** The quote, the citation and the link, for letters and documents. */
function asHtml(paragraphs: string[], citation: string, address: string): string {
  const link = document.createElement('a');
  link.href = address;
  link.append(address);
  const block = (content: Node | string) => {
    const element = document.createElement('p');
    element.append(content);
    return element.outerHTML;
  };
  const quote = paragraphs.map(block).join('');
  return `${quote && `<blockquote>${quote}</blockquote>`}${block(citation)}${block(link)}`;
}

/** What the page's address names of it: a sentence, and the 款 or 项 that it names or that holds the sentence. */
function target(): { sentence: Element | null; part: HTMLElement | null } {
  const at = document.getElementById(location.hash.slice(1));
  return {
    sentence: at?.closest('[data-issued]') ? at : null,
    part: at?.closest<HTMLElement>('[data-place]') ?? null,
  };
}

customElements.define('cite-actions', CiteActions);
