/**
 * The one owner of what stands in a page's address; nothing else reads `location` for it or writes it.
 *
 * A fragment is either a place on the page, `#s3`, or a state, as pairs of names and values: `#basket=abc-2020-1/p7-2-s4`
 * on the pages of the desk, `#q=补贴&in=current` on the search page. A state lives there and not after `?`, since a fragment is
 * never sent: no host refuses it for its length or writes it down. `?q=` is what links and forms without script ask,
 * and is read on, into the fragment. Whatever else stands after `?` others have put there, `?from=timeline`.
 *
 * Links to places on a page that holds a state leave the address alone (places.ts).
 */
export function stateHeld(): string {
  // Some messengers encode the sign, too.
  const hash = location.hash.replace(/^(#[a-z]+)%3d/iu, '$1=');
  return /^#[a-z]+=/u.test(hash) ? hash : '';
}

/** What a page's state says of something; nothing where it says nothing of it. */
export function readState(name: string): string {
  const state = stateHeld() || (name === 'q' ? location.search : '');
  return new URLSearchParams(state.slice(1)).get(name) ?? '';
}

/** Puts a state, `#basket=…`, into the address, or nothing; `push` where Back is to return to the one before. */
export function writeState(state: string, push?: boolean, note: unknown = history.state): void {
  const url = location.href.replace(/[?#].*/u, '') + state;
  history[push ? 'pushState' : 'replaceState'](note, '', url);
}

/**
 * What was typed into the search of a page whose address does not hold it: noted in the history, so that Back brings it
 * again where the browser keeps no pages.
 */
export function readTyped(): string {
  const { typed } = Object(history.state);
  return typeof typed === 'string' ? typed : '';
}

export function noteTyped(typed: string): void {
  // Browsers take only so much, so often.
  try {
    history.replaceState({ ...Object(history.state), typed }, '');
  } catch {}
}

/**
 * What the page before passed on to the script of this one, as a state. It is taken out of the address, which may be
 * passed on, and noted in the history, so that Back and a reload know it.
 */
export function takePassed(): URLSearchParams {
  const state = stateHeld().slice(1);
  if (state) writeState('', false, { ...Object(history.state), passed: state });
  const { passed } = Object(history.state);
  return new URLSearchParams(typeof passed === 'string' ? passed : '');
}

/** The page's address as it is passed on and printed: with its place or state, without what others have added. */
export function ownAddress(): string {
  // `#main` is the whole page, where a link of the page has led.
  return location.href.replace(/\?[^#]*|#main$/gu, '');
}
