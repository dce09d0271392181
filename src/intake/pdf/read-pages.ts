import type { Reader, Reading } from '../reading.ts';
import { judgeDoubtful } from './doubtful.ts';
import { flow } from './flow.ts';
import { takeFurniture } from './furniture.ts';
import { checkLegible } from './legible.ts';
import { noticesOf } from './notices.ts';
import { openPdf } from './open.ts';
import { type Page, readPage } from './read-page.ts';
import { sheetOf } from './sheet.ts';
import { dropWatermarks, judgeSlanted } from './watermark.ts';

/** Reads the pages of a PDF file one after the other, and their text as a whole. */
export const readPages: Reader = async (bytes, progress) => {
  const pdf = await openPdf(bytes);
  const pages: Page[] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      pages.push(await readPage(pdf, number));
      progress(number, pdf.numPages);
    }
  } finally {
    await pdf.loadingTask.destroy();
  }
  return readingOf(pages);
};

/** What pages say, as a reading. */
function readingOf(pages: readonly Page[]): Reading {
  dropWatermarks(pages);
  checkLegible(pages);
  judgeDoubtful(pages.flatMap(({ glyphs }) => glyphs));
  const sheets = pages.map(sheetOf);
  takeFurniture(sheets);
  judgeSlanted(sheets);
  const lines = flow(sheets);
  return {
    lines,
    characters: pages.reduce((sum, page) => sum + page.characters, 0),
    notices: noticesOf(pages, lines),
  };
}
