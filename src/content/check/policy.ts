import type { z } from 'astro/zod';
import { type Clause, paragraphText, policyText } from '../../domain/policy/clause.ts';
import { withoutSpace } from '../../domain/policy/equality.ts';
import { splitPolicy } from '../../domain/policy/split.ts';
import type { Advice, Problem, Section } from '../../domain/problem.ts';
import { readClauseFile } from '../read/clause-file.ts';
import type { ContentFile, ContentFiles } from '../read/content-files.ts';
import { readSelfcheckFiles, topicFiles } from '../read/selfcheck-files.ts';
import { notUtf8, readYaml, type YamlFile } from '../read/yaml-file.ts';
import { type Gap, gapsSchema } from '../schemas/gaps.ts';
import { hintsSchema, type PolicyData, policySchema } from '../schemas/policy.ts';
import { type Term, termsSchema } from '../schemas/terms.ts';
import { type Topic, topicsSchema } from '../schemas/topics.ts';
import { checkAgreement } from './agreement.ts';
import { checkClause, type NamedClauseFile } from './clause.ts';
import { checkAsks, checkReplies } from './desks.ts';
import { checkMetadata } from './metadata.ts';
import { type Names, repeatedIds } from './names.ts';
import { checkSelfcheck } from './selfcheck.ts';
import { checkTerms } from './terms.ts';
import { checkWords, type Policy } from './words.ts';

/** A policy's text split into clauses; `policy` is `null` where clauses cannot be told, and `problems` says why. */
export function readPolicy(
  id: string,
  files: ContentFiles,
): { policy: Policy | null; info: YamlFile<PolicyData>; problems: Problem[] } {
  const folder = `content/policies/${id}/`;
  const [about, source] = ['policy.yml', 'source.txt'].map((name) => files.get(folder + name));
  const at = { file: `${folder}policy.yml`, section: '政策信息' } as const;
  const info = readYaml(about?.text, policySchema, at);
  const problems = [...info.problems];
  const file = `${folder}source.txt`;
  const report = (words: Advice, section: Section) =>
    problems.push({ file, line: 1, ...words, section });
  const garbled = source && notUtf8(file, source.text);
  if (!source)
    report({ problem: '没有这个文件。', fix: '放入 source.txt，也就是原文。' }, '政策信息');
  if (garbled) problems.push(garbled);
  // A slip elsewhere in policy.yml must not keep the text from being split, or it would hide all others.
  const hints = readYaml(about?.text, hintsSchema, at).data;
  if (!hints || !source || garbled) return { policy: null, info, problems };

  const { clauses, findings } = splitPolicy(source.text, hints);
  const title = hints.title ?? printed(clauses, 'title');
  const number = hints.number ?? printed(clauses, 'number');
  const policy: Policy = { id, title, number, clauses, text: policyText({ clauses }) };
  const numbered = clauses.some(({ marker }) => marker);
  problems.push(...checkSource(info, source, numbered ? policy : null, at.file));
  if (!numbered) {
    report(
      {
        problem: '原文里没有一行以编号开头（例如“一、”“（一）”“第一条”），分不出条款。',
        fix: '核对 source.txt 是不是这份政策的全文，是不是一段占一行、编号在行首。',
      },
      '原文与分段',
    );
    return { policy: null, info, problems };
  }
  for (const { hint, ...finding } of findings) {
    problems.push(
      hint ? { ...finding, file: at.file, line: info.lineAt(hint) } : { ...finding, file },
    );
  }
  return { policy, info, problems };
}

/** The lists of a policy that others refer to, as far as they are there and can be read. */
interface Lists {
  topics: ListFile<readonly Topic[]>;
  terms: ListFile<readonly Term[]>;
  gaps: ListFile<Readonly<Record<string, Gap>>>;
}

type ListFile<T> = YamlFile<T> & { file: string };

/** Everything an editor should mend in one policy's folder, `content/policies/<id>/`. */
export function checkPolicy(id: string, files: ContentFiles): Problem[] {
  const folder = `content/policies/${id}/`;
  const { policy, info, problems } = readPolicy(id, files);
  const lists = readLists(folder, files);
  const clauseFiles = [...files]
    .filter(([path]) => path.startsWith(`${folder}clauses/`))
    .map(([path, { text }]) => ({
      path,
      id: path.slice(`${folder}clauses/`.length, -'.mdx'.length),
      ...readClauseFile(path, text),
    }));
  const { topics, terms, gaps } = lists;
  for (const file of [topics, terms, gaps, ...clauseFiles]) problems.push(...file.problems);
  problems.push(
    ...missingLists(folder, files, lists, clauseFiles),
    ...repeatedIds(topics.file, topics, '主题'),
    ...repeatedIds(terms.file, terms, '词语表'),
    ...unusedTopics(topics, clauseFiles),
  );
  if (!policy) return problems;

  const names: Names = {
    topics: topics.data?.map((t) => t.id) ?? null,
    gaps: gaps.data && Object.keys(gaps.data),
  };
  const selfcheck = readSelfcheckFiles(folder, files);
  problems.push(
    ...clauseFiles.flatMap((file) => checkClause(file, policy, names)),
    ...checkTerms(terms.file, terms, policy, names),
    ...checkAsks(policy, folder, files),
    ...checkReplies(policy, folder, files),
    ...checkSelfcheck(policy, folder, files, selfcheck, names.topics),
    ...checkAgreement(clauseFiles, selfcheck.data, folder),
    ...checkOurWords(policy, info, lists, `${folder}policy.yml`),
  );
  return problems;
}

