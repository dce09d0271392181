import { elementsOf, ownText, type XmlElement } from './xml.ts';

/**
 * The one branch of `mc:AlternateContent` (ECMA-376 part 3, 7.6) that is read: all of them say the same to programs of
 * different ages. The one with the most text, so that nothing is lost where a writer was careless; the first of equals.
 */
export function branchOf(alternate: XmlElement): XmlElement | undefined {
  let best: XmlElement | undefined;
  let most = -1;
  for (const branch of branchesOf(alternate)) {
    const size = characters(branch);
    if (size > most) [best, most] = [branch, size];
  }
  return best;
}

function branchesOf(alternate: XmlElement): XmlElement[] {
  return elementsOf(alternate).filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback');
}

/** Characters of an element, white space aside, as `countCharacters` counts them. */
function characters(element: XmlElement): number {
  if (element.name === 'mc:AlternateContent') {
    return Math.max(0, ...branchesOf(element).map(characters));
  }
  const inner = elementsOf(element).reduce((sum, child) => sum + characters(child), 0);
  return inner + own(element);
}

function own(element: XmlElement): number {
  const local = element.name.slice(element.name.indexOf(':') + 1);
  if (local === 't' || local === 'delText') return visible(ownText(element));
  if (element.name === 'v:textpath') return visible(element.attributes['string'] ?? '');
  if (element.name === 'w:sym') return element.attributes['w:char'] === undefined ? 0 : 1;
  return element.name === 'w:noBreakHyphen' ? 1 : 0;
}

function visible(text: string): number {
  return Array.from(text.replace(/[\s\u0085]+/gu, '')).length;
}
