import { type Clause, sentencesOf } from '../../domain/policy/clause.ts';
import { splitPolicy } from '../../domain/policy/split.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ContentFiles } from '../read/content-files.ts';
import { readYaml } from '../read/yaml-file.ts';
import { aliasesSchema } from '../schemas/aliases.ts';
import { gapsSchema } from '../schemas/gaps.ts';
import { policySchema } from '../schemas/policy.ts';

const FILE = 'content/aliases.yml';
const SECTION = '人们的说法';
const MOST_CLAUSES = 3;

/** Whether each official term stands where it says, and no alias leads to too many places or to none. */
export function checkAliases(policy: string, files: ContentFiles): Problem[] {
  const text = files.get(FILE)?.text;
  if (text === undefined) return [];
  const { data, problems, lineAt } = readYaml(text, aliasesSchema, {
    file: FILE,
    section: SECTION,
  });
  const folder = `content/policies/${policy}/`;
  const source = files.get(`${folder}source.txt`)?.text;
  const info = readYaml(files.get(`${folder}policy.yml`)?.text ?? '', policySchema, {
    file: FILE,
    section: SECTION,
  }).data;
  if (!data || !source || !info) return problems;
  const gaps = readYaml(files.get(`${folder}selfcheck/gaps.yml`)?.text ?? '', gapsSchema, {
    file: FILE,
    section: SECTION,
  }).data;
  const { clauses } = splitPolicy(source, info);
  const report = (path: (string | number)[], problem: string, fix: string) =>
    problems.push({ file: FILE, line: lineAt(path), problem, fix, section: SECTION });

  const leads = new Map<string, Set<string>>();
  for (const [i, { term, clause: id, s, aliases, asking, gap }] of data.terms.entries()) {
    // A file of gaps that cannot be read is told of where it is checked.
    if (gap && gaps && !gaps[gap])
      report(
        ['terms', i, 'gap'],
        `“${term}”的 gap 写的是“${gap}”，gaps.yml 里没有。`,
        '改成 selfcheck/gaps.yml 里的代号，或者删去这一行。',
      );
    const wrong = whereIs(clauses, id, s, term);
    if (wrong) report(['terms', i, 'term'], `“${term}”不在 ${id} 的第 ${s} 句里。`, wrong);
    const said = [
      ...aliases.map((alias, j) => ({ alias, path: ['terms', i, 'aliases', j] })),
      ...asking.map((alias, j) => ({ alias, path: ['terms', i, 'asking', j] })),
    ];
    const all = said.map(({ alias }) => alias);
    for (const [j, { alias, path }] of said.entries()) {
      const places = leads.get(alias) ?? new Set<string>();
      leads.set(alias, places.add(id));
      if (all.indexOf(alias) !== j) {
        report(path, `“${term}”下面的“${alias}”写了两次。`, '删去一个。');
      } else if (places.size === MOST_CLAUSES + 1) {
        report(
          path,
          `“${alias}”通向 ${places.size} 个条款：${[...places].join('、')}。`,
          `最多 ${MOST_CLAUSES} 个；换成更具体的说法。`,
        );
      }
    }
  }
  const terms = new Set(data.terms.map(({ term }) => term));
  for (const [i, { word, near }] of data.notHere.entries()) {
    if (near !== undefined && !terms.has(near))
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
  return problems;
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
