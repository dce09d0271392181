import { readFileSync } from 'node:fs';
import type { Told } from './fault.ts';

/** The workbench's own page, under `npm run dev` only. */
export const PROBLEMS = '/problems.html';
/** So many stand in the bar of a page. */
const MOST = 20;
const STYLE = readFileSync(new URL('./problems.css', import.meta.url), 'utf8');
/** Where the handbook stands, with the lines of its headings. */
const HANDBOOK = 'content/README.md';
const headings = readFileSync(HANDBOOK, 'utf8').split('\n');

/** What one page is told. */
export interface PageState {
  /** What is to be mended here; the rest stands on the page of all. */
  here: readonly Told[];
  all: readonly Told[];
  /** Why the issued text of the page is not proved. */
  unproved: readonly string[];
  /** What the page shows an earlier state of. */
  notes: readonly string[];
}

/** The red band of a page whose issued text is not proved; nothing on others. */
export function drawBand({ unproved }: PageState): string {
  if (unproved.length === 0) return '';
  const items = unproved.map((why) => `<li>${escapeHtml(why)}</li>`).join('');
  return `<section class="band" aria-labelledby="band"><h2 id="band">这一页的原文没有通过核对</h2><ul>${items}</ul></section>`;
}

/** The bar of a page: how much there is to mend, here and in all; nothing where all is well. */
export function drawBar({ here, all, notes }: PageState): string {
  if (all.length === 0) return '';
  const count = here.length
    ? `这一页 ${here.length} 个问题，全部 ${all.length} 个`
    : `这一页没有问题，别处 ${all.length} 个`;
  const told = notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('');
  const list = `${told}${drawList(here.slice(0, MOST))}<p>${here.length > MOST ? `这一页还有 ${here.length - MOST} 个，见` : ''}<a href="${PROBLEMS}">全部问题</a></p>`;
  const open = here.length ? ' open' : '';
  return `<section class="bar" aria-label="内容检查"><details${open}><summary><span role="status">${count}</span></summary><div class="inside">${list}</div></details></section>`;
}

/** All there is to mend, by file. */
export function drawAll(all: readonly Told[], files: number | undefined): string {
  if (files === undefined) return '<h1><span role="status">正在检查</span></h1>';
  if (all.length === 0)
    return `<h1><span role="status">没有问题</span></h1><p>共检查 ${files} 个文件。</p>`;
  const groups = [...Map.groupBy(all, ({ file }) => file)].map(
    ([file, own]) => `<section><h2>${escapeHtml(file)}</h2>${drawList(own)}</section>`,
  );
  return `<h1><span role="status">${all.length} 个问题</span></h1>${groups.join('')}`;
}

function drawList(told: readonly Told[]): string {
  return told.length ? `<ol>${told.map(drawProblem).join('')}</ol>` : '';
}

function drawProblem({ file, line, problem, fix, section }: Told): string {
  const more = section
    ? `<p class="more">说明：${editorLink(HANDBOOK, headings.indexOf(`## ${section}`) + 1, `编辑手册“${section}”`)}</p>`
    : '';
  return `<li><p class="place">${editorLink(file, line, `${file}:${line}`)}</p><p>问题：${escapeHtml(problem)}</p><p>改法：${drawFix(fix)}</p>${more}</li>`;
}

/** A way to mend it, and to copy: the lines to paste where it has such, else all of it. */
function drawFix(fix: string): string {
  const [whole = '', ...parts] = fix.split(/(- \{[^}]*\})/u);
  if (parts.length === 0)
    return `<span>${escapeHtml(whole)}</span> <button type="button" data-copy>复制改法</button>`;
  const drawn = parts.map((part, i) =>
    i % 2 === 0
      ? `<code>${escapeHtml(part)}</code> <button type="button" data-copy>复制这一行</button>`
      : escapeHtml(part),
  );
  return escapeHtml(whole) + drawn.join('');
}

/** Opens a place in the editor of who clicks; the page stays (editor.ts). */
function editorLink(file: string, line: number, words: string): string {
  const query = new URLSearchParams({ file: `${file}:${Math.max(line, 1)}` });
  return `<a href="/__open-in-editor?${query}" title="在编辑器里打开">${escapeHtml(words)}</a>`;
}

/** A page of the site with the band before all and the bar below. */
export function addToPage(html: string, state: PageState, mark: string): string {
  const host = (id: string, inner: string) =>
    `<div id="${id}"><template shadowrootmode="open"><style>${STYLE}</style><div class="holder">${inner}</div></template></div>`;
  return (
    html
      // It would let no style of Vite's through. The built site has it.
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, '')
      // Styles of parts come before the sheet that orders the layers.
      .replace('<head>', '<head><style>@layer theme, base, components, utilities;</style>')
      .replace('</head>', `${scripts(mark)}</head>`)
      .replace(/<body[^>]*>/u, (body) => body + host('workbench-band', drawBand(state)))
      .replace('</body>', `${host('workbench-bar', drawBar(state))}</body>`)
  );
}

/** The page of all that is to be mended. */
export function problemsPage(
  all: readonly Told[],
  files: number | undefined,
  mark: string,
): string {
  return ownPage('问题', `<div id="workbench-all">${drawAll(all, files)}</div>`, mark);
}

/** What stands in the place of a page that could not be made. */
export function failedPage(all: readonly Told[], mark = ''): string {
  const told = all.length
    ? drawList(all)
    : '<p>没有说明原因。停下来，再运行一次 npm run dev；还这样的，告诉开发人员。</p>';
  return ownPage(
    '这一页没有生成',
    `<h1>这一页没有生成</h1><p>改好以后，这里会自己变成网页。</p>${told}`,
    mark,
  );
}

function ownPage(title: string, main: string, mark: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/src/styles/tokens.css"><style>${STYLE}</style><script type="module" src="/@vite/client"></script>${scripts(mark)}</head><body class="own"><main>${main}</main></body></html>`;
}

/** `mark` is the page's version, and when it was made. */
function scripts(mark: string): string {
  return `<meta name="workbench" content="${mark}"><script type="module" src="/scripts/lib/dev/browser.ts"></script>`;
}

function escapeHtml(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/gu, (sign) => named[sign] ?? sign);
}
