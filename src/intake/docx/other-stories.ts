import { Counters } from '../numbering/counters.ts';
import { added, dropped } from '../pieces.ts';
import type { Line } from '../reading.ts';
import { settleHoles } from '../word/lines.ts';
import type { Taken } from '../word/pieces.ts';
import { COMMENT, unreferred } from '../word/reasons.ts';
import { BlockReader } from './blocks.ts';
import type { DocumentContext, Story } from './document.ts';
import { shapeLines } from './draw.ts';
import { Fields, fieldsPair } from './fields.ts';
import type { NoteKind, Reference } from './notes.ts';
import type { Part, Parts } from './parts.ts';
import { elementsOf, type XmlElement } from './xml.ts';

/** The notes in the order of their marks, those at the foot of pages first, and after them what no mark calls. */
export function noteLines(context: DocumentContext, parts: Parts): Line[] {
  return [
    ...kindOfNotes(context, '脚注', parts.footnotes),
    ...kindOfNotes(context, '尾注', parts.endnotes),
  ];
}

function kindOfNotes(context: DocumentContext, kind: NoteKind, part: Part | undefined): Line[] {
  const notes = new Map(
    elementsOf(part?.root).map((note) => [note.attributes['w:id'] ?? '', note]),
  );
  const called = context.notes.references.filter((reference) => reference.kind === kind);
  const lines = called.flatMap((reference) => {
    const note = notes.get(reference.id);
    notes.delete(reference.id);
    return note ? readNote(context, note, reference) : [];
  });
  const left = [...notes.values()].flatMap((note) => read(context, note, kind, unreferred(kind)));
  return [...lines, ...left];
}

function readNote(
  context: DocumentContext,
  note: XmlElement,
  { kind, mark, number, drop }: Reference,
): Line[] {
  const story: Story = {
    fields: new Fields(!fieldsPair(note)),
    counters: context.apart,
    mark: mark ? [added(mark, `${kind}的编号`)] : [],
  };
  const place = drop ? kind : `${kind}${number}`;
  return linesIn(new BlockReader(context, story, place), note, { drop, doubt: '' });
}

/** What is not part of the text: comments, headers and footers, drawings that are not shown. */
export function leftOut(context: DocumentContext, parts: Parts): Line[] {
  const comments = elementsOf(parts.comments?.root);
  const hidden = [...parts.diagrams].filter(([id]) => !context.shownDiagrams.has(id));
  return [
    ...comments.flatMap((comment, i) => read(context, comment, `批注${i + 1}`, COMMENT)),
    ...parts.headers.flatMap(({ root }) => read(context, root, '页眉', '页眉')),
    ...parts.footers.flatMap(({ root }) => read(context, root, '页脚', '页脚')),
    ...hidden.flatMap(([, { root }]) => shapeLines(root).map(unshown)),
  ];
}

function unshown(text: string): Line {
  return { place: '图示', pieces: [dropped(text, '没有显示的图示')] };
}

function read(context: DocumentContext, root: XmlElement, place: string, drop: string): Line[] {
  const story: Story = {
    fields: new Fields(!fieldsPair(root)),
    counters: new Counters(),
    mark: [],
  };
  return linesIn(new BlockReader(context, story, place), root, { drop, doubt: '' });
}

function linesIn(reader: BlockReader, root: XmlElement, taken: Taken): Line[] {
  return settleHoles(reader.read(root, taken).map(({ line }) => line));
}
