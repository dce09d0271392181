import type { z } from 'astro/zod';
import { mdxToMdast } from 'satteri';
import type { Advice, Problem, Section } from '../../domain/problem.ts';
import { type AboutData, aboutSchema } from '../schemas/about.ts';
import { type ClauseData, clauseSchema } from '../schemas/clause.ts';
import { type Part, partsOf, wrongParts } from './plain-block.ts';
import { notUtf8, readYaml, type YamlFile } from './yaml-file.ts';

/** One block: our words, `<Plain s="2 3" who="…" can="…" />`, or `<Quote s="3" />`, which has none. */
export interface Block {
  /** The sentences it names; at least one. */
  sentences: number[];
  parts: Part[];
  line: number;
}

/** A clause's MDX file, taken apart. */
export interface ClauseFile extends YamlFile<ClauseData> {
  /** The blocks that can be read. */
  blocks: Block[];
  /** Whether all could be, so that what no block names is named nowhere. */
  complete: boolean;
}

/** A piece of prose with its line. */
interface Prose {
  text: string;
  line: number;
}

/** The parts of satteri's syntax tree that are read here. */
interface MdxNode {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  attributes?: { name?: string; value?: unknown }[];
  children?: MdxNode[];
  position?: { start: { line: number }; end: { line: number } };
}

const EXAMPLE = '<Plain s="2" who="……" can="……" />';
const CLAUSE: Section = '条款文件';
const WRITING: Section = '写法';
const BLOCKS: readonly unknown[] = ['Plain', 'Quote'];
const IN_ABOUT = new Set([
  'blockquote',
  'emphasis',
  'heading',
  'inlineCode',
  'link',
  'list',
  'listItem',
  'paragraph',
  'strong',
  'text',
]);
/** What the build would run. */
const CODE = new Set(['mdxTextExpression', 'mdxFlowExpression', 'mdxjsEsm']);

/** Reads `clauses/p3-4.mdx`. Syntax errors, wrong fields and words outside a block are all reported at once. */
export function readClauseFile(file: string, text: string): ClauseFile {
  const { settings, nodes, problems } = readMdx(file, text, clauseSchema, CLAUSE);
  const report = (node: MdxNode, words: Advice, section = CLAUSE) =>
    problems.push({ file, line: lineOf(node), ...words, section });
  const blocks: Block[] = [];
  let complete = nodes !== null;
  for (const node of nodes ?? []) {
    const wrong = wrongShape(node);
    if (wrong) {
      complete = false;
      report(node, wrong, CODE.has(node.type) ? WRITING : CLAUSE);
    } else {
      const parts = partsOf(node.attributes ?? [], linesOf(node, text));
      blocks.push({ sentences: sentencesIn(node), parts, line: lineOf(node) });
    }
    for (const inner of descendants(node))
      if (CODE.has(inner.type)) report(inner, notHere(inner), WRITING);
  }
  return { ...settings, problems, blocks, complete };
}

/** Reads `about.mdx`: Markdown without anything that would be run or leave the site. */
export function readAbout(
  file: string,
  text: string | undefined,
): { data: AboutData | null; problems: Problem[]; prose: Prose[] } {
  const { settings, nodes, problems } = readMdx(file, text, aboutSchema, '站点设置');
  for (const node of (nodes ?? []).flatMap((top) => [top, ...descendants(top)])) {
    if (IN_ABOUT.has(node.type) && !leavesSite(node)) continue;
    problems.push({ file, line: lineOf(node), ...notHere(node), section: WRITING });
  }
  const prose = (nodes ?? []).map((node) => ({ text: textOf(node), line: lineOf(node) }));
  return { data: settings.data, problems, prose };
}

/** An MDX file's settings and the top-level pieces below them; `nodes` is `null` where they cannot be read. */
function readMdx<T>(
  file: string,
  text: string | undefined,
  schema: z.ZodType<T>,
  section: Section,
): { settings: YamlFile<T>; nodes: MdxNode[] | null; problems: Problem[] } {
  const only = (settings: YamlFile<T>) => ({ settings, nodes: null, problems: settings.problems });
  if (!text?.trim()) return only(readYaml(text, schema, { file, section }));
  const garbled = notUtf8(file, text);
  const fence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/u.exec(text);
  if (garbled || !fence) {
    const problem = garbled ?? {
      file,
      line: 1,
      problem: '文件开头没有两行 --- 夹着的设置。',
      fix: `照手册“${section}”一节的例子，在开头写上 --- … --- 部分。`,
      section,
    };
    return only({ data: null, problems: [problem], lineAt: () => 1 });
  }
  const settings = readYaml(fence[1] ?? '', schema, { file, firstLine: 2, section });
  try {
    const root = mdxToMdast(text, {
      features: { frontmatter: true, smartPunctuation: false },
    }) as MdxNode;
    const nodes = root.children?.filter((node) => node.type !== 'yaml') ?? [];
    return { settings, nodes, problems: [...settings.problems] };
  } catch (error) {
    const problem = unreadable(file, error instanceof Error ? error.message : '');
    return { settings, nodes: null, problems: [...settings.problems, problem] };
  }
}

