import type { Clause } from './clause.ts';

/**
 * A clause's number and label as one line: `三、高层次人才引进措施`, `第一章 总则`; the label alone where nothing
 * is printed. `short` is the number as `formatShort` writes it.
 */
export function titleOf({
  kind,
  short,
  label,
}: Pick<Clause, 'kind' | 'label'> & { short: string }): string {
  if (kind === 'preamble' || kind === 'head' || kind === 'imprint') return label;
  return kind === 'part' ? `${short}、${label}` : `${short} ${label}`;
}
