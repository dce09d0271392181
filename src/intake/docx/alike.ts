import type { XmlElement } from './xml.ts';

type Attributes = XmlElement['attributes'];

/** Of more kinds than a document has no account is kept. */
const MOST_KINDS = 20_000;
const MOST_CHILDREN = 12;

/**
 * One element for all that are alike: most of a document are properties, and there are few kinds of them. Elements that
 * hold text, or others that are not shared, stay what they are. A shared element must not be changed.
 */
export class Alike {
  private readonly attributes = new Map<string, Attributes>();
  private readonly elements = new Map<string, XmlElement>();
  private readonly ids = new Map<object, number>();

  attributesLike(attributes: Attributes): Attributes {
    let key = '';
    for (const name in attributes) key += `${name}=${attributes[name]}\n`;
    return this.first(this.attributes, key, attributes);
  }

  /** For an element that is complete. */
  elementLike(element: XmlElement): XmlElement {
    const key = this.keyOf(element);
    return key === undefined ? element : this.first(this.elements, key, element);
  }

  private keyOf({ name, attributes, children }: XmlElement): string | undefined {
    const own = this.ids.get(attributes);
    if (own === undefined || children.length > MOST_CHILDREN) return undefined;
    let key = `${name} ${own}`;
    for (const child of children) {
      const id = typeof child === 'string' ? undefined : this.ids.get(child);
      if (id === undefined) return undefined;
      key += ` ${id}`;
    }
    return key;
  }

  private first<T extends object>(known: Map<string, T>, key: string, one: T): T {
    const before = known.get(key);
    if (before || known.size >= MOST_KINDS) return before ?? one;
    known.set(key, one);
    this.ids.set(one, this.ids.size);
    return one;
  }
}
