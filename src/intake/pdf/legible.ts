import { Refusal } from '../reading.ts';
import { isRubbish } from './doubtful.ts';
import { countCharacters, isBlank } from './glyph.ts';
import type { Page } from './read-page.ts';

/** Fewer characters a page than this are a stamp or a number, not its text. */
const FEW = 8;
/** More than this share that cannot be read makes the text layer useless. */
const ILLEGIBLE = 0.3;
/** A Chinese document has this share of Chinese characters; else its letters must make words. */
const HAN = 0.05;
const LETTERS = 0.6;

const UNREAD = /[\p{Co}\p{Cc}\p{Cs}\p{Cn}\uFFFD]/gu;
const ADVICE = '请用文字识别（OCR）软件识别并逐字校对，另存为 Word 或者文本文件再读。';

/** Refuses a file without a text that can be read. To be asked once watermarks have been taken out. */
export function checkLegible(pages: readonly Page[]): void {
  const glyphs = pages.flatMap((page) => page.glyphs);
  const all = glyphs.map(({ text }) => text).join('');
  if (countCharacters(all) === 0)
    throw new Refusal(
      `这个 PDF 共 ${pages.length} 页，没有文字层，多半是扫描件，没有读。${ADVICE}`,
    );
  const kept = glyphs.filter(({ fate }) => fate !== 'dropped');
  const text = kept.map((glyph) => glyph.text).join('');
  if (countCharacters(text) < FEW)
    throw new Refusal(
      `这个 PDF 共 ${pages.length} 页，文字层里只有 ${countCharacters(text)} 个字，其余是水印或者没有，多半是扫描件，没有读。${ADVICE}`,
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
