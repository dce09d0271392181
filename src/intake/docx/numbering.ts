import { formatNumber } from './number-format.ts';
import { readNumPr, type Styles } from './styles.ts';
import { isSymbolFont, symbolOf } from './symbols.ts';
import { childOf, elementsOf, toggleOf, valOf, type XmlElement } from './xml.ts';

/** What is printed before a paragraph's text. */
export interface PrintedNumber {
  text: string;
  bullet: boolean;
  /** What follows it. */
  suffix: 'tab' | 'space' | 'nothing';
  /** Whether it is printed for certain as it is given here. */
  certain: boolean;
}

/** Levels of one list; some may be overridden by the instance of it. */
interface List {
  /** The abstract definition: all lists that share it go on counting where another stopped. */
  id: string;
  level(ilvl: number): XmlElement | undefined;
  startOverride(ilvl: number): number | undefined;
}

/** How far each list has come in one story: the body, or the boxes. */
export class Counters {
  readonly counts = new Map<string, (number | undefined)[]>();
  readonly restarted = new Set<string>();
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

  /** Counts a paragraph and gives its number; `undefined` for one that has none (numId 0 takes away a style's). */
  next(pPr: XmlElement | undefined, style: string, counters: Counters): PrintedNumber | undefined {
    const direct = readNumPr(pPr);
    const styled = this.styles.numbering(style);
    const numId = direct.numId ?? styled.numId;
    const list = numId === undefined ? undefined : this.list(numId);
    if (!list || numId === undefined) return undefined;
    const ilvl = direct.ilvl ?? this.linkedLevel(list, style) ?? styled.ilvl ?? 0;
    if (!list.level(ilvl)) return undefined;
    return print(list, ilvl, count(list, numId, ilvl, counters));
  }

  /** The level that names the style, or one it is based on (17.9.23). */
  private linkedLevel(list: List, style: string): number | undefined {
    for (const { attributes } of this.styles.chain(style)) {
      const id = attributes['w:styleId'];
      const ilvl = LEVELS.find((level) => valOf(list.level(level), 'w:pStyle') === id);
      if (ilvl !== undefined) return ilvl;
    }
    return undefined;
  }

  private list(numId: string): List | undefined {
    if (!this.lists.has(numId)) this.lists.set(numId, this.readList(numId));
    return this.lists.get(numId);
  }

  private readList(numId: string): List | undefined {
    const instance = this.instances.get(numId);
    const abstract = this.abstractOf(instance, 0);
    if (!instance || !abstract) return undefined;
    const overrides = elementsOf(instance).filter(({ name }) => name === 'w:lvlOverride');
    const override = (ilvl: number) => overrides.find((one) => ilvlOf(one) === ilvl);
    const inherited = elementsOf(abstract).filter(({ name }) => name === 'w:lvl');
    return {
      id: abstract.attributes['w:abstractNumId'] ?? '',
      level: (ilvl) =>
        childOf(override(ilvl), 'w:lvl') ?? inherited.find((one) => ilvlOf(one) === ilvl),
      startOverride: (ilvl) => integer(valOf(override(ilvl), 'w:startOverride')),
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

function ilvlOf({ attributes }: XmlElement): number {
  return Number(attributes['w:ilvl'] ?? '0');
}

function integer(text: string | undefined): number | undefined {
  const value = Number(text ?? Number.NaN);
  return Number.isInteger(value) ? value : undefined;
}

function startOf(list: List, ilvl: number): number {
  return list.startOverride(ilvl) ?? integer(valOf(list.level(ilvl), 'w:start')) ?? 0;
}

/** One more at a level; what is below it starts anew, as its `w:lvlRestart` says (17.9.10). */
function count(
  list: List,
  numId: string,
  ilvl: number,
  counters: Counters,
): (number | undefined)[] {
  const counts = counters.counts.get(list.id) ?? [];
  counters.counts.set(list.id, counts);
  const key = `${numId}:${ilvl}`;
  const restarts = list.startOverride(ilvl) !== undefined && !counters.restarted.has(key);
  if (restarts) counters.restarted.add(key);
  const before = counts[ilvl];
  counts[ilvl] = before === undefined || restarts ? startOf(list, ilvl) : before + 1;
  for (const below of LEVELS.slice(ilvl + 1)) {
    const after = integer(valOf(list.level(below), 'w:lvlRestart')) ?? below;
    if (ilvl < after) counts[below] = undefined;
  }
  return counts;
}

/** What a level prints; its `w:suff` is a tab where nothing is said. */
function print(list: List, ilvl: number, counts: (number | undefined)[]): PrintedNumber {
  const level = list.level(ilvl);
  const pattern = valOf(level, 'w:lvlText') ?? '';
  const bullet = formatOf(level) === 'bullet';
  const hidden = toggleOf(childOf(level, 'w:rPr'), 'w:vanish') === true;
  const suffix = valOf(level, 'w:suff');
  const { text, known } = bullet
    ? bulletOf(pattern, childOf(level, 'w:rPr'))
    : numberOf(pattern, list, ilvl, counts);
  return {
    text: hidden ? '' : text,
    bullet,
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    certain: known,
  };
}

/** `w:lvlText` with its %1 … %9 replaced; a level above that has not begun is printed as it would begin. */
function numberOf(
  pattern: string,
  list: List,
  ilvl: number,
  counts: (number | undefined)[],
): { text: string; known: boolean } {
  const legal = toggleOf(list.level(ilvl), 'w:isLgl') === true;
  let known = true;
  const text = pattern.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const value = counts[at] ?? startOf(list, at);
    const written = formatNumber(value, legal ? 'decimal' : formatOf(list.level(at)));
    known &&= written.known;
    return written.text;
  });
  return { text: text.trim(), known };
}

/** `w:numFmt`, also where a newer format stands beside one for older programs (`custom`). */
function formatOf(level: XmlElement | undefined): string {
  const alternate = childOf(level, 'mc:AlternateContent');
  const format = childOf(level, 'w:numFmt') ?? childOf(childOf(alternate, 'mc:Choice'), 'w:numFmt');
  const { 'w:val': name = 'decimal', 'w:format': written } = format?.attributes ?? {};
  return name === 'custom' ? (written ?? name) : name;
}

/** The sign of a bullet: one of a symbol font as Unicode has it, and where that is not known a plain one. */
function bulletOf(pattern: string, rPr: XmlElement | undefined): { text: string; known: boolean } {
  const font = childOf(rPr, 'w:rFonts')?.attributes['w:ascii'] ?? '';
  let known = true;
  const signs = Array.from(pattern.trim(), (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (sign === 'o' && /courier/iu.test(font)) return '○';
    if (!isSymbolFont(font) && (code < 0xe000 || code > 0xf8ff)) return sign;
    const symbol = symbolOf(code, font);
    known &&= symbol !== undefined;
    return symbol ?? '•';
  });
  return { text: signs.join(''), known };
}
