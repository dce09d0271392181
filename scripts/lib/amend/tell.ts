import type { Amendment } from '../../../src/domain/editions/amend.ts';
import { foldWords } from '../../../src/domain/editions/amend-words.ts';
import { commonLines } from '../../../src/domain/editions/common-lines.ts';
import type { Instruction } from '../../../src/domain/editions/decision.ts';
import { isBlank } from '../../../src/domain/policy/fold.ts';

/** What was done with each item of a decision, a line an instruction. */
export function tellItems(
  instructions: readonly Instruction[],
  { applied, left }: Amendment,
): string[] {
  return instructions.flatMap((instruction) => {
    const { item, words } = instruction;
    const name = item.printed || (item.id === 'tail' ? '（末尾）' : '（没有编号）');
    const done = applied.find((one) => one.instruction === instruction);
    const why = left.find((one) => one.instruction === instruction)?.why;
    if (why) return [`  ${name} 留给人做：${words}`, `      ${why}`];
    if (!done) return [`  ${name} 没有改：${words}`];
    return [`  ${name} 已照改：${words}`, ...done.notes.map((note) => `      请看：${note}`)];
  });
}

/** Citations that the decision says nothing of. */
export function tellCitations({ citations }: Amendment): string[] {
  if (citations.length === 0) return [];
  return [
    '  文中引用的条，编号变了，决定没有写怎样改，没有改，请看：',
    ...citations.map(({ at, written, now }) => `      ${at}写“${written}”，那一条现在是${now}。`),
  ];
}

/** How a result and the received text differ, a line a difference; none where they are the same but for form. */
export function tellDifferences(result: string, received: string): string[] {
  const [one, other] = [linesOf(result), linesOf(received)];
  const common = commonLines(one.map(foldWords), other.map(foldWords));
  const only = (lines: readonly string[], side: 0 | 1, sign: string) => {
    const kept = new Set(common.map((pair) => pair[side]));
    return lines.flatMap((line, i) => (kept.has(i) ? [] : [`  ${sign}${line.trim()}`]));
  };
  return [...only(one, 0, '照决定改出来：'), ...only(other, 1, '收到的文本：')];
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n/u).filter((line) => !isBlank(line));
}
