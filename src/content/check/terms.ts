import type { Advice, Problem, Section } from '../../domain/problem.ts';
import type { Policy } from '../read/policy.ts';
import type { YamlFile } from '../read/yaml-file.ts';
import type { Term } from '../schemas/terms.ts';
import { type Names, pageOf, unknownClause, unknownName } from './names.ts';
import { checkQuote } from './quote.ts';

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
    const clause = pageOf(term.clause, policy);
    if (!clause) {
      report('clause', '编号与地址', unknownClause(term.clause, policy));
      return;
    }
    for (const key of ['term', 'quote'] as const) {
      const wrong = checkQuote(policy, clause, term.s, term[key]);
      if (wrong) report(key, key === 'term' ? '词语表' : '引文', wrong);
    }
    const said = term.says && checkQuote(policy, clause, term.says.s, term.says.quote);
    if (said)
      problems.push({ file, line: terms.lineAt([i, 'says', 'quote']), ...said, section: '引文' });
    if (term.gap !== undefined && term.defined !== 'not-stated') {
      report('gap', '词语表', {
        problem: `写了 ${term.defined}，又写了 gap；网页上只显示 not-stated 的 gap。`,
        fix: '删去 gap；原文没有说这个词指什么的，把 defined 改成 not-stated。',
      });
    }
    if (term.defined === 'elsewhere' && !term.where) {
      report('defined', '词语表', {
        problem: '写了 elsewhere，但没有写见哪个文件。',
        fix: "加一行 where: '《某某办法》（某发〔2020〕1号）'",
      });
    }
    const unknown =
      term.gap === undefined ? null : unknownName(term.gap, names.gaps, 'selfcheck/gaps.yml');
    if (unknown) report('gap', '没有写明', unknown);
  });
  return problems;
}
