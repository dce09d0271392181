import { type Citable, formatPlace } from '../domain/policy/citation.ts';
import {
  type Clause,
  clauseText,
  hasPage,
  paragraphText,
  sentencesOf,
} from '../domain/policy/clause.ts';
import { withoutSpace } from '../domain/policy/equality.ts';
import { splitPolicy } from '../domain/policy/split.ts';
import type { Advice, Problem, Section } from '../domain/problem.ts';
import { brokenCitations, forbiddenWords, foreignNumbers } from '../domain/wording.ts';
import { gapsSchema } from '../schemas/gaps.ts';
import { policySchema } from '../schemas/policy.ts';
import { termsSchema } from '../schemas/terms.ts';
import { topicsSchema } from '../schemas/topics.ts';
import { checkQuote } from './check-quote.ts';
import { checkSelfcheck } from './check-selfcheck.ts';
import { type Block, type ClauseFile, readClauseFile } from './clause-file.ts';
import type { ContentFile, ContentFiles } from './content-files.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

interface Policy extends Citable {
  clauses: Clause[];
}

/** What clauses and terms may name; `null` where the list itself cannot be read, and nothing can be said. */
interface Names {
  topics: readonly string[] | null;
  gaps: readonly string[] | null;
}

/** Everything an editor should mend in one policy's folder, `content/policies/<id>/`. */
export function checkPolicy(id: string, files: ContentFiles): Problem[] {
  const folder = `content/policies/${id}/`;
  const file = (name: string) => files.get(folder + name);
  const missing = ['policy.yml', 'source.txt'].filter((name) => !file(name));
  const [about, source] = [file('policy.yml'), file('source.txt')];
  if (!about || !source) {
    return missing.map((name) => ({
      file: folder + name,
      line: 1,
      problem: `政策文件夹 ${id} 里没有 ${name}。`,
      fix: `放入 ${name}。`,
      section: '政策信息',
    }));
  }

  const info = readYaml(about.text, policySchema, {
    file: `${folder}policy.yml`,
    section: '政策信息',
  });
  const topics = readYaml(file('topics.yml')?.text ?? '[]', topicsSchema, {
    file: `${folder}topics.yml`,
    section: '主题',
  });
  const terms = readYaml(file('terms.yml')?.text ?? '[]', termsSchema, {
    file: `${folder}terms.yml`,
    section: '词语表',
  });
  const gaps = readYaml(file('selfcheck/gaps.yml')?.text ?? '{}', gapsSchema, {
    file: `${folder}selfcheck/gaps.yml`,
    section: '没有写明',
  });
  const problems = [...info.problems, ...topics.problems, ...terms.problems, ...gaps.problems];

  const clauseFiles = [...files]
    .filter(([path]) => path.startsWith(`${folder}clauses/`) && path.endsWith('.mdx'))
    .map(([path, { text }]) => ({
      path,
      id: path.slice(`${folder}clauses/`.length, -'.mdx'.length),
      ...readClauseFile(path, text),
    }));
  problems.push(...clauseFiles.flatMap((c) => c.problems));
  if (!info.data) return problems;

  const split = splitPolicy(source.text, info.data);
  const policy: Policy = {
    id,
    title: info.data.title,
    number: info.data.number,
    clauses: split.clauses,
  };
  const names: Names = {
    topics: topics.data?.map((t) => t.id) ?? null,
    gaps: gaps.data && Object.keys(gaps.data),
  };
  for (const { hint, ...finding } of split.findings) {
    problems.push(
      hint
        ? { ...finding, file: `${folder}policy.yml`, line: info.lineAt(hint) }
        : { ...finding, file: `${folder}source.txt` },
    );
  }
  problems.push(...checkSource(folder, info, source, policy));
  problems.push(
    ...repeatedIds(`${folder}topics.yml`, topics, '主题'),
    ...repeatedIds(`${folder}terms.yml`, terms, '词语表'),
  );
  for (const clauseFile of clauseFiles) problems.push(...checkClause(clauseFile, policy, names));
  problems.push(...checkTerms(`${folder}terms.yml`, terms, policy, names));
  problems.push(...checkSelfcheck(policy, folder, files));
  // While some file cannot be read, what it would have used cannot be counted.
  if (clauseFiles.every((c) => c.data)) {
    const used = new Set(clauseFiles.flatMap((c) => c.data?.topics ?? []));
    for (const [index, topic] of (names.topics ?? []).entries()) {
      if (used.has(topic)) continue;
      problems.push({
        file: `${folder}topics.yml`,
        line: topics.lineAt([index, 'id']),
        problem: `主题“${topic}”下面一条条款也没有。`,
        fix: `在相关条款文件的 topics 里加上 ${topic}，或者删去这个主题。`,
        section: '主题',
      });
    }
  }
  return problems;
}

