import { Counters } from '../numbering/counters.ts';
import { dropped } from '../pieces.ts';
import type { Line, Reader, Reading } from '../reading.ts';
import { settleHoles } from '../word/lines.ts';
import { noticesOf } from '../word/notices.ts';
import { joinAll } from '../word/pieces.ts';
import { COMMENT } from '../word/reasons.ts';
import { refuseWithoutText } from '../word/refusals.ts';
import { readBoxes } from './boxes.ts';
import { countCharacters } from './count.ts';
import { Floating } from './floating.ts';
import type { Shared } from './lines.ts';
import { linesOf } from './lines.ts';
import { noteLines, noteMarks } from './note-lines.ts';
import type { Note } from './notes.ts';
import { readNotes, readSectionEnds } from './notes.ts';
import type { StoryContext } from './read-story.ts';
import { readStory } from './read-story.ts';
import type { Story, WordFile } from './word-file.ts';
import { openWordFile, storyRange } from './word-file.ts';

/**
 * Reads Word 97–2003 files ([MS-DOC]): `.doc`, whether Word or WPS wrote it. As a .docx is read: automatic numbers and
 * results of fields written out, tracked changes accepted, notes after the body.
 */
export const readDoc: Reader = async (bytes, progress) => {
  progress(0, 2);
  const file = openWordFile(bytes);
  progress(1, 2);
  const reading = readWordFile(file);
  progress(2, 2);
  return reading;
};

const readWordFile = (file: WordFile): Reading => {
  const notes = readNotes(file);
  const story = storyContext(file, notes);
  const body: Shared = { lists: file.lists, counters: new Counters(), sights: [] };
  const apart = { ...body, counters: new Counters() };
  const floating = new Floating(file, readBoxes(file), story, apart);
  const lines = joinAll([
    ...settleHoles(mainLines(file, story, floating, body)),
    ...settleHoles(noteLines(file, notes, story, apart)),
    ...settleHoles(floating.rest()),
    ...leftOutLines(file, 'headers', HEADER),
    ...leftOutLines(file, 'headerBoxes', HEADER),
    ...leftOutLines(file, 'comments', COMMENT),
  ]);
  refuseWithoutText(lines, body.sights);
  const wordArt = [...story.wordArt, ...file.drawings.wordArt.values()];
  const characters = countCharacters(file.document, file.pieces, file.fib.lengths, wordArt);
  return { lines, characters, notices: noticesOf(lines, body.sights, false) };
};

const HEADER = '页眉/页脚';

const storyContext = (file: WordFile, notes: Note[]): StoryContext => ({
  dropped: '',
  sectionEnds: readSectionEnds(file),
  noteMarks: noteMarks(file, notes),
  leftOut: new Map(),
  wordArt: [],
});

const mainLines = (
  file: WordFile,
  story: StoryContext,
  floating: Floating,
  shared: Shared,
): Line[] =>
  linesOf(readStory(file, storyRange(file.fib.lengths, 'main'), story), {
    ...shared,
    placeOf: (paragraph) => `第${paragraph}段`,
    placeOfTable: (table) => `表${table}`,
    floating: (anchor, place) => floating.at(anchor, place),
  });

/** A part of which nothing is in the text: a line for each paragraph. */
const leftOutLines = (file: WordFile, part: Story, reason: string): Line[] => {
  const story = { ...storyContext(file, []), dropped: reason };
  return readStory(file, storyRange(file.fib.lengths, part), story)
    .map(({ pieces }) => pieces.map(({ text }) => text).join(''))
    .filter((text) => /\S/.test(text))
    .map((text) => ({ place: reason, pieces: [dropped(text, reason)] }));
};
