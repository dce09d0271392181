import type { At, InlineReader } from './inline.ts';
import { MATH_SIGNS } from './math.ts';
import type { XmlElement } from './xml.ts';

/** Methods that take an element, by its name. */
type Handler = {
  [K in keyof InlineReader]: InlineReader[K] extends (element: XmlElement, at: At) => void
    ? K
    : never;
}[keyof InlineReader];

/** What is done with an element that may stand in a paragraph; others are looked into. */
export const HANDLERS = new Map<string, Handler>([
  ['w:r', 'run'],
  ['m:r', 'run'],
  ['w:t', 'text'],
  ['m:t', 'text'],
  ['w:delText', 'deletedText'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'deleted'],
  ['w:tab', 'tab'],
  ['w:ptab', 'tab'],
  ['w:br', 'lineBreak'],
  ['w:cr', 'lineBreak'],
  ['w:noBreakHyphen', 'hyphen'],
  ['w:sym', 'symbol'],
  ['w:instrText', 'fieldCode'],
  ['w:fldChar', 'fieldMark'],
  ['w:fldSimple', 'simpleField'],
  ['w:ruby', 'ruby'],
  ['w:sdt', 'control'],
  ['mc:AlternateContent', 'alternate'],
  ['m:oMath', 'math'],
  ...[...MATH_SIGNS.keys()].map((name): [string, Handler] => [name, 'mathStructure']),
  ['w:footnoteReference', 'reference'],
  ['w:endnoteReference', 'reference'],
  ['w:footnoteRef', 'ownMark'],
  ['w:endnoteRef', 'ownMark'],
  ['w:drawing', 'drawing'],
  ['w:pict', 'drawing'],
  ['w:object', 'drawing'],
]);
