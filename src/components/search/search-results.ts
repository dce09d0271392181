/** What is used of Pagefind (its own types ship without the browser part). */
interface Pagefind {
  search(query: string): Promise<{ results: { data(): Promise<Hit> }[] }>;
}

interface Hit {
  url: string;
  plain_excerpt: string;
  meta: { title?: string };
}

const SHOWN = 20;

/** Adds full-text search to the form above it: answers `?q=` and keeps it in the address. */
class SearchResults extends HTMLElement {
  private engine: Promise<Pagefind> | undefined;
  private asked = 0;

  connectedCallback(): void {
    const form = document.querySelector<HTMLFormElement>('main form[role=search]');
    const input = form?.querySelector<HTMLInputElement>('input[name=q]');
    if (!form || !input) return;
    this.hidden = false;
    document.querySelector('[data-without-script]')?.remove();
    const ask = () => {
      input.value = new URLSearchParams(location.search).get('q') ?? '';
      void this.answer(input.value.trim());
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const address = new URL(location.href);
      address.search = new URLSearchParams({ q: input.value }).toString();
      history.pushState(null, '', address);
      ask();
    });
    addEventListener('popstate', ask);
    ask();
  }

  private async answer(query: string): Promise<void> {
    const turn = ++this.asked;
    const list = this.querySelector('ol');
    if (!list) return;
    if (!query) {
      list.replaceChildren();
      this.say('');
      return;
    }
    this.say('正在查找…');
    try {
      this.engine ??= load();
      const { results } = await (await this.engine).search(query);
      const hits = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
      if (turn !== this.asked) return;
      list.replaceChildren(...hits.map((hit) => this.draw(hit, query)));
      this.say(
        results.length > SHOWN
          ? `找到 ${results.length} 条，先列 ${SHOWN} 条`
          : hits.length
            ? `找到 ${hits.length} 条`
            : `没有找到“${query}”。本文件可能没有写，也可能用了别的说法；可以换一个词，或从下面的全部条款里查看。`,
      );
    } catch {
      this.engine = undefined;
      if (turn !== this.asked) return;
      list.replaceChildren();
      this.say('全文检索暂时不能用。请从下面的全部条款里查看，或用浏览器的“查找”功能。');
    }
  }

  private draw(hit: Hit, query: string): Node {
    const row = this.querySelector('template')?.content.cloneNode(true) as DocumentFragment;
    row.querySelector('a')?.setAttribute('href', hit.url);
    row.querySelector('[data-title]')?.append(hit.meta.title ?? '');
    row.querySelector('[data-excerpt]')?.append(...marked(hit.plain_excerpt, query));
    return row;
  }

  private say(words: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }
}

/** Resolved against the page, since a relative address in `import()` is against the script. */
async function load(): Promise<Pagefind> {
  return import(/* @vite-ignore */ new URL('pagefind/pagefind.js', document.baseURI).href);
}

/** A text with the reader's own words marked, as nodes: nothing a reader types becomes markup. */
function marked(text: string, query: string): (string | HTMLElement)[] {
  const words = query.split(/\s+/u).filter(Boolean);
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('|');
  return text.split(new RegExp(`(${pattern})`, 'iu')).map((piece, i) => {
    if (i % 2 === 0) return piece;
    const mark = document.createElement('mark');
    mark.textContent = piece;
    return mark;
  });
}

customElements.define('search-results', SearchResults);
