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

/** The ways a clause's number is written, folded for comparing: `p3-4 3-4 三(四) 第三部分第(四)项 第三部分第四条 …`. */
export function waysToWrite({
  id,
  short,
  place,
}: {
  id: string;
  short: string;
  place: string;
}): string[] {
  const spoken = place.replace(/（(.+?)）项/u, '$1');
  return [
    id,
    id.replace(/^[a-z](?=\d+-)/u, ''),
    short,
    place,
    `${spoken}条`,
    `${spoken}项`,
    place.replace(/项$/u, ''),
  ]
    .map((way) => way.normalize('NFKC').replace(/\s/gu, ''))
    .filter((way, i, all) => all.indexOf(way) === i);
}
