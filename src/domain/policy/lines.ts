import type { Finding } from '../problem.ts';
import { isBlank } from './fold.ts';
import { readMarker } from './marker.ts';

/** A line of the source that an editor says goes on in the next one that is not blank. */
export interface Join {
  line: number;
  reason: string;
}

/** Lines that belong together, with the line breaks between them dropped and nothing else. */
export interface JoinedLine {
  text: string;
  lines: [first: number, last: number];
}

const SECTION = '分页与接行';

/** A line as an editor counts it, and the breaks that end one: CRLF, LF or CR. */
const BREAK = /\r\n|\n|\r/u;
/** What else ends a line of text: line and paragraph separators, next line, form feed and vertical tab. */
const INNER_BREAK = /[\v\f\u0085\u2028\u2029]/u;

/** The lines of a source, numbered from 1 as an editor counts them, cut at every other sign that ends a line of text. */
function linesOf(source: string): { text: string; line: number }[] {
  return source.split(BREAK).flatMap((text, index) =>
    // In a row of a table a vertical tab parts the paragraphs of a cell.
    (text.includes('\t') ? text.split(/[\f\u0085\u2028\u2029]/u) : text.split(INNER_BREAK)).map(
      (part) => ({ text: part, line: index + 1 }),
    ),
  );
}

/** The text of a source as it must come back: without blank lines and breaks, those that joins drop and those that stay. */
export function withoutBreaks(source: string): string {
  return linesOf(source)
    .filter(({ text }) => !isBlank(text))
    .map(({ text }) => text)
    .join('');
}

/**
 * The lines of a source that are not blank, joined where an editor says a page break cut a sentence.
 * Only line breaks and blank lines go; a join that is none is reported and not done. `isText` are lines that an editor says
 * begin with no number.
 */
export function joinLines(
  source: string,
  joins: readonly Join[],
  isText: (line: number) => boolean = () => false,
): { lines: JoinedLine[]; findings: Finding[] } {
  const all = linesOf(source);
  const full = all.filter(({ text }) => !isBlank(text));
  const count = all.at(-1)?.line ?? 0;
  const wanted = new Map(joins.map((join, index) => [join.line, index]));
  const findings: Finding[] = [];
  const lines: JoinedLine[] = [];
  let goesOn = false;
  for (const [index, { text, line }] of full.entries()) {
    const last = lines.at(-1);
    if (goesOn && last) {
      last.text += text;
      last.lines[1] = line;
    } else {
      lines.push({ text, lines: [line, line] });
    }
    goesOn = false;
    const next = full[index + 1];
    const join = next?.line === line ? undefined : wanted.get(line);
    if (join === undefined) continue;
    wanted.delete(line);
    const why = whyNoJoin(text, next?.text, next !== undefined && isText(next.line));
    if (why) findings.push(noJoin(line, join, why));
    else goesOn = true;
  }
  for (const [line, join] of wanted) {
    findings.push(noJoin(line, join, line > count || line < 1 ? '原文没有这一行' : '这一行是空行'));
  }
  return { lines, findings };
}

function whyNoJoin(text: string, next: string | undefined, isText: boolean): string | null {
  if (next === undefined) return '后面没有文字了';
  if (/[。！？]\s*$/u.test(text)) return `这一行以“${text.trimEnd().at(-1)}”结束，句子已经完了`;
  if (!isText && readMarker(next))
    return `下一行以编号“${readMarker(next)?.printed.trim()}”开头，是新的一段`;
  return null;
}

function noJoin(line: number, join: number, why: string): Finding {
  return {
    line,
    hint: ['joins', join],
    problem: `joins 把原文第 ${line} 行接到下一行，但${why}。`,
    fix: `从 joins 里删去 line: ${line} 这一项；如果行号写错了，改成被分页截断的那一行。`,
    section: SECTION,
  };
}
