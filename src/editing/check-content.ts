import { type Problem, sortProblems } from '../domain/problem.ts';
import { aboutSchema } from '../schemas/about.ts';
import { siteSchema } from '../schemas/site.ts';
import { checkPolicy } from './check-policy.ts';
import { readMdx } from './clause-file.ts';
import type { ContentFiles } from './content-files.ts';
import { readYaml } from './yaml-file.ts';

/** Every file that may stand in `content/`; anything else is a slip of name or place. */
const KNOWN = [
  /^content\/(README\.md|site\.yml|about\.mdx)$/u,
  /^content\/policies\/[a-z][a-z0-9-]*\/(source\.txt|policy\.yml|topics\.yml|terms\.yml|selfcheck\/(facts|outcomes|gaps|ledger|personas|topics\/[a-z][a-z0-9-]*)\.yml|selfcheck\/released\.json)$/u,
  /^content\/policies\/[a-z][a-z0-9-]*\/clauses\/[a-z][a-z0-9-]*\.mdx$/u,
];

/** Everything wrong in `content/`, all at once, in reading order. An empty list means it can be built. */
export function checkContent(files: ContentFiles): Problem[] {
  const policies = new Set(
    [...files.keys()].flatMap((path) => /^content\/policies\/([^/]+)\//u.exec(path)?.[1] ?? []),
  );
  return sortProblems([
    ...strayFiles(files),
    ...checkSite(files, policies),
    ...checkAbout(files),
    ...[...policies].flatMap((id) => checkPolicy(id, files)),
  ]);
}

function strayFiles(files: ContentFiles): Problem[] {
  return [...files.keys()]
    .filter((path) => !KNOWN.some((pattern) => pattern.test(path)))
    .map((file) => ({
      file,
      line: 1,
      problem: '这里不该有这个文件，或者文件名写错了。',
      fix: '文件名用小写字母、数字和连字符；条款文件放在 clauses 里，以 .mdx 结尾，例如 clauses/p3-4.mdx。',
      section: '编号与地址',
    }));
}

function checkSite(files: ContentFiles, policies: ReadonlySet<string>): Problem[] {
  const file = 'content/site.yml';
  const { data, problems, lineAt } = readYaml(files.get(file)?.text ?? '', siteSchema, {
    file,
    section: '站点设置',
  });
  if (!data || policies.has(data.defaultPolicy)) return problems;
  return [
    {
      file,
      line: lineAt(['defaultPolicy']),
      problem: `没有叫“${data.defaultPolicy}”的政策文件夹。`,
      fix: `改成 content/policies 下有的文件夹名：${[...policies].join('、')}。`,
      section: '站点设置',
    },
  ];
}

function checkAbout(files: ContentFiles): Problem[] {
  const file = 'content/about.mdx';
  const text = files.get(file)?.text ?? '';
  const frontmatter = /^---\r?\n([\s\S]*?)\r?\n---/u.exec(text)?.[1] ?? '';
  const { problems } = readYaml(frontmatter, aboutSchema, {
    file,
    firstLine: 2,
    section: '站点设置',
  });
  return [...problems, ...readMdx(file, text).problems];
}
