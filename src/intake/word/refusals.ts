import { AS_DOCX } from '../format/advice.ts';
import { type Line, Refusal } from '../reading.ts';
import { isVisible } from './pieces.ts';
import { PICTURE, type Sight } from './sights.ts';

/** A file whose parts are missing or contradict each other; `what`: the part, in Chinese. */
export function damaged(what: string): Refusal {
  return new Refusal(
    `这个 Word 文件不完整，或者坏了（${what}），没有读。重新下载；还是这样，${AS_DOCX}`,
  );
}

/** A file that holds what no document does, and may be made to do harm: to fill the memory, to reach other files. */
export function abnormal(what: string): Refusal {
  return new Refusal(
    `这个 Word 文件不像正常的文件（${what}），没有读。核对来源；是正常的文件，复制全文，粘贴到新的文件，另存为 .docx，再收录。`,
  );
}

/** Refuses a file in which nothing is to be read, saying whether there are pictures in it. */
export function refuseWithoutText(lines: readonly Line[], sights: readonly Sight[]): void {
  if (lines.some(({ pieces }) => isVisible(pieces))) return;
  const pictures = sights.filter(({ kind }) => kind === PICTURE).length;
  if (pictures > 0) {
    throw new Refusal(
      `这个 Word 文件里只有图片（${pictures} 张），没有文字，多半是扫描件。找发文机关要有文字的版本；没有的，用文字识别，逐字校对，存成 .docx，再收录。`,
    );
  }
  throw new Refusal('这个 Word 文件里没有正文的字，没有读。核对是不是选错了文件。');
}
