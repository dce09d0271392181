import { isHidden, namesOf, type PageElement, rawText } from './tree.ts';

/** Whole texts that a site writes round every article, not an office in one. */
const LABEL =
  /^[【[(（]?(?:打印|打印本页|打印此页|关闭|关闭窗口|关闭本页|收藏|收藏本页|加入收藏|返回顶部|返回首页|分享|分享到|分享至|复制链接|扫一扫在手机打开当前页|扫一扫|语音播报|播放|停止|浏览次数|浏览量|点击数|阅读次数|字体|字号|字体大小|大|中|小|上一篇|下一篇|责任编辑)[：:】\])）]?$/u;
const SHARED = new Set('share bdsharebuttonbox print qrcode qr ewm player fontsize'.split(' '));
/** A label is short; a longer text is somebody's. */
const LONGEST_LABEL = 60;

/** Why an element inside the article is none of the document; `null` where it is. */
export function furnitureReason(element: PageElement): string | null {
  const text = rawText(element).replace(/\s+/gu, '');
  if (text === '' || text.length > LONGEST_LABEL || /[。；]/u.test(text)) return null;
  const isShared = namesOf(element).some((name) => SHARED.has(name));
  return isShared || LABEL.test(text) ? SHARE_BAR : null;
}

const SHARE_BAR = '网页的分享、打印等按钮';

/** Reasons by the words in `id` and `class`, or the tag, of what stands round an article. */
const REASONS: readonly [string, ReadonlySet<string>][] = [
  ['网页的标题栏', new Set(['title'])],
  [
    '网页的导航',
    new Set(
      'nav navi navbar mainnav menu crumb crumbs breadcrumb curmb curb position location'.split(
        ' ',
      ),
    ),
  ],
  [SHARE_BAR, SHARED],
  ['网页的相关文章', new Set('related xgxw xgwj relate recommend'.split(' '))],
  ['网页的页脚', new Set('foot footer copyright'.split(' '))],
  ['网页的页眉', new Set('head header top banner search login'.split(' '))],
];
const ELSEWHERE = '正文以外的文字';

/** Why a text outside the article is left out, by what it stands in. */
export function outsideReason(element: PageElement | null): string {
  for (let at = element; at; at = at.parent) {
    if (isHidden(at)) return '网页上不显示的文字';
    const { tag } = at;
    if (tag === 'body') break;
    const names =
      at.tag === 'title' ? ['title'] : [tag, ...namesOf(at).filter((name) => name !== 'title')];
    const found = REASONS.find(([, words]) => names.some((name) => words.has(name)));
    if (found) return found[0];
  }
  return ELSEWHERE;
}
