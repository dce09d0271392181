import type { z } from 'astro/zod';
import {
  type Document,
  isAlias,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  visit,
} from 'yaml';
import type { Advice, Problem, Section } from '../../domain/problem.ts';

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

/** Something wrong at an offset of the text. */
interface Slip extends Advice {
  at: number;
}

const SYNTAX: Section = '写法';
// Astro reads YAML with js-yaml, which takes an unquoted day for a date; `<<` stays a name, and so an unknown one.
const AS_ASTRO: Parameters<typeof parseDocument>[1] = {
  schema: 'core',
  customTags: ['timestamp'],
  prettyErrors: false,
  logLevel: 'error',
};

/**
 * Reads YAML by a schema. What breaks the syntax is reported once, at its first place, because all after it is only
 * a consequence; everything else at once, each with its true line.
 */
export function readYaml<T>(
  text: string | undefined,
  schema: z.ZodType<T>,
  place: Place,
): YamlFile<T> {
  const { file, firstLine = 1, section } = place;
  if (text === undefined) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return unusable({
      file,
      line: 1,
      problem: '没有这个文件。',
      fix: `放入 ${name}，照手册“${section}”一节写。`,
      section,
    });
  }
  const garbled = notUtf8(file, text);
  if (garbled) return unusable(garbled);

  const lines = new LineCounter();
  const document = parseDocument(text, { ...AS_ASTRO, lineCounter: lines });
  const lineOf = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const lineAt = (path: Path) => lineOf(nearest(document, path)?.range?.[0] ?? 0);
  const locate = ({ at, ...words }: Slip): Problem => ({
    file,
    line: lineOf(at),
    ...words,
    section: SYNTAX,
  });

  const broken = brokenSyntax(document, text);
  if (broken) return { data: null, problems: [locate(broken)], lineAt };
  if (isEmpty(document.contents)) {
    return unusable({
      file,
      line: firstLine,
      problem: firstLine > 1 ? '两行 --- 之间是空的。' : '这个文件是空的。',
      fix: `照手册“${section}”一节把内容写上。`,
      section,
    });
  }
  const problems = falseQuotes(document).map(locate);
  const result = schema.safeParse(document.toJS());
  if (!result.success) {
    const colon = slippedColon(text);
    if (colon) return { data: null, problems: [locate(colon)], lineAt };
    const { issues } = result.error;
    const mistyped = issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.flatMap((key) => {
            const name = COLON_IN_KEY.exec(key)?.[1];
            return name ? [[...issue.path, name].join()] : [];
          })
        : [],
    );
    for (const issue of issues) {
      const path = issue.path as Path;
      const named = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
      const line = lineAt(named);
      // What was reported already is not missing, too.
      if (mistyped.includes(path.join())) continue;
      if (problems.some((p) => p.line === line && p.section === SYNTAX)) continue;
      problems.push({ file, line, ...describe(issue, document), section });
    }
  }
  return { data: result.data ?? null, problems, lineAt };
}

/** A file of which nothing more can be said. */
function unusable(problem: Problem): YamlFile<never> {
  return { data: null, problems: [problem], lineAt: () => problem.line };
}

/** The first characters that were not UTF-8 (a file saved as GBK, for example); `null` where all are. */
export function notUtf8(file: string, text: string): Problem | null {
  const at = text.indexOf('\uFFFD');
  if (at < 0) return null;
  return {
    file,
    line: text.slice(0, at).split('\n').length,
    problem: '这一行有无法识别的字符，文件可能不是 UTF-8 编码。',
    fix: '用编辑器打开原来的文件，另存为 UTF-8 编码；已经变成乱码的，找回原来的文件，不要手工补字。',
    section: file.endsWith('/source.txt') ? '原文与分段' : SYNTAX,
  };
}

