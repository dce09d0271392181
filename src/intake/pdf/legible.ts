import { Refusal } from '../reading.ts';
import { isRubbish } from './doubtful.ts';
import { countCharacters, isBlank } from './glyph.ts';
import type { Page } from './read-page.ts';

/** Fewer characters a page, on average, are a stamp or a heading, not its text. */
const FEW = 4;
/** More than this share that cannot be read makes the text layer useless. */
const ILLEGIBLE = 0.3;
/** A Chinese document has this share of Chinese characters; else its letters must make words. */
const HAN = 0.05;
const LETTERS = 0.6;

const UNREAD = /[\p{Co}\p{Cc}\p{Cs}\p{Cn}\uFFFD]/gu;
const ADVICE = '请用文字识别（OCR）软件识别并逐字校对，另存为 Word 或者文本文件再读。';

/** Refuses a file of pictures. */
export function checkText(pages: readonly Page[]): void {
  if (pages.some(({ glyphs }) => glyphs.some(({ text }) => !isBlank(text)))) return;
  throw new Refusal(`这个 PDF 共 ${pages.length} 页，没有文字层，多半是扫描件，没有读。${ADVICE}`);
}

/** Refuses a file whose text cannot be read, or is none. To be asked once watermarks and page numbers are dropped. */
export function checkLegible(pages: readonly Page[]): void {
  const kept = pages.flatMap(({ glyphs }) => glyphs.filter(({ fate }) => fate !== 'dropped'));
  const text = kept.map((glyph) => glyph.text).join('');
  const count = countCharacters(text);
  if (count < FEW * pages.length)
    throw new Refusal(
      `这个 PDF 共 ${pages.length} 页，水印和页码以外只有 ${count} 个字，多半是扫描件，没有读。${ADVICE}`,
    );
  if (isIllegible(text))
    throw new Refusal(`这个 PDF 共 ${pages.length} 页，文字层多半是乱码，没有读。${ADVICE}`);
}

function isIllegible(text: string): boolean {
  const count = countCharacters(text);
  if ((text.match(UNREAD) ?? []).filter((c) => !isBlank(c)).length > ILLEGIBLE * count) return true;
  const han = (text.match(/[\p{Script=Han}\u2E80-\u2FDF]/gu) ?? []).length;
  const letters = (text.match(/[a-z]/giu) ?? []).length;
  if (han < HAN * count && letters < LETTERS * count) return true;
  return isRubbish(text);
}
