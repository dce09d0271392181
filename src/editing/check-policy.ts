import type { z } from 'astro/zod';
import { formatPlace } from '../domain/policy/citation.ts';
import {
  type Clause,
  clauseText,
  hasPage,
  paragraphText,
  policyText,
  sentencesOf,
} from '../domain/policy/clause.ts';
import { withoutSpace } from '../domain/policy/equality.ts';
import { splitPolicy } from '../domain/policy/split.ts';
import type { Advice, Problem, Section } from '../domain/problem.ts';
import { gapsSchema } from '../schemas/gaps.ts';
import { hintsSchema, type PolicyData, policySchema } from '../schemas/policy.ts';
import { termsSchema } from '../schemas/terms.ts';
import { topicsSchema } from '../schemas/topics.ts';
import { checkAsks, checkReplies } from './check-desks.ts';
import { nearest, repeatedIds, unknownName } from './check-names.ts';
import { checkQuote, noSuchSentence } from './check-quote.ts';
import { checkSelfcheck } from './check-selfcheck.ts';
import { checkWords, type Policy } from './check-words.ts';
import { type ClauseFile, readClauseFile } from './clause-file.ts';
import type { ContentFile, ContentFiles } from './content-files.ts';
import { topicFiles } from './selfcheck-files.ts';
import { notUtf8, readYaml, type YamlFile } from './yaml-file.ts';

/** What clauses and terms may name; `null` where the list itself cannot be read, and nothing can be said. */
interface Names {
  topics: readonly string[] | null;
  gaps: readonly string[] | null;
}

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

/** Everything an editor should mend in one policy's folder, `content/policies/<id>/`. */
export function checkPolicy(id: string, files: ContentFiles): Problem[] {
  const folder = `content/policies/${id}/`;
  const { policy, info, problems } = readPolicy(id, files);
  const read = <T>(name: string, schema: z.ZodType<T>, section: Section) => {
    const file = folder + name;
    const text = files.get(file)?.text;
    if (text === undefined) return { file, data: null, problems: [], lineAt: () => 1 };
    return { file, ...readYaml(text, schema, { file, section }) };
  };
  const topics = read('topics.yml', topicsSchema, '主题');
  const terms = read('terms.yml', termsSchema, '词语表');
  const gaps = read('selfcheck/gaps.yml', gapsSchema, '没有写明');
  const clauseFiles = [...files]
    .filter(([path]) => path.startsWith(`${folder}clauses/`))
    .map(([path, { text }]) => ({
      path,
      id: path.slice(`${folder}clauses/`.length, -'.mdx'.length),
      ...readClauseFile(path, text),
    }));
  for (const file of [topics, terms, gaps, ...clauseFiles]) problems.push(...file.problems);

  const used = {
    topics: clauseFiles.flatMap((c) => c.data?.topics ?? []),
    gaps: [
      ...clauseFiles.flatMap((c) => c.data?.open ?? []),
      ...(terms.data ?? []).flatMap((term) => term.gap ?? []),
    ],
  };
  const selfcheck = [...files.keys()].some((path) => path.startsWith(`${folder}selfcheck/`));
  const missing = (name: string, section: Section, slug: string | undefined) =>
    problems.push({
      file: folder + name,
      line: 1,
      problem: `没有这个文件${slug ? `，但别的文件用到了里面的代号，例如 ${slug}` : ''}。`,
      fix: `放入 ${name}，写上用到的代号；本来有的，把它找回来。`,
      section,
    });
  const usedTopic = used.topics[0] ?? topicFiles(folder, files)[0]?.id;
  const noTopics = !files.has(topics.file) && usedTopic !== undefined;
  const noGaps = !files.has(gaps.file) && (used.gaps.length > 0 || selfcheck);
  if (noTopics) missing('topics.yml', '主题', usedTopic);
  if (noGaps) missing('selfcheck/gaps.yml', '没有写明', used.gaps[0]);

  const names: Names = {
    topics: topics.data?.map((t) => t.id) ?? null,
    gaps: gaps.data && Object.keys(gaps.data),
  };
  problems.push(
    ...repeatedIds(topics.file, topics, '主题'),
    ...repeatedIds(terms.file, terms, '词语表'),
  );
  // While some file cannot be read, what it would have used cannot be counted.
  if (clauseFiles.every((c) => c.data)) {
    for (const [index, topic] of (names.topics ?? []).entries()) {
      if (used.topics.includes(topic)) continue;
      problems.push({
        file: topics.file,
        line: topics.lineAt([index, 'id']),
        problem: `主题“${topic}”下面一条条款也没有。`,
        fix: `在相关条款文件的 topics 里加上 ${topic}，或者删去这个主题。`,
        section: '主题',
      });
    }
  }
  if (!policy) return problems;

  for (const clauseFile of clauseFiles) problems.push(...checkClause(clauseFile, policy, names));
  problems.push(...checkTerms(terms.file, terms, policy, names));
  problems.push(...checkAsks(policy, folder, files), ...checkReplies(policy, folder, files));
  problems.push(...checkSelfcheck(policy, folder, files, names.topics));
  const say = (file: string, line: number, words: string) => {
    for (const [section, advice] of checkWords(words, policy.text, policy, '原文'))
      problems.push({ file, line, ...advice, section });
  };
  for (const [gap, words] of Object.entries(gaps.data ?? {})) {
    for (const key of ['title', 'text'] as const)
      say(gaps.file, gaps.lineAt([gap, key]), words[key]);
  }
  for (const [i, topic] of (topics.data ?? []).entries()) {
    for (const key of ['title', 'summary'] as const)
      say(topics.file, topics.lineAt([i, key]), topic[key]);
  }
  for (const [clause, label] of Object.entries(info.data?.labels ?? {}))
    say(`${folder}policy.yml`, info.lineAt(['labels', clause]), label);
  return problems;
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
  for (const [key, role, name] of [
    ['title', 'title', '标题'],
    ['number', 'number', '文号'],
  ] as const) {
    const there = printed(policy.clauses, role);
    if (there && withoutSpace(policy[key]) !== there) {
      report(key, {
        problem: `${name}“${policy[key]}”与原文里的不一样。`,
        fix: `写成 ${key}: ${there}`,
      });
    }
  }
  return problems;
}