/** The node at a path, or the nearest one round it that stands in the text; for a key of a map, the key itself. */
function nearest(document: Document, path: Path): Node | null {
  for (let length = path.length; length >= 0; length--) {
    const parent = length > 0 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
    if (length > 0 && isNode(parent) && 'items' in parent) {
      const key = String(path[length - 1]);
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
      );
      if (isPair(pair) && isNode(pair.key)) return pair.key;
    }
    const node = length > 0 ? document.getIn(path.slice(0, length), true) : document.contents;
    if (isNode(node)) return node;
  }
  return null;
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

// Syntax -----------------------------------------------------------------------------------------

const FALSE_QUOTES: Advice = {
  problem: '内容用全角引号括了起来；机器只认英文引号，会把全角引号当成内容。',
  fix: "把外层的引号换成英文单引号：'……'；引号本身就是内容的，外面再加一对英文单引号：'“……”'。",
};
const TAB: Advice = {
  problem: '行首用了制表符（Tab）。',
  fix: '把行首的制表符换成空格。',
};
const DUPLICATE: Advice = {
  problem: '同一个名字在这里写了两次。',
  fix: '留下一个，另一个删去或改名。',
};
const SYNTAX_WORDS: Record<string, Advice> = {
  TAB_AS_INDENT: TAB,
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
const UNREADABLE: Advice = {
  problem: '机器读不懂这一行附近的写法。',
  fix: '检查冒号后的空格、成对的引号和行首缩进；内容以“、《、@、# 或数字开头的，用英文单引号括起来。',
};

/** Signs at the head of a text that YAML takes for its own. */
const SPECIAL = /(?<=^|: +|- +)[!&*@`%].*$|(?<=[[,] *)[!&*@`%][^,\]]*/u;

function specialSign(written: string): Advice {
  return {
    problem: `内容以 ${written.charAt(0)} 开头，机器会当成特殊记号，不当成文字。`,
    fix: `用英文单引号括起来：'${written.trim().replaceAll("'", "''")}'。`,
  };
}

function lineRound(text: string, at: number): string {
  return /^.*/u.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1))?.[0] ?? '';
}

/** The first thing that keeps a text from being read as it was meant. */
function brokenSyntax(document: Document, text: string): Slip | null {
  const errors = [...document.errors, ...document.warnings];
  const first = errors.sort((a, b) => a.pos[0] - b.pos[0])[0];
  if (!first) return borrowed(document, text);
  const at = first.pos[0];
  const line = lineRound(text, at);
  if (/^ *\t/u.test(line)) return { at, ...TAB };
  if (first.code === 'DUPLICATE_KEY') return { at, ...DUPLICATE };
  const colon = slippedColon(text);
  if (colon) return colon;
  if (/^[^:]*: +[‘“]/u.test(line)) return { at, ...FALSE_QUOTES };
  const special = SPECIAL.exec(line)?.[0];
  return { at, ...(special ? specialSign(special) : (SYNTAX_WORDS[first.code] ?? UNREADABLE)) };
}

/** YAML's own way to use a piece twice (`&x`, `*x`): with us a sign that a text should have been quoted. */
function borrowed(document: Document, text: string): Slip | null {
  let at: number | null = null;
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && !node.anchor) return;
      at = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  if (at === null) return null;
  return { at, ...specialSign(SPECIAL.exec(lineRound(text, at))?.[0] ?? '&') };
}

/** `title：x` and `title:x`, where `title: x` was meant. */
function slippedColon(text: string): Slip | null {
  const match = /^[ ]*(?:- +)?([A-Za-z][\w-]*)(：[ ]*|:(?=[^\s/]))(.*)$/mu.exec(text);
  if (!match) return null;
  const [line, name = '', colon, rest = ''] = match;
  return { at: match.index + line.indexOf(name), ...rightColon(name, colon, rest) };
}

/** `{ line:11 }`: a name and a value taken for a name. */
const COLON_IN_KEY = /^([A-Za-z][\w-]*)([：:])(.*)$/u;

function rightColon(name: string, colon: string | undefined, rest: string): Advice {
  return {
    problem: colon?.startsWith('：')
      ? `“${name}”后面是全角冒号，机器认不出这一项。`
      : `“${name}:”后面少了一个空格，机器认不出这一项。`,
    fix: `用半角冒号，后面空一格：${name}: ${rest.trim()}`,
  };
}

