/**
 * The one owner of what stands in a page's address; nothing else reads `location` for it or writes it.
 *
 * A fragment is either a place on the page, `#s3`, or a state, as pairs of names and values: `#basket=p3-4-s4,p5-2` on
 * the pages of the desk, `#q=绿卡&in=t` on the search page. A state lives there and not after `?`, since a fragment is
 * never sent: no host refuses it for its length or writes it down. `?q=` is what links and forms without script ask,
 * and is read on, into the fragment. Whatever else stands after `?` others have put there, `?from=timeline`.
 *
 * Links to places on a page that holds a state leave the address alone (places.ts).
 */
export function stateHeld(): string {
  const { hash } = location;
  return /^#[a-z]+=/u.test(hash) ? hash : '';
}

/** What a page's state says of something; nothing where it says nothing of it. */
export function readState(name: string): string {
  const state = stateHeld() || (name === 'q' ? location.search : '');
  return new URLSearchParams(state.slice(1)).get(name) ?? '';
}

/** Puts a state, `#basket=…`, into the address, or nothing; `push` where Back is to return to the one before. */
export function writeState(state: string, push?: boolean, note?: unknown): void {
  const url = location.href.replace(/[?#].*/u, '') + state;
  history[push ? 'pushState' : 'replaceState'](note, '', url);
}

/** The page's address as it is passed on and printed: with its place or state, without what others have added. */
export function ownAddress(): string {
  // `#main` is the whole page, where a link of the page has led.
  return location.href.replace(/\?[^#]*|#main$/gu, '');
}
