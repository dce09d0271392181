import { editionsOf } from '../../src/content/read/editions.ts';
import type { PolicyFolder } from '../../src/content/read/policy.ts';
import { readEditionRules, readRules } from '../../src/content/read/rules.ts';
import { compareRules, type OutcomePair } from '../../src/domain/selfcheck/compare-rules.ts';
import { changesSince } from '../../src/domain/selfcheck/group-changes.ts';
import type { Rules } from '../../src/domain/selfcheck/rule-set.ts';
import type { Condition, Outcome } from '../../src/domain/selfcheck/rules.ts';
import { sayAnswers } from '../../src/domain/selfcheck/say-answers.ts';

const MOST = 20;
type Person = Rules['topics'][number];

/** Tells what each self-check says differently since the last release, a few of it. */
export function tellChanges(policies: readonly PolicyFolder[]): void {
  for (const policy of policies) {
    const rules = readRules(policy);
    if (!rules) continue;
    const lines = linesSinceRelease(policy, rules);
    console.log(`${policy.id}：自查结果与上次发布相比，${sayCount(lines.length)}。`);
    for (const line of lines.slice(0, MOST)) console.log(`  ${line}`);
    if (lines.length > MOST) console.log(`  另有 ${lines.length - MOST} 种。`);
  }
}

function sayCount(count: number): string {
  return count === 0 ? '没有变化' : `${count} 种情形有变化`;
}

/** What results say now and did not in the last release, a situation a line; nothing before the first release. */
export function linesSinceRelease({ released }: PolicyFolder, rules: Rules): string[] {
  if (released === undefined) return [];
  const { groups, added, removed } = changesSince(JSON.parse(released), rules.topics);
  return [
    ...groups.map(({ person, outcome, when, before, after }) =>
      sayChange(person, when, outcome, [sayStatus(before), sayStatus(after)], rules.facts),
    ),
    ...(added.length ? [`新增的结果网址 ${added.length} 个，例如 ${added[0]}`] : []),
    ...(removed.length ? [`不再有的结果网址 ${removed.length} 个，例如 ${removed[0]}`] : []),
  ];
}

/** What each edition changed for whom, a situation a line with the words before and after below it. */
export function linesOfEditions(folder: PolicyFolder): string[] {
  const all = editionsOf(folder).map(({ date, read }) => ({
    date,
    rules: 'date' in read ? readEditionRules(folder, read) : readRules(folder),
  }));
  return all.flatMap(({ date, rules }, i) => {
    const before = all[i - 1];
    if (!before?.rules || !rules) return [];
    const lines = linesBetween(before.rules, rules);
    const none = ['自查里没有一种情形的结果因此改变。'];
    return [`${date} 的版本与 ${before.date} 的相比：`, ...(lines.length ? lines : none)];
  });
}

function linesBetween(then: Rules, now: Rules): string[] {
  const { people, reworded } = compareRules(then, now);
  const facts = [...now.facts, ...then.facts];
  return [
    ...people.flatMap(({ person, outcomes }) =>
      outcomes.flatMap(({ situations, ...pair }) => {
        const outcome = pair.after ?? pair.before;
        if (!outcome) return [];
        const lines = situations.map(({ when, before, after }) => {
          const sides = [before, after].map((one) => sayStatus(one && (one.status ?? 'none')));
          return sayChange(person, when, outcome, sides, facts);
        });
        return [...lines, ...quotesOf(pair)];
      }),
    ),
    ...reworded.flatMap((pair) => [
      `话变了，自查结果不变　${pair.people.map(({ title }) => title).join('、')}　${pair.id}`,
      ...quotesOf(pair),
    ]),
  ];
}

/** Words of an outcome that are others; the same ones say nothing here. */
function quotesOf({ before, after }: OutcomePair): string[] {
  if (before?.quote === after?.quote) return [];
  return [
    ...(before ? [`  修改前 ${before.clause}：${before.quote}`] : []),
    ...(after ? [`  修改后 ${after.clause}：${after.quote}`] : []),
  ];
}

/** `某一种人　持有居住证多久了？满2年　who：no → met` */
function sayChange(
  person: Person,
  when: readonly Condition[],
  { id }: Outcome,
  sides: readonly string[],
  facts: Rules['facts'],
): string {
  const answers = when.map((one) =>
    sayAnswers(one, person, facts)
      .map(({ question, answers: said }) => question + said.join('，或者'))
      .join('，'),
  );
  const told = answers.join('；或者') || '怎样回答都一样';
  return `${person.title}　${told}　${id}：${sides.join(' → ')}`;
}

/** As editors write them: `no`, `met`. */
function sayStatus(status: string | null): string {
  return status ?? '（没有）';
}
