import { type ReplyPart, slotsFor, unknownSlots } from '../../domain/citing/reply.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Policy, PolicyFolder } from '../read/policy.ts';
import type { Path } from '../read/yaml-file.ts';
import { repeatedIds } from './names.ts';
import { checkWords } from './words.ts';

/** Everything an editor should mend in `replies.yml`: blanks that nothing fills, and words that say too much. */
export function checkReplies({ replies }: PolicyFolder, policy: Policy): Problem[] {
  const { file } = replies;
  const section = '答复';
  const found = [...replies.problems, ...repeatedIds(file, replies, section)];
  const look = (path: Path, part: ReplyPart, wording: string | undefined) => {
    if (wording === undefined) return;
    const line = replies.lineAt(path);
    for (const slot of unknownSlots(wording, part)) {
      const known = slotsFor(part).map((name) => `{${name}}`);
      const fix = `改成：${known.join('、')}；不是空位的，不用花括号。`;
      found.push({ file, line, problem: `这里不能用空位“${slot}”。`, fix, section });
    }
    for (const [where, advice] of checkWords(wording, policy.text, policy, '原文'))
      found.push({ file, line, ...advice, section: where });
  };
  for (const [i, { opening, each, closing }] of (replies.data ?? []).entries()) {
    look([i, 'opening'], 'opening', opening);
    for (const [j, wording] of each.entries()) look([i, 'each', j], 'each', wording);
    look([i, 'closing'], 'closing', closing);
  }
  return found;
}
