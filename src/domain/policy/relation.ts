import type { DocumentName } from './status.ts';

/** How a document stands to another, as it says itself. */
export const RELATIONS = [
  'basis',
  'implements',
  'fills',
  'amends',
  'replaces',
  'repeals',
  'cites',
] as const;

export type RelationKind = (typeof RELATIONS)[number];

/** What each is called on the page of the document that says it, and on that of the other. */
export const SAID_OF: Readonly<Record<RelationKind, readonly [own: string, other: string]>> = {
  basis: ['依据', '以本文件为依据'],
  implements: ['实施', '实施本文件的'],
  fills: ['补充', '补充本文件的'],
  amends: ['修改', '修改本文件的'],
  replaces: ['代替', '代替本文件的'],
  repeals: ['废止', '废止本文件的'],
  cites: ['引用', '引用本文件的'],
};

/** Relations by which one document belongs under another. */
export const UNDER: ReadonlySet<RelationKind> = new Set(['basis', 'implements', 'fills', 'amends']);

/**
 * The document held that a name means: by its number where both have one, else by its title. Of several of one title none
 * is meant unless it alone has no number, as the name has none: which of them nobody can tell.
 */
export function documentNamed<D extends DocumentName>(
  name: DocumentName,
  held: readonly D[],
): D | undefined {
  const { number } = name;
  const byNumber = number ? held.find((one) => one.number === number) : undefined;
  if (byNumber) return byNumber;
  const all = documentsOfTitle(name, held);
  if (all.length < 2) return all[0];
  const [unnumbered, ...others] = all.filter((one) => !one.number);
  return others.length === 0 ? unnumbered : undefined;
}

/** The documents held that a name may mean by its title: all of that title whose number says nothing else. */
export function documentsOfTitle<D extends DocumentName>(
  { title, number }: DocumentName,
  held: readonly D[],
): D[] {
  const wanted = bare(title);
  return held.filter((one) => !(number && one.number) && bare(one.title) === wanted);
}

function bare(title: string): string {
  return title.normalize('NFKC').replace(/\s/gu, '');
}
