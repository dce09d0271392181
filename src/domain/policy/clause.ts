import type { Level, Marker } from './marker.ts';

/** What a paragraph of an issued document is. */
export const ROLES = [
  'letterhead', // 某市人民政府文件
  'number', // 某政〔2020〕1号
  'title',
  'note', // 题注: when and by whom it was passed
  'addressee', // 主送机关
  'contents', // 目录
  'preamble',
  'heading',
  'body',
  'row', // cells of a table, parted by tabs
  'text', // of a document, or an annex, that has no numbers
  'closing', // unnumbered, and speaks of the whole document: 本决定自……起施行
  'annexes', // 附件说明
  'signature', // 署名
  'date', // 成文日期
  'remark', // 附注: （此件公开发布）
  'footnote',
  'imprint', // 版记
] as const;

export type Role = (typeof ROLES)[number];

/** What a clause is: a level of numbering, or a stretch that carries no number. */
export type ClauseKind =
  | 'document' // another document in the same file, with its title
  | 'head'
  | 'preamble'
  | 'text'
  | 'list' // 成员名单
  | 'closing'
  | 'notes'
  | 'imprint'
  | Level;

/** A stretch of the text from one full stop to the next. */
export interface Sentence {
  /** Place in its clause, from 1; the address is `#s1`. */
  n: number;
  text: string;
}

/** A paragraph as issued: `marker` and the sentences, put together, are its text, character for character. */
export interface Paragraph {
  role: Role;
  /** First and last line in the source, from 1. Two differ where a page break was joined. */
  lines: [first: number, last: number];
  /** The printed number with the blanks round it; empty where there is none. */
  marker: string;
  sentences: Sentence[];
  /** Of a row of a table its place among those of the clause, from 1; the address is `#r1`. */
  row?: number;
}

/** A cell as it is read: its paragraphs, the last with the tab that parts it from the next cell. */
export type Cell = string[];

/** The cells of a row. Put together they are its text, character for character. */
export function cellsOf(row: Paragraph): Cell[] {
  return paragraphText(row)
    .split(/(?<=\t)/u)
    .map((cell) => cell.split(/(?<=\v)/u));
}

/** An addressable stretch of the policy with the paragraphs that are its own, without those of its children. */
export interface Clause {
  /** Permanent address part, made from the printed number: `p7-2`. */
  id: string;
  kind: ClauseKind;
  /** `null` where nothing is printed. */
  marker: Marker | null;
  paragraphs: Paragraph[];
  /** The heading printed in the text, without its full stop; `null` where the text has none. */
  heading: string | null;
  /** What lists call it: the heading, else a label of ours, else the first words and `…`. */
  label: string;
  /** Whether `label` is ours and must be set apart from the text. */
  labelIsOurs: boolean;
  parent: string | null;
  children: string[];
}

/** A policy in reading order. */
export interface PolicyText {
  clauses: Clause[];
}

/** A paragraph's text, character for character. */
export function paragraphText(paragraph: Paragraph): string {
  return paragraph.marker + paragraph.sentences.map((s) => s.text).join('');
}

/** All sentences of a clause in order. */
export function sentencesOf(clause: Clause): Sentence[] {
  return clause.paragraphs.flatMap((p) => p.sentences);
}

/** The paragraphs of a clause, each on its own line, without those of its children. */
export function clauseText(clause: Clause): string {
  return clause.paragraphs.map(paragraphText).join('\n');
}

/** The whole text, each paragraph on its own line. */
export function policyText(policy: PolicyText): string {
  return policy.clauses
    .flatMap((c) => c.paragraphs)
    .map(paragraphText)
    .join('\n');
}

/** Whether a clause is law, and so has a page of its own; what stands above and below the text has none. */
export function hasPage({ kind }: Pick<Clause, 'kind'>): boolean {
  return kind !== 'head' && kind !== 'imprint' && kind !== 'notes';
}

/** Sentences of a clause by their numbers; after one that counts up items, these. An article's further 款 are no items. */
export function sentencesWithItems<T extends Clause>(
  clause: T,
  numbers: readonly number[],
  clauses: readonly T[],
): { clause: T; sentence: Sentence }[] {
  const own = sentencesOf(clause).filter(({ n }) => numbers.includes(n));
  const items = clauses.filter(({ parent, kind }) => parent === clause.id && kind !== 'paragraph');
  return own.flatMap((sentence) => [
    { clause, sentence },
    ...(/[：:]\s*$/u.test(sentence.text)
      ? items.flatMap((item) => sentencesOf(item).map((one) => ({ clause: item, sentence: one })))
      : []),
  ]);
}
