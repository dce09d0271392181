import type { Line } from '../reading.ts';
import type { Sight } from './document.ts';
import { BOX_DOUBT, DELETED, HIDDEN, PICTURE } from './reasons.ts';

/** What an editor should know of the file as a whole. */
export function noticesOf(
  lines: readonly Line[],
  sights: readonly Sight[],
  tracked: boolean,
): string[] {
  return [...sightNotices(sights), ...textNotices(lines, tracked)];
}

/** At most so many places are named. */
const PLACES = 8;

function sightNotices(sights: readonly Sight[]): string[] {
  const kinds = [...new Set(sights.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const places = sights.filter((sight) => sight.kind === kind).map(({ place }) => place);
    const named = [...new Set(places)];
    const more = named.length > PLACES ? '等处' : '';
    const where = `${named.slice(0, PLACES).join('、')}${more}`;
    return `文件里有 ${places.length} ${kind === PICTURE ? '张' : '个'}${kind}（${where}），里面的字没有读。请对照原件：属于正文的，补到原文里。`;
  });
}

function textNotices(lines: readonly Line[], tracked: boolean): string[] {
  const pieces = lines.flatMap((line) => line.pieces);
  const has = (reason: string) => pieces.some((piece) => piece.reason === reason);
  const hints: [boolean, string][] = [
    [
      tracked || has(DELETED),
      '文件带有没有处理的修订：加进的字当作正文，删去的字没有收。请核对这是不是印发的定稿。',
    ],
    [has('批注'), '文件带有批注，批注没有收。请核对这是不是印发的定稿。'],
    [has(HIDDEN), '文件里有隐藏文字，印出来看不见，没有收；收了什么、去了什么见下面的清单。'],
    [
      has(BOX_DOUBT) || has('艺术字'),
      '文件里有文本框或者艺术字（常见的是红头和文号），排在它旁边那一段的前面。请对照原件核对它们的位置。',
    ],
    [
      lines.some(({ place }) => /^[脚尾]注/u.test(place)),
      '文件里有脚注或者尾注，排在正文的最后；正文里的注号写成上标数字。',
    ],
  ];
  return hints.filter(([holds]) => holds).map(([, hint]) => hint);
}
