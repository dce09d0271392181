import { type Problem, sortProblems } from '../../domain/problem.ts';
import { readAbout } from '../read/clause-file.ts';
import type { ContentFiles } from '../read/content-files.ts';
import { topicFiles } from '../read/selfcheck-files.ts';
import { notUtf8, readYaml } from '../read/yaml-file.ts';
import { siteSchema } from '../schemas/site.ts';
import { checkAliases } from './aliases.ts';
import { checkPolicy, readPolicy } from './policy.ts';
import { checkClaims, type Policy } from './words.ts';

/** Every file that may stand in `content/`; anything else is a slip of name or place. */
const KNOWN = [
  /^content\/(README\.md|site\.yml|aliases\.yml|about\.mdx)$/u,
  /^content\/policies\/[a-z][a-z0-9-]*\/(source\.txt|policy\.yml|(topics|terms|asks|replies)\.yml|selfcheck\/(facts|judgements|outcomes|gaps|ledger|personas|topics\/[a-z][a-z0-9-]*)\.yml|selfcheck\/released\.json)$/u,
  /^content\/policies\/[a-z][a-z0-9-]*\/clauses\/[a-z][a-z0-9-]*\.mdx$/u,
];
/** First parts of addresses that the site's own pages have. */
const RESERVED = [
  'topics',
  'talent',
  'employer',
  'staff',
  'terms',
  'duties',
  'about',
  'search',
  'index',
  'check',
  'review',
  'sheet',
  'qr',
  'desk',
  'search-table',
  '404',
];

/** Everything wrong in `content/`, all at once, in reading order. An empty list means it can be built. */
export function checkContent(files: ContentFiles): Problem[] {
  // A file that does not belong is reported for that alone; nothing looks into it.
  const known = new Map([...files].filter(([path]) => KNOWN.some((known) => known.test(path))));
  const ids = [...known.keys()].flatMap((path) => policyOf(path) ?? []);
  const policies = [...new Set(ids)].filter((id) => !RESERVED.includes(id));
  return sortProblems([
    ...wrongFolders(files),
    ...strayFiles(files, known),
    ...[...known].flatMap(([path, { text }]) => notUtf8(path, text) ?? []),
    ...checkSite(known, policies),
    ...policies.flatMap((id) => checkPolicy(id, known)),
  ]);
}

function policyOf(path: string): string | undefined {
  return /^content\/policies\/([^/]+)\//u.exec(path)?.[1];
}

/** Whether a policy's folder may be called so: its name is part of its address. */
function wrongName(id: string): string | null {
  if (RESERVED.includes(id)) return `“${id}”是本站其他网页的地址，政策文件夹不能用这个名字。`;
  return /^[a-z][a-z0-9-]*$/u.test(id) ? null : `政策文件夹的名字“${id}”不能用作网页地址。`;
}

function wrongFolders(files: ContentFiles): Problem[] {
  const ids = new Set([...files.keys()].flatMap((path) => policyOf(path) ?? []));
  return [...ids].flatMap((id) => {
    const problem = wrongName(id);
    if (!problem) return [];
    return {
      file: `content/policies/${id}`,
      line: 1,
      problem,
      fix: '按文号起名，用小写字母、数字和连字符，以字母开头，例如 prs-2018-156。',
      section: '编号与地址',
    };
  });
}

function strayFiles(files: ContentFiles, known: ContentFiles): Problem[] {
  return [...files.keys()]
    .filter((path) => {
      const id = policyOf(path);
      return !known.has(path) && !(id && wrongName(id));
    })
    .map((file) => ({
      file,
      line: 1,
      problem: '这里不该有这个文件，或者文件名写错了。',
      fix: '用不着的副本、临时文件删去；条款文件放在 clauses 里，用小写字母、数字和连字符起名，以 .mdx 结尾，例如 clauses/p3-4.mdx。',
      section: '编号与地址',
    }));
}

/** The site's own two files. Their words are held against the policy that the site opens with. */
function checkSite(files: ContentFiles, policies: readonly string[]): Problem[] {
  const file = 'content/site.yml';
  const site = readYaml(files.get(file)?.text, siteSchema, { file, section: '站点设置' });
  const aboutFile = 'content/about.mdx';
  const about = readAbout(aboutFile, files.get(aboutFile)?.text);
  const problems = [...site.problems, ...about.problems];
  if (!site.data) return problems;
  const { defaultPolicy } = site.data;
  problems.push(...takenAddresses([defaultPolicy, ...policies], files));
  if (!policies.includes(defaultPolicy)) {
    problems.push({
      file,
      line: site.lineAt(['defaultPolicy']),
      problem: `没有叫“${defaultPolicy}”的政策文件夹。`,
      fix: policies.length
        ? `改成 content/policies 下有的文件夹名：${policies.join('、')}。`
        : '先在 content/policies 下加一份政策，再写它的文件夹名。',
      section: '站点设置',
    });
    return problems;
  }
  problems.push(...checkAliases(defaultPolicy, files));
  const { policy } = readPolicy(defaultPolicy, files);
  if (!policy) return problems;
  for (const key of ['name', 'description', 'closing'] as const)
    problems.push(...claims(file, site.lineAt([key]), site.data[key], policy));
  const [brace] = /[{}]/u.exec(site.data.closing) ?? [];
  if (brace)
    problems.push({
      file,
      line: site.lineAt(['closing']),
      problem: `closing 里有花括号“${brace}”，这里没有空位可填。`,
      fix: '直接写文字；它会填进答复的空位 {结语}。',
      section: '站点设置',
    });
  for (const { line, text } of about.prose) problems.push(...claims(aboutFile, line, text, policy));
  return problems;
}

/** Topics of self-checks whose address another policy has: it names no policy, and the first one keeps it for ever. */
function takenAddresses(policies: readonly string[], files: ContentFiles): Problem[] {
  const owners = new Map<string, string>();
  return [...new Set(policies)].flatMap((policy) =>
    topicFiles(`content/policies/${policy}/`, files).flatMap(({ id, path }) => {
      const owner = owners.get(id);
      if (owner === undefined) {
        owners.set(id, policy);
        return [];
      }
      return {
        file: path,
        line: 1,
        problem: `${owner} 也有自查题目“${id}”，两份政策会用同一个网址 check/${id}.html。`,
        fix: `先有的那一份的网址要留着；给后加的那一份换一个代号，例如 ${id}-${policy.split('-').at(-1)}：文件名、topics.yml 的 id 和条款文件的 topics 一起改。`,
        section: '自查题目' as const,
      };
    }),
  );
}

function claims(file: string, line: number, words: string, policy: Policy): Problem[] {
  return checkClaims(words, policy.text, policy).map(([section, advice]) => ({
    file,
    line,
    ...advice,
    section,
  }));
}
