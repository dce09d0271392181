import type { Finding } from '../problem.ts';
import type { Clause } from './clause.ts';
import type { JoinedLine } from './lines.ts';
import { follows, type Marker } from './marker.ts';
import type { Doubt } from './sequence.ts';

/* What the splitter is unsure of, each as a finding for an editor to decide. Lines are those of the source. */

const SECTION = '原文与分段' as const;

/** A way out of a doubt: what holds, and the line for `policy.yml` that says so. */
type Remedy = readonly [holds: string, list: 'joins' | 'roles' | 'printed', entry: string];

/** The remedies as they are read: what holds, the list, and its new entry, ready to copy. */
function remedies(...all: readonly Remedy[]): string {
  const said = all.map(
    ([holds, list, entry]) => `${holds}，在 policy.yml 的 ${list} 里加 - { ${entry} }`,
  );
  return `${said.join('；')}。`;
}

const asPrinted = (line: number): Remedy => [
  '对照印发件，原文就是这样印的',
  'printed',
  `line: ${line}, reason: 原文如此`,
];
const noNumber = (line: number): Remedy => [
  '这一行不以编号开头',
  'roles',
  `line: ${line}, role: body, reason: 不是编号`,
];

/** A number that does not follow the one before on its level; `next` is the one after it. */
export function outOfOrder(
  { lines: [line] }: JoinedLine,
  marker: Marker,
  before: Marker | null,
  next: Marker | null,
): Finding {
  const due = before ? `前一个同级编号是“${before.printed.trim()}”` : '前面没有同级的编号';
  // Only where the numbers round it follow each other may it be none.
  const isStray = next !== null && follows(before, next);
  return {
    line,
    kind: 'order',
    problem: `第 ${line} 行的编号“${marker.printed.trim()}”接不上：${due}。`,
    fix: `对照印发件，漏了行就补进 source.txt；${remedies(asPrinted(line), ...(isStray ? [noNumber(line)] : []))}`,
    section: SECTION,
  };
}

/** A list that begins anew; `above` is what stands above it, and may be the title of another document. */
export function restarted(
  { lines: [line] }: JoinedLine,
  marker: Marker,
  above: (JoinedLine & { marker: Marker | null }) | undefined,
): Finding {
  const title =
    above && above.marker === null && !/[。；：]\s*$/u.test(above.text) ? above.lines[0] : 0;
  const isTitle: Remedy = [
    `上面第 ${title} 行是另一份文件的标题`,
    'roles',
    `line: ${title}, role: title, reason: 另一份文件的标题`,
  ];
  return {
    line,
    kind: 'order',
    problem: `从第 ${line} 行的“${marker.printed.trim()}”起，编号又从头开始，上面没有认出另一份文件或附件的标题。`,
    fix: remedies(asPrinted(line), ...(title ? [isTitle] : [])),
    section: SECTION,
  };
}

/** A number that stood on its level before. */
export function repeatedNumber(line: number, marker: Marker): Finding {
  return {
    line,
    kind: 'order',
    problem: `第 ${line} 行的编号“${marker.printed.trim()}”在同一级里出现了两次。`,
    fix: remedies(asPrinted(line), noNumber(line)),
    section: SECTION,
  };
}

/** A line that looks like a number and may be none. Where a plainer one has its number, it is none. */
export function doubtfulNumber({ lines: [line], text }: JoinedLine, doubt: Doubt): Finding {
  const isNumber: Remedy = ['是编号', 'roles', `line: ${line}, role: clause, reason: 是编号`];
  return {
    line,
    kind: 'number',
    problem: `第 ${line} 行“${excerpt(text)}”${doubt === 'taken' ? '读成了编号' : '像编号，但没有读成编号'}，不能确定。`,
    fix: remedies(...(doubt === 'outdone' ? [] : [isNumber]), noNumber(line)),
    section: SECTION,
  };
}

