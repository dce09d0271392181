import type { CopyAsked } from '../device/copying.ts';
import type { CodeAsked } from '../device/qr-on-request.ts';

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
  private readonly whole = this.citation.textContent ?? '';
  private readonly page = this.address.href;

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const what = button?.dataset['copy'];
      if (button && what) this.copy(button, what);
      else if (button?.hasAttribute('data-code')) this.turnCode(button);
    });
    addEventListener('hashchange', () => this.follow());
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
    if (back) back.hidden = !targetSentence() && !targetPart();
    this.drawCode();
  }

  private cited(): Cited {
    const { whole, page } = this;
    const { name } = this.dataset;
    const sentence = targetSentence();
    const part = targetPart();
    if (part) return this.citedWithin(part, sentence);
    const [, clause, s] = /^(?:(.+)-)?s(\d+)$/u.exec(sentence?.id ?? '') ?? [];
    // On the whole text a sentence's own anchor names its place, and its clause's page is what is cited.
    const label = sentence?.querySelector('a')?.getAttribute('aria-label');
    const place = clause ? label?.replace(/的链接$/u, '') : `第${s}句`;
    if (!sentence || !place) {
      const pieces = name ? document.querySelectorAll('[data-issued]') : [];
      const paragraphs = [...pieces].map((piece) => piece.textContent ?? '');
      return { citation: whole, paragraphs, address: page, name: name || '全文' };
    }
    return {
      citation: whole + place,
      paragraphs: [sentence.textContent ?? ''],
      address: clause ? page.replace(/\.html$/u, `/${clause}.html#s${s}`) : `${page}#s${s}`,
      name: name + place,
    };
  }

  /** A part of the clause, or one of its sentences; the first link in it leads to where it has an address of its own. */
  private citedWithin(part: HTMLElement, sentence: Element | null): Cited {
    const label = sentence?.querySelector('a')?.getAttribute('aria-label');
    const place = label?.replace(/的链接$/u, '') ?? part.dataset['place'] ?? '';
    const { href = this.page } = part.querySelector<HTMLAnchorElement>('.more a') ?? {};
    const [s = ''] = /s\d+$/u.exec(sentence?.id ?? '') ?? [];
    const pieces = sentence ? [sentence] : [...part.querySelectorAll('[data-issued]')];
    return {
      citation: (this.dataset['document'] ?? '') + place,
      paragraphs: pieces.map((piece) => piece.textContent ?? ''),
      address: s ? href.replace(/(#.*)?$/u, `#${s}`) : href,
      name: place,
    };
  }

  private copy(button: HTMLButtonElement, what: string): void {
    const { citation, paragraphs, address, name } = this.cited();
    const detail: CopyAsked =
      what === 'address'
        ? { text: address, name, shown: this.address }
        : {
            text: [...paragraphs, citation, address].join('\n'),
            html: asHtml(paragraphs, citation, address),
            name,
            shown: targetSentence() ?? targetPart() ?? this.citation,
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
  const block = (tag: string, content: Node | string) => {
    const element = document.createElement(tag);
    element.append(content);
    return element.outerHTML;
  };
  const quote = paragraphs.map((text) => block('p', text)).join('');
  return `${quote && `<blockquote>${quote}</blockquote>`}${block('p', citation)}${block('p', link)}`;
}

/** The sentence of this page that its address names. */
function targetSentence(): Element | null {
  const id = /^#((?:[a-z0-9-]+-)?s\d+)$/u.exec(location.hash)?.[1];
  // An address may hold anything, also what is no selector.
  const named = id ? document.getElementById(id) : null;
  return named?.closest('[data-issued]') ? named : null;
}

/** The 款 or 项 of this page that its address names, or that holds the sentence it names. */
function targetPart(): HTMLElement | null {
  const id = /^#([a-z][a-z0-9-]*)$/u.exec(location.hash)?.[1];
  return (id && document.getElementById(id)?.closest<HTMLElement>('[data-place]')) || null;
}

customElements.define('cite-actions', CiteActions);
