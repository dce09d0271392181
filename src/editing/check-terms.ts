import { hasPage } from '../domain/policy/clause.ts';
import type { Advice, Problem, Section } from '../domain/problem.ts';
import type { Term } from '../schemas/terms.ts';
import { type Names, unknownClause, unknownName } from './check-names.ts';
import { checkQuote } from './check-quote.ts';
import type { Policy } from './check-words.ts';
import type { YamlFile } from './yaml-file.ts';

/** Everything an editor should mend in `terms.yml`. */
export function checkTerms(
  file: string,
  terms: YamlFile<readonly Term[]>,
  policy: Policy,
  names: Names,
): Problem[] {
  const problems: Problem[] = [];
  terms.data?.forEach((term, i) => {
    const report = (key: string, section: Section, words: Advice) =>
      problems.push({ file, line: terms.lineAt([i, key]), ...words, section });
    const clause = policy.clauses.find((c) => c.id === term.clause && hasPage(c));
    if (!clause) {
      report('clause', '编号与地址', unknownClause(term.clause, policy));
      return;
    }
    for (const key of ['term', 'quote'] as const) {
      const wrong = checkQuote(policy, clause, term.s, term[key]);
      if (wrong) report(key, key === 'term' ? '词语表' : '引文', wrong);
    }
    if (term.defined === 'elsewhere' && !term.where) {
      report('defined', '词语表', {
        problem: '写了 elsewhere，但没有写见哪个文件。',
        fix: "加一行 where: '《意见》（平发〔2018〕12号）'",
      });
    }
    const unknown =
      term.gap === undefined ? null : unknownName(term.gap, names.gaps, 'selfcheck/gaps.yml');
    if (unknown) report('gap', '没有写明', unknown);
  });
  return problems;
}
