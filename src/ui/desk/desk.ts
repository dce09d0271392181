import type { Pick } from '../../domain/citing/basket.ts';
import { type DeskTable, type Picked, readPick, sentencesIn } from '../../domain/citing/desk.ts';
import { SITE } from '../device/local-storage.ts';
import { BasketPanel } from './basket-panel.ts';
import { part, say } from './dom.ts';
import { ReplyPanel } from './reply-panel.ts';

/** What both panels know: the table, and how a pick reads where the site stands. */
export interface Known {
  table: DeskTable;
  read: (picks: readonly Pick[]) => Picked[];
}

/**
 * Opens the desk in its element: a clause is picked from the search, its reply stands there and is passed on. Rejects
 * when the table cannot be had.
 */
export async function openDesk(root: HTMLElement): Promise<void> {
  const base = SITE;
  const table = await loadTable(base);
  part(root, '[data-help]').textContent = '';
  const read: Known['read'] = (picks) => picks.flatMap((pick) => readPick(table, pick, base) ?? []);
  const reply = new ReplyPanel(part(root, '[data-reply]'), { table, read });
  const basket = new BasketPanel(part(root, '[data-basket]'), { table, read });
  basket.onCombine = (picks) => reply.show(picks);
  basket.onChange = () => say(part(root, '[data-reply]'), '');
  basket.onEmpty = () => field(root).focus();
  reply.onAdd = (picks) =>
    say(part(root, '[data-reply]'), `已加入，清单里有 ${basket.add(picks)} 条`);
  // What is typed next takes the place of what was asked.
  reply.onLeave = () => {
    field(root).focus();
    field(root).select();
  };
  pickFromSearch(root, table, (pick) => reply.show([pick]));
}

async function loadTable(base: URL): Promise<DeskTable> {
  const response = await fetch(new URL('desk.json', base));
  if (!response.ok) throw new Error(`Unexpected ${response.status}, expected the desk’s table`);
  return response.json();
}

const NAMED = '[data-reason=citation], [data-reason=alias]';

/** Links of the search choose instead of leading away, and Enter in its field chooses the first. */
function pickFromSearch(root: HTMLElement, table: DeskTable, choose: (pick: Pick) => void): void {
  const search = part(root, 'site-search');
  const first = () => search.querySelector<HTMLAnchorElement>('[data-hit] a');
  // What is cited or called by name comes first whatever the full text brings, so nobody waits for that.
  const named = () => search.querySelector('[data-hit]')?.matches(NAMED) ?? false;
  const answered = () =>
    search.dataset['query'] === field(root).value &&
    (search.dataset['state'] === 'done' || (search.dataset['state'] === 'early' && named()));
  // Enter may come before the answer.
  let wanted = false;
  root.addEventListener(
    'submit',
    (event) => {
      wanted = !answered();
      if (wanted || !first()) return;
      event.preventDefault();
      event.stopPropagation();
      first()?.click();
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (!wanted || !answered()) return;
    wanted = false;
    first()?.click();
  }).observe(search, { attributeFilter: ['data-state'] });
  search.addEventListener('input', () => {
    wanted = false;
  });
  search.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const pick = link && pickOf(link, table);
    if (!pick || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(pick);
  });
}

/** The clause or sentence that a link leads to. */
function pickOf({ href }: HTMLAnchorElement, table: DeskTable): Pick | null {
  const [, clause = '', s] = /\/([^/]+)\.html(?:#s(\d+))?$/u.exec(href) ?? [];
  if (sentencesIn(table)(clause) === null) return null;
  return s === undefined ? { clause } : { clause, sentence: Number(s) };
}

function field(root: HTMLElement): HTMLInputElement {
  return part(root, 'input[name=q]');
}
