/**
 * Counts the characters of a part, white space aside, from its XML as text: without the tree that it is read from, so
 * that kept and dropped and uncertain characters can be proved to be all. It knows only where text stands.
 */
export function countCharacters(xml: string): number {
  const counter = new Counter();
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    counter.text(xml.slice(at, open < 0 ? xml.length : open));
    if (open < 0) break;
    at = counter.markup(xml, open);
  }
  return counter.total;
}

/** Of alternative contents the one with the most characters counts. */
interface Alternative {
  most: number;
  now: number;
}

class Counter {
  private readonly names: string[] = [];
  private readonly alternatives: Alternative[] = [];
  total = 0;

  text(raw: string): void {
    const name = this.names.at(-1);
    if (raw && (name === 't' || name === 'delText')) this.add(charactersOf(decode(raw)));
  }

  /** Takes what begins at a `<`; gives where it ends. */
  markup(xml: string, at: number): number {
    if (xml.startsWith('<!--', at)) return after(xml, '-->', at);
    if (xml.startsWith('<?', at)) return after(xml, '?>', at);
    if (xml.startsWith('<![CDATA[', at)) {
      const end = after(xml, ']]>', at);
      const name = this.names.at(-1);
      if (name === 't' || name === 'delText') this.add(charactersOf(xml.slice(at + 9, end - 3)));
      return end;
    }
    const end = endOfTag(xml, at);
    this.tag(xml.slice(at + 1, end - 1));
    return end;
  }

  private tag(tag: string): void {
    if (tag.startsWith('/')) this.close(localName(tag.slice(1)));
    else this.open(tag, localName(tag));
  }

  private open(tag: string, name: string): void {
    if (name === 'AlternateContent') this.alternatives.push({ most: 0, now: 0 });
    if (name === 'textpath') this.add(charactersOf(decode(attribute(tag, 'string'))));
    if (name === 'noBreakHyphen' || (name === 'sym' && /\schar=|:char=/u.test(tag))) this.add(1);
    this.names.push(name);
    if (tag.endsWith('/')) this.close(name);
  }

  private close(name: string): void {
    this.names.pop();
    const alternative = this.alternatives.at(-1);
    if (!alternative) return;
    // A branch that stands elsewhere is none of the alternatives.
    const isBranch = this.names.at(-1) === 'AlternateContent';
    if (isBranch && (name === 'Choice' || name === 'Fallback')) {
      alternative.most = Math.max(alternative.most, alternative.now);
      alternative.now = 0;
    }
    if (name === 'AlternateContent') {
      this.alternatives.pop();
      this.add(alternative.most);
    }
  }

  private add(count: number): void {
    const alternative = this.alternatives.at(-1);
    if (alternative) alternative.now += count;
    else this.total += count;
  }
}

function after(xml: string, mark: string, at: number): number {
  const found = xml.indexOf(mark, at);
  return found < 0 ? xml.length : found + mark.length;
}

/** Behind the `>` of a tag; one within quotes is none. */
function endOfTag(xml: string, at: number): number {
  let quote = '';
  for (let i = at; i < xml.length; i += 1) {
    const c = xml.charAt(i);
    if (quote) quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return i + 1;
  }
  return xml.length;
}

function localName(tag: string): string {
  const name = /^[^\s/>]*/u.exec(tag)?.[0] ?? '';
  return name.slice(name.indexOf(':') + 1);
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag)?.slice(1).join('') ?? '';
}

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function decode(raw: string): string {
  return raw.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}

function charactersOf(text: string): number {
  let count = 0;
  for (const character of text) if (!/[\s\u0085]/u.test(character)) count += 1;
  return count;
}
