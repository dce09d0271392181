import { PICTURE } from '../word/sights.ts';
import { branchOf } from './alternate.ts';

import type { XmlElement } from './xml.ts';

/** What a drawing holds (`w:drawing`, `w:pict` or `w:object`). */
export interface Graphic {
  /** Text of boxes (`w:txbxContent`) and of shapes that are not Word's (`a:txBody`), in the order of the file. */
  contents: XmlElement[];
  /** Text drawn as WordArt. */
  wordArt: string[];
  /** Ids of SmartArt. */
  diagrams: string[];
  /** What is seen and is no text, in Chinese: 图片, 公式, 流程图. */
  sights: string[];
  /** Whether it floats over the page, so that nobody knows where in the text it is read. */
  floating: boolean;
}

/** Programs of embedded objects, by the beginning of their ids, and what these are. */
const OBJECTS: readonly (readonly [start: string, name: string])[] = [
  ['Equation', '公式'],
  ['MathType', '公式'],
  ['Visio', '流程图'],
  ['Excel', '表格'],
  ['ET.', '表格'],
  ['Word', '文档'],
  ['WPS', '文档'],
  ['PowerPoint', '幻灯片'],
];

/** Looks through a drawing; of alternative drawings through one. */
export function lookAt(drawing: XmlElement): Graphic {
  const graphic: Graphic = {
    contents: [],
    wordArt: [],
    diagrams: [],
    sights: [],
    floating: false,
  };
  visit(drawing, graphic, drawing.name === 'w:object');
  return graphic;
}

function visit(element: XmlElement, graphic: Graphic, inObject: boolean): void {
  const { name, attributes } = element;
  if (name === 'mc:AlternateContent') {
    const branch = branchOf(element);
    if (branch) visit(branch, graphic, inObject);
    return;
  }
  if (name === 'w:txbxContent' || name === 'a:txBody') {
    graphic.contents.push(element);
    return;
  }
  if (name === 'w:p' || name === 'w:r' || name === 'w:tbl') {
    graphic.contents.push({ name: 'w:txbxContent', attributes: {}, children: [element] });
    return;
  }
  if (name === 'wp:anchor' || /position:\s*absolute/u.test(attributes['style'] ?? '')) {
    graphic.floating = true;
  }
  if (name === 'v:textpath' && attributes['string']) graphic.wordArt.push(attributes['string']);
  if (name === 'pic:pic' || (isImage(element) && !inObject)) graphic.sights.push(PICTURE);
  if (name === 'c:chart') graphic.sights.push('图表');
  if (name === 'dgm:relIds') graphic.diagrams.push(attributes['r:dm'] ?? '');
  if (name === 'o:OLEObject') graphic.sights.push(objectName(attributes['ProgID'] ?? ''));
  for (const child of element.children) {
    if (typeof child !== 'string') visit(child, graphic, inObject);
  }
}

/** An image of VML; one without a relationship is an empty fill. */
function isImage({ name, attributes }: XmlElement): boolean {
  return name === 'v:imagedata' && (attributes['r:id'] ?? attributes['o:relid']) !== undefined;
}

function objectName(program: string): string {
  return OBJECTS.find(([start]) => program.startsWith(start))?.[1] ?? '对象';
}
