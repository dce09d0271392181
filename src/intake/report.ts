import type { Doubt, Heap, Ledger } from './ledger.ts';
import { visible } from './pieces.ts';

/** What a report tells beside the account. */
export interface Told {
  /** The file's name, without folders. */
  file: string;
  /** What it is, for an editor: Word 文件（.docx）. */
  format: string;
  /** The policy's folder below that of the content. */
  id: string;
  notices: readonly string[];
}

/** Longer lists are cut; the numbers above them are of all. */
const MOST_LISTED = 200;

/** `intake.md`: what became of a file, for a person who compares it with the original. Markdown, in Chinese. */
export function writeReport({ file, format, id, notices }: Told, ledger: Ledger): string {
  const { totals, lines, doubts, dropped, added } = ledger;
  return `${[
    `# 收录记录：${inline(file)}`,
    '',
    `文件是${format}。这份记录由 \`npm run intake\` 写，只给收录的人看，不会出现在网站上；对照完了可以留着，也可以删去。`,
    '',
    '## 每个字的去处',
    '',
    '| | 字数（不算空白） |',
    '|---|---:|',
    `| 文件里一共 | ${totals.characters} |`,
    `| 收进 \`source.txt\`（${lines.length} 行） | ${totals.kept} |`,
    `| 收进去了，但是拿不准，请看 | ${totals.uncertain} |`,
    `| 没有收，下面写明为什么 | ${totals.dropped} |`,
    '',
    '后三行加起来正好是第一行，一个字也没有漏。' +
      (totals.added
        ? `另外补上 ${totals.added} 个字，是文件打开时自动显示、文件里并没有打出来的，例如自动编号。`
        : ''),
    '',
    ...section(
      '先看这几件事',
      notices.map((notice) => `- ${inline(notice)}`),
    ),
    ...doubtSection(doubts),
    ...heapSection('补上的', '文件里没有打出来、打开时会显示的。自动编号请逐个对照原件。', added),
    ...heapSection('没有收的', '看看有没有不该舍去的。', dropped),
    '## 下一步',
    '',
    `1. 打开原件和 \`policies/${id}/source.txt\`，对照上面列出的地方${doubts.length ? `（${doubts.length} 处拿不准的）` : ''}，再从头到尾看一遍。`,
    '2. 打开 `policy.yml`，把带“猜的”的逐项对照原件，改对；写着“没有认出”的，原文里有就补上。',
    '3. 运行 `npm run check`，照提示改到没有问题。',
    '4. 运行 `npm start`，在浏览器里看。',
    '',
    '收错了字的，改 `source.txt` 里的那几个字，再运行 `npm run check`，照它给的校验值改 `policy.yml` 的 `sha256`。',
  ].join('\n')}\n`;
}

function section(title: string, body: readonly string[]): string[] {
  return body.length ? [`## ${title}`, '', ...body, ''] : [];
}

function doubtSection(doubts: readonly Doubt[]): string[] {
  if (doubts.length === 0) return section('拿不准的地方', ['没有。']);
  const rows = doubts
    .slice(0, MOST_LISTED)
    .map(
      ({ line, place, reason, text, before, after }) =>
        `| 第${line}行 | ${inline(place)} | ${inline(before)}**【${inline(text)}】**${inline(after)} | ${inline(reason)} |`,
    );
  return section('拿不准的地方', [
    `一共 ${doubts.length} 处，方括号里的字请对照原件看。`,
    '',
    '| `source.txt` | 在文件的 | 那里写着 | 为什么 |',
    '|---|---|---|---|',
    ...rows,
    ...cutNote(doubts.length),
  ]);
}

/** Gaps and breaks that only set things apart are counted, and need no examples. */
function heapSection(title: string, lead: string, heaps: readonly Heap[]): string[] {
  return section(
    title,
    heaps.length
      ? [
          lead,
          '',
          ...heaps.map(({ reason, times, characters, examples }) => {
            const list = examplesOf(examples);
            const more = list && times > examples.length ? '……' : '';
            const size = characters ? `，${characters} 个字` : '';
            return `- ${inline(reason)}：${times} 处${size}${list ? `。${list}${more}` : ''}`;
          }),
        ]
      : [],
  );
}

/** `第2页“—2—”；第3页“—3—”`, each place once. */
function examplesOf(examples: Heap['examples']): string {
  const byPlace = new Map<string, string>();
  for (const { place, text } of examples)
    if (text !== '') byPlace.set(place, `${byPlace.get(place) ?? ''}“${inline(text)}”`);
  return [...byPlace].map(([place, texts]) => inline(place) + texts).join('；');
}

function cutNote(all: number): string[] {
  return all > MOST_LISTED ? ['', `只列出前 ${MOST_LISTED} 处。`] : [];
}

/** A text within a line of Markdown, so that none of its signs means anything. */
function inline(text: string): string {
  return visible(text.replace(/\s+/gu, ' ')).replace(/[`*<|]/gu, '\\$&');
}
