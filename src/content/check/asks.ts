import type { Advice, Problem, Section } from '../../domain/problem.ts';
import type { Policy, PolicyFolder } from '../read/policy.ts';
import type { Path } from '../read/yaml-file.ts';
import type { Asks } from '../schemas/asks.ts';
import { repeatedIds, unknownName } from './names.ts';
import { checkWords, tooStrong } from './words.ts';

type Report = (path: Path, advice: Advice, where?: Section) => void;

/** Everything an editor should mend in `asks.yml`: what leads nowhere, and what an audience's page would leave out. */
export function checkAsks({ asks, audiences, selfcheck }: PolicyFolder, policy: Policy): Problem[] {
  const { file, data, problems, lineAt } = asks;
  const found = [...problems];
  // Outcomes and audiences that cannot be read are reported where they stand.
  if (!data || selfcheck.unread.has('outcomes') || (audiences.there && !audiences.data))
    return found;
  const report: Report = (path, advice, section = '问法') =>
    found.push({ file, line: lineAt(path), ...advice, section });
  const names = new Map((audiences.data ?? []).map(({ id, name }) => [id, name]));
  for (const [audience, own] of Object.entries(data)) {
    const unknown = unknownName(audience, [...names.keys()], 'audiences.yml');
    if (unknown) report([audience], unknown, '对象');
    const list = {
      data: own,
      problems: [],
      lineAt: (path: Path) => lineAt([audience, ...path]),
    };
    found.push(...repeatedIds(file, list, '问法'));
  }
  for (const [audience, name] of names)
    checkAudience(audience, name, data, selfcheck.data.outcomes, policy, report);
  return found;
}

/** Whether what an audience asks leads somewhere, and everything that concerns it is asked. */
function checkAudience(
  audience: string,
  name: string,
  data: Asks,
  outcomes: PolicyFolder['selfcheck']['data']['outcomes'],
  policy: Policy,
  report: Report,
): void {
  const asks = data[audience] ?? [];
  for (const [i, ask] of asks.entries()) {
    const law = ask.outcomes.map((id) => outcomes[id]?.quote ?? '').join('');
    for (const [where, advice] of checkWords(ask.title, policy.text, policy, '原文'))
      report([audience, i, 'title'], advice, where);
    const { brief = '' } = ask;
    for (const [where, advice] of checkWords(brief, law, policy, '所列结论的引文'))
      report([audience, i, 'brief'], advice, where);
    const strong = tooStrong(brief, law, '这一句', '所列结论的引文');
    if (strong) report([audience, i, 'brief'], strong);
    for (const [j, id] of ask.outcomes.entries()) {
      const path = [audience, i, 'outcomes', j];
      const wrong = unknownName(id, Object.keys(outcomes), 'selfcheck/outcomes.yml');
      if (wrong) report(path, wrong);
      else if (!outcomes[id]?.concerns.includes(audience))
        report(path, {
          problem: `结论“${id}”的 concerns 里没有 ${audience}（${name}）。`,
          fix: `从这里删去它；确实与${name}有关的，在 outcomes.yml 的 concerns 里加上 ${audience}。`,
        });
    }
  }
  const listed = asks.flatMap((ask) => ask.outcomes);
  const before = new Map<string, string>();
  for (const [i, ask] of asks.entries())
    for (const [j, id] of ask.outcomes.entries()) {
      const first = before.get(id);
      if (first === undefined) before.set(id, ask.title);
      else
        report([audience, i, 'outcomes', j], {
          problem: `结论“${id}”在 ${audience} 下面已经列过，在“${first}”里。`,
          fix: '只留一处：留在人们先去找的那一项里。',
        });
    }
  for (const [id, { title, concerns }] of Object.entries(outcomes)) {
    if (!concerns.includes(audience) || listed.includes(id)) continue;
    report([audience], {
      problem: `结论“${id}”（${title}）与${name}有关，${audience} 下面没有列它。`,
      fix: `在 ${audience} 下面合适的一项的 outcomes 里加上 ${id}。`,
    });
  }
}
