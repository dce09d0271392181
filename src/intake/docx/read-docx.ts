import { Counters } from '../numbering/counters.ts';
import type { Line, Reader, Reading } from '../reading.ts';
import { settleHoles } from '../word/lines.ts';
import { noticesOf } from '../word/notices.ts';
import { joinAll, type Taken } from '../word/pieces.ts';
import { damaged, refuseWithoutText } from '../word/refusals.ts';
import { type Block, BlockReader } from './blocks.ts';
import type { DocumentContext, Story } from './document.ts';
import { Fields, fieldsPair } from './fields.ts';
import { Budget } from './limits.ts';
import { NoteMarks } from './notes.ts';
import { Numbering } from './numbering.ts';
import { leftOut, noteLines } from './other-stories.ts';
import { type Part, type Parts, readParts } from './parts.ts';
import { Styles } from './styles.ts';
import { childOf, type XmlElement } from './xml.ts';

const PLAIN: Taken = { drop: '', doubt: '' };

/**
 * Reads a Word file (.docx, ECMA-376 part 1, transitional or strict) as it is printed: automatic numbers and results
 * of fields written out, tracked changes accepted, notes after the body. What is printed on every page or not at all
 * (headers, comments, hidden and deleted text) is left out with its reason.
 */
export const readDocx: Reader = async (bytes, progress) => {
  const parts = readParts(bytes, new Budget());
  return readAll(parts, progress);
};

function readAll(parts: Parts, progress: (done: number, total: number) => void): Reading {
  const context = contextOf(parts);
  const body = bodyOf(parts.document.root);
  const story = storyOf(parts.document.root);
  const blocks = new BlockReader(context, story, '').read(body, PLAIN, progress);
  const lines = joinAll([
    ...settleHoles(linesOf(blocks)),
    ...noteLines(context, parts),
    ...leftOut(context, parts),
  ]);
  refuseWithoutText(lines, context.sights);
  return {
    lines,
    characters: textParts(parts).reduce((sum, part) => sum + part.characters, 0),
    notices: noticesOf(lines, context.sights, parts.document.hasInsertions),
  };
}

function linesOf(blocks: readonly Block[]): Line[] {
  return blocks.map(({ line }) => line);
}

function contextOf({ styles, numbering, settings, document, diagrams }: Parts): DocumentContext {
  const known = new Styles(styles?.root);
  return {
    styles: known,
    numbering: new Numbering(numbering?.root, known),
    notes: new NoteMarks(document.root, settings?.root),
    diagrams,
    shownDiagrams: new Set(),
    apart: new Counters(),
    sights: [],
  };
}

function storyOf(root: XmlElement): Story {
  return { fields: new Fields(!fieldsPair(root)), counters: new Counters(), mark: [] };
}

function bodyOf(root: XmlElement): XmlElement {
  const body = childOf(root, 'w:body');
  if (!body) throw damaged('没有正文');
  return body;
}

/** All parts whose text is accounted for. */
function textParts(parts: Parts): Part[] {
  const { document, footnotes, endnotes, comments, headers, footers, diagrams } = parts;
  const all = [
    document,
    footnotes,
    endnotes,
    comments,
    ...headers,
    ...footers,
    ...diagrams.values(),
  ];
  return all.filter((part) => part !== undefined);
}
