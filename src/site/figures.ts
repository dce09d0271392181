import type { PolicyFolder } from '../content/read/policy.ts';
import { type Figure, quotedAt } from '../content/schemas/figures.ts';
import type { SiteGap } from './fills.ts';
import type { SiteClause } from './policy.ts';

/** What is not written at a place of a figure: the questions to take along. */
type Unwritten = readonly string[];

/** A sentence that a part of a figure quotes. */
interface Quoted {
  clause: SiteClause;
  s: number;
}

export interface SiteStep {
  name: string | undefined;
  /** Nothing where the text says nothing. */
  at: Quoted | undefined;
  quote: string | undefined;
  items: readonly string[];
  open: Unwritten;
  as: 'card' | 'branch' | 'span' | undefined;
}

interface SiteCell {
  quote: string | undefined;
  open: Unwritten;
}

interface SiteRow {
  name: string;
  at: Quoted | undefined;
  cells: readonly SiteCell[];
}

/** A picture of what the text says and of what it does not say. */
export type SiteFigure = Pick<Figure, 'id' | 'title' | 'audiences' | 'clauses'> & {
  /** The one clause that all of it quotes; `undefined` where it quotes several. */
  clause: SiteClause | undefined;
} & (
    | { kind: 'flow' | 'time'; steps: readonly SiteStep[] }
    | { kind: 'matrix'; columns: readonly string[]; rows: readonly SiteRow[] }
  );

/** The figures of a policy as pages draw them: each part with the sentence it quotes. */
export function makeFigures(
  folder: PolicyFolder,
  clauses: readonly SiteClause[],
  gaps: Readonly<Record<string, SiteGap>>,
): SiteFigure[] {
  const ask = ({ gap, ask: own }: { gap: string; ask?: string | undefined }) =>
    gaps[gap]?.by ? [] : (own ?? gaps[gap]?.question ?? []);
  return (folder.figures.data ?? []).map((figure): SiteFigure => {
    const at = (part: Parameters<typeof quotedAt>[1]): Quoted | undefined => {
      const { clause: id, s } = quotedAt(figure, part);
      const clause = clauses.find((one) => one.id === id);
      return clause && s !== undefined ? { clause, s } : undefined;
    };
    const { id, title, audiences, clauses: on } = figure;
    const shown =
      figure.kind === 'matrix'
        ? {
            kind: figure.kind,
            columns: figure.columns,
            rows: figure.rows.map((row) => ({
              name: row.name,
              at: at(row),
              cells: row.cells.map((cell) =>
                typeof cell === 'string'
                  ? { quote: cell || undefined, open: [] }
                  : { quote: cell.quote, open: [ask(cell)].flat() },
              ),
            })),
          }
        : {
            kind: figure.kind,
            steps: figure.steps.map((step) => ({
              name: step.name,
              at: step.quote === undefined ? undefined : at(step),
              quote: step.quote,
              items: step.items,
              open: step.open.flatMap(ask),
              as: step.as,
            })),
          };
    const parts = 'rows' in shown ? shown.rows : shown.steps;
    const quoted = new Set(parts.flatMap((part) => part.at?.clause ?? []));
    const [only] = quoted;
    return {
      id,
      title,
      audiences,
      clauses: on,
      clause: quoted.size === 1 ? only : undefined,
      ...shown,
    };
  });
}
