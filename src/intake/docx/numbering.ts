import type { Level, ListUse } from '../numbering/level.ts';
import { fontOf, readNumPr, type Styles } from './styles.ts';
import { childOf, elementsOf, toggleOf, valOf, type XmlElement } from './xml.ts';

/** A list, and which styles its levels belong to. */
interface List extends ListUse {
  styles: readonly (string | undefined)[];
}

/** The place of a paragraph in a list. */
export interface Numbered {
  list: ListUse;
  level: number;
}

/** The automatic numbers of a file (ECMA-376 17.9). */
export class Numbering {
  private readonly abstracts = new Map<string, XmlElement>();
  private readonly instances = new Map<string, XmlElement>();
  private readonly lists = new Map<string, List | undefined>();

  private readonly styles: Styles;

  constructor(root: XmlElement | undefined, styles: Styles) {
    this.styles = styles;
    for (const element of elementsOf(root)) {
      const { 'w:abstractNumId': abstractId, 'w:numId': numId } = element.attributes;
      if (element.name === 'w:abstractNum') this.abstracts.set(abstractId ?? '', element);
      if (element.name === 'w:num') this.instances.set(numId ?? '', element);
    }
  }

  /** Where a paragraph stands in a list; `undefined` for one that has no number (numId 0 takes away a style's). */
  placeOf(pPr: XmlElement | undefined, style: string): Numbered | undefined {
    const direct = readNumPr(pPr);
    const styled = this.styles.numbering(style);
    const numId = direct.numId ?? styled.numId;
    const list = numId === undefined ? undefined : this.list(numId);
    if (!list) return undefined;
    return { list, level: direct.ilvl ?? this.linkedLevel(list, style) ?? styled.ilvl ?? 0 };
  }

  /** The level that names the style, or one it is based on (17.9.23). */
  private linkedLevel({ styles }: List, style: string): number | undefined {
    const levels = this.styles
      .chain(style)
      .map(({ attributes }) => styles.indexOf(attributes['w:styleId'] ?? ''));
    return levels.find((level) => level >= 0);
  }

  private list(numId: string): List | undefined {
    if (!this.lists.has(numId)) this.lists.set(numId, this.readList(numId));
    return this.lists.get(numId);
  }

  private readList(numId: string): List | undefined {
    const instance = this.instances.get(numId);
    const abstract = this.abstractOf(instance, 0);
    if (!instance || !abstract) return undefined;
    const overrides = byLevel(elementsOf(instance), 'w:lvlOverride');
    const inherited = byLevel(elementsOf(abstract), 'w:lvl');
    const levels = LEVELS.map((at) => childOf(overrides[at], 'w:lvl') ?? inherited[at]);
    const starts = LEVELS.flatMap((at): [number, number][] => {
      const start = integer(valOf(overrides[at], 'w:startOverride'));
      return start === undefined ? [] : [[at, start]];
    });
    return {
      list: abstract.attributes['w:abstractNumId'] ?? '',
      use: numId,
      levels: levels.map((level, at) => level && readLevel(level, at)),
      starts: new Map(starts),
      styles: levels.map((level) => valOf(level, 'w:pStyle')),
    };
  }

  /** The definition of an instance; one that only links to a numbering style is that of the style (17.9.21). */
  private abstractOf(instance: XmlElement | undefined, followed: number): XmlElement | undefined {
    const abstract = this.abstracts.get(valOf(instance, 'w:abstractNumId') ?? '');
    const link = valOf(abstract, 'w:numStyleLink');
    if (link === undefined || followed > 5) return abstract;
    const next = this.instances.get(this.styles.numbering(link).numId ?? '');
    return next ? this.abstractOf(next, followed + 1) : abstract;
  }
}

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Elements of a name by their level, the first of each. */
function byLevel(elements: XmlElement[], name: string): (XmlElement | undefined)[] {
  const named = elements.filter((element) => element.name === name);
  return LEVELS.map((at) =>
    named.find(({ attributes }) => Number(attributes['w:ilvl'] ?? '0') === at),
  );
}

function integer(text: string | undefined): number | undefined {
  const value = Number(text ?? Number.NaN);
  return Number.isInteger(value) ? value : undefined;
}

/** `w:lvl`; its `w:suff` is a tab where nothing is said. */
function readLevel(level: XmlElement, at: number): Level {
  const rPr = childOf(level, 'w:rPr');
  const suffix = valOf(level, 'w:suff');
  return {
    start: integer(valOf(level, 'w:start')) ?? 0,
    format: formatOf(level),
    isLegal: toggleOf(level, 'w:isLgl') === true,
    restartsBefore: integer(valOf(level, 'w:lvlRestart')) ?? at,
    follow: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    text: splitText(valOf(level, 'w:lvlText') ?? ''),
    isHidden: toggleOf(rPr, 'w:vanish') === true,
    font: fontOf(rPr) ?? '',
  };
}

/** `第%1条 → ['第', 0, '条']` */
function splitText(pattern: string): (string | number)[] {
  return pattern
    .split(/(%[1-9])/u)
    .map((part) => (/^%[1-9]$/u.test(part) ? Number(part.charAt(1)) - 1 : part));
}

/** `w:numFmt`, also where a newer format stands beside one for older programs (`custom`). */
function formatOf(level: XmlElement): string {
  const alternate = childOf(level, 'mc:AlternateContent');
  const format = childOf(level, 'w:numFmt') ?? childOf(childOf(alternate, 'mc:Choice'), 'w:numFmt');
  const { 'w:val': name = 'decimal', 'w:format': written } = format?.attributes ?? {};
  return name === 'custom' ? (written ?? name) : name;
}
