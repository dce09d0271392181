/** One level of a list as a file defines it (ECMA-376 part 1, 17.9.6; [MS-DOC] 2.9.150). Levels count from 0. */
export interface Level {
  start: number;
  /** Of ECMA-376 17.18.59; empty where it is not known. */
  format: string;
  /** Numbers of levels above are written 1, 2, 3. */
  isLegal: boolean;
  /** It begins anew after a level before this one. */
  restartsBefore: number;
  follow: 'tab' | 'space' | 'nothing';
  /** The text, where numbers stand for that of their level. */
  text: readonly (string | number)[];
  isHidden: boolean;
  /** The font of a bullet. */
  font: string;
}

/** A list as paragraphs use it. */
export interface ListUse {
  /** Its definition: all uses that share it go on counting where another stopped. */
  list: string;
  /** Which use of it this is. */
  use: string;
  levels: readonly (Level | undefined)[];
  /** Where levels of this use begin, once at its first paragraph and whenever they begin anew. */
  starts: ReadonlyMap<number, number>;
}
