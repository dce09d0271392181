import { readState, stateHeld, writeState } from '../device/state.ts';
import type { SiteSearch } from './site-search.ts';

/** Marks entries of the history that were typed and never asked. */
const TYPED = 'typed';

/** Adds to the search on its own page that what is asked, and the filter, stand in the address: Back brings both again. */
async function holdInAddress(search: SiteSearch, input: HTMLInputElement): Promise<void> {
  const keep = (note: unknown) => {
    const filter = search.filter && `&${new URLSearchParams({ in: search.filter })}`;
    const q = input.value;
    const state = q.trim() ? `#${new URLSearchParams({ q })}${filter}` : '';
    // Back returns to what was asked; what is typed takes the place of what was typed before.
    const asked = history.state === TYPED ? '' : readState('q');
    writeState(state, asked !== '' && asked !== q, note);
  };
  const keepTyped = () => {
    if (input.value !== readState('q')) keep(TYPED);
  };
  const read = () => {
    input.value = readState('q');
    search.filter = readState('in');
    if (location.search) keep(history.state);
    if (!input.value.trim()) search.idle();
    else void search.ask(input.value, history.state === TYPED ? 'typed again' : 'asked again');
  };
  // One types at once; the tables are loaded when it is used, not when it is looked at, nor by this.
  input.autofocus = !readState('q');
  if (input.autofocus) input.focus({ preventScroll: true });
  await import('./site-search.ts');
  search.onChange = (how) => {
    if (how === 'typed') keepTyped();
    else keep(how === 'asked' ? null : history.state);
  };
  // Before a click may lead away from it.
  document.addEventListener('click', keepTyped, { capture: true });
  // Places on the page are none of the question's.
  addEventListener('popstate', () => {
    if (stateHeld() || !location.hash) read();
  });
  // What was typed before this came goes before.
  if (input.value && !readState('q')) keepTyped();
  else read();
}

const search = document.querySelector<SiteSearch>('site-search');
const input = search?.querySelector('input');
if (search && input) void holdInAddress(search, input).catch(() => {});
