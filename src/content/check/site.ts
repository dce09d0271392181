import type { Problem } from '../../domain/problem.ts';
import type { Content } from '../read/content.ts';
import type { Policy } from '../read/policy.ts';
import { checkClaims } from './words.ts';

/** The site's own two files. Their words are held against all policies together. */
export function checkSite({ site, about, policies }: Content): Problem[] {
  const problems = [...site.problems, ...about.problems];
  if (!site.data) return problems;
  const { rootPolicy, closing } = site.data;
  const ids = policies.map(({ id }) => id);
  if (ids.length === 0 || (rootPolicy && !ids.includes(rootPolicy))) {
    problems.push({
      file: site.file,
      line: site.lineAt(['rootPolicy']),
      problem: rootPolicy ? `没有叫“${rootPolicy}”的政策文件夹。` : '一份政策也没有。',
      fix: ids.length
        ? `改成 policies 下有的文件夹名：${ids.join('、')}；或者写 ''。`
        : '先在 policies 下加一份政策。',
      section: '站点设置',
    });
  }
  const [brace] = /[{}]/u.exec(closing) ?? [];
  if (brace)
    problems.push({
      file: site.file,
      line: site.lineAt(['closing']),
      problem: `closing 里有花括号“${brace}”，这里没有空位可填。`,
      fix: '直接写文字；它会填进答复的空位 {结语}。',
      section: '站点设置',
    });
  const held = policies.flatMap(({ policy }) => policy ?? []);
  if (held.length === 0) return problems;
  for (const key of ['name', 'description', 'notice', 'closing'] as const)
    problems.push(...claims(site.file, site.lineAt([key]), site.data[key], held));
  for (const { line, text } of about.prose) problems.push(...claims(about.file, line, text, held));
  return problems;
}

/** What none of the policies bears out. */
function claims(file: string, line: number, words: string, policies: readonly Policy[]): Problem[] {
  const law = policies.map(({ text }) => text).join('\n');
  const found = policies.map((policy) => checkClaims(words, law, policy));
  const [first = [], ...others] = found;
  return first
    .filter(([, { problem }]) =>
      others.every((other) => other.some(([, advice]) => advice.problem === problem)),
    )
    .map(([section, advice]) => ({ file, line, ...advice, section }));
}
