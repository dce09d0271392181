import type { Problem } from '../../../src/domain/problem.ts';
import type { Subject } from './concerns.ts';
import type { Told } from './fault.ts';

/** What other problems may only follow from comes first: what says what a policy is, its text, files that cannot be read. */
export function causesFirst(problems: readonly Problem[]): Problem[] {
  const rank = ({ file, section }: Problem) =>
    [
      /(?:^site|\/policy)\.yml$/u.test(file),
      /\/source\.txt$/u.test(file),
      section === '写法',
      true,
    ].indexOf(true);
  return [...problems].sort((a, b) => rank(a) - rank(b));
}

/** Quotes that are not the text's, and what is wrong with the text itself. A clause's page quotes by its own file. */
export function wrongQuotes(told: readonly Told[], { clause }: Subject): string[] {
  const quoting = clause ? /\/clauses\/[^/]+\.mdx$/u : /./u;
  return told
    .filter(
      ({ section, file }) =>
        (section === '引文' && quoting.test(file)) || /\/source\.txt$/u.test(file),
    )
    .map(({ file, line, problem }) => `${file}:${line}　${problem}`);
}
