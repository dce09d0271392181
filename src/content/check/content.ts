import { type Problem, sortProblems } from '../../domain/problem.ts';
import { isReserved } from '../../routes.ts';
import { type Content, lastLookedAt, policyOf, readContent } from '../read/content.ts';
import type { ContentFiles } from '../read/folder.ts';
import type { PolicyFolder } from '../read/policy.ts';
import { notUtf8 } from '../read/yaml-file.ts';
import { checkAmbiguous } from './ambiguous.ts';
import { checkSharedAudiences } from './audiences.ts';
import { checkFills } from './fills.ts';
import { checkLexicon } from './lexicon.ts';
import { checkPolicy } from './policy.ts';
import { circlesOf } from './relations.ts';
import { checkSite } from './site.ts';

/** Every file that may stand in a content folder; anything else is a slip of name or place. */
const KNOWN = [
  /^(README\.md|(site|facts|lexicon)\.yml|about\.mdx|eval\/[\w-]+\.json)$/u,
  /^policies\/[a-z][a-z0-9-]*\/(source\.txt|intake\.md|(policy|audiences|aliases|topics|terms|answers|asks|figures|replies)\.yml|selfcheck\/(facts|judgements|outcomes|gaps|ledger|personas|people)\.yml|selfcheck\/released\.json)$/u,
  /^policies\/[a-z][a-z0-9-]*\/clauses\/[a-z][a-z0-9-]*\.mdx$/u,
  /^policies\/[a-z][a-z0-9-]*\/editions\/[^/]+\/(source\.txt|policy\.yml|amend\.md|selfcheck\/(facts|judgements|outcomes|gaps|people)\.yml)$/u,
];

/** Everything wrong in a content folder, all at once, in reading order. An empty list means it can be built. */
export function checkContent(files: ContentFiles, day?: string): Problem[] {
  // A file that does not belong is reported for that alone; nothing looks into it.
  const known = new Map(
    [...files].filter(([path]) => {
      const id = policyOf(path);
      return KNOWN.some((form) => form.test(path)) && !(id && wrongName(id));
    }),
  );
  const content = readContent(known);
  return sortProblems([
    ...wrongFolders(files),
    ...strayFiles(files, known),
    ...[...known].flatMap(([path, { text }]) => notUtf8(path, text) ?? []),
    ...checkSite(content),
    ...checkLexicon(content),
    ...checkSharedFacts(content),
    ...checkSharedAudiences(content),
    ...takenAddresses(content),
    ...sameNumbers(content),
    ...circlesOf(content.policies),
    ...checkAmbiguous(content.policies),
    ...checkFills(content, day ?? lastLookedAt(content)),
    ...content.policies.flatMap(checkPolicy),
  ]);
}

/** Whether a policy's folder may be called so: its name is part of its address. */
function wrongName(id: string): string | null {
  if (isReserved(id)) return `“${id}”是本站其他网页的地址，政策文件夹不能用这个名字。`;
  return /^[a-z][a-z0-9-]*$/u.test(id) ? null : `政策文件夹的名字“${id}”不能用作网页地址。`;
}

function wrongFolders(files: ContentFiles): Problem[] {
  const ids = new Set([...files.keys()].flatMap((path) => policyOf(path) ?? []));
  return [...ids].flatMap((id) => {
    const problem = wrongName(id);
    if (!problem) return [];
    return {
      file: `policies/${id}`,
      line: 1,
      problem,
      fix: '按文号起名，用小写字母、数字和连字符，以字母开头，例如 abc-2020-1。',
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
      fix: '用不着的副本、临时文件删去；条款文件放在 clauses 里，用小写字母、数字和连字符起名，以 .mdx 结尾，例如 clauses/p7-2.mdx。',
      section: '编号与地址',
    }));
}

/** The shared facts' own slips, and answers that a policy gives anew to what several ask alike. */
function checkSharedFacts({ facts, policies }: Content): Problem[] {
  const answered = policies.flatMap(({ selfcheck }) => selfcheck.reworded);
  return [...facts.problems, ...answered];
}

/** Audiences whose page's address a policy has. */
function takenAddresses({ policies }: Content): Problem[] {
  const ids = new Set(policies.map(({ id }) => id));
  return policies.flatMap(({ audiences: { file, data, lineAt } }) =>
    (data ?? []).flatMap(({ id }, i) =>
      ids.has(id)
        ? {
            file,
            line: lineAt([i, 'id']),
            problem: `有一份政策的文件夹也叫“${id}”，两个网页会用同一个网址 ${id}.html。`,
            fix: '给这个对象换一个代号；用到它的 concerns、asks.yml 一起改。',
            section: '对象' as const,
          }
        : [],
    ),
  );
}

/** Two policies with one number: one of them is a copy, or the number was copied with the file. */
function sameNumbers({ policies }: Content): Problem[] {
  const first = new Map<string, PolicyFolder>();
  return policies.flatMap((folder) => {
    const { info } = folder;
    const number = info.data?.number?.normalize('NFKC').replace(/\s/gu, '');
    if (!number) return [];
    const known = first.get(number);
    if (!known) {
      first.set(number, folder);
      return [];
    }
    return {
      file: info.file,
      line: info.lineAt(['number']),
      problem: `文号“${info.data?.number}”与 ${known.info.file} 的一样。`,
      fix: '核对两份文件的原文，改正写错的一份；重复收录的，删去一个文件夹。',
      section: '政策信息' as const,
    };
  });
}
