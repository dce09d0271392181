import { make } from '../device/dom.ts';
import { withTimeout } from '../device/with-timeout.ts';

/** The page of terms, fetched once, when the first note is asked for. */
let terms: Promise<Document> | undefined;
/** Closes the note that is open. */
let close: (() => void) | undefined;
let openOf: HTMLElement | undefined;

/** Opens the note of a term below it, or closes it where it is open. Fails where there is nothing to show. */
export async function turnNote(link: HTMLAnchorElement): Promise<void> {
  const again = openOf === link;
  close?.();
  if (again) return;
  terms ??= withTimeout(fetchPage(link.href));
  const page = await terms.catch((error) => {
    terms = undefined;
    throw error;
  });
  close?.();
  const sheet = link.closest<HTMLElement>('.sheet');
  if (!sheet) throw new Error(`Unexpected term ${link.textContent} beside the sheet`);
  show(sheet, link, saidOf(page, link));
}

async function fetchPage(address: string): Promise<Document> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`Unexpected answer ${answer.status} for ${address}`);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** What the page of terms says of one: where the text says something of it, that, else that it does not. */
function saidOf(page: Document, { hash, href }: HTMLAnchorElement): Node[] {
  const entry = page.getElementById(decodeURIComponent(hash.slice(1)))?.closest('details');
  const rows = entry?.parentElement;
  if (!entry || !rows) throw new Error(`Unexpected terms, expected ${hash}`);
  const inside = entry.querySelectorAll(
    rows.hasAttribute('data-quoted') ? '.inside > *' : '.filled :is(p, blockquote), .open',
  );
  const said = [rows.previousElementSibling, ...inside].filter((one) =>
    one?.matches('p, blockquote'),
  );
  return said.flatMap((one) => {
    if (!one) return [];
    const own = document.importNode(one, true);
    for (const link of own.querySelectorAll('a'))
      link.href = new URL(link.getAttribute('href') ?? '', href).href;
    return own;
  });
}

function show(sheet: HTMLElement, link: HTMLAnchorElement, said: readonly Node[]): void {
  const term = link.textContent ?? '';
  const entry = make('a', { href: link.href }, '在词语表中看');
  const button = make('button', { type: 'button', class: 'button' }, '关闭');
  const name = make('p', {}, make('b', { class: 'law' }, term));
  // Beside the text and no part of it.
  const note = make(
    'div',
    { class: 'meaning screen-only', role: 'dialog', 'aria-label': `词语：${term}`, tabindex: '-1' },
    name,
    ...said,
    make('p', {}, entry, '　', button),
  );
  sheet.append(note);
  const place = () => {
    const lines = link.getClientRects();
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const { left, top } = sheet.getBoundingClientRect();
    if (!first || !last) return;
    note.style.left = '0';
    const room = sheet.clientWidth - note.offsetWidth;
    note.style.left = `${Math.max(0, Math.min(first.left - left, room))}px`;
    note.style.top = `${last.bottom - top + 4}px`;
  };
  place();
  const heard = new AbortController();
  const on = { signal: heard.signal };
  const isOutside = (at: EventTarget | null) =>
    at instanceof Node && !note.contains(at) && !link.contains(at);
  close = () => {
    heard.abort();
    note.remove();
    close = openOf = undefined;
  };
  openOf = link;
  const back = () => {
    close?.();
    link.focus({ preventScroll: true });
  };
  button.addEventListener('click', back);
  addEventListener('resize', place, on);
  addEventListener('pointerdown', ({ target }) => isOutside(target) && close?.(), on);
  addEventListener('keydown', ({ key }) => key === 'Escape' && back(), on);
  note.addEventListener('focusout', ({ relatedTarget: to }) => isOutside(to) && close?.(), on);
  note.focus();
}
