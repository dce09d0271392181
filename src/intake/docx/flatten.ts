import type { Taken } from '../word/pieces.ts';
import { DELETED } from '../word/reasons.ts';
import { branchOf } from './alternate.ts';
import { childOf, elementsOf, toggleOf, type XmlElement } from './xml.ts';

/** An element that was looked for, and how it is taken by what stands round it. */
export interface Found {
  element: XmlElement;
  taken: Taken;
}

/**
 * The elements of some names within a container, in order; others are looked through: content controls, custom XML,
 * tracked moves, and whatever a newer program may put round them.
 */
export function flatten(container: XmlElement, names: ReadonlySet<string>, taken: Taken): Found[] {
  return elementsOf(container).flatMap((element): Found[] => {
    if (names.has(element.name)) return [{ element, taken }];
    if (element.name === 'mc:AlternateContent') {
      const branch = branchOf(element);
      return branch ? flatten(branch, names, taken) : [];
    }
    return flatten(element, names, takenWithin(element, taken));
  });
}

function takenWithin(element: XmlElement, { drop, doubt }: Taken): Taken {
  const deleted = element.name === 'w:del' || element.name === 'w:moveFrom' ? DELETED : '';
  const placeholder = element.name === 'w:sdt' ? placeholderOf(element) : '';
  return { drop: drop || deleted, doubt: doubt || placeholder };
}

/** Text that stands in a content control only until somebody fills it in. */
export function placeholderOf(control: XmlElement): string {
  const placeholder = toggleOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr') === true;
  return placeholder ? '占位的提示文字，还没有填写' : '';
}
