import type { Line } from '../reading.ts';
import { piecesOf, type Taken } from '../word/pieces.ts';
import { BOX_DOUBT, WORD_ART } from '../word/reasons.ts';
import type { DocumentContext } from './document.ts';
import { lookAt } from './graphic.ts';
import type { InlineOutput } from './inline-output.ts';
import { elementsOf, ownText, type XmlElement } from './xml.ts';

/** Reads the paragraphs of a box. */
export type BoxReader = (content: XmlElement, taken: Taken) => Line[];

/** Reads the text of a drawing as lines of its own, and tells what else is seen in it. */
export function readDrawing(
  drawing: XmlElement,
  taken: Taken,
  context: DocumentContext,
  output: InlineOutput,
  readBox: BoxReader,
): void {
  const graphic = lookAt(drawing);
  const box = (text: string, doubt: string) => output.box(piecesOf(text, { ...taken, doubt }, ''));
  for (const text of graphic.wordArt) box(text, WORD_ART);
  for (const content of graphic.contents) {
    const doubt = taken.doubt || (graphic.floating ? BOX_DOUBT : '');
    if (content.name === 'a:txBody')
      for (const line of shapeLines(content)) box(line, '图形里的字');
    else output.boxes.push(...readBox(content, { drop: taken.drop, doubt }));
  }
  for (const line of graphic.diagrams.flatMap((id) => diagramLines(id, context))) {
    box(line, '图示里的字');
  }
  if (taken.drop) return;
  for (const kind of graphic.sights) output.see(kind, graphic.floating);
}

/** The words of SmartArt, once. */
function diagramLines(id: string, { diagrams, shownDiagrams }: DocumentContext): string[] {
  const part = diagrams.get(id);
  if (!part || shownDiagrams.has(id)) return [];
  shownDiagrams.add(id);
  return shapeLines(part.root);
}

/** Paragraphs of DrawingML within an element. */
export function shapeLines(element: XmlElement): string[] {
  if (element.name === 'a:p') return [shapeText(element)];
  return elementsOf(element).flatMap(shapeLines);
}

function shapeText(element: XmlElement): string {
  if (element.name === 'a:t') return ownText(element);
  return elementsOf(element).map(shapeText).join('');
}
