/**
 * Adds to the 404 page what only the wrong address can tell: the clause whose number stands in it, else its part, else
 * the start of the self-check; and links that lead home from whatever depth the host shows the page at. It imports
 * nothing, since the page carries it whole.
 */
class ClauseOffer extends HTMLElement {
  connectedCallback(): void {
    // As device/wechat.ts does where there is room to say why.
    if (/MicroMessenger/u.test(navigator.userAgent))
      for (const file of document.querySelectorAll(
        'footer li > :is([href$=".txt"], [href$=".json"])',
      ))
        file.remove();
    // Only then, so that nobody follows a link that leads astray.
    void mendLinks(this.dataset['known'] ?? '').then((folder) => {
      dress(folder);
      this.offer();
    });
  }

  private offer(): void {
    const typed = location.pathname.split('/').map(fold).reverse();
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main li a[data-names]')];
    const named = (piece: string) =>
      links.find(({ dataset }) => dataset['names']?.split(' ').includes(piece));
    // A number that the part has not, 三（九）, leads to the part; a page of the self-check, to its start.
    const link =
      typed.map(named).find(Boolean) ??
      typed.map((piece) => named(piece.replace(/-\d+$|\(.*$/u, ''))).find(Boolean) ??
      (typed.includes('check')
        ? document.querySelector<HTMLAnchorElement>('header a[href$="check.html"]')
        : null);
    const offered = this.querySelector('a');
    if (!link || !offered) return;
    offered.setAttribute('href', (link.getAttribute('href') ?? '') + sentenceOf(location.href));
    // What is seen of the link; its spoken number would repeat the printed one.
    const seen = [...link.children].filter((piece) => !piece.classList.contains('sr-only'));
    offered.textContent =
      seen.map((piece) => piece.textContent?.trim()).join(' ') || link.textContent;
    this.hidden = false;
  }
}

/**
 * `P3_4.html → p3-4`, `%E4%B8%89（四） → 三(四)`: as the names in the list are written. What an address that is passed on
 * drags along is left out: `p3-4.html。`, `p3-4”`, `p3-4.html，请看`.
 */
function fold(piece: string): string {
  const text = decoded(piece)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.html?.*$/u, '')
    .replace(/[\s、]/gu, '')
    .replace(/[_.]/gu, '-');
  return /^[a-z][a-z0-9-]*\d/u.exec(text)?.[0] ?? text.replace(/[^\p{L}\p{N})]+$/u, '');
}

/** The sentence that an address names, also where its sign was taken for a part of the path: `p3-4.html%23s4`. */
function sentenceOf(address: string): string {
  return /#s\d+(?![\w-])/u.exec(decoded(address))?.[0] ?? '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not an encoded address; read as it stands.
    return text;
  }
}

/** Looks upward for the folder the site stands in, and points every link of the page there; gives that folder. */
async function mendLinks(known: string): Promise<string> {
  const folders = location.pathname.split('/').slice(1, -1).filter(Boolean);
  for (let depth = folders.length; depth >= 0; depth--) {
    const base = ['', ...folders.slice(0, depth)].join('/');
    const found = await fetch(base + known, { method: 'HEAD' }).catch(() => null);
    if (!found?.ok) continue;
    for (const link of document.querySelectorAll('a[href], form[action]')) {
      const name = link.matches('form') ? 'action' : 'href';
      const target = link.getAttribute(name) ?? '';
      if (!/^(#|\/|[a-z]+:)/u.test(target)) link.setAttribute(name, `${base}/${target}`);
    }
    return `${base}/`;
  }
  return '/';
}

/** As first-paint.js does where a page knows the folder of the site before (ui/device/keys.ts). */
function dress(folder: string): void {
  try {
    const { theme, size } = JSON.parse(localStorage.getItem(`${folder} display`) ?? '{}');
    if (theme) document.documentElement.setAttribute('data-theme', theme);
    if (size) document.documentElement.setAttribute('data-size', size);
  } catch {
    // Where nothing is kept, it looks as it does at first.
  }
}

customElements.define('clause-offer', ClauseOffer);
