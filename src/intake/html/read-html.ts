import { countCharacters, dropped } from '../pieces.ts';
import type { Line, Reader, Reading } from '../reading.ts';
import { Refusal } from '../reading.ts';
import { decodePage } from './decode-page.ts';
import { findArticle, sentencesOutside } from './find-article.ts';
import { outsideReason } from './furniture.ts';
import { unpackMht } from './mht.ts';
import { metaOf, publication, titleOutside } from './page-head.ts';
import { type ReadArticle, readArticle } from './read-article.ts';
import { countPage, type PageElement, readTree } from './tree.ts';

/** A web page, saved from a browser: the article, with its title before it; the rest of the page is dropped. */
export const readHtml: Reader = async (bytes) => readPage(decodePage(bytes));

/** A web archive (`.mht`), which is also what some programs save under the name of a Word file. */
export const readMht: Reader = async (bytes) => {
  const { bytes: page, charset } = unpackMht(bytes);
  return readPage(decodePage(page, charset));
};

function readPage(html: string): Reading {
  const root = readTree(html);
  const { element, hidden } = findArticle(root);
  const article = readArticle(element);
  if (article.lines.every(({ pieces }) => pieces.every(({ fate }) => fate === 'dropped')))
    throw new Refusal(emptyPage(article));
  const metas = metaOf(root);
  const title = titleOutside(root, element, article.lines, metas);
  const left = new Set([element, ...(title?.element ? [title.element] : [])]);
  return {
    lines: [...(title?.lines ?? []), ...article.lines, ...outside(root, left)],
    characters: countPage(html),
    notices: [
      ...publication(metas),
      ...noticesOf(article, hidden),
      ...sentencesOutside(root, element).map(
        (text) =>
          `正文以外还有像正文的文字，没有收进来：“${text.slice(0, 40)}”。看看是不是文件的一部分。`,
      ),
    ],
  };
}

function emptyPage({ pictures, frames }: ReadArticle): string {
  if (frames)
    return '网页里没有正文，只嵌着另一个文件（例如 PDF）。在浏览器里把嵌着的文件下载下来，收录那个文件。';
  if (pictures)
    return '网页的正文是图片，没有文字。找发文机关要 Word 或者文本，或者用文字识别后逐字校对，存成 .docx，再收录。';
  return '网页里没有正文，可能要运行脚本才显示。在浏览器里打开它，等正文出来，复制，粘贴到 Word，另存为 .docx，再收录。';
}

function noticesOf(
  { lines, pictures, frames, attachments }: ReadArticle,
  hidden: boolean,
): string[] {
  const numbered = lines
    .flatMap(({ pieces }) => pieces)
    .some(({ reason }) => reason === '自动编号');
  return [
    ...(hidden ? ['这个网页要运行脚本才显示正文，收进来的是它藏着的文字，请整篇对照网页看。'] : []),
    ...(pictures ? [`正文里有 ${pictures} 张图片，图片里的字没有收进来。`] : []),
    ...(frames ? [`正文里嵌着 ${frames} 个别的内容（视频、PDF 等），没有收进来。`] : []),
    ...(numbered ? ['正文里有自动编号的列表，编号是照网页的规则补上的，请对照网页看。'] : []),
    ...(attachments.length
      ? [`正文里有附件的链接，附件要另外下载、收录：${attachments.join('、')}。`]
      : []),
  ];
}

/** All that the page holds beside the article and its title, a line for each reason. */
function outside(root: PageElement, left: ReadonlySet<PageElement>): Line[] {
  const byReason = new Map<string, string[]>();
  const walk = (element: PageElement): void => {
    if (left.has(element)) return;
    for (const child of element.children) {
      if (typeof child !== 'string') walk(child);
      else if (countCharacters(child)) {
        const reason = outsideReason(element);
        byReason.set(reason, [...(byReason.get(reason) ?? []), child.replace(/\s+/gu, ' ').trim()]);
      }
    }
  };
  walk(root);
  return [...byReason].map(([reason, texts]) => ({
    place: '正文以外',
    pieces: texts.map((text) => dropped(text, reason)),
  }));
}
