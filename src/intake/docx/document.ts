import type { Counters } from '../numbering/counters.ts';
import type { Piece } from '../reading.ts';
import type { Sight } from '../word/sights.ts';
import type { Fields } from './fields.ts';
import type { NoteMarks } from './notes.ts';
import type { Numbering } from './numbering.ts';
import type { Part } from './parts.ts';
import type { Styles } from './styles.ts';

/** What all stories of a file share. */
export interface DocumentContext {
  styles: Styles;
  numbering: Numbering;
  notes: NoteMarks;
  diagrams: ReadonlyMap<string, Part>;
  /** Those that a drawing has called. */
  shownDiagrams: Set<string>;
  /** Lists in boxes and notes, which are numbered apart from the body. */
  apart: Counters;
  sights: Sight[];
}

/** What is counted within one story: the body, a box, a note. */
export interface Story {
  fields: Fields;
  counters: Counters;
  /** The mark that the note being read begins with. */
  mark: Piece[];
}