/** The title or the number as the text has it, without blanks; empty where it has none. */
function printed(clauses: readonly Clause[], role: 'title' | 'number'): string {
  const paragraphs = clauses.flatMap((c) => c.paragraphs).filter((p) => p.role === role);
  return withoutSpace(paragraphs.map(paragraphText).join(''));
}

interface NamedClauseFile extends ClauseFile {
  path: string;
  id: string;
}

function checkClause(file: NamedClauseFile, policy: Policy, names: Names): Problem[] {
  const problems: Problem[] = [];
  const report = (line: number, section: Section, words: Advice) =>
    problems.push({ file: file.path, line, ...words, section });
  const clause = policy.clauses.find((c) => c.id === file.id && hasPage(c));
  if (!clause) {
    report(1, '编号与地址', unknownClause(file.id, policy));
    return problems;
  }
  checkBlocks(file, clause, policy, report);
  if (!file.data) return problems;
  const { data, lineAt } = file;

  data.topics.forEach((topic, i) => {
    const wrong = unknownName(topic, names.topics, 'topics.yml');
    if (wrong) report(lineAt(['topics', i]), '主题', wrong);
  });
  data.open.forEach((gap, i) => {
    const wrong = unknownName(gap, names.gaps, 'selfcheck/gaps.yml');
    if (wrong) report(lineAt(['open', i]), '没有写明', wrong);
  });
  data.related.forEach(({ clause: other, why }, i) => {
    const line = lineAt(['related', i, 'clause']);
    if (other === clause.id) {
      report(line, '条款文件', { problem: `相关条款 ${other} 就是本条。`, fix: '删去这一项。' });
    } else if (!policy.clauses.some((c) => c.id === other && hasPage(c))) {
      report(line, '编号与地址', unknownClause(other, policy));
    }
    // What another clause holds may be said of it here.
    const both =
      clauseText(clause) + clauseText(policy.clauses.find((c) => c.id === other) ?? clause);
    for (const [section, words] of checkWords(why, both, policy, '原文这一条'))
      report(lineAt(['related', i, 'why']), section, words);
  });
  checkQuotes(file, clause, policy, report);
  return problems;
}

