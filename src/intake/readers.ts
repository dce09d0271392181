import { readDoc } from './doc/read-doc.ts';
import { readDocx } from './docx/read-docx.ts';
import type { Format } from './format/detect.ts';
import { readHtml, readMht } from './html/read-html.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { Reader } from './reading.ts';
import { readText } from './text/read-text.ts';

/** Who reads what. */
export const READERS: Partial<Record<Format, Reader>> = {
  doc: readDoc,
  docx: readDocx,
  html: readHtml,
  mht: readMht,
  pdf: readPdf,
  txt: readText,
};
