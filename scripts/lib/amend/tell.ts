import type { PolicyFolder } from '../../../src/content/read/policy.ts';
import type { Amendment } from '../../../src/domain/editions/amend.ts';
import { foldWords } from '../../../src/domain/editions/amend-words.ts';
import type { Instruction } from '../../../src/domain/editions/decision.ts';
import { isBlank } from '../../../src/domain/policy/fold.ts';
import { documentNamed } from '../../../src/domain/policy/relation.ts';
import { linesApart } from '../lines-apart.ts';
import { type Decision, editionsOf } from './find.ts';

/** Items are read in folded form; they are told as they are printed. */
const WIDE: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；' };

/** What was done with each item of a decision, a line an instruction. */
export function tellItems(
  instructions: readonly Instruction[],
  { applied, left }: Amendment,
): string[] {
  return instructions.flatMap((instruction) => {
    const { item } = instruction;
    const words = instruction.words.replace(/[,:;]/gu, (sign) => WIDE[sign] ?? sign);
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

/** What a person does with an edition that was written, a step a line. */
export function tellNext(policy: PolicyFolder, decision: Decision, isLeft: boolean): string[] {
  const { folder, info } = policy;
  const { events = [], edition } = info.data ?? {};
  const shown = editionsOf(policy).find(({ text }) => text === policy)?.date;
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const number = decision.number && `, number: ${quoted(decision.number)}`;
  const isTold = events.some(
    ({ is, by }) => is === 'amended' && by && documentNamed(by, [decision]),
  );
  const missing = [
    ...(edition ? [] : [`edition: ${quoted(shown || '这一份原文印发的日子')}`]),
    ...(isTold
      ? []
      : [
          `events 里加：- { date: ${quoted(decision.inForce || '从哪一天起施行')}, is: amended, by: { title: ${quoted(decision.title)}${number} }, source: 写在决定的哪一条, checked: '核对的那一天' }`,
        ]),
  ];
  const steps = [
    `${isLeft ? '把留给人做的改进 source.txt，再' : ''}对照公布的文本看一遍。改过 source.txt 的，policy.yml 的 sha256 照检查给的换。`,
    ...(missing.length
      ? [[`在 ${folder}policy.yml 里写：`, ...missing.map((line) => `     ${line}`)].join('\n')]
      : []),
    '施行以后换上这一版：见 content/README.md#版本 里的“换上新的一版”。',
    '运行 npm run check。',
  ];
  return ['下一步：', ...steps.map((step, i) => `  ${i + 1}. ${step}`)];
}

/** How a result and the received text differ, a line a difference; none where they are the same but for form. */
export function tellDifferences(result: string, received: string): string[] {
  const [one, other] = [linesOf(result), linesOf(received)];
  const [made, got] = linesApart(one.map(foldWords), other.map(foldWords));
  return [
    ...made.map((i) => `  照决定改出来：${one[i]?.trim()}`),
    ...got.map((i) => `  收到的文本：${other[i]?.trim()}`),
  ];
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n/u).filter((line) => !isBlank(line));
}
