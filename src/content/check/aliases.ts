import { type Clause, sentencesOf } from '../../domain/policy/clause.ts';
import type { Problem } from '../../domain/problem.ts';
import type { PolicyFolder } from '../read/policy.ts';

const MOST_CLAUSES = 3;

type Report = (path: (string | number)[], problem: string, fix: string) => void;

/** Whether each official term stands where it says, and no alias leads to too many places or to none. */
export function checkAliases({ aliases, policy, gaps, source }: PolicyFolder): Problem[] {
  const { file, data, problems, lineAt } = aliases;
  if (!data || !policy || !source) return problems;
  const found = [...problems];
  const report: Report = (path, problem, fix) =>
    found.push({ file, line: lineAt(path), problem, fix, section: '人们的说法' });
  for (const [i, { term, clause, s, gap }] of data.terms.entries()) {
    // A file of gaps that cannot be read is told of where it is checked.
    if (gap && gaps.data && !gaps.data[gap])
      report(
        ['terms', i, 'gap'],
        `“${term}”的 gap 写的是“${gap}”，gaps.yml 里没有。`,
        '改成 selfcheck/gaps.yml 里的代号，或者删去这一行。',
      );
    const wrong = whereIs(policy.clauses, clause, s, term);
    if (wrong) report(['terms', i, 'term'], `“${term}”不在 ${clause} 的第 ${s} 句里。`, wrong);
  }
  const leads = checkSaid(data.terms, report);
  checkNotHere(data, leads, source.text, report);
  return found;
}

/** Told: an alias written twice, and one that leads to too many clauses. Given: where each leads. */
function checkSaid(
  terms: NonNullable<PolicyFolder['aliases']['data']>['terms'],
  report: Report,
): ReadonlyMap<string, ReadonlySet<string>> {
  const leads = new Map<string, Set<string>>();
  for (const [i, { term, clause, aliases, asking }] of terms.entries()) {
    const said = [
      ...aliases.map((alias, j) => ({ alias, path: ['terms', i, 'aliases', j] })),
      ...asking.map((alias, j) => ({ alias, path: ['terms', i, 'asking', j] })),
    ];
    const all = said.map(({ alias }) => alias);
    for (const [j, { alias, path }] of said.entries()) {
      const places = leads.get(alias) ?? new Set<string>();
      leads.set(alias, places.add(clause));
      if (all.indexOf(alias) !== j)
        report(path, `“${term}”下面的“${alias}”写了两次。`, '删去一个。');
      else if (places.size === MOST_CLAUSES + 1)
        report(
          path,
          `“${alias}”通向 ${places.size} 个条款：${[...places].join('、')}。`,
          `最多 ${MOST_CLAUSES} 个；换成更具体的说法。`,
        );
    }
  }
  return leads;
}

/** Words for what the text does not treat, which it must not hold, nor may they be aliases. */
function checkNotHere(
  { terms, notHere }: NonNullable<PolicyFolder['aliases']['data']>,
  leads: ReadonlyMap<string, unknown>,
  source: string,
  report: Report,
): void {
  const known = new Set(terms.map(({ term }) => term));
  for (const [i, { word, near }] of notHere.entries()) {
    if (near !== undefined && !known.has(near))
      report(
        ['notHere', i, 'near'],
        `“${word}”的 near 写的是“${near}”，上面没有这个 term。`,
        '改成上面的一个 term，或者只写这个词。',
      );
    if (source.includes(word))
      report(['notHere', i], `notHere 里的“${word}”原文里有。`, '从 notHere 里删去它。');
    else if (leads.has(word))
      report(['notHere', i], `“${word}”又是说法，又在 notHere 里。`, '留下一处。');
  }
}

function whereIs(clauses: readonly Clause[], id: string, s: number, term: string): string | null {
  const holds = (clause: Clause) => sentencesOf(clause).find(({ text }) => text.includes(term));
  const named = clauses.find((c) => c.id === id);
  if (
    named &&
    sentencesOf(named)
      .find(({ n }) => n === s)
      ?.text.includes(term)
  )
    return null;
  const home = clauses.find(holds);
  const at = home && holds(home);
  return home && at ? `它在 ${home.id} 的第 ${at.n} 句：改 clause 和 s。` : 'term 照抄原文里的词。';
}