/** A list that is not there is as one without entries; whether it should be there is asked elsewhere. */
function readLists(folder: string, files: ContentFiles): Lists {
  const read = <T>(name: string, schema: z.ZodType<T>, section: Section): ListFile<T> => {
    const file = folder + name;
    const text = files.get(file)?.text;
    if (text === undefined) return { file, data: null, problems: [], lineAt: () => 1 };
    return { file, ...readYaml(text, schema, { file, section }) };
  };
  return {
    topics: read('topics.yml', topicsSchema, '主题'),
    terms: read('terms.yml', termsSchema, '词语表'),
    gaps: read('selfcheck/gaps.yml', gapsSchema, '没有写明'),
  };
}

/** Lists that are not there and whose entries others use. */
function missingLists(
  folder: string,
  files: ContentFiles,
  { topics, terms, gaps }: Lists,
  clauseFiles: readonly NamedClauseFile[],
): Problem[] {
  const missing = (file: string, section: Section, slug: string | undefined): Problem => ({
    file,
    line: 1,
    problem: `没有这个文件${slug ? `，但别的文件用到了里面的代号，例如 ${slug}` : ''}。`,
    fix: `放入 ${file.slice(folder.length)}，写上用到的代号；本来有的，把它找回来。`,
    section,
  });
  const topic =
    clauseFiles.flatMap((c) => c.data?.topics ?? [])[0] ?? topicFiles(folder, files)[0]?.id;
  const gap = [
    ...clauseFiles.flatMap((c) => c.data?.open ?? []),
    ...(terms.data ?? []).flatMap((term) => term.gap ?? []),
  ][0];
  const selfcheck = [...files.keys()].some((path) => path.startsWith(`${folder}selfcheck/`));
  return [
    ...(topic !== undefined && !files.has(topics.file)
      ? [missing(topics.file, '主题', topic)]
      : []),
    ...((gap !== undefined || selfcheck) && !files.has(gaps.file)
      ? [missing(gaps.file, '没有写明', gap)]
      : []),
  ];
}

/** Topics under which no clause stands. */
function unusedTopics(
  { file, data, lineAt }: Lists['topics'],
  clauseFiles: readonly NamedClauseFile[],
): Problem[] {
  // While some file cannot be read, what it would have used cannot be counted.
  if (!clauseFiles.every((c) => c.data)) return [];
  const used = new Set(clauseFiles.flatMap((c) => c.data?.topics ?? []));
  return (data ?? []).flatMap(({ id }, index) =>
    used.has(id)
      ? []
      : {
          file,
          line: lineAt([index, 'id']),
          problem: `主题“${id}”下面一条条款也没有。`,
          fix: `在相关条款文件的 topics 里加上 ${id}，或者删去这个主题。`,
          section: '主题' as const,
        },
  );
}

/** Our own words outside the clauses' files: gaps, topics and the labels of `policy.yml`, the file `about`. */
function checkOurWords(
  policy: Policy,
  info: YamlFile<PolicyData>,
  { topics, gaps }: Lists,
  about: string,
): Problem[] {
  const said = [
    ...Object.entries(gaps.data ?? {}).flatMap(([gap, words]) =>
      (['title', 'text'] as const).map(
        (key) => [gaps.file, gaps.lineAt([gap, key]), words[key]] as const,
      ),
    ),
    ...(topics.data ?? []).flatMap((topic, i) =>
      (['title', 'summary'] as const).map(
        (key) => [topics.file, topics.lineAt([i, key]), topic[key]] as const,
      ),
    ),
    ...Object.entries(info.data?.labels ?? {}).map(
      ([clause, label]) => [about, info.lineAt(['labels', clause]), label] as const,
    ),
  ];
  return said.flatMap(([file, line, words]) =>
    checkWords(words, policy.text, policy, '原文').map(([section, advice]) => ({
      file,
      line,
      ...advice,
      section,
    })),
  );
}

function checkSource(
  info: YamlFile<PolicyData>,
  source: ContentFile,
  policy: Policy | null,
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  const report = (key: string, words: Advice) =>
    problems.push({ file, line: info.lineAt([key]), ...words, section: '政策信息' });
  if (info.data && source.sha256 !== info.data.sha256) {
    report('sha256', {
      problem: 'source.txt 的内容与登记的 sha256 不一致，原文可能被改动过。',
      fix: `先找回收到的原文；确实换了新的原文，才写 sha256: ${source.sha256}`,
    });
  }
  if (!policy) return problems;
  if (info.data)
    for (const { key, ...words } of checkMetadata(info.data, policy.clauses)) report(key, words);
  return problems;
}

/** The title or the number as the text has it, without blanks; empty where it has none. */
function printed(clauses: readonly Clause[], role: 'title' | 'number'): string {
  const paragraphs = clauses.flatMap((c) => c.paragraphs).filter((p) => p.role === role);
  return withoutSpace(paragraphs.map(paragraphText).join(''));
}
