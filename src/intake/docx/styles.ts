import { childOf, elementsOf, toggleOf, valOf, type XmlElement } from './xml.ts';

/** What a numbering property names; a part of it may come from a style. */
export interface NumberingProperty {
  numId: string | undefined;
  ilvl: number | undefined;
}

/** The styles of a file (ECMA-376 17.7), as far as they decide what is printed. */
export class Styles {
  private readonly byId = new Map<string, XmlElement>();
  private readonly defaults = new Map<string, string>();
  private readonly defaultRun: XmlElement | undefined;

  constructor(root: XmlElement | undefined) {
    const docDefaults = childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault');
    this.defaultRun = childOf(docDefaults, 'w:rPr');
    for (const style of elementsOf(root).filter(({ name }) => name === 'w:style')) {
      const {
        'w:styleId': id = '',
        'w:type': type = '',
        'w:default': isDefault = '',
      } = style.attributes;
      this.byId.set(id, style);
      if (['1', 'true', 'on'].includes(isDefault)) this.defaults.set(type, id);
    }
  }

  /** The style of a paragraph that names none. */
  get defaultParagraph(): string {
    return this.defaults.get('paragraph') ?? '';
  }

  /** A style and those it is based on, nearest first; a circle ends where it closes. */
  chain(id: string): XmlElement[] {
    const chain: XmlElement[] = [];
    for (let style = this.byId.get(id); style && !chain.includes(style); ) {
      chain.push(style);
      style = this.byId.get(valOf(style, 'w:basedOn') ?? '');
    }
    return chain;
  }

  /** What a paragraph style says of numbering, each part from the nearest style that says it. */
  numbering(id: string): NumberingProperty {
    const all = this.chain(id).map((style) => readNumPr(childOf(style, 'w:pPr')));
    return {
      numId: all.find(({ numId }) => numId !== undefined)?.numId,
      ilvl: all.find(({ ilvl }) => ilvl !== undefined)?.ilvl,
    };
  }

  /**
   * Whether a toggle property holds for a run (17.7.3): said at the run it holds as said; of a paragraph's and a
   * character's style each turns it round.
   */
  isOn(property: string, run: XmlElement | undefined, paragraphStyle: string): boolean {
    const direct = toggleOf(run, property);
    if (direct !== undefined) return direct;
    const byStyle = [paragraphStyle, valOf(run, 'w:rStyle') ?? ''].map((id) =>
      this.first(id, (rPr) => toggleOf(rPr, property)),
    );
    return byStyle.filter(Boolean).length === 1 || toggleOf(this.defaultRun, property) === true;
  }

  /** The font of a run for symbols: what the run or else its styles name. */
  symbolFont(run: XmlElement | undefined, paragraphStyle: string): string {
    return (
      fontOf(run) ??
      this.first(valOf(run, 'w:rStyle') ?? '', fontOf) ??
      this.first(paragraphStyle, fontOf) ??
      ''
    );
  }

  /** superscript, subscript or baseline */
  position(run: XmlElement | undefined): string {
    return (
      valOf(run, 'w:vertAlign') ??
      this.first(valOf(run, 'w:rStyle') ?? '', (rPr) => valOf(rPr, 'w:vertAlign')) ??
      'baseline'
    );
  }

  private first<T>(
    id: string,
    read: (rPr: XmlElement | undefined) => T | undefined,
  ): T | undefined {
    for (const style of this.chain(id)) {
      const value = read(childOf(style, 'w:rPr'));
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

/** The font of run properties for signs. */
export function fontOf(rPr: XmlElement | undefined): string | undefined {
  const fonts = childOf(rPr, 'w:rFonts')?.attributes;
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
}

/** `w:numPr` of paragraph properties. */
export function readNumPr(pPr: XmlElement | undefined): NumberingProperty {
  const numPr = childOf(pPr, 'w:numPr');
  const ilvl = Number(valOf(numPr, 'w:ilvl') ?? Number.NaN);
  return {
    numId: valOf(numPr, 'w:numId'),
    ilvl: Number.isInteger(ilvl) && ilvl >= 0 && ilvl <= 8 ? ilvl : undefined,
  };
}
