export type Content = Node | string;

/** An element with children; text stays text, whatever a reader typed. */
export function make(
  tag: string,
  attributes: Record<string, string>,
  ...children: Content[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A link to an address of the site, which stands in the folder `base`. */
export function makeLink(base: URL, address: string, ...children: Content[]): HTMLAnchorElement {
  const href = new URL(address.slice(1), base).href;
  return make('a', { href }, ...children) as HTMLAnchorElement;
}

export function makeQuiet(words: string): HTMLElement {
  return make('p', { class: 'quiet' }, words);
}
