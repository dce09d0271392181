/** The parts of the report, each measured by itself, in their order. */
export const SECTIONS = {
  weight: '重量',
  lighthouse: 'Lighthouse',
  build: '生成的时间和内存',
  library: '很多份政策',
  split: '分条的时间',
  search: '搜索',
};

export type SectionName = keyof typeof SECTIONS;

const HEAD = `# 测量

\`npm run -s bench\` 写的，不手改；只测一部分：\`npm run -s bench -- ${Object.keys(SECTIONS).join('|')}\`。每一部分写明自己的日期、机器和版本。没有测到的数字不写，只写“—”和缺什么。
`;

/**
 * The report with one section new and the others as they were. `report` may be empty or have been written by hand: a
 * section that is not there is added in its place, saying that it was not measured.
 */
export function replaceSection(report: string, name: SectionName, text: string): string {
  const names = Object.keys(SECTIONS) as SectionName[];
  const sections = names.map((one) => {
    const body = one === name ? text.trim() : (bodyOf(report, one) ?? '还没有测量。');
    return `${open(one)}\n## ${SECTIONS[one]}\n\n${body}\n${close(one)}\n`;
  });
  return [HEAD, ...sections].join('\n');
}

function bodyOf(report: string, name: SectionName): string | null {
  const start = report.indexOf(open(name));
  const end = report.indexOf(close(name));
  if (start < 0 || end < start) return null;
  return report
    .slice(start + open(name).length, end)
    .trim()
    .replace(/^## .*\n+/u, '');
}

const open = (name: SectionName) => `<!-- ${name} -->`;
const close = (name: SectionName) => `<!-- /${name} -->`;
