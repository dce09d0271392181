import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Refusal } from '../reading.ts';

/** A file of this size is beyond any document of an office, scans aside. */
const MOST_BYTES = 100 * 1024 * 1024;
const MOST_PAGES = 2000;
/** Where the mark of a PDF file and that of its end may stand, in bytes from start and end (ISO 32000-1, 7.5.5, note 2). */
const MARK_WITHIN = 1024;

/** Some programs fill a file up with these. */
const BLANK = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20]);
const AGAIN = '请重新下载，或者用“打印为 PDF”另存一份。';
const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a file without network, worker or canvas; refuses one that is no whole, open PDF file of decent size. `strict`:
 * what is broken in it is an error, instead of being left out.
 */
export async function openPdf(bytes: Uint8Array, strict: boolean): Promise<PDFDocumentProxy> {
  checkBytes(bytes);
  const pdf = await open(bytes, strict);
  if (pdf.numPages <= MOST_PAGES) return pdf;
  await pdf.loadingTask.destroy();
  throw new Refusal(
    `这个 PDF 有 ${pdf.numPages} 页，超过 ${MOST_PAGES} 页，没有读。请拆成几个文件。`,
  );
}

async function open(bytes: Uint8Array, stopAtErrors: boolean): Promise<PDFDocumentProxy> {
  const task = getDocument({
    // pdf.js takes the bytes away from whoever gives them.
    data: new Uint8Array(bytes),
    stopAtErrors,
    // Fonts that are not in the file, among them the usual ones for Chinese.
    cMapUrl: `${join(PACKAGE, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(PACKAGE, 'standard_fonts')}/`,
    useSystemFonts: false,
    // A picture is not read, so none is unpacked.
    maxImageSize: 1,
    useWasm: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  return task.promise.catch((error: unknown) => Promise.reject(refusalOf(error)));
}

function checkBytes(bytes: Uint8Array): void {
  if (bytes.length > MOST_BYTES)
    throw new Refusal(
      `这个文件有 ${Math.round(bytes.length / 1024 / 1024)} MB，超过 ${MOST_BYTES / 1024 / 1024} MB，没有读。请拆成几个文件，或者去掉里面的图片。`,
    );
  if (!ascii(bytes.subarray(0, MARK_WITHIN)).includes('%PDF-'))
    throw new Refusal('这不是 PDF 文件：开头没有 PDF 的标记。请核对文件，重新下载或者另存一份。');
  const end = bytes.findLastIndex((byte) => !BLANK.has(byte)) + 1;
  if (!ascii(bytes.subarray(0, end).subarray(-MARK_WITHIN)).includes('%%EOF'))
    throw new Refusal('这个 PDF 不完整：缺少结尾，多半是没有下载完。请重新下载或者另存一份。');
}

const ascii = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

function refusalOf(error: unknown): unknown {
  if (error instanceof PasswordException)
    return new Refusal('这个 PDF 要密码才能打开，没有读。请去掉密码另存一份，再读。');
  return error instanceof Error ? new Refusal(`这个 PDF 已损坏，打不开。${AGAIN}`) : error;
}
