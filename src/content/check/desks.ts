import { AUDIENCE_NAMES, AUDIENCES } from '../../domain/audience.ts';
import { type ReplyPart, slotsFor, unknownSlots } from '../../domain/citing/reply.ts';
import type { Advice, Problem, Section } from '../../domain/problem.ts';
import type { ContentFiles } from '../read/content-files.ts';
import { type Path, readYaml } from '../read/yaml-file.ts';
import { asksSchema } from '../schemas/asks.ts';
import { repliesSchema } from '../schemas/replies.ts';
import { outcomesSchema } from '../schemas/selfcheck.ts';
import { repeatedIds, unknownName } from './names.ts';
import { checkWords, type Policy } from './words.ts';

/** Everything an editor should mend in `asks.yml`: what leads nowhere, and what a reader's page would leave out. */
export function checkAsks(policy: Policy, folder: string, files: ContentFiles): Problem[] {
  const file = `${folder}asks.yml`;
  const section: Section = '问法';
  const text = files.get(file)?.text;
  if (text === undefined) return [];
  const { data, problems, lineAt } = readYaml(text, asksSchema, { file, section });
  const rules = readYaml(
    files.get(`${folder}selfcheck/outcomes.yml`)?.text ?? '{}',
    outcomesSchema,
    { file, section },
  ).data;
  // Outcomes that cannot be read are reported with the self-check.
  if (!data || !rules) return problems;
  const found = [...problems];
  const report = (path: Path, advice: Advice, where: Section = section) =>
    found.push({ file, line: lineAt(path), ...advice, section: where });

  for (const audience of AUDIENCES) {
    const asks = data[audience] ?? [];
    const list = {
      data: asks,
      problems: [],
      lineAt: (path: Path) => lineAt([audience, ...path]),
    };
    found.push(...repeatedIds(file, list, section));
    for (const [i, { title, note, outcomes }] of asks.entries()) {
      for (const [key, words] of Object.entries({ title, note })) {
        if (words === undefined) continue;
        for (const [where, advice] of checkWords(words, policy.text, policy, '原文'))
          report([audience, i, key], advice, where);
      }
      for (const [j, id] of outcomes.entries()) {
        const path = [audience, i, 'outcomes', j];
        const wrong = unknownName(id, Object.keys(rules), 'selfcheck/outcomes.yml');
        if (wrong) report(path, wrong);
        else if (!rules[id]?.concerns.includes(audience))
          report(path, {
            problem: `结论“${id}”的 concerns 里没有 ${audience}（${AUDIENCE_NAMES[audience]}）。`,
            fix: `从这里删去它；确实与${AUDIENCE_NAMES[audience]}有关的，在 outcomes.yml 的 concerns 里加上 ${audience}。`,
          });
      }
    }
    const listed = asks.flatMap(({ outcomes }) => outcomes);
    const forgotten = Object.entries(rules).filter(
      ([id, { concerns }]) => concerns.includes(audience) && !listed.includes(id),
    );
    for (const [id, { title }] of forgotten)
      report([audience], {
        problem: `结论“${id}”（${title}）与${AUDIENCE_NAMES[audience]}有关，${audience} 下面没有列它。`,
        fix: `在 ${audience} 下面合适的一项的 outcomes 里加上 ${id}。`,
      });
  }
  return found;
}

/** Everything an editor should mend in `replies.yml`: blanks that nothing fills, and words that say too much. */
export function checkReplies(policy: Policy, folder: string, files: ContentFiles): Problem[] {
  const file = `${folder}replies.yml`;
  const section: Section = '答复';
  const text = files.get(file)?.text;
  if (text === undefined) return [];
  const replies = readYaml(text, repliesSchema, { file, section });
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