function unreadable(file: string, message: string): Problem {
  const [, line = '1', reason = ''] = /^(\d+):\d+: ([\s\S]*)$/u.exec(message) ?? [];
  const tag = /`<\/?([A-Za-z]+)>`/u.exec(reason)?.[1];
  return {
    file,
    line: Number(line),
    problem: tag ? `<${tag}> 没有成对，或者结束标记写错了。` : '这一行有机器读不懂的 < 或 {。',
    fix: tag
      ? `写成 ${EXAMPLE}，末尾的 /> 不能少。`
      : `正文里不用 < 和 {；要用说明块时写成 ${EXAMPLE}，引号用英文的，末尾的 /> 不能少。`,
    section: WRITING,
  };
}

/** What keeps a top-level piece of a clause's file from being a block. */
function wrongShape(node: MdxNode): Advice | null {
  const { name, children = [] } = node;
  const sentences = sentencesIn(node);
  if (CODE.has(node.type)) return notHere(node);
  if (!isBlock(node)) {
    if (children.some(isBlock)) {
      return {
        problem: `<${children.find(isBlock)?.name}> 和别的内容连在了一起。`,
        fix: '每块单独写一行，块与块之间空一行，块外面不写字。',
      };
    }
    return {
      problem: `这里只能写 <Plain> 或 <Quote>，写的是“${name ? `<${name}>` : textOf(node).slice(0, 20)}”。`,
      fix: `每段话都写成 ${EXAMPLE}，s 是它所依据的句子。`,
    };
  }
  if (sentences.length === 0)
    return {
      problem: `<${name}> 没有写明依据哪一句。`,
      fix: `加上 s="2"，2 换成句子的序号；例如 ${name === 'Quote' ? '<Quote s="2" />' : EXAMPLE}。`,
    };
  if (name === 'Quote') {
    if (node.attributes?.length !== 1)
      return {
        problem: '<Quote> 里除了 s，还写了别的。',
        fix: `只留 s，写成 <Quote s="${sentences.join(' ')}" />。`,
      };
    if (sentences.length > 1)
      return {
        problem: `一个 <Quote> 只能引一句，这里写了 ${sentences.length} 句。`,
        fix: `分成 ${sentences.length} 块：${sentences.map((s) => `<Quote s="${s}" />`).join('、')}，中间空一行。`,
      };
    if (children.length)
      return {
        problem: '<Quote> 里面写了字；网页会自动放进原文的这一句。',
        fix: `写成 <Quote s="${sentences[0]}" />；自己的话放进 <Plain>。`,
      };
    return null;
  }
  if (children.length)
    return {
      problem: '<Plain> 和 </Plain> 之间写了字。',
      fix: `把字分到各项里，写成 ${EXAMPLE}。`,
    };
  return wrongParts(node.attributes ?? []);
}

/** What to say of a piece that may not stand where it stands. */
function notHere(node: MdxNode): Advice {
  if (node.type === 'mdxjsEsm')
    return {
      problem: '这一行以 import 或 export 开头，生成网页时会被当成程序运行。',
      fix: '删去这一行。',
    };
  if (CODE.has(node.type))
    return {
      problem: `正文里有花括号 {${node.value?.slice(0, 20)}}，里面的内容生成网页时会被当成程序运行。`,
      fix: '删去花括号；要显示的字直接写。',
    };
  if (isBlock(node))
    return {
      problem: `<${node.name}> 不能写在这里。`,
      fix: '它只用在条款文件里，单独成一块，不套在别的块里。',
    };
  if (node.type.startsWith('mdxJsx'))
    return { problem: `这里不能用 <${node.name ?? ''}>。`, fix: '删去尖括号里的标记，只留文字。' };
  if (node.type === 'image')
    return { problem: '这里不能放图片。', fix: '删去图片，改用文字说明。' };
  if (leavesSite(node))
    return {
      problem: `链接“${node.url}”指向站外，或者不是相对地址。`,
      fix: '改成站内网页的相对地址，例如 terms.html；或者只留文字。',
    };
  return {
    problem: `这里不能用这种写法：“${textOf(node).slice(0, 20)}”。`,
    fix: '写成普通的一段话，不用表格、代码、删除线等记号。',
  };
}

function leavesSite({ type, url = '' }: MdxNode): boolean {
  return type === 'link' && /^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(url);
}

function isBlock({ type, name }: MdxNode): boolean {
  return type.startsWith('mdxJsx') && BLOCKS.includes(name);
}

function sentencesIn({ attributes }: MdxNode): number[] {
  const s = attributes?.find(({ name }) => name === 's')?.value;
  if (typeof s !== 'string' || !/^\s*\d+(\s+\d+)*\s*$/u.test(s)) return [];
  return s.trim().split(/\s+/u).map(Number);
}

function* descendants(node: MdxNode): Generator<MdxNode> {
  for (const child of node.children ?? []) {
    yield child;
    yield* descendants(child);
  }
}

function lineOf(node: MdxNode): number {
  return node.position?.start.line ?? 1;
}

/** The lines it stands on, each with its number. */
function linesOf({ position }: MdxNode, text: string): { line: number; text: string }[] {
  const { start, end } = position ?? { start: { line: 1 }, end: { line: 1 } };
  const lines = text.split(/\r?\n/u).slice(start.line - 1, end.line);
  return lines.map((own, i) => ({ line: start.line + i, text: own }));
}

function textOf(node: MdxNode): string {
  const own = CODE.has(node.type) ? '' : (node.value ?? '');
  return own + (node.children ?? []).map(textOf).join('');
}
