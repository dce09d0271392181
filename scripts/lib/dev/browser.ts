/**
 * In every page under `npm run dev`: when the server says that something has changed, asks what it has to say of this
 * page, and puts that into the bar and the band without touching the page. Only a page that is itself another one now is
 * loaded anew.
 */

/** What the server says of a page (workbench.ts). */
interface News {
  version: string;
  revision: number;
  band: string;
  bar: string;
  all: string;
}

const FOLDED = 'workbench folded';
const mark = document.querySelector<HTMLMetaElement>('meta[name=workbench]')?.content ?? '';
const [version] = mark.split(' ');
let [, since = ''] = mark.split(' ');

let leaving = false;
addEventListener('beforeunload', () => {
  leaving = true;
  // Where nothing came of it (a link that opens an editor), the page goes on.
  setTimeout(() => {
    leaving = false;
    askInTurn();
  }, 2000);
});

async function ask(): Promise<void> {
  const asked = new URLSearchParams({ page: location.pathname, since });
  const news: News | null = await (await fetch(`/__workbench?${asked}`)).json();
  if (!news) return;
  if (news.version !== version) {
    // Who is about to go elsewhere is not to be held back.
    if (!leaving) location.reload();
    return;
  }
  since = String(news.revision);
  put(document.querySelector('#workbench-band')?.shadowRoot?.querySelector('div'), news.band);
  put(document.querySelector('#workbench-bar')?.shadowRoot?.querySelector('div'), news.bar);
  put(document.querySelector('#workbench-all'), news.all);
}

const shown = new WeakMap<Element, string>();

/** Puts news where they are not there already; a focus within goes to what has its words now, else to the list. */
function put(place: Element | null | undefined, html: string): void {
  if (!place || shown.get(place) === html) return;
  const root = place.getRootNode() as Document | ShadowRoot;
  const focused = place.contains(root.activeElement) ? root.activeElement?.textContent : undefined;
  place.innerHTML = html;
  shown.set(place, html);
  fold(place);
  if (focused === undefined) return;
  const links = [...place.querySelectorAll<HTMLElement>('a, button, summary')];
  (links.find((link) => link.textContent === focused) ?? links[0])?.focus();
}

/** A bar that was folded stays so from page to page. */
function fold(place: Element): void {
  const bar = place.querySelector('details');
  if (!bar) return;
  if (sessionStorage.getItem(FOLDED)) bar.open = false;
  bar.querySelector('summary')?.addEventListener('click', () => {
    if (bar.open) sessionStorage.setItem(FOLDED, 'yes');
    else sessionStorage.removeItem(FOLDED);
  });
}

/** Clicks in the bar come from within its shadow. */
document.addEventListener('click', (event) => {
  const [button] = event.composedPath();
  if (!(button instanceof HTMLButtonElement) || !('copy' in button.dataset)) return;
  const fix = button.previousElementSibling?.textContent ?? '';
  const say = (words: string) => {
    button.textContent = words;
  };
  navigator.clipboard.writeText(fix).then(
    () => say('已复制'),
    () => say('没有复制成，请手工选取'),
  );
});

const bar = document.querySelector('#workbench-bar')?.shadowRoot?.querySelector('div');
if (bar) fold(bar);

let asking = Promise.resolve();
const askInTurn = () => {
  // The server may be about to go.
  asking = asking.then(ask).catch(() => {});
};
import.meta.hot?.on('workbench:changed', askInTurn);
// What changed between the making of this page and now, and while nobody listened.
import.meta.hot?.on('vite:ws:connect', askInTurn);
askInTurn();
