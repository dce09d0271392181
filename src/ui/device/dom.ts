/** A part of an element that its own component gives. */
export function part<E extends HTMLElement = HTMLElement>(root: Element, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`Unexpected ${root.localName} without ${selector}`);
  return found;
}

/** An element with children; text stays text, whatever a reader typed. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Says something in the status line of an element. */
export function say(root: ParentNode, words: string): void {
  const status = root.querySelector('[role=status]');
  if (status) status.textContent = words;
}