/** Unquoted texts that ‘ or “ opens as if it were a quotation mark of YAML. */
function falseQuotes(document: Document): Slip[] {
  const slips: Slip[] = [];
  visit(document, {
    Scalar: (_, { type, value, range }) => {
      if (type !== Scalar.PLAIN || typeof value !== 'string') return;
      if (/^‘|^“[^“”]*”?$/u.test(value)) slips.push({ at: range?.[0] ?? 0, ...FALSE_QUOTES });
    },
  });
  return slips;
}

// Schema -----------------------------------------------------------------------------------------

/** What zod found, in the words of someone who fills in a form. */
function describe(issue: z.core.$ZodIssue, document: Document): Advice {
  const name = nameOf(issue.path as Path);
  const node = document.getIn(issue.path, true);
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const [, before, colon, rest = ''] = COLON_IN_KEY.exec(key) ?? [];
    if (before) return rightColon(before, colon, rest);
    return {
      problem: `多写了“${issue.keys.join('”“')}”，这里没有这一项。`,
      fix: '删去它，或对照手册改成正确的名字。',
    };
  }
  if (issue.code === 'invalid_key') {
    return {
      problem: `${name}不能用作代号。`,
      fix: `${inChinese(issue.issues[0]) ?? '对照手册改写'}。`,
    };
  }
  if (node === undefined || node === null) {
    // What we ask for by ourselves says how it looks.
    const ours = issue.code === 'custom' ? inChinese(issue) : null;
    return {
      problem: `缺少${name}这一项。`,
      fix: `补上 ${String(issue.path.at(-1) ?? '')}: …${ours ? `，${ours}` : ''}`,
    };
  }
  const wanted = issue.code === 'invalid_type' ? issue.expected : null;
  if (isScalar(node) && wanted === 'string' && node.value !== null) {
    const kind = node.value instanceof Date ? '日期' : typeof node.value === 'number' && '数字';
    const value = node.value instanceof Date ? '' : ` ${node.value}`;
    return {
      problem: `${name}写的是 ${node.source}，没有加引号，机器会当成${kind || ''}${value}。`,
      fix: `加上引号，写成 '${node.source}'。`,
    };
  }
  const written = isScalar(node) && node.value !== null ? String(node.source ?? node.value) : '';
  return {
    problem: isEmpty(node)
      ? `${name}后面是空的。`
      : `${name}${written ? `写的是“${written}”，` : ''}不合要求。`,
    fix: `${fixOf(issue, written)}。`,
  };
}

/** What to write instead. zod's own words are English, and no editor should meet them. */
function fixOf(issue: z.core.$ZodIssue, written: string): string {
  const ours = inChinese(issue);
  if (ours) return ours;
  if (issue.code === 'invalid_value')
    return `只能写 ${issue.values.join('、')}${issue.values.length > 1 ? ' 之一' : ''}`;
  if (issue.code === 'too_small') return `至少写 ${issue.minimum} 项`;
  if (issue.code !== 'invalid_type') return '对照手册改写';
  if (issue.expected === 'array') {
    const names = written.split(/[\s，、,]+/u);
    if (names.every((one) => /^[a-z][a-z0-9-]*$/u.test(one))) return `写成 [${names.join(', ')}]`;
    return '写成列表：代号写在方括号里，例如 [a, b]，别的每项一行，以“- ”开头；没有就写 []';
  }
  return '写成“名字: 内容”，一行一项';
}

function inChinese(issue: { message: string } | undefined): string | null {
  return issue && /\p{Script=Han}/u.test(issue.message) ? issue.message : null;
}

/** `[0, 'quote'] → 第 1 项的“quote”`, `['concerns', 1] → “concerns”的第 2 项`. */
function nameOf(path: Path): string {
  const steps = path.map((step) => (typeof step === 'number' ? `第 ${step + 1} 项` : `“${step}”`));
  return steps.join('的') || '这个文件';
}
