import type { Finding } from '../problem.ts';
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

/** A line and the breaks that end one: CRLF, LF or CR. */
const BREAK = /\r\n|\n|\r/u;

/** Whether a line holds nothing but white space (a byte order mark counts as such). */
function isBlank(line: string): boolean {
  return line.trim() === '';
}

/**
 * The lines of a source that are not blank, joined where an editor says a page break cut a sentence.
 * Only line breaks and blank lines go; a join that is none is reported and not done.
 */
export function joinLines(
  source: string,
  joins: readonly Join[],
): { lines: JoinedLine[]; findings: Finding[] } {
  const all = source.split(BREAK);
  const full = all.flatMap((text, index) => (isBlank(text) ? [] : [{ text, line: index + 1 }]));
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
    const join = wanted.get(line);
    if (join === undefined) continue;
    wanted.delete(line);
    const why = whyNoJoin(text, full[index + 1]?.text);
    if (why) findings.push(noJoin(line, join, why));
    else goesOn = true;
  }
  for (const [line, join] of wanted) {
    findings.push(
      noJoin(line, join, line > all.length || line < 1 ? '原文没有这一行' : '这一行是空行'),
    );
  }
  return { lines, findings };
}

function whyNoJoin(text: string, next: string | undefined): string | null {
  if (next === undefined) return '后面没有文字了';
  if (/[。！？]\s*$/u.test(text)) return `这一行以“${text.trimEnd().at(-1)}”结束，句子已经完了`;
  if (readMarker(next)) return `下一行以编号“${readMarker(next)?.printed.trim()}”开头，是新的一段`;
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
