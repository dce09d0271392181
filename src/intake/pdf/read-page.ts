import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Refusal } from '../reading.ts';
import { countCharacters, type Glyph, type Rule } from './glyph.ts';
import { itemGlyphs } from './items.ts';
import { toMatrix } from './matrix.ts';
import type { OpenPdf } from './open.ts';
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
type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** Reads a page in two ways: what it draws, glyph by glyph, and, to prove it, what pdf.js says is its text. */
export async function readPage(pdf: OpenPdf, number: number): Promise<Page> {
  const page = await pdf.lenient.getPage(number);
  const strict = await strictContent(pdf, number);
  const content = strict ?? (await contentOf(page));
  const viewport = page.getViewport({ scale: 1 });
  const layers = await pdf.lenient.getOptionalContentConfig();
  const painter = await paint(page, viewport, layers);
  const remarks = (await page.getAnnotations()).filter((note) => speaks(note)).length;
  page.cleanup();
  const { width, height } = viewport;
  const whole = strict !== null;
  return { number, width, height, remarks, whole, ...proved(painter, content, viewport) };
}

/** The text of a page, if nothing in it is broken. */
async function strictContent({ strict }: OpenPdf, number: number): Promise<TextContent | null> {
  try {
    const page = await strict.getPage(number);
    const content = await contentOf(page);
    page.cleanup();
    return content;
  } catch {
    return null;
  }
}

/** Characters as the file has them: no ligature is taken apart, no width changed. */
function contentOf(page: PDFPageProxy): Promise<TextContent> {
  return page.getTextContent({ disableNormalization: true });
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
function proved(painter: Painter, content: TextContent, viewport: PageViewport) {
  const { glyphs, rules } = painter;
  const counted = content.items.reduce(
    (sum, item) => sum + ('str' in item ? countCharacters(item.str) : 0),
    0,
  );
  const drawn = glyphs.reduce((sum, { text }) => sum + countCharacters(text), 0);
  if (drawn - painter.apart === counted)
    return { glyphs, rules, characters: counted + painter.apart, agreed: true };
  const items = content.items.flatMap((item) => ('str' in item ? [item] : []));
  const found = itemGlyphs(items, toMatrix(viewport.transform));
  return { glyphs: found, rules, characters: counted, agreed: false };
}

function speaks({ subtype, contentsObj, fieldValue }: Record<string, unknown>): boolean {
  const words = (contentsObj as { str?: string } | undefined)?.str ?? fieldValue;
  return SPEAKING.has(String(subtype)) && typeof words === 'string' && words.trim() !== '';
}