function checkSource(
  folder: string,
  info: YamlFile<{ title: string; number: string; sha256: string }>,
  source: ContentFile,
  policy: Policy,
): Problem[] {
  const file = `${folder}policy.yml`;
  const problems: Problem[] = [];
  const report = (key: string, words: Advice) =>
    problems.push({ file, line: info.lineAt([key]), ...words, section: '政策信息' });
  if (info.data && source.sha256 !== info.data.sha256) {
    report('sha256', {
      problem: 'source.txt 的内容与登记的 sha256 不一致，原文可能被改动过。',
      fix: `先找回收到的原文；确实换了新的原文，才写 sha256: ${source.sha256}`,
    });
  }
  if (source.text.includes('\uFFFD')) {
    const line = source.text.slice(0, source.text.indexOf('\uFFFD')).split('\n').length;
    problems.push({
      file: `${folder}source.txt`,
      line,
      problem: '这一行有无法识别的字符，文件可能不是 UTF-8 编码。',
      fix: '用 UTF-8 编码重新取得原文，不要手工补字。',
      section: '原文与分段',
    });
  }
  const printed = (role: string) =>
    policy.clauses
      .flatMap((c) => c.paragraphs)
      .filter((p) => p.role === role)
      .map(paragraphText)
      .join('');
  for (const [key, role, name] of [
    ['title', 'title', '标题'],
    ['number', 'number', '文号'],
  ] as const) {
    const there = withoutSpace(printed(role));
    if (there && withoutSpace(policy[key]) !== there) {
      report(key, {
        problem: `${name}“${policy[key]}”与原文里的不一样。`,
        fix: `写成 ${key}: ${there}`,
      });
    }
  }
  return problems;
}

function repeatedIds(
  file: string,
  list: YamlFile<readonly { id: string }[]>,
  section: Section,
): Problem[] {
  const first = new Map<string, number>();
  return (list.data ?? []).flatMap(({ id }, index) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, index);
      return [];
    }
    return {
      file,
      line: list.lineAt([index, 'id']),
      problem: `代号“${id}”用了两次，第一次在第 ${list.lineAt([before, 'id'])} 行。`,
      fix: '给其中一个换一个没有用过的代号。',
      section,
    };
  });
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
    for (const [section, words] of checkWords(why, both, policy))
      report(lineAt(['related', i, 'why']), section, words);
  });
  checkQuotes(file, clause, policy, report);
  checkBlocks(file, clause, policy, report);
  data.duties.forEach(({ who, s, marker }, i) => {
    const wrong = checkQuote(policy, clause, s, marker);
    if (wrong) report(lineAt(['duties', i, 'marker']), '职责', wrong);
    if (!withoutSpace(clauseText(clause)).includes(withoutSpace(who))) {
      report(lineAt(['duties', i, 'who']), '职责', {
        problem: `“${who}”不是 ${clause.id} 里的话。`,
        fix: 'who 照抄原文里承担这件事的单位。',
      });
    }
  });
  return problems;
}

type Report = (line: number, section: Section, words: Advice) => void;

