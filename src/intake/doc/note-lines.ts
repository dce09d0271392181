import { raised } from '../numbering/raised.ts';
import { added, hole } from '../pieces.ts';
import type { Line, Piece } from '../reading.ts';
import { unreferred } from '../word/reasons.ts';
import { placesWithin, refated } from './floating.ts';
import type { Shared } from './lines.ts';
import { linesOf } from './lines.ts';
import type { Note } from './notes.ts';
import type { StoryContext } from './read-story.ts';
import { readStory } from './read-story.ts';
import type { Story, WordFile } from './word-file.ts';
import { storyRange } from './word-file.ts';

const OWN_MARK = '\x02';

/** What the marks print, where the text refers to notes and where the notes begin. */
export const noteMarks = ({ text }: WordFile, notes: Note[]): Map<number, Piece[]> => {
  const marks = new Map<number, Piece[]>();
  for (const { name, mark, reference, start, end } of notes) {
    if (mark.text === '') continue;
    const own = text.slice(start, end).indexOf(OWN_MARK);
    const printed = added(raised(mark.text), `${name}的编号`);
    marks.set(reference, mark.doubt ? [printed, hole(mark.doubt)] : [printed]);
    if (own >= 0) marks.set(start + own, [printed]);
  }
  return marks;
};

/** The notes in their order, behind the text; those whose mark is left out are left out with it. */
export const noteLines = (
  file: WordFile,
  notes: Note[],
  story: StoryContext,
  shared: Shared,
): Line[] => {
  const lines = notes.flatMap((note) => {
    const reason = story.leftOut.get(note.reference);
    const own = linesWithin(file, note, note.name, story, shared);
    return reason ? own.map((line) => refated(line, 'dropped', reason)) : own;
  });
  return [
    ...lines,
    ...unclaimed(file, notes, 'footnotes', '脚注', story, shared),
    ...unclaimed(file, notes, 'endnotes', '尾注', story, shared),
  ];
};

const linesWithin = (
  file: WordFile,
  range: { start: number; end: number },
  name: string,
  story: StoryContext,
  shared: Shared,
): Line[] =>
  linesOf(readStory(file, range, story), {
    ...shared,
    ...placesWithin(name),
    floating: () => [],
  });

/** Text of notes that no mark refers to. */
const unclaimed = (
  file: WordFile,
  notes: Note[],
  part: Story,
  name: string,
  story: StoryContext,
  shared: Shared,
): Line[] => {
  const { start, end } = storyRange(file.fib.lengths, part);
  const isHere = (at: number) => at > start && at <= end;
  const read = notes.reduce(
    (last, note) => (isHere(note.end) ? Math.max(last, note.end) : last),
    start,
  );
  const rest = { start: read, end };
  return linesWithin(file, rest, name, story, shared).map((line) =>
    refated(line, 'uncertain', unreferred(name)),
  );
};
