import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Refusal } from '../reading.ts';
import { countCharacters, type Glyph, type Rule } from './glyph.ts';
import { itemGlyphs } from './items.ts';
import { toMatrix } from './matrix.ts';
import { Painter } from './painter.ts';
import type { Font } from './text-state.ts';

/** More than a page of text and a thousand lines of a table take; a drawing of a map takes more. */
const MOST_OPERATORS = 1_000_000;
/** Annotations of 8.4.5 that bring words of their own; links and the like do not. */
const SPEAKING = new Set(['FreeText', 'Text', 'Widget', 'Stamp', 'Highlight', 'Caret', 'Popup']);

/** A page as it was drawn. */
export interface Page {
  number: number;
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Rule[];
  /** Non-blank code points, counted by another way than by its glyphs. */
  characters: number;
  /** Whether both ways found the same; otherwise the glyphs are those of the other. */
  agreed: boolean;
  /** Whether nothing of it is broken. */
  whole: boolean;
  /** Notes and form fields, which are not read. */
  remarks: number;
}

type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;

/**
 * Reads a page glyph by glyph, as it is drawn; `counted` is how many characters there are in another way of reading,
 * `null` where that way found the page broken.
 */
export async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  counted: number | null,
): Promise<Page> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const painter = await paint(page, viewport, await pdf.getOptionalContentConfig());
  const remarks = (await page.getAnnotations()).filter((note) => speaks(note)).length;
  const proof = await proved(painter, page, viewport, counted);
  page.cleanup();
  const { width, height } = viewport;
  return { number, width, height, remarks, whole: counted !== null, ...proof };
}

/** The characters of each page by what pdf.js says is its text, white space aside; `null` where a page is broken. */
export async function countPages(pdf: PDFDocumentProxy): Promise<(number | null)[]> {
  const counts: (number | null)[] = [];
  for (let number = 1; number <= pdf.numPages; number++)
    counts.push(
      await pdf
        .getPage(number)
        .then(countPage)
        .catch(() => null),
    );
  return counts;
}

async function countPage(page: PDFPageProxy): Promise<number> {
  const items = await itemsOf(page);
  page.cleanup();
  return items.reduce((sum, { str }) => sum + countCharacters(str), 0);
}

/** Characters as the file has them: no ligature is taken apart, no width changed. */
async function itemsOf(page: PDFPageProxy) {
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.flatMap((item) => ('str' in item ? [item] : []));
}

async function paint(page: PDFPageProxy, viewport: PageViewport, layers: Layers): Promise<Painter> {
  // 0: no annotations, they are counted apart.
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  if (fnArray.length > MOST_OPERATORS)
    throw new Refusal(
      `第${page.pageNumber}页的绘图指令超过 ${MOST_OPERATORS / 10_000} 万条，没有读。请用“打印为 PDF”另存一份再读。`,
    );
  const painter = new Painter({
    viewport: toMatrix(viewport.transform),
    view: page.view,
    font: (name) => fontOf(page, name),
    isLayerShown: (layer) => !layer || layers.isVisible(layer),
  });
  fnArray.forEach((operator, i) => {
    painter.paint(operator, (argsArray[i] ?? []) as unknown[]);
  });
  return painter;
}

/** What pdf.js tells of a font outside its own code. */
interface FontFace {
  vertical?: boolean;
  isType3Font?: boolean;
  fontMatrix?: number[];
  bbox?: number[];
}

function fontOf(page: PDFPageProxy, name: string): Font {
  const face = (page.commonObjs.has(name) ? page.commonObjs.get(name) : null) as FontFace | null;
  const vertical = face?.vertical ?? false;
  const [scale = 0.001, , , up = 0.001] = face?.fontMatrix ?? [];
  const [, bottom = 0, , top = 0] = face?.isType3Font ? (face.bbox ?? []) : [];
  const height = top > bottom ? Math.abs((top - bottom) * up) : 1;
  return { name, vertical, scale: Math.abs(scale) || 0.001, height };
}

/** The glyphs, if there are as many characters in them as pdf.js finds; else what pdf.js finds. */
async function proved(
  { glyphs, rules, apart }: Painter,
  page: PDFPageProxy,
  viewport: PageViewport,
  counted: number | null,
) {
  const count = counted ?? (await countPage(page));
  const drawn = glyphs.reduce((sum, { text }) => sum + countCharacters(text), 0);
  if (drawn - apart === count) return { glyphs, rules, characters: count + apart, agreed: true };
  const items = await itemsOf(page);
  const characters = items.reduce((sum, { str }) => sum + countCharacters(str), 0);
  const found = itemGlyphs(items, toMatrix(viewport.transform));
  return { glyphs: found, rules, characters, agreed: false };
}

function speaks({ subtype, contentsObj, fieldValue }: Record<string, unknown>): boolean {
  const words = (contentsObj as { str?: string } | undefined)?.str ?? fieldValue;
  return SPEAKING.has(String(subtype)) && typeof words === 'string' && words.trim() !== '';
}
