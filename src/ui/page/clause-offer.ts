/** What is read of the tree of a policy. */
interface Tree {
  clauses: { id: string; citation: string; address: string }[];
}

/** What may have been meant. */
interface Meant {
  href: string;
  name: string;
}

/**
 * Adds to the 404 page what only the wrong address can tell: the clause whose number stands in it, else its part, else
 * its document where there are several, else the start of the self-check; and links that lead home from whatever depth
 * the host shows the page at. It imports nothing, since the page carries it whole.
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
    void mendLinks(this.dataset['known'] ?? '').then(async (folder) => {
      dress(folder);
      this.offer('several' in this.dataset ? await meantOfSeveral(folder) : meantOfOne());
    });
  }

  private offer(meant: Meant | null): void {
    const offered = this.querySelector('a');
    if (!meant || !offered) return;
    offered.setAttribute('href', meant.href);
    offered.textContent = meant.name;
    this.hidden = false;
  }
}

/** Of the clauses in the list. A number that the part has not, 七（九）, leads to the part. */
function meantOfOne(): Meant | null {
  const typed = pieces().map(fold);
  const found = typed.map(listed).find(Boolean) ?? typed.map(above).map(listed).find(Boolean);
  return found ? meantBy(found, sentenceOf(location.href)) : startOfCheck();
}

/** Of the documents in the list, and of the clauses of the one that the address names. */
async function meantOfSeveral(folder: string): Promise<Meant | null> {
  const check = startOfCheck();
  if (check) return check;
  const typed = pieces();
  const at = typed.findIndex((piece) => listed(plain(piece)));
  const link = listed(plain(typed[at] ?? ''));
  if (!link) return null;
  const within = typed.slice(0, at).map(fold).filter(Boolean);
  const tree = within.length ? await treeOf(`${folder}${link.dataset['names']}.json`) : null;
  const clause = [...within, ...within.map(above)]
    .map((wanted) => tree?.clauses.find(({ id }) => id === wanted))
    .find(Boolean);
  if (!clause) return meantBy(link, '');
  const { address, citation } = clause;
  // A place on the page of the whole text has no place within.
  const sentence = address.includes('#') ? '' : sentenceOf(location.href);
  return { href: folder + address.slice(1) + sentence, name: citation };
}

async function treeOf(address: string): Promise<Tree | null> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** An address below that of a question leads to where questions begin. */
function startOfCheck(): Meant | null {
  const start = document.querySelector<HTMLAnchorElement>('header a[href$="check.html"]');
  return start && pieces().map(fold).includes('check') ? meantBy(start, '') : null;
}

/** The pieces of the address, the last first. */
function pieces(): string[] {
  return location.pathname.split('/').reverse();
}

/** The link of the list that goes by a name. */
function listed(name: string): HTMLAnchorElement | undefined {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main li a[data-names]')];
  return links.find(({ dataset }) => dataset['names']?.split(' ').includes(name));
}

function meantBy(link: HTMLAnchorElement, place: string): Meant {
  // What is seen of the link; its spoken number would repeat the printed one.
  const seen = [...link.children].filter((piece) => !piece.classList.contains('sr-only'));
  const name = seen.map((piece) => piece.textContent?.trim()).join(' ') || link.textContent;
  return { href: (link.getAttribute('href') ?? '') + place, name: name ?? '' };
}

/**
 * `P7_2.html → p7-2`, `%E4%B8%83（二） → 七(二)`: as the names in the list are written. What an address that is passed on
 * drags along is left out: `p7-2.html。`, `p7-2”`, `p7-2.html，请看`.
 */
function fold(piece: string): string {
  const text = plain(piece);
  return /^[a-z][a-z0-9-]*\d/u.exec(text)?.[0] ?? text.replace(/[^\p{L}\p{N})]+$/u, '');
}

function plain(piece: string): string {
  return decoded(piece)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.html?.*$/u, '')
    .replace(/[\s、]/gu, '')
    .replace(/[_.]/gu, '-');
}

/** The part that a number belongs to: `p7-9 → p7`, `七(九) → 七`. */
function above(name: string): string {
  return name.replace(/-\d+$|\(.*$/u, '');
}

/** The sentence that an address names, also where its sign was taken for a part of the path: `p7-2.html%23s4`. */
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
