import type { Line } from '../reading.ts';
import type { Page } from './read-page.ts';

/** What an editor should know of the file as a whole. */
export function noticesOf(
  pages: readonly Page[],
  lines: readonly Line[],
  damaged: number,
): string[] {
  const empty = pages.filter(({ glyphs }) => !glyphs.some(({ text }) => /\S/u.test(text)));
  const doubted = pages.filter(({ agreed }) => !agreed);
  const broken = pages.filter(({ whole }) => !whole);
  const remarked = pages.filter(({ remarks }) => remarks > 0);
  return [
    ...notice(empty, '没有文字：是空白页、图片或者扫描页，请对照原件。'),
    ...notice(doubted, '用两种办法读得的字数不同，整页都请对照原件。'),
    ...notice(broken, '有损坏，可能缺字，请对照原件。'),
    ...notice(remarked, '有批注或者表单，里面的文字没有读入，请对照原件。'),
    ...(damaged
      ? [`文件里有 ${damaged} 段数据损坏，可能缺字或者错字，请重新下载，或者逐字对照原件。`]
      : []),
    ...invisible(lines),
  ];
}

function notice(pages: readonly Page[], what: string): string[] {
  return pages.length ? [`第${pages.map(({ number }) => number).join('、')}页${what}`] : [];
}

/** Text that nobody sees lies over a scan as a rule. */
function invisible(lines: readonly Line[]): string[] {
  const hidden = lines.filter(({ pieces }) =>
    pieces.some(({ reason }) => reason === '看不见的文字'),
  );
  return hidden.length
    ? [`有 ${hidden.length} 行是看不见的文字，多半是扫描后由软件识别的，请逐字校对。`]
    : [];
}
