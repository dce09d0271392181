import type { Reader, Reading } from '../reading.ts';
import { judgeDoubtful } from './doubtful.ts';
import { flow } from './flow.ts';
import { takeFurniture } from './furniture.ts';
import { checkLegible, checkText } from './legible.ts';
import { noticesOf } from './notices.ts';
import { closePdf, openPdf } from './open.ts';
import { type Page, readPage } from './read-page.ts';
import { sheetOf } from './sheet.ts';
import { countBroken } from './streams.ts';
import { upright } from './upright.ts';
import { dropWatermarks, judgeSlanted } from './watermark.ts';

/** Reads the pages of a PDF file one after the other, and their text as a whole. */
export const readPages: Reader = async (bytes, progress) => {
  const broken = countBroken(bytes);
  const pdf = await openPdf(bytes);
  const pages: Page[] = [];
  try {
    const { numPages } = pdf.lenient;
    for (let number = 1; number <= numPages; number++) {
      pages.push(await readPage(pdf, number));
      progress(number, numPages);
    }
  } finally {
    await closePdf(pdf);
  }
  return readingOf(
    pages.map((page) => ({ ...page, ...upright(page) })),
    broken,
  );
};

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
