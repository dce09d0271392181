import { clauseHref, siteUrl } from '../address.ts';
import { formatPick, type Pick } from './basket.ts';
import type { DocumentSlots, PlaceSlots, Reply } from './reply.ts';

/** What the staff desk knows of a policy: every clause that can be passed on, and how. Travels as `desk.json`. */
export interface DeskTable {
  policy: { id: string; title: string; number: string; ask: string };
  clauses: DeskClause[];
  replies: Reply[];
}

/** A clause as it is passed on. */
interface DeskClause {
  id: string;
  /** `三（四）`, `第三部分第（四）项` and its heading. */
  short: string;
  place: string;
  label: string;
  /** The issued text, character for character: whole paragraphs, and the sentences in order. */
  paragraphs: string[];
  sentences: string[];
  /** What the text does not state, in short. */
  unstated: string[];
}

/** A pick with everything that is written of it. */
export interface Picked extends PlaceSlots {
  /** `p3-4-s4` */
  id: string;
}

/** The number of sentences of a clause; `null` where there is no such clause. */
export function sentencesIn({ clauses }: DeskTable): (id: string) => number | null {
  return (id) => clauses.find((clause) => clause.id === id)?.sentences.length ?? null;
}

/** What is written of a whole document. */
export function documentSlots({ policy }: DeskTable): DocumentSlots {
  return { 标题: `《${policy.title}》`, 文号: policy.number, 询问: policy.ask };
}

/** What is written of a clause or sentence. `base` is the folder the site stands in. Nothing where it is not there. */
export function readPick(table: DeskTable, pick: Pick, base: string | URL): Picked | null {
  const { policy, clauses } = table;
  const clause = clauses.find(({ id }) => id === pick.clause);
  const { sentence } = pick;
  const text =
    sentence === undefined ? clause?.paragraphs.join('\n') : clause?.sentences[sentence - 1];
  if (!clause || text === undefined) return null;
  const s = sentence === undefined ? '' : `第${sentence}句`;
  return {
    id: formatPick(pick),
    引文: `《${policy.title}》（${policy.number}）${clause.place}${s}`,
    编号: clause.place + s,
    简称: clause.short + s,
    名称: clause.label,
    原文: text,
    网址: siteUrl(base, clauseHref(policy.id, clause.id, sentence)),
    没有写明: clause.unstated.join('；'),
  };
}

/** The picks as a table, with a line of headings. */
export function pickRows(picked: readonly Picked[]): string[][] {
  const columns = ['编号', '名称', '原文', '引文', '网址', '没有写明'] as const;
  return [[...columns], ...picked.map((one) => columns.map((name) => one[name]))];
}
