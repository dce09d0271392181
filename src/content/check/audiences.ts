import type { Advice, Problem } from '../../domain/problem.ts';
import { isReserved } from '../../routes.ts';
import type { Content } from '../read/content.ts';
import type { Policy, PolicyFolder } from '../read/policy.ts';
import type { Path } from '../read/yaml-file.ts';
import { repeatedIds, unknownName } from './names.ts';
import { checkWords } from './words.ts';

/** More pages than that of one table nobody looks through. */
const MOST_VIEWS = 300;

/** Everything an editor should mend in `audiences.yml`. */
export function checkAudiences(folder: PolicyFolder, policy: Policy): Problem[] {
  const { audiences, asks, selfcheck } = folder;
  const { file, data, lineAt } = audiences;
  const found = [...audiences.problems, ...repeatedIds(file, audiences, '对象')];
  const report = (path: Path, advice: Advice) =>
    found.push({ file, line: lineAt(path), ...advice, section: '对象' });
  const concerned = concernedIn(folder);
  for (const [i, audience] of (data ?? []).entries()) {
    if (isReserved(audience.id))
      report([i, 'id'], {
        problem: `“${audience.id}”是本站其他网页的地址，对象不能用这个代号。`,
        fix: `换一个，例如 ${audience.id}-readers；用到它的 concerns、asks.yml 一起改。`,
      });
    if (concerned && !concerned.has(audience.id))
      report([i, 'id'], {
        problem: `对象“${audience.id}”（${audience.name}）没有一个条款或结论写到。`,
        fix: `在相关条款文件的 concerns 里加上 ${audience.id}，或者删去这个对象。`,
      });
    for (const key of ['name', 'door', 'lead'] as const)
      for (const [section, advice] of checkWords(audience[key], policy.text, policy, '原文'))
        found.push({ file, line: lineAt([i, key]), ...advice, section });
    if (audience.filters.length && audience.view !== 'table')
      report([i, 'filters'], {
        problem: `view 是 ${audience.view}，filters 只有 table（对照表）用得上。`,
        fix: '删去 filters，或者把 view 改成 table。',
      });
    const { facts } = selfcheck.data;
    for (const [j, { fact }] of audience.filters.entries()) {
      const wrong = unknownName(
        fact,
        selfcheck.unread.has('facts') ? null : Object.keys(facts),
        'selfcheck/facts.yml',
      );
      if (wrong) report([i, 'filters', j, 'fact'], wrong);
    }
    const views = audience.filters.reduce(
      (count, { fact }) => count * (1 + Object.keys(facts[fact]?.answers ?? {}).length),
      1 + (asks.data?.[audience.id]?.length ?? 0),
    );
    if (views > MOST_VIEWS)
      report([i, 'filters'], {
        problem: `按这些 filters 筛选，会生成 ${views} 个网页，最多 ${MOST_VIEWS} 个。`,
        fix: '只留最要紧的一项筛选。',
      });
  }
  return found;
}

/** Whom clauses and outcomes concern; nothing while some of them cannot be read or name nobody known. */
function concernedIn({ audiences, clauses, selfcheck }: PolicyFolder): Set<string> | null {
  if (selfcheck.unread.has('outcomes') || !clauses.every(({ data }) => data)) return null;
  const outcomes = Object.values(selfcheck.data.outcomes);
  const concerned = [
    ...clauses.flatMap(({ data }) => data?.concerns ?? []),
    ...outcomes.flatMap(({ concerns }) => concerns),
  ];
  const known = (audiences.data ?? []).map(({ id }) => id);
  return concerned.every((id) => known.includes(id)) ? new Set(concerned) : null;
}

/** An audience that several policies have stands on one page, so it has one name and one layout. */
export function checkSharedAudiences({ policies }: Content): Problem[] {
  const first = new Map<string, { owner: string; name: string; view: string }>();
  return policies.flatMap(({ id: owner, audiences: { file, data, lineAt } }) =>
    (data ?? []).flatMap(({ id, name, view }, i): Problem[] => {
      const known = first.get(id) ?? { owner, name, view };
      first.set(id, known);
      const wrong = (key: 'name' | 'view', own: string): Problem[] =>
        own === known[key]
          ? []
          : [
              {
                file,
                line: lineAt([i, key]),
                problem: `对象“${id}”的 ${key} 写的是“${own}”，${known.owner} 写的是“${known[key]}”；同一个代号共用一个网页 ${id}.html。`,
                fix: `写成 ${key}: ${known[key]}；不是同一类读者的，换一个代号。`,
                section: '对象',
              },
            ];
      return [...wrong('name', name), ...wrong('view', view)];
    }),
  );
}
