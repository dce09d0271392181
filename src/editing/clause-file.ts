import { mdxToMdast } from 'satteri';
import type { Problem } from '../domain/problem.ts';
import { type ClauseData, clauseSchema } from '../schemas/clause.ts';
import { type Path, readYaml } from './yaml-file.ts';

/** One block of our words: `<Plain s="2 3">…</Plain>` or `<Quote s="3" />`. */
export interface Block {
  name: string;
  /** The sentences it names; empty when it names none. */
  sentences: number[];
  text: string;
  line: number;
}

/** A clause's MDX file, taken apart. */
export interface ClauseFile {
  data: ClauseData | null;
  /** `null` when the text below the settings cannot be read. */
  blocks: Block[] | null;
  problems: Problem[];
  lineAt(path: Path): number;
}

/** The parts of satteri's syntax tree that are read here. */
interface MdxNode {
  type: string;
  name?: string;
  value?: string;
  attributes?: { name?: string; value?: unknown }[];
  children?: MdxNode[];
  position?: { start: { line: number } };
}

const SECTION = '条款文件' as const;

/** Reads `clauses/p3-4.mdx`. Syntax errors, wrong fields and words outside a block are all reported at once. */
export function readClauseFile(file: string, text: string): ClauseFile {
  const fence = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(text);
  if (!fence) {
    const problem: Problem = {
      file,
      line: 1,
      problem: '文件开头没有两行 --- 夹着的设置。',
      fix: '从另一个条款文件复制开头的 --- … --- 部分，再改内容。',
      section: SECTION,
    };
    return { data: null, blocks: null, problems: [problem], lineAt: () => 1 };
  }
  const { data, problems, lineAt } = readYaml(fence[1] ?? '', clauseSchema, {
    file,
    firstLine: 2,
    section: SECTION,
  });
  const body = readMdx(file, text);
  const blocks = body.nodes?.filter((node) => node.type !== 'yaml').map(toBlock) ?? null;
  return { data, blocks, problems: [...problems, ...body.problems], lineAt };
}

/** The top-level pieces of an MDX text, or the syntax error that stops it. */
export function readMdx(
  file: string,
  text: string,
): { nodes: MdxNode[] | null; problems: Problem[] } {
  try {
    const root = mdxToMdast(text, {
      features: { frontmatter: true, smartPunctuation: false },
    }) as MdxNode;
    return { nodes: root.children ?? [], problems: [] };
  } catch (error) {
    const [, line = '1', reason = ''] =
      /^(\d+):\d+: ([\s\S]*)$/u.exec(error instanceof Error ? error.message : '') ?? [];
    const tag = /`<\/?([A-Za-z]+)>`/u.exec(reason)?.[1];
    const problem: Problem = {
      file,
      line: Number(line),
      problem: tag ? `<${tag}> 没有成对，或者结束标记写错了。` : '这一行有机器读不懂的 < 或 {。',
      fix: tag
        ? `写成一行：<${tag} s="2">……</${tag}>。`
        : '正文里不用 < 和 {；要用说明块时写成 <Plain s="2">……</Plain>，引号用英文的。',
      section: '写法',
    };
    return { nodes: null, problems: [problem] };
  }
}

function toBlock(node: MdxNode): Block {
  const s = node.attributes?.find(({ name }) => name === 's')?.value;
  const sentences =
    typeof s === 'string' && /^\s*\d+(\s+\d+)*\s*$/u.test(s)
      ? s.trim().split(/\s+/u).map(Number)
      : [];
  return {
    name: node.name ?? node.type,
    sentences,
    text: textOf(node),
    line: node.position?.start.line ?? 1,
  };
}

function textOf(node: MdxNode): string {
  return (node.value ?? '') + (node.children ?? []).map(textOf).join('');
}
