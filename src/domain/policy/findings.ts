import type { Finding } from '../problem.ts';
import type { Clause } from './clause.ts';
import type { JoinedLine } from './lines.ts';
import type { Marker } from './marker.ts';

/* What the splitter is unsure of, each as a finding for an editor to decide. Lines are those of the source. */

const SECTION = '原文与分段';

/** A paragraph at the end that has neither a number nor a full stop. */
export function neitherImprintNorText(line: number, text: string): Finding {
  return {
    line,
    problem: `第 ${line} 行“${excerpt(text)}”没有编号也没有句号，不能确定是落款还是正文。`,
    fix: `在 policy.yml 的 roles 里写明：{ line: ${line}, role: imprint, reason: 落款 }；是正文就写 role: body。`,
    section: SECTION,
  };
}

/** A number that does not follow the one before on its level (0 where there is none). */
export function outOfOrder(line: number, marker: Marker, before: number): Finding {
  return {
    line,
    problem: `第 ${line} 行的编号“${marker.printed.trim()}”接不上：前一个同级编号是 ${before || '（没有）'}，这里应当是 ${before + 1}。`,
    fix: `对照印发件核对原文；如果这一行不是编号，在 policy.yml 的 roles 里写 { line: ${line}, role: body, reason: 不是编号 }。`,
    section: SECTION,
  };
}

/** A paragraph that stops in the middle of a sentence. */
export function unfinished(piece: JoinedLine): Finding {
  const line = piece.lines[1];
  return {
    line,
    problem: `第 ${line} 行以“${piece.text.trimEnd().slice(-8)}”结束，没有句号，像是被分页截断。`,
    fix: `句子在下一行接着写的，在 policy.yml 的 joins 里加 { line: ${line}, reason: 分页截断 }；确实到此为止的，在 roles 里写明这一行是什么。`,
    section: '分页与接行',
  };
}

/** A paragraph without a number that no clause asks for. */
export function looseParagraph(piece: JoinedLine, clause: Clause): Finding {
  const line = piece.lines[0];
  return {
    line,
    problem: `第 ${line} 行“${excerpt(piece.text)}”没有编号，排在“${clause.marker?.printed.trim() ?? clause.id}”之后，不能确定属于哪一条。`,
    fix: `在 policy.yml 的 roles 里写明：{ line: ${line}, role: body, reason: 属于前一条 }；如果是上一行接下来的，写进 joins。`,
    section: SECTION,
  };
}

/** A number that stood on its level before. */
export function repeatedNumber(line: number, marker: Marker): Finding {
  return {
    line,
    problem: `第 ${line} 行的编号“${marker.printed.trim()}”在同一级里出现了两次。`,
    fix: `对照印发件核对原文；如果这一行不是编号，在 policy.yml 的 roles 里写 { line: ${line}, role: body, reason: 不是编号 }。`,
    section: SECTION,
  };
}

/** Letterhead, preamble or imprint once more, after other clauses. */
export function interrupted(line: number): Finding {
  return {
    line,
    problem: `第 ${line} 行又回到文件的开头或落款部分，但中间已经有别的条款。`,
    fix: '核对 policy.yml 的 roles，改正这一行是什么。',
    section: SECTION,
  };
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
