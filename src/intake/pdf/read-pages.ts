import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Reader, Reading } from '../reading.ts';
import { judgeDoubtful } from './doubtful.ts';
import { flow } from './flow.ts';
import { takeFurniture } from './furniture.ts';
import { checkLegible, checkText } from './legible.ts';
import { noticesOf } from './notices.ts';
import { openPdf } from './open.ts';
import { countPages, type Page, readPage } from './read-page.ts';
import { sheetOf } from './sheet.ts';
import { countBroken } from './streams.ts';
import { upright } from './upright.ts';
import { dropWatermarks, judgeSlanted } from './watermark.ts';

/** Reads the pages of a PDF file one after the other, and their text as a whole. */
export const readPages: Reader = async (bytes, progress) => {
  const broken = countBroken(bytes);
  const counts = await using(await openPdf(bytes, true), countPages);
  const pages = await using(await openPdf(bytes, false), async (pdf) => {
    const read: Page[] = [];
    for (const [i, count] of counts.entries()) {
      read.push(await readPage(pdf, i + 1, count));
      progress(i + 1, counts.length);
    }
    return read;
  });
  return readingOf(
    pages.map((page) => ({ ...page, ...upright(page) })),
    broken,
  );
};

/** One file at a time is open: each holds its fonts. */
async function using<T>(
  pdf: PDFDocumentProxy,
  use: (pdf: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  try {
    return await use(pdf);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** What pages say, as a reading. */
function readingOf(pages: readonly Page[], broken: number): Reading {
  checkText(pages);
  dropWatermarks(pages);
  judgeDoubtful(pages.flatMap(({ glyphs }) => glyphs));
  const sheets = pages.map(sheetOf);
  takeFurniture(sheets);
  judgeSlanted(sheets);
  checkLegible(pages);
  const lines = flow(sheets);
  return {
    lines,
    characters: pages.reduce((sum, page) => sum + page.characters, 0),
    notices: noticesOf(pages, lines, broken),
  };
}
