import type { Level, Marker } from './marker.ts';

/** What a paragraph of an issued document is. */
export type Role = 'letterhead' | 'number' | 'title' | 'preamble' | 'heading' | 'body' | 'imprint';

/** What a clause is: a level of numbering, or one of the three stretches that carry no number. */
export type ClauseKind = 'head' | 'preamble' | 'imprint' | Level;

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

/** Whether a clause is numbered or is the preamble, and so has a page of its own. */
export function hasPage(clause: Pick<Clause, 'kind'>): boolean {
  return clause.kind !== 'head' && clause.kind !== 'imprint';
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