/** A paragraph that stops in the middle of a sentence. */
export function unfinished(piece: JoinedLine): Finding {
  const line = piece.lines[1];
  return {
    line,
    kind: 'break',
    problem: `第 ${line} 行以“${piece.text.trimEnd().slice(-8)}”结束，没有句号，像是被分页截断。`,
    fix: remedies(
      ['句子在下一行接着写的', 'joins', `line: ${line}, reason: 分页截断`],
      ['确实到此为止的', 'printed', `line: ${line}, reason: 原文如此`],
    ),
    section: '分页与接行',
  };
}

/** Signs that cannot be seen, or that have no meaning outside the font they were made with. */
const STRANGE = /[\p{Co}\p{Cf}\ufffd]|(?!\s)\p{Cc}/u;

/** Lines with signs that readers cannot see, or will see as a box. */
export function strangeSigns(lines: readonly JoinedLine[]): Finding[] {
  return lines.flatMap(({ text, lines: [line] }) => {
    const at = text.search(STRANGE);
    if (at < 0) return [];
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const around = `${text.slice(Math.max(0, at - 6), at)}□${text.slice(at + sign.length, at + sign.length + 6)}`;
    const kind = /\p{Co}/u.test(sign) ? '只有原来的字体才显示得出' : '看不见，或者显示成方框';
    return {
      line,
      kind: 'sign' as const,
      problem: `第 ${line} 行“${around.trim()}”里的 □ 是 ${code}，${kind}。`,
      fix: `对照印发件，改成 source.txt 里应有的字，或者删去它；${remedies(asPrinted(line))}`,
      section: SECTION,
    };
  });
}

/** Findings but those of lines that an editor says are as they were issued; a line that needs no such word is told of. */
export function withoutPrinted(
  findings: readonly Finding[],
  printed: readonly { line: number }[],
): Finding[] {
  const said = new Map(printed.map(({ line }, index) => [line, index]));
  const needed = new Set<number>();
  const rest = findings.filter(({ line, kind }) => {
    if (!kind || !said.has(line)) return true;
    needed.add(line);
    return false;
  });
  const idle = [...said].filter(([line]) => !needed.has(line));
  return [
    ...rest,
    ...idle.map(([line, index]) => ({
      line,
      hint: ['printed', index] as const,
      problem: `printed 提到原文第 ${line} 行，但那一行没有要说明的地方。`,
      fix: '删去这一项；行号写错了的，改成要说明的那一行。',
      section: SECTION,
    })),
  ];
}

/** A hint for a line at which no paragraph starts; `index` is its place in the list. */
export function noSuchLine(line: number, index: number): Finding {
  return {
    line,
    hint: ['roles', index],
    problem: `roles 提到原文第 ${line} 行，但那里没有一段文字开始。`,
    fix: '改成那一段文字的第一行的行号，或者删去这一项。',
    section: SECTION,
  };
}

/** A hint that a line begins with a number, where none can be read. */
export function noNumberThere(line: number, index: number): Finding {
  return {
    line,
    hint: ['roles', index],
    problem: `roles 说原文第 ${line} 行以编号开头，但那里没有认得出的编号。`,
    fix: '核对行号；确实是编号的，请告诉开发人员是什么样的编号，先删去这一项。',
    section: SECTION,
  };
}

/** Labels of ours for what is not there or has a heading of its own. */
export function unknownLabels(
  clauses: readonly Clause[],
  labels: Readonly<Record<string, string>>,
): Finding[] {
  const byId = new Map(clauses.map((c) => [c.id, c]));
  return Object.keys(labels).flatMap((id) => {
    const clause = byId.get(id);
    const line = clause?.paragraphs[0]?.lines[0] ?? 1;
    const why = clause
      ? `条款 ${id} 在原文里有自己的标题“${clause.heading}”`
      : `原文里没有条款 ${id}`;
    if (clause && clause.heading === null) return [];
    return [
      {
        line,
        hint: ['labels', id] as const,
        problem: `labels 给 ${id} 起了名，但${why}。`,
        fix: `从 labels 里删去 ${id}。`,
        section: SECTION,
      },
    ];
  });
}

function excerpt(text: string): string {
  const characters = Array.from(text.trim().slice(0, 60));
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : characters.join('');
}
