import type { Picked } from '../../domain/citing/desk.ts';
import { wordsOfLabel } from '../../domain/policy/label.ts';
import type { CopyAsked } from '../device/copying.ts';
import { make } from '../device/dom.ts';

/** The name of a pick: in the type of the law only where the text prints it. */
export function drawName({ 名称, ours }: Picked): HTMLElement {
  if (ours) return make('span', {}, 名称);
  const [words, more] = wordsOfLabel(名称);
  const law = make('span', { class: 'law' }, words);
  return more ? make('span', {}, law, more) : law;
}

/** Asks the page to copy, from the button that was pressed (device/copying.ts). */
export function askCopy(button: HTMLElement, detail: CopyAsked): void {
  button.dispatchEvent(new CustomEvent('ask-copy', { bubbles: true, detail }));
}
