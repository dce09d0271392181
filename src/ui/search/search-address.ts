import { readState, writeState } from '../device/state.ts';
import type { SiteSearch } from './site-search.ts';
import './site-search.ts';

/** Marks entries of the history that were typed and never asked. */
const TYPED = 'typed';

/** Adds to the search on its own page that what is asked, and the filter, stand in the address: Back brings both again. */
function holdInAddress(search: SiteSearch, input: HTMLInputElement): void {
  /** `how` is noted in the history; the filter is the same question's. */
  const keep = (how: unknown = history.state) => {
    const q = input.value;
    const held = readState('q');
    const state = new URLSearchParams(search.filter ? { q, in: search.filter } : { q });
    // Back returns to what was asked; what is typed takes the place of what was typed before.
    const back = held && held !== q && history.state !== TYPED;
    writeState(q && `#${state}`, !!back, how);
  };
  const read = () => {
    input.value = readState('q');
    search.filter = readState('in');
    // What a link asked after `?` goes into the fragment.
    keep();
    void search.ask(input.value, 'again');
  };
  search.onChange = (how) => {
    if (how !== TYPED || input.value !== readState('q')) keep(how);
  };
  // Before a click may lead away from it.
  document.addEventListener('click', () => search.onChange(TYPED), true);
  // Places on the page are none of the question's.
  addEventListener('popstate', () => {
    if (!location.hash || readState('q')) read();
  });
  // Without script the field holds what an address may carry.
  input.maxLength = 10_000;
  // A question in the address goes before what was typed while this came.
  if (readState('q') || !input.value) read();
  if (readState('q')) return;
  // One types at once; the tables are loaded when it is used, not when it is looked at, nor by this.
  input.autofocus = true;
  input.focus({ preventScroll: true });
  input.autofocus = false;
}

const search = document.querySelector<SiteSearch>('site-search');
const input = search?.querySelector('input');
if (search && input) holdInAddress(search, input);
