import { readState, stateHeld, writeState } from '../device/state.ts';
import type { SiteSearch } from './site-search.ts';

/** Marks entries of the history that were typed and never asked. */
const TYPED = 'typed';

/** Adds to the search on its own page that what is asked, and the filter, stand in the address: Back brings both again. */
async function holdInAddress(search: SiteSearch, input: HTMLInputElement): Promise<void> {
  /** `how` is noted in the history; the filter is the same question's. */
  const keep = (how: unknown = history.state) => {
    const q = input.value;
    const held = readState('q');
    const state = new URLSearchParams(search.filter ? { q, in: search.filter } : { q });
    // Back returns to what was asked; what is typed takes the place of what was typed before.
    writeState(q.trim() && `#${state}`, held !== '' && held !== q && history.state !== TYPED, how);
  };
  const read = () => {
    input.value = readState('q');
    search.filter = readState('in');
    // What a link asked after `?` goes into the fragment.
    keep();
    void search.ask(input.value, 'again');
  };
  // Without script the field holds what an address may carry.
  input.maxLength = 10_000;
  // One types at once; the tables are loaded when it is used, not when it is looked at, nor by this.
  input.autofocus = !readState('q');
  if (input.autofocus) input.focus({ preventScroll: true });
  await import('./site-search.ts');
  search.onChange = (how) => {
    if (how !== TYPED || input.value !== readState('q')) keep(how);
  };
  // Before a click may lead away from it.
  document.addEventListener('click', () => search.onChange(TYPED), true);
  // Places on the page are none of the question's.
  addEventListener('popstate', () => {
    if (stateHeld() || !location.hash) read();
  });
  // What was typed before this came goes before.
  if (input.value && !readState('q')) keep(TYPED);
  else read();
}

const search = document.querySelector<SiteSearch>('site-search');
const input = search?.querySelector('input');
// Where its script cannot be had, all clauses stand below.
if (search && input) holdInAddress(search, input).catch(() => {});
