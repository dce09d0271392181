import { formatDocument } from '../policy/citation.ts';
import { formatPick, type Pick } from './basket.ts';
import type { DocumentSlots, PlaceSlots, Reply } from './reply.ts';

/** What the staff desk knows of a policy: the document and every clause that can be passed on, and how. Travels as `desk.json`. */
export interface DeskTable {
  policy: { id: string; title: string; number: string };
  clauses: DeskClause[];
  replies: Reply[];
}

/** A clause as it is passed on; or the document, under the policy's id. */
interface DeskClause {
  id: string;
  /** What lists it as an item; the document for what stands in nothing else, `null` for the document and for the 款 and 项 of an article, which are in its text. */
  parent: string | null;
  /** `三（四）`, `第三部分第（四）项` and its heading. The document has no place. */
  short: string;
  place: string;
  /** `第一款`, where the article's own sentences are those of its first of several 款. */
  first?: string;
  label: string;
  /** Whether the label is ours. */
  ours: boolean;
  /** The issued text, character for character: whole paragraphs, and the sentences in order. */
  paragraphs: string[];
  sentences: string[];
  /** What the text does not state, in short. */
  unstated: string[];
}

/** The full address of a document, a clause or a sentence. */
export type AddressOf = (policy: string, clause?: string, sentence?: number) => string;

/** A pick with everything that is written of it. */
export interface Picked extends PlaceSlots {
  /** `p3-4-s4` */
  id: string;
  /** Whether the name is ours; then it stands in 〔〕. */
  ours: boolean;
}

/** The number of sentences of a clause; `null` where there is no such clause. */
export function sentencesIn({ clauses }: DeskTable): (id: string) => number | null {
  return (id) => clauses.find((clause) => clause.id === id)?.sentences.length ?? null;
}

/** What is written of a whole document. */
export function documentSlots({ policy }: DeskTable, closing: string): DocumentSlots {
  return { 标题: `《${policy.title}》`, 文号: policy.number, 结语: closing };
}

/** What is written of the document, a clause or a sentence. `addressOf` gives the full address of a place. Nothing where it is not there. */
export function readPick(table: DeskTable, pick: Pick, addressOf: AddressOf): Picked | null {
  const { policy, clauses } = table;
  const clause = clauses.find(({ id }) => id === pick.clause);
  const { sentence } = pick;
  const text =
    sentence === undefined ? clause?.paragraphs.join('\n') : clause?.sentences[sentence - 1];
  if (!clause || text === undefined) return null;
  const s = sentence === undefined ? '' : `${clause.first ?? ''}第${sentence}句`;
  const whole = clause.id === policy.id;
  const items = sentence === undefined ? clauses.filter(({ parent }) => parent === clause.id) : [];
  return {
    id: formatPick(pick),
    ours: clause.ours,
    引文: formatDocument(policy) + clause.place + s,
    编号: (clause.place || clause.short) + s,
    简称: clause.short + s,
    名称: clause.ours ? `〔${clause.label}〕` : clause.label,
    原文: text,
    各项: items.map((item) => nameIn(clause, item)).join('、'),
    网址: whole ? addressOf(policy.id) : addressOf(policy.id, clause.id, sentence),
    没有写明: clause.unstated.join('；'),
  };
}

/** An item as its clause lists it: `第（一）项“拓宽引才渠道”`, `第（二）项〔分类认定与绿卡〕`. */
function nameIn(clause: DeskClause, { place, label, ours }: DeskClause): string {
  const name = ours ? `〔${label}〕` : `“${label}”`;
  return place.replace(clause.place, '') + (label === place ? '' : name);
}

/** The picks as a table, with a line of headings. */
export function pickRows(picked: readonly Picked[]): string[][] {
  const columns = ['编号', '名称', '原文', '各项', '引文', '网址', '没有写明'] as const;
  return [[...columns], ...picked.map((one) => columns.map((name) => one[name]))];
}