type Report = (line: number, section: Section, words: Advice) => void;

function checkQuotes(
  { data, blocks, complete, lineAt }: ClauseFile,
  clause: Clause,
  policy: Policy,
  report: Report,
): void {
  const used = new Set(blocks.flatMap((b) => b.sentences));
  // A block that cannot be read, or names a sentence that is not there, may have meant any.
  const certain = complete && [...used].every((s) => s <= sentencesOf(clause).length);
  data?.quotes.forEach(({ s, text }, i) => {
    const wrong = checkQuote(policy, clause, s, text, { whole: true });
    if (wrong) report(lineAt(['quotes', i, 'text']), '引文', wrong);
    if (data.quotes.findIndex((q) => q.s === s) !== i) {
      report(lineAt(['quotes', i, 's']), '引文', {
        problem: `第 ${s} 句在 quotes 里列了两次。`,
        fix: '删去其中一项。',
      });
    } else if (certain && !used.has(s)) {
      report(lineAt(['quotes', i, 's']), '引文', {
        problem: `quotes 列了第 ${s} 句，但正文没有一段以它为依据。`,
        fix: `删去这一项，或者在依据它的那段写上 s="${s}"。`,
      });
    }
  });
}

function checkBlocks(
  { data, blocks }: ClauseFile,
  clause: Clause,
  policy: Policy,
  report: Report,
): void {
  const listed = data && new Set(data.quotes.map(({ s }) => s));
  for (const block of blocks) {
    for (const s of block.sentences) {
      const sentence = sentencesOf(clause).find(({ n }) => n === s);
      if (!sentence) {
        report(block.line, '引文', noSuchSentence(clause, s));
      } else if (listed && !listed.has(s)) {
        report(block.line, '引文', {
          problem: `这一段以第 ${s} 句为依据，但 quotes 里没有列出这一句。`,
          fix: `在 quotes 里加上：- s: ${s}，text: '${sentence.text.trim()}'`,
        });
      }
    }
    for (const [section, words] of checkWords(block.text, clauseText(clause), policy, '原文这一条'))
      report(block.line, section, words);
  }
}

function checkTerms(
  file: string,
  terms: YamlFile<
    readonly {
      id: string;
      term: string;
      clause: string;
      s: number;
      quote: string;
      defined: string;
      where?: string | undefined;
      gap?: string | undefined;
    }[]
  >,
  policy: Policy,
  names: Names,
): Problem[] {
  const problems: Problem[] = [];
  terms.data?.forEach((term, i) => {
    const report = (key: string, section: Section, words: Advice) =>
      problems.push({ file, line: terms.lineAt([i, key]), ...words, section });
    const clause = policy.clauses.find((c) => c.id === term.clause && hasPage(c));
    if (!clause) {
      report('clause', '编号与地址', unknownClause(term.clause, policy));
      return;
    }
    for (const key of ['term', 'quote'] as const) {
      const wrong = checkQuote(policy, clause, term.s, term[key]);
      if (wrong) report(key, key === 'term' ? '词语表' : '引文', wrong);
    }
    if (term.defined === 'elsewhere' && !term.where) {
      report('defined', '词语表', {
        problem: '写了 elsewhere，但没有写见哪个文件。',
        fix: "加一行 where: '《意见》（平发〔2018〕12号）'",
      });
    }
    const unknown =
      term.gap === undefined ? null : unknownName(term.gap, names.gaps, 'selfcheck/gaps.yml');
    if (unknown) report('gap', '没有写明', unknown);
  });
  return problems;
}

function unknownClause(id: string, policy: Policy): Advice {
  const known = policy.clauses.filter(hasPage);
  const near = nearest(
    id,
    known.map((c) => c.id),
  );
  const label = near && `${near}（${formatPlace(policy, near)}）`;
  return {
    problem: `原文里没有条款“${id}”。`,
    fix: `改成原文里有的编号${label ? `，例如 ${label}` : ''}。`,
  };
}
