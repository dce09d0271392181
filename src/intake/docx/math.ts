import { childOf, type XmlElement } from './xml.ts';

/** Signs that a formula prints and does not hold as text. */
export interface MathSigns {
  before: string;
  between: string;
  after: string;
}

/** Structures of Office Math (ECMA-376 22.1.2) and their signs, written on one line. */
export const MATH_SIGNS = new Map<string, (structure: XmlElement) => MathSigns>([
  ['m:f', () => ({ before: '', between: '/', after: '' })],
  ['m:rad', () => ({ before: '√', between: '', after: '' })],
  [
    'm:nary',
    (nary) => ({ before: charOf(nary, 'm:naryPr', 'm:chr', '∫'), between: '', after: '' }),
  ],
  [
    'm:d',
    (d) => ({
      before: charOf(d, 'm:dPr', 'm:begChr', '('),
      between: charOf(d, 'm:dPr', 'm:sepChr', '|'),
      after: charOf(d, 'm:dPr', 'm:endChr', ')'),
    }),
  ],
]);

/** A character that properties name; named and empty it is not printed. */
function charOf(structure: XmlElement, properties: string, name: string, usual: string): string {
  const char = childOf(childOf(structure, properties), name);
  return char ? (char.attributes['m:val'] ?? '') : usual;
}
