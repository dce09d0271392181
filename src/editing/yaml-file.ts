import type { z } from 'astro/zod';
import {
  type Document,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { Advice, Problem, Section } from '../domain/problem.ts';

/** Where in a document: names and places, as zod gives them. */
export type Path = readonly (string | number)[];

/** What a YAML text holds, with the way back to its lines. */
export interface YamlFile<T> {
  /** `null` when it cannot be used; then `problems` says why. */
  data: T | null;
  problems: Problem[];
  /** The line of an entry, or of the nearest thing round it. */
  lineAt(path: Path): number;
}

interface Place {
  file: string;
  /** Line of the file on which the YAML begins, from 1. */
  firstLine?: number;
  /** Heading of the handbook that explains this file. */
  section: Section;
}

const SYNTAX: Section = '写法';

/** Reads YAML by a schema. Everything wrong is reported at once, each with its true line. */
export function readYaml<T>(text: string, schema: z.ZodType<T>, place: Place): YamlFile<T> {
  const { file, firstLine = 1, section } = place;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const lineAt = (path: Path) => lineOf(nearest(document, path)?.range?.[0] ?? 0);

  if (document.errors.length) {
    const problems = document.errors.map((error) => ({
      file,
      line: lineOf(error.pos[0]),
      ...explain(error),
      section: SYNTAX,
    }));
    return { data: null, problems, lineAt };
  }
  const result = schema.safeParse(document.toJS() ?? undefined);
  if (result.success) return { data: result.data, problems: [], lineAt };
  const problems = result.error.issues.map((issue) => {
    const path = issue.path as Path;
    const named = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
    return { file, line: lineAt(named), ...describe(issue, document), section };
  });
  return { data: null, problems, lineAt };
}

/** The node at a path, or the nearest one round it that stands in the text; for a key of a map, the key itself. */
function nearest(document: Document, path: Path): Node | null {
  for (let length = path.length; length >= 0; length--) {
    const parent = length > 0 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
    if (length > 0 && isNode(parent) && 'items' in parent) {
      const key = path[length - 1];
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && item.key.value === key,
      );
      if (isPair(pair) && isNode(pair.key)) return pair.key;
    }
    const node = length > 0 ? document.getIn(path.slice(0, length), true) : document.contents;
    if (isNode(node)) return node;
  }
  return null;
}

const SYNTAX_WORDS: Partial<Record<YAMLError['code'], Advice>> = {
  DUPLICATE_KEY: { problem: '同一个名字在这里写了两次。', fix: '留下一个，另一个删去或改名。' },
  TAB_AS_INDENT: { problem: '行首用了制表符（Tab）。', fix: '把行首的制表符换成空格。' },
  BAD_INDENT: { problem: '这一行的缩进和上下行对不齐。', fix: '行首的空格数与同级的行一样多。' },
  MISSING_CHAR: {
    problem: '引号或括号没有成对，或冒号后面少了空格。',
    fix: '补上另一半引号或括号；冒号后面留一个空格。',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: '一行里有两个“名字: 内容”。',
    fix: '分成两行；内容里本来有冒号的，用引号把整个内容括起来。',
  },
};

function explain(error: YAMLError): Advice {
  return (
    SYNTAX_WORDS[error.code] ?? {
      problem: '机器读不懂这一行附近的写法。',
      fix: '检查冒号后的空格、成对的引号和行首缩进；内容以“、《、@、# 或数字开头的，用英文单引号括起来。',
    }
  );
}

/** What zod found, in the words of someone who fills in a form. */
function describe(issue: z.core.$ZodIssue, document: Document): Advice {
  const name = nameOf(issue.path as Path);
  const node = document.getIn(issue.path, true);
  const written = isScalar(node) ? String(node.source ?? node.value) : null;
  if (issue.code === 'unrecognized_keys') {
    return {
      problem: `多写了“${issue.keys.join('”“')}”，这里没有这一项。`,
      fix: '删去它，或对照手册改成正确的名字。',
    };
  }
  if (node === undefined || node === null) {
    return { problem: `缺少${name}这一项。`, fix: `补上 ${String(issue.path.at(-1) ?? '')}: …` };
  }
  if (isScalar(node) && typeof node.value === 'number' && issue.code === 'invalid_type') {
    return {
      problem: `${name}写的是 ${written}，没有加引号，机器会当成数字 ${node.value}。`,
      fix: `加上引号，写成 '${written}'。`,
    };
  }
  return {
    problem: `${name}${written ? `写的是“${written}”，` : ''}不合要求。`,
    fix: `${issue.message}。`,
  };
}

/** `[0, 'quote'] → 第 1 项的“quote”`, `['concerns', 1] → “concerns”的第 2 项`. */
function nameOf(path: Path): string {
  const steps = path.map((step) => (typeof step === 'number' ? `第 ${step + 1} 项` : `“${step}”`));
  return steps.join('的') || '这个文件';
}