function checkQuotes(
  { data, blocks, lineAt }: ClauseFile,
  clause: Clause,
  policy: Policy,
  report: Report,
): void {
  const used = blocks && new Set(blocks.flatMap((b) => b.sentences));
  data?.quotes.forEach(({ s, text }, i) => {
    const wrong = checkQuote(policy, clause, s, text, { whole: true });
    if (wrong) report(lineAt(['quotes', i, 'text']), '引文', wrong);
    if (data.quotes.findIndex((q) => q.s === s) !== i) {
      report(lineAt(['quotes', i, 's']), '引文', {
        problem: `第 ${s} 句在 quotes 里列了两次。`,
        fix: '删去其中一项。',
      });
    } else if (used && !used.has(s)) {
      report(lineAt(['quotes', i, 's']), '引文', {
        problem: `quotes 列了第 ${s} 句，但正文没有一段以它为依据。`,
        fix: `删去这一项，或者在依据它的那段写上 s="${s}"。`,
      });
    }
  });
}

const BLOCK_NAMES = ['Plain', 'Quote'];

function checkBlocks(
  { data, blocks }: ClauseFile,
  clause: Clause,
  policy: Policy,
  report: Report,
): void {
  const count = sentencesOf(clause).length;
  const listed = new Set(data?.quotes.map(({ s }) => s));
  for (const block of blocks ?? []) {
    const wrong = checkShape(block);
    if (wrong) {
      report(block.line, '条款文件', wrong);
      continue;
    }
    for (const s of block.sentences) {
      const sentence = sentencesOf(clause).find(({ n }) => n === s);
      if (!sentence) {
        report(block.line, '引文', {
          problem: `${clause.id} 只有 ${count} 句，没有第 ${s} 句。`,
          fix: `把 s 改成 1 到 ${count} 之间的数。`,
        });
      } else if (!listed.has(s)) {
        report(block.line, '引文', {
          problem: `这一段以第 ${s} 句为依据，但 quotes 里没有列出这一句。`,
          fix: `在 quotes 里加上：- s: ${s}，text: '${sentence.text.trim()}'`,
        });
      }
    }
    for (const [section, words] of checkWords(block.text, clauseText(clause), policy))
      report(block.line, section, words);
  }
}

function checkShape({ name, sentences, text }: Block): Advice | null {
  if (!BLOCK_NAMES.includes(name)) {
    return {
      problem: `这里只能写 <Plain> 或 <Quote>，写的是“${name === 'paragraph' ? text.slice(0, 20) : name}”。`,
      fix: '每段话都写成 <Plain s="2">……</Plain>，s 是它所依据的句子。',
    };
  }
  if (sentences.length === 0)
    return {
      problem: `<${name}> 没有写明依据哪一句。`,
      fix: `写成 <${name} s="2">，2 是句子的序号。`,
    };
  if (/[\r\n]/u.test(text))
    return { problem: '这一段中间换了行，网页上会多出一个空格。', fix: '把这一段写在一行里。' };
  return null;
}

/** What our words may not hold, each with the heading of the handbook that says so. */
function checkWords(
  ours: string,
  law: string,
  policy: Policy,
): [section: Section, advice: Advice][] {
  return [
    ...foreignNumbers(ours, law, policy).map((number): [Section, Advice] => [
      '数字',
      {
        problem: `我们的话里有数字“${number}”，原文这一条没有。`,
        fix: '删去这个数字，或者照原文的数字写。',
      },
    ]),
    ...forbiddenWords(ours).map((word): [Section, Advice] => [
      '条款文件',
      {
        problem: `我们的话里有“${word}”，原文没有这个意思。`,
        fix: '照原文写“可”“鼓励”“协助”等词，不替机关下结论。',
      },
    ]),
    ...brokenCitations(ours, policy).map((cited): [Section, Advice] => [
      '编号与地址',
      {
        problem: `我们的话里提到“${cited}”，本文件没有这一条。`,
        fix: '改成存在的编号，例如 三（四）。',
      },
    ]),
  ];
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

function unknownName(name: string, known: readonly string[] | null, file: string): Advice | null {
  if (!known || known.includes(name)) return null;
  const near = nearest(name, known);
  return {
    problem: `${file} 里没有“${name}”。`,
    fix: `${near ? `改成 ${near}，或者` : ''}先在 ${file} 里加上“${name}”。`,
  };
}

/** The known name that begins most like a mistyped one. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const shared = (other: string) => {
    let length = 0;
    while (length < name.length && name[length] === other[length]) length++;
    return length * 2 - Math.abs(name.length - other.length);
  };
  return [...known].sort((a, b) => shared(b) - shared(a))[0];
}
