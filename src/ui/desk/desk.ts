import type { Pick } from '../../domain/citing/basket.ts';
import { make, part, say } from '../device/dom.ts';
import { readFaq } from '../device/faq-page.ts';
import { stateHeld } from '../device/state.ts';
import { BasketPanel } from './basket-panel.ts';
import { addKeys } from './desk-keys.ts';
import { addressOf, DeskTables } from './desk-tables.ts';
import type { KeysAhead } from './keys-ahead.ts';
import { ReplyPanel } from './reply-panel.ts';

/**
 * Opens the desk in its element: a place is picked from the search, its reply stands there and is passed on. Rejects
 * when what it needs for a beginning cannot be had.
 */
export async function openDesk(root: HTMLElement, ahead: KeysAhead): Promise<void> {
  const tables = await DeskTables.load();
  const [only, ...more] = tables.library.policies;
  if (only && more.length === 0) await tables.need([only.id]);
  await tables.readBasket(stateHeld());
  const help = part(root, '[data-help]');
  help.textContent = '';
  const reply = new ReplyPanel(part(root, '[data-reply]'), tables);
  const basket = new BasketPanel(part(root, '[data-basket]'), tables);
  basket.onCombine = (picks) => reply.show(picks);
  basket.onChange = () => say(part(root, '[data-reply]'), '');
  basket.onEmpty = () => field(root).focus();
  basket.onFail = () => {
    help.textContent = '清单里的条款暂时取不到，请重新打开本页。';
  };
  basket.start();
  reply.onAdd = (picks) =>
    say(part(root, '[data-reply]'), `已加入，清单里有 ${basket.add(picks)} 条`);
  const press = addKeys(root, () => {
    // What is typed next takes the place of what was asked.
    field(root).focus();
    field(root).select();
  });
  /** What comes late must not take the place of what was chosen since. */
  let turn = 0;
  const choose = async (pick: Pick) => {
    const own = ++turn;
    ahead.start();
    const came = await tables.need([pick.policy]).then(
      () => true,
      () => false,
    );
    if (own !== turn) return;
    const pressed = ahead.end();
    help.replaceChildren(...(came ? [] : missing(pick)));
    if (!came) return;
    reply.show([pick]);
    pressed.forEach(press);
  };
  const answer = async ({ policy, address }: ChosenFaq) => {
    const own = ++turn;
    ahead.start();
    const faq = await Promise.all([readFaq(new URL(address), policy), tables.need([policy])]).catch(
      () => null,
    );
    if (own !== turn) return;
    const pressed = ahead.end();
    if (!faq) {
      location.assign(address);
      return;
    }
    const [{ said, picks }] = faq;
    // Title and imprint have no page: then it is the answer's own page that is passed on.
    const alone = picks.length === 0;
    reply.show(alone ? [{ policy, clause: policy }] : picks, { said, address, alone });
    pressed.forEach(press);
  };
  const stop = pickFromSearch(
    root,
    ahead,
    (pick) => void choose(pick),
    (faq) => void answer(faq),
  );
  ahead.onTakeBack = () => {
    turn++;
    stop();
  };
}

/** A question of people that was chosen in the search: its policy, and the address of its page. */
interface ChosenFaq {
  policy: string;
  address: string;
}

/** That a reply cannot be written now, and where its clause stands. */
function missing({ policy, clause, sentence }: Pick): (Node | string)[] {
  const href = clause === policy ? addressOf(policy) : addressOf(policy, clause, sentence);
  const link = make('a', { href }, '打开它的网页');
  return ['这一条的答复暂时写不出来：没有取到要用的内容。请再选一次，或者', link, '，在那里复制。'];
}

const NAMED = '[data-reason=citation], [data-reason=alias], [data-reason=title]';

/**
 * What is pressed in the search is chosen instead of leading away, and Enter in its field chooses the first. What it gives
 * takes back an Enter that no answer has come to.
 */
function pickFromSearch(
  root: HTMLElement,
  ahead: KeysAhead,
  choose: (pick: Pick) => void,
  answer: (faq: ChosenFaq) => void,
): () => void {
  const search = part(root, 'site-search');
  // What comes nearest to what is not treated answers nothing; and who types a name means what is called so, not a
  // question that only holds it.
  const first = () => {
    const card = search.querySelector<HTMLAnchorElement>('[data-faq] h2 a');
    const hit = search.querySelector<HTMLAnchorElement>('[data-hit]:not([data-told] *) a');
    const named = hit?.closest(NAMED) && !card?.closest('[data-sure]');
    return named ? hit : (card ?? hit);
  };
  // What is cited or called by name comes first, so nobody waits for the typing to rest.
  const named = () => (first()?.closest(`[data-faq], ${NAMED}`) ?? null) !== null;
  const answered = () =>
    search.dataset['query'] === field(root).value &&
    (search.dataset['state'] === 'done' || (search.dataset['state'] === 'early' && named()));
  // Enter may come before the answer.
  let wanted = false;
  root.addEventListener(
    'submit',
    (event) => {
      wanted = field(root).value.trim() !== '' && !answered();
      if (wanted) ahead.start();
      else if (!first()) ahead.end();
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
    if (first()) first()?.click();
    else ahead.end();
  }).observe(search, { attributeFilter: ['data-state'] });
  search.addEventListener('choose-faq', (event) => {
    event.preventDefault();
    answer((event as CustomEvent<ChosenFaq>).detail);
  });
  search.addEventListener('choose-hit', (event) => {
    const { policy, clause, sentence } = (event as CustomEvent<Pick>).detail;
    event.preventDefault();
    const place = { policy, clause: clause || policy };
    choose(sentence === undefined ? place : { ...place, sentence });
  });
  return () => {
    wanted = false;
  };
}

function field(root: HTMLElement): HTMLInputElement {
  return part(root, 'input[name=q]');
}
