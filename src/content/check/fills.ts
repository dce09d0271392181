import { formatDocument } from '../../domain/policy/citation.ts';
import { sentencesOf } from '../../domain/policy/clause.ts';
import { hasEnded, sayState, statusOf } from '../../domain/policy/status.ts';
import type { Advice, Problem, Section } from '../../domain/problem.ts';
import type { Content } from '../read/content.ts';
import type { Gap } from '../schemas/gaps.ts';
import { pageOf, unknownClause, unknownName } from './names.ts';
import { checkQuote } from './quote.ts';

type Filled = NonNullable<Gap['filled']>[number];

/** Gaps that another document is said to fill and does not: it is not held, has ended by that day, or does not say so there. */
export function checkFills(content: Content, day: string): Problem[] {
  return content.policies.flatMap(({ id, gaps }) =>
    Object.entries(gaps.data ?? {}).flatMap(([gap, { filled = [] }]) =>
      filled.flatMap((one, i) => {
        const wrong = wrongIn(one, id, content, day);
        if (!wrong) return [];
        const { key, section = '没有写明', ...words } = wrong;
        return { file: gaps.file, line: gaps.lineAt([gap, 'filled', i, key]), ...words, section };
      }),
    ),
  );
}

interface Wrong extends Advice {
  key: keyof Filled;
  section?: Section;
}

function wrongIn(
  { policy: id, clause, s, quote }: Filled,
  own: string,
  { policies }: Content,
  day: string,
): Wrong | null {
  if (id === own)
    return {
      key: 'policy',
      problem: '这里写的是本文件自己；本文件写明了的，就不是没有写明。',
      fix: '删去这一项没有写明的事，或者写另一份收录的文件。',
    };
  const names = policies.map((one) => one.id);
  const folder = policies.find((one) => one.id === id);
  if (!folder) {
    const unknown = unknownName(id, names, 'policies');
    return unknown && { key: 'policy', ...unknown };
  }
  const { policy, info } = folder;
  // What is wrong with the other document itself is told there.
  if (!policy || !info.data) return null;
  const status = statusOf(info.data.events, day);
  if (hasEnded(status))
    return {
      key: 'policy',
      problem: `${formatDocument(policy)}${sayState(status)}（${status.event?.date}），不能再用它补这件没有写明的事。`,
      fix: '删去 filled，或者换成现行的文件里的一句。',
    };
  const place = pageOf(clause, policy);
  if (!place) return { key: 'clause', ...unknownClause(clause, policy) };
  const wrong = checkQuote(policy, place, s, quote);
  if (!wrong) return null;
  const [found, ...more] = policy.clauses.flatMap((one) =>
    sentencesOf(one).flatMap(({ n, text }) => (text.includes(quote) ? { id: one.id, n } : [])),
  );
  // Elsewhere once: two words mend it, where the sentence is still about this.
  const fix =
    found && more.length === 0
      ? `看过那一句，说的还是这件事的，改成 clause: ${found.id} 和 s: ${found.n}；不是的，删去这一项。`
      : wrong.fix;
  return { key: 'quote', ...wrong, fix, section: '引文' };
}
