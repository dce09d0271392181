import type { Picked } from '../../domain/citing/desk.ts';
import { wordsOfLabel } from '../../domain/policy/label.ts';
import type { CopyAsked } from '../device/copying.ts';

/** A part of the desk that StaffDesk.astro gives. */
export function part<E extends HTMLElement = HTMLElement>(root: Element, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`Unexpected desk without ${selector}, expected StaffDesk.astro`);
  return found;
}

/** The name of a pick: in the type of the law only where the text prints it. */
export function drawName({ 名称, ours }: Picked): HTMLElement {
  const name = document.createElement('span');
  const [words, more] = ours ? [名称, ''] : wordsOfLabel(名称);
  if (!ours) name.className = 'law';
  name.textContent = words;
  if (!more) return name;
  const cut = document.createElement('span');
  cut.append(name, more);
  return cut;
}

/** Asks the page to copy, from the button that was pressed (device/copying.ts). */
export function askCopy(button: HTMLElement, detail: CopyAsked): void {
  button.dispatchEvent(new CustomEvent('ask-copy', { bubbles: true, detail }));
}

/** Says something in the status line of a part. */
export function say(root: Element, words: string): void {
  part(root, '[role=status]').textContent = words;
}
