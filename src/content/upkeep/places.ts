import type { Content } from '../read/content.ts';
import type { PolicyFolder } from '../read/policy.ts';
import { quotedAt } from '../schemas/figures.ts';

/** Where words of ours lean on a text. */
export interface Place {
  file: string;
  line: number;
  clause: string;
  /** One sentence; without it the quote, or the clause as a whole. */
  s?: number | undefined;
  /** Words copied from there, which the check holds against the text. */
  quote?: string | undefined;
  /** What leans on it: `结论 card` */
  what: string;
  /** Only which clause it is matters, not what this says. */
  pointer?: true;
}

/** Every place where words of ours lean on the text of a policy, those of other policies, too. */
export function placesOf(folder: PolicyFolder, { policies }: Content): Place[] {
  return [
    ...ofClauses(folder),
    ...ofLists(folder),
    ...ofFigures(folder),
    ...ofSelfcheck(folder),
    ...ofInfo(folder),
    ...ofOthers(folder, policies),
  ];
}

function ofClauses({ clauses }: PolicyFolder): Place[] {
  return clauses.flatMap(({ path: file, id: clause, data, blocks, lineAt }) => [
    ...blocks.flatMap(({ sentences, line }) =>
      sentences.map((s) => {
        const quote = data?.quotes.find((one) => one.s === s)?.text;
        return { file, line, clause, s, quote, what: '说明' };
      }),
    ),
    ...(data?.quotes ?? []).map(({ s, text }, i) => ({
      file,
      line: lineAt(['quotes', i]),
      clause,
      s,
      quote: text,
      what: '引文',
    })),
    ...(data?.related ?? []).map((related, i) => ({
      file,
      line: lineAt(['related', i]),
      clause: related.clause,
      what: '相关条款',
      pointer: true as const,
    })),
  ]);
}

function ofLists({ terms, faqs, aliases }: PolicyFolder): Place[] {
  return [
    ...(terms.data ?? []).flatMap(({ term, clause, s, quote, says }, i) => {
      const at = { file: terms.file, line: terms.lineAt([i]), clause, what: `词语“${term}”` };
      return [{ ...at, s, quote }, ...(says ? [{ ...at, ...says }] : [])];
    }),
    ...(faqs.data ?? []).flatMap(({ id, says }, i) =>
      says.flatMap(({ clause, s }, n) =>
        s.map((one) => ({
          file: faqs.file,
          line: faqs.lineAt([i, 'says', n]),
          clause,
          s: one,
          what: `常见问题 ${id}`,
        })),
      ),
    ),
    ...(aliases.data?.terms ?? []).map(({ term, clause, s }, i) => ({
      file: aliases.file,
      line: aliases.lineAt(['terms', i]),
      clause,
      s,
      what: `说法“${term}”`,
    })),
  ];
}

function ofFigures({ figures }: PolicyFolder): Place[] {
  return (figures.data ?? []).flatMap((figure, i) => {
    const parts = figure.kind === 'matrix' ? figure.rows : figure.steps;
    const key = figure.kind === 'matrix' ? 'rows' : 'steps';
    return parts.flatMap((part, n) => {
      const { clause, s } = quotedAt(figure, part);
      if (!clause) return [];
      const line = figures.lineAt([i, key, n]);
      return { file: figures.file, line, clause, s, what: `图 ${figure.id}` };
    });
  });
}

function ofSelfcheck({ folder, selfcheck: { data, files } }: PolicyFolder): Place[] {
  const at = (name: string, key: string | number) => ({
    file: `${folder}selfcheck/${name}.yml`,
    line: files.get(name)?.lineAt([key]) ?? 1,
  });
  return [
    ...Object.entries(data.facts).map(([id, { clause, s, quote }]) => ({
      ...at('facts', id),
      clause,
      s,
      quote,
      what: `事实 ${id}`,
    })),
    ...Object.entries(data.outcomes).map(([id, { clause, quote }]) => ({
      ...at('outcomes', id),
      clause,
      quote,
      what: `结论 ${id}`,
    })),
    ...data.ledger.map(({ clause, s }, i) => ({
      ...at('ledger', i),
      clause,
      s,
      what: '核对清单',
    })),
  ];
}

function ofInfo({ info }: PolicyFolder): Place[] {
  const { labels = {}, relations = [] } = info.data ?? {};
  return [
    ...Object.keys(labels).map((clause) => ({
      file: info.file,
      line: info.lineAt(['labels', clause]),
      clause,
      what: '名字',
    })),
    ...relations.flatMap(({ clause, s, title }, i) =>
      clause
        ? {
            file: info.file,
            line: info.lineAt(['relations', i]),
            clause,
            s,
            what: `和《${title}》的关系`,
          }
        : [],
    ),
  ];
}

/** Gaps of other policies that a sentence of this one fills. */
function ofOthers({ id }: PolicyFolder, policies: readonly PolicyFolder[]): Place[] {
  return policies.flatMap(({ gaps }) =>
    Object.entries(gaps.data ?? {}).flatMap(([gap, { filled = [] }]) =>
      filled.flatMap(({ policy, clause, s, quote }, i) =>
        policy === id
          ? {
              file: gaps.file,
              line: gaps.lineAt([gap, 'filled', i]),
              clause,
              s,
              quote,
              what: `没有写明 ${gap}`,
            }
          : [],
      ),
    ),
  );
}
