import { formatDocument, nameOf } from '../policy/citation.ts';
import { formatPick, type Pick } from './basket.ts';
import type { PlaceSlots, Reply } from './reply.ts';

/** What the desk knows of a policy: the document and every clause that can be passed on, and how. Travels as `desk.json`. */
export interface DeskTable {
  /** The number is empty where the document has none. */
  policy: { id: string; title: string; number: string };
  clauses: DeskClause[];
  replies: Reply[];
}

/** A clause as it is passed on; or the document, under the policy's id. */
interface DeskClause {
  id: string;
  /** What lists it as an item; the document for what stands in nothing else, `null` for the document and for the 款 and 项 of an article, which are in its text. */
  parent: string | null;
  /** `七（二）`, `第七部分第（二）项` and its heading. The document has no place. */
  short: string;
  place: string;
  /** The document it is cited of, where that is another one in the same file. */
  of?: string;
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
  /** What other documents state of what it does not: `《细则》第五条：“…”`. */
  filled?: string[];
}

/** The full address of a document, a clause or a sentence. */
export type AddressOf = (policy: string, clause?: string, sentence?: number) => string;

/** A pick with everything that is written of it. */
export interface Picked extends PlaceSlots {
  /** `abc-2020-1/p7-2-s4` */
  id: string;
  /** The policy it is of, and how a table of several names it: by its number, else its title. */
  policy: string;
  文件: string;
  /** Whether the name is ours; then it stands in 〔〕. */
  ours: boolean;
}

/** The number of sentences of a clause; `null` where there is no such clause. */
export function sentencesIn({ clauses }: DeskTable): (id: string) => number | null {
  return (id) => clauses.find((clause) => clause.id === id)?.sentences.length ?? null;
}

/** What is written of the document, a clause or a sentence. Nothing where it is not there. */
export function readPick(table: DeskTable, pick: Pick, addressOf: AddressOf): Picked | null {
  const { policy, clauses } = table;
  const clause = clauses.find(({ id }) => id === pick.clause);
  const { sentence } = pick;
  const text =
    sentence === undefined ? clause?.paragraphs.join('\n') : clause?.sentences[sentence - 1];
  if (pick.policy !== policy.id || !clause || text === undefined) return null;
  const s = sentence === undefined ? '' : `${clause.first ?? ''}第${sentence}句`;
  const whole = clause.id === policy.id;
  const items = sentence === undefined ? clauses.filter(({ parent }) => parent === clause.id) : [];
  return {
    id: formatPick(pick),
    policy: policy.id,
    文件: nameOf(policy),
    ours: clause.ours,
    标题: `《${policy.title}》`,
    文号: policy.number,
    引文: (clause.of ?? formatDocument(policy)) + clause.place + s,
    编号: (clause.place || clause.short) + s,
    简称: clause.short + s,
    名称: clause.ours ? `〔${clause.label}〕` : clause.label,
    原文: text,
    各项: items.map((item) => nameIn(clause, item)).join('、'),
    网址: whole ? addressOf(policy.id) : addressOf(policy.id, clause.id, sentence),
    没有写明: clause.unstated.join('；'),
    另有写明: (clause.filled ?? []).join('；'),
  };
}

/** An item as its clause lists it: `第（一）项“引进”`, `第（二）项〔对象〕`. */
function nameIn(clause: DeskClause, { place, label, ours }: DeskClause): string {
  const name = ours ? `〔${label}〕` : `“${label}”`;
  return place.replace(clause.place, '') + (label === place ? '' : name);
}

/** Whether some picks are of more than one document. */
export function ofSeveral(picked: readonly Picked[]): boolean {
  return picked.some(({ policy }) => policy !== picked[0]?.policy);
}

/** The picks as a table, with a line of headings; where they are of several documents, each names its own. */
export function pickRows(picked: readonly Picked[]): string[][] {
  const document = ofSeveral(picked) ? (['文件'] as const) : [];
  const filled = picked.some((one) => one.另有写明) ? (['另有写明'] as const) : [];
  const own = ['编号', '名称', '原文', '各项', '引文', '网址', '没有写明', ...filled] as const;
  const columns = [...document, ...own];
  return [[...columns], ...picked.map((one) => columns.map((name) => one[name]))];
}
