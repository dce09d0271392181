import { dataHref } from '../../domain/address.ts';
import { type Citable, parseCitation } from '../../domain/policy/citation.ts';

/**
 * Adds to the 404 page what only the wrong address can tell: the clause whose number stands in it, and links that
 * lead home from whatever depth the host shows the page at.
 */
class ClauseOffer extends HTMLElement {
  connectedCallback(): void {
    const policy: Citable = JSON.parse(this.querySelector('script')?.textContent ?? '{}');
    this.offer(policy);
    void mendLinks(dataHref(policy.id));
  }

  private offer(policy: Citable): void {
    const id = clauseNamedIn(location.pathname, policy);
    const link = id && document.querySelector(`main li a[href$="/${id}.html"]`);
    const offered = this.querySelector('a');
    if (!link || !offered) return;
    offered.setAttribute('href', link.getAttribute('href') ?? '');
    // What is seen of the link; its spoken number would repeat the printed one.
    const seen = [...link.children].filter((piece) => !piece.classList.contains('sr-only'));
    offered.textContent = seen.map((piece) => piece.textContent?.trim()).join(' ');
    this.hidden = false;
  }
}

/** `/x/P3_4.html → p3-4`, `/第三部分第四条 → p3-4`; the last piece that names a clause. */
function clauseNamedIn(path: string, policy: Citable): string | null {
  const pieces = path.split('/').map((piece) =>
    decode(piece)
      .replace(/\.html?$/iu, '')
      .replace(/_/gu, '-'),
  );
  for (const piece of pieces.reverse()) {
    const clause = parseCitation(piece, policy)?.clause;
    if (clause) return clause;
  }
  return null;
}

function decode(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

/** Looks upward for the folder the site stands in, and points every link of the page there. */
async function mendLinks(known: string): Promise<void> {
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
    return;
  }
}

customElements.define('clause-offer', ClauseOffer);
