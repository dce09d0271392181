import { type Line, type Reader, type Reading, Refusal } from '../reading.ts';
import { type Block, BlockReader } from './blocks.ts';
import { countCharacters } from './count-characters.ts';
import type { DocumentContext, Story } from './document.ts';
import { Fields, fieldsPair } from './fields.ts';
import { Budget, LIMITS } from './limits.ts';
import { settleHoles } from './lines.ts';
import { NoteMarks } from './notes.ts';
import { noticesOf } from './notices.ts';
import { Counters, Numbering } from './numbering.ts';
import { leftOut, noteLines } from './other-stories.ts';
import { type Part, type Parts, readParts } from './parts.ts';
import { isVisible, joinPieces, type Taken } from './pieces.ts';
import { refuseOther } from './refuse-other.ts';
import { Styles } from './styles.ts';
import { childOf, type XmlElement } from './xml.ts';

const PLAIN: Taken = { drop: '', doubt: '' };

/**
 * Reads a Word file (.docx, ECMA-376 part 1, transitional or strict) as it is printed: automatic numbers and results
 * of fields written out, tracked changes accepted, notes after the body. What is printed on every page or not at all
 * (headers, comments, hidden and deleted text) is left out with its reason.
 */
export const readDocx: Reader = async (bytes, progress) => {
  if (bytes.length > LIMITS.file) {
    throw new Refusal(
      `文件有 ${Math.round(bytes.length / 1e6)} MB，超过 ${LIMITS.file / 1e6} MB，没有读。请用 Word、WPS 打开，压缩或者删去图片，另存一份再读。`,
    );
  }
  refuseOther(bytes);
  const parts = readParts(bytes, new Budget());
  return readAll(parts, progress);
};

function readAll(parts: Parts, progress: (done: number, total: number) => void): Reading {
  const context = contextOf(parts);
  const body = bodyOf(parts.document.root);
  const story = storyOf(parts.document.root);
  const blocks = new BlockReader(context, story, '').read(body, PLAIN, progress);
  const lines = [
    ...settleHoles(linesOf(blocks)),
    ...noteLines(context, parts),
    ...leftOut(context, parts),
  ].map(({ place, pieces }) => ({ place, pieces: joinPieces(pieces) }));
  refuseWithoutText(lines, context);
  return {
    lines,
    characters: textParts(parts).reduce((sum, { text }) => sum + countCharacters(text), 0),
    notices: noticesOf(lines, context.sights, hasInsertions(parts.document.text)),
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
  if (!body) {
    throw new Refusal(
      '这份 Word 文件里没有正文，没有读。请用 Word、WPS 打开后另存一份 .docx 再读。',
    );
  }
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

function hasInsertions(xml: string): boolean {
  return /<w:(?:ins|moveTo) [^>]*[^/]>\s*<w:r[ >]/u.test(xml);
}

function refuseWithoutText(lines: readonly Line[], { sights }: DocumentContext): void {
  if (lines.some(({ pieces }) => isVisible(pieces))) return;
  const pictures = sights.length;
  if (pictures > 0) {
    throw new Refusal(
      `这份 Word 文件里只有图片（${pictures} 张），没有可以读的字，多半是扫描件。请向发文单位要有文字的版本，或者用文字识别软件（OCR）转成文字，逐字校对后存成 .docx 或者 .txt 再读。`,
    );
  }
  throw new Refusal('这份 Word 文件里没有正文的字，没有读。请核对是不是选错了文件。');
}
