import { sentencesOf, sentencesWithItems } from '../../domain/policy/clause.ts';
import type { Advice, Problem, Section } from '../../domain/problem.ts';
import { unstatedIn } from '../../domain/wording.ts';
import type { Policy, PolicyFolder } from '../read/policy.ts';
import type { Path } from '../read/yaml-file.ts';
import type { FaqData } from '../schemas/faqs.ts';
import { type Names, pageOf, repeatedIds, unknownClause, unknownName } from './names.ts';
import { noSuchSentence } from './quote.ts';
import { checkWords, tooStrong } from './words.ts';

type Report = (path: Path, advice: Advice, where?: Section) => void;

/** Everything an editor should mend in `answers.yml`: places and names that lead nowhere, two answers to one question, words too strong; and what names one of them. */
export function checkFaqs({ faqs }: PolicyFolder, policy: Policy, names: Names): Problem[] {
  const { file, data, lineAt } = faqs;
  const section = '常见问题';
  const found = [...faqs.problems, ...repeatedIds(file, faqs, section)];
  if (!data) return found;
  const report: Report = (path, advice, where = section) =>
    found.push({ file, line: lineAt(path), ...advice, section: where });
  const asked = new Map<string, string>();
  for (const [i, faq] of data.entries()) {
    for (const [question, ...path] of questionsOf(faq)) {
      const before = asked.get(question);
      if (before === undefined) asked.set(question, faq.id);
      else
        report([i, ...path], {
          problem: `“${question}”问了两次，第一次在 ${before}。`,
          fix: '只留一处；两件事的，把问法写得分得开。',
        });
    }
    for (const [key, known, list, where] of [
      ['audience', names.audiences, 'audiences.yml', '对象'],
      ['open', names.gaps, 'selfcheck/gaps.yml', '没有写明'],
    ] as const)
      for (const [j, name] of faq[key].entries()) {
        const wrong = unknownName(name, known, list);
        if (wrong) report([i, key, j], wrong, where);
      }
    for (const [j, id] of faq.see.entries())
      if (!pageOf(id, policy)) report([i, 'see', j], unknownClause(id, policy), '编号与地址');
    const wrong = faq.check && unknownName(faq.check, names.people, 'selfcheck/people.yml');
    if (wrong) report([i, 'check'], wrong, '自查题目');
    for (const j of faq.says.keys())
      checkSaid(faq, j, policy, (...it) => report([i, ...it[0]], it[1], it[2]));
  }
  return found;
}

/** All wordings of a question, each with where it stands. */
function questionsOf({ question, also }: FaqData): [string, ...Path][] {
  return [
    [question.replace(/？$/u, ''), 'question'],
    ...also.map((one, j): [string, ...Path] => [one.replace(/？$/u, ''), 'also', j]),
  ];
}

function checkSaid({ says, open }: FaqData, j: number, policy: Policy, report: Report): void {
  const said = says[j];
  if (!said) return;
  const clause = policy.clauses.find(({ id }) => id === said.clause);
  if (!clause) {
    report(['says', j, 'clause'], unknownClause(said.clause, policy), '编号与地址');
    return;
  }
  const law = sentencesWithItems(clause, said.s, policy.clauses)
    .map(({ sentence }) => sentence.text)
    .join('');
  for (const [k, s] of said.s.entries())
    if (!sentencesOf(clause).some(({ n }) => n === s))
      report(['says', j, 's', k], noSuchSentence(clause, s), '引文');
  const path = ['says', j, 'text'];
  for (const [where, advice] of checkWords(said.text, law, policy, '所依据的句子'))
    report(path, advice, where);
  const strong = tooStrong(said.text, law, '回答', '所依据的句子');
  if (strong) report(path, strong);
  // What is said not to be stated must lead to a gap, which a reader can take along.
  const unstated = unstatedIn(said.text);
  if (unstated && open.length === 0)
    report(path, {
      problem: `回答说“${unstated}”，open 里一项也没有。`,
      fix: '把没有写明的事的代号写进 open；gaps.yml 里没有的，先加一项。',
    });
}
