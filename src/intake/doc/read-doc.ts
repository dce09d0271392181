import type { Line, Reader, Reading } from '../reading.ts';
import { Refusal } from '../reading.ts';
import { readBoxes } from './boxes.ts';
import { countCharacters } from './count.ts';
import { Counters } from './counters.ts';
import { Floating } from './floating.ts';
import type { LineContext } from './lines.ts';
import { linesOf } from './lines.ts';
import { noteLines, noteMarks } from './note-lines.ts';
import type { Notes } from './notes.ts';
import { readNotes, readSectionEnds } from './notes.ts';
import { isPiece, isSeen, merged } from './paragraphs.ts';
import type { StoryContext } from './read-story.ts';
import { readStory } from './read-story.ts';
import { COMMENT, HEADER } from './reasons.ts';
import { noticesOf, Report } from './report.ts';
import { refuseOther } from './sniff.ts';
import type { Story, WordFile } from './word-file.ts';
import { openWordFile, storyRange } from './word-file.ts';

/** More than a Word file of a policy has, its pictures included. */
const MAX_BYTES = 100_000_000;

/** Reads Word 97–2003 files ([MS-DOC]): `.doc`, whether Word or WPS wrote it. */
export const readDoc: Reader = async (bytes, progress) => {
  if (bytes.length > MAX_BYTES) throw new Refusal(TOO_LARGE);
  refuseOther(bytes);
  progress(0, 2);
  const file = openWordFile(bytes);
  progress(1, 2);
  const reading = readWordFile(file);
  progress(2, 2);
  return reading;
};

const readWordFile = (file: WordFile): Reading => {
  const report = new Report();
  const notes = readNotes(file);
  const story = storyContext(file, notes);
  const counters = new Counters(file.lists);
  const floating = new Floating(file, readBoxes(file), story, { counters, report });
  const lines = [
    ...mainLines(file, story, floating, { counters, report }),
    ...noteLines(file, notes, story, { counters, report }),
    ...floating.rest(),
    ...leftOutLines(file, 'headers', HEADER),
    ...leftOutLines(file, 'headerBoxes', HEADER),
    ...leftOutLines(file, 'comments', COMMENT),
  ];
  if (!lines.some(({ pieces }) => pieces.some(isSeen))) {
    throw new Refusal(report.hasPictures() ? PICTURES_ONLY : EMPTY);
  }
  const wordArt = [...story.wordArt, ...file.drawings.wordArt.values()];
  const characters = countCharacters(file.document, file.pieces, file.fib.lengths, wordArt);
  return { lines, characters, notices: [...report.sentences(), ...noticesOf(lines)] };
};

const TOO_LARGE =
  '这份 .doc 文件超过 100 MB，这里不读。请用 Word 或 WPS 打开它，删去大图片，另存为 .docx，再导入那一份。';

const PICTURES_ONLY =
  '这份 .doc 文件里只有图片，没有文字，多半是扫描件。请向印发的机关要文字版；要不到的，用文字识别软件转成文字，逐字核对后再导入。';

const EMPTY = '这份 .doc 文件里没有文字。请用 Word 或 WPS 打开它，看是不是拿错了文件。';

const storyContext = (file: WordFile, notes: Notes): StoryContext => ({
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
  shared: Pick<LineContext, 'counters' | 'report'>,
): Line[] =>
  linesOf(readStory(file, storyRange(file.fib.lengths, 'main'), story), {
    ...shared,
    fonts: file.fonts,
    placeOf: (paragraph) => `第${paragraph}段`,
    placeOfTable: (table) => `表${table}`,
    floating: (anchor, place) => floating.at(anchor, place),
  });

/** A part of which nothing is in the text: a line for each paragraph. */
const leftOutLines = (file: WordFile, part: Story, reason: string): Line[] => {
  const story = { ...storyContext(file, { notes: [], isByPage: false }), dropped: reason };
  return readStory(file, storyRange(file.fib.lengths, part), story)
    .map(({ items }) => ({ place: reason, pieces: merged(items.filter(isPiece)) }))
    .filter(({ pieces }) => pieces.some(({ text }) => /\S/.test(text)));
};
