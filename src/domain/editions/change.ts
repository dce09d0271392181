import type { Unit } from './units.ts';

/** What became of a stretch of the text from one edition to the next. */
export type ChangeKind =
  | 'added'
  | 'removed'
  | 'changed'
  | 'split'
  | 'merged'
  | 'moved' // same words, in another article or chapter
  | 'renumbered' // same words, another number
  | 'form'; // same words, written with other blanks, widths, brackets or quotes: no amendment

/** What is other than it was, for the least of which readers care least. */
export type What = 'words' | 'cross-reference' | 'punctuation';

/** A stretch that is not what it was. Of what was split or merged the part that leads stands first. */
export interface Change {
  kind: ChangeKind;
  /** None of what was added. */
  old: Unit[];
  /** None of what was removed. */
  next: Unit[];
  /** Whether it has another number, whatever else became of it. */
  renumbered: boolean;
  /** Whether it stands in another article or chapter, whatever else became of it. */
  moved: boolean;
  /** Of changed, split and merged: what. */
  what?: What;
}

/** Two editions compared. */
export interface Comparison {
  /** In the order of the new text, with what was removed where it stood. */
  changes: Change[];
  /** What is sign for sign what it was, where it was. */
  unchanged: { old: Unit; next: Unit }[];
  /** How many differ in form only. They are among the changes, as `form`. */
  formOnly: number;
  /** Of each clause of the old edition where it went, the foremost first; none where it was removed. */
  went: ReadonlyMap<string, readonly string[]>;
  /** Of each clause of the new edition what it was, the foremost first; none where it is new. */
  was: ReadonlyMap<string, readonly string[]>;
}
