import { type Citable, formatShort } from './citation.ts';
import type { Clause } from './clause.ts';

/** Levels whose number stands before a title. */
const TITLED: readonly Clause['kind'][] = [
  'annex',
  'book',
  'chapter',
  'section',
  'division',
  'part',
  'article',
  'decimal',
];

/**
 * A clause's number and heading as one stretch of the text, with the blank as printed: `七、保障措施`,
 * `第一章　总则`; `null` where the text has no such line.
 */
export function printedTitle({
  kind,
  marker,
  heading,
}: Pick<Clause, 'kind' | 'marker' | 'heading'>): string | null {
  const number = marker?.printed.trimStart() ?? '';
  const isOne = TITLED.includes(kind) && heading !== null && /[\s、．.：:]$/u.test(number);
  return isOne ? number + heading : null;
}

/**
 * A clause's number and label as one line: as printed, else put together by us, `第五十二条 国家建立…`; the label alone
 * where nothing is printed. `short` is the number as `formatShort` writes it.
 */
export function titleOf(
  clause: Pick<Clause, 'kind' | 'marker' | 'heading' | 'label'> & { short: string },
): string {
  const { marker, label } = clause;
  if (!marker) return label;
  return printedTitle(clause) ?? `${numberBefore(clause)}${label}`.trimEnd();
}

function numberBefore(clause: Pick<Clause, 'kind'> & { short: string }): string {
  const number = printedNumber(clause);
  return number.endsWith('、') ? number : `${number} `;
}

/** A clause's short number as it stands before its label: `三、` for a part, else as it is. */
export function printedNumber({ kind, short }: Pick<Clause, 'kind'> & { short: string }): string {
  return kind === 'part' ? `${short}、` : short;
}

/** Every number that pages set in the type of the law: each clause's in short, alone and before its label. */
export function numbersOf(policy: Citable): string[] {
  return policy.clauses.flatMap(({ id, kind, marker }) => {
    if (!marker) return [];
    const short = formatShort(policy, id);
    return [short, printedNumber({ kind, short })];
  });
}

/** The ways a clause's number is written, folded for comparing: `p7-2 7-2 七(二) 第七部分第(二)项 第七部分第二条 …`. */
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
