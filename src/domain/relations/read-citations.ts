import { type Clause, type Paragraph, paragraphText } from '../policy/clause.ts';
import { foldLine } from '../policy/fold.ts';
import { quotedLines } from '../policy/quoted.ts';
import { amendedByLine, amendedByTitle, isAmending } from './amended-document.ts';
import type { CitationInText } from './citation-in-text.ts';
import { type HeldDocument, HeldDocuments } from './held-documents.ts';
import { SentenceReader } from './sentence-reader.ts';
import { TextContext } from './text-context.ts';

/** A document whose citations are read. */
export interface CitingDocument {
  id: string;
  title: string;
  number: string;
  /** Of this edition, `2018-10-09`: it tells which edition of another it cites by clause numbers. */
  date?: string | undefined;
  clauses: readonly Clause[];
}

/** Lines that speak of nothing but the document itself. */
const NOT_READ: ReadonlySet<Paragraph['role']> = new Set([
  'letterhead',
  'number',
  'contents',
  'signature',
  'date',
  'imprint',
]);

/**
 * Every citation in the text of a document, in order and none inside another, with the characters that it stands in. What is
 * not clear is left out. Takes time in proportion to the text.
 */
export function readCitations(
  document: CitingDocument,
  held: HeldDocuments | readonly HeldDocument[],
): CitationInText[] {
  const documents = held instanceof HeldDocuments ? held : indexOf(held);
  const context = new TextContext(document, documents);
  const title = foldLine(document.title);
  const amending = isAmending(title);
  context.amend(amending, amendedByTitle(title));
  const paragraphs = document.clauses.flatMap((clause) =>
    clause.paragraphs.map((paragraph) => ({ clause, paragraph })),
  );
  const quoted = quotedLines(paragraphs.map(({ paragraph }) => paragraphText(paragraph)));
  return paragraphs.flatMap(({ clause, paragraph }, index) => {
    if (NOT_READ.has(paragraph.role)) return [];
    const isQuoted = quoted.has(index);
    const opens = amending && !isQuoted ? amendedByLine(bodyOf(paragraph)) : null;
    if (opens) context.amend(true, opens);
    return readParagraph(clause, paragraph, isQuoted, context);
  });
}

function bodyOf({ sentences }: Paragraph): string {
  return foldLine(sentences.map(({ text }) => text).join(''));
}

function readParagraph(
  clause: Clause,
  paragraph: Paragraph,
  isQuoted: boolean,
  context: TextContext,
): CitationInText[] {
  let depth = isQuoted ? 1 : 0;
  return paragraph.sentences.flatMap(({ n, text }) => {
    const reader = new SentenceReader(text, { clause, paragraph, depth }, context);
    const found = reader.read();
    if (!isQuoted) depth = reader.depth;
    return found.map((one) => ({ clause: clause.id, n, ...one }));
  });
}

const indexes = new WeakMap<readonly HeldDocument[], HeldDocuments>();
/** The index of a library is made once. */
function indexOf(held: readonly HeldDocument[]): HeldDocuments {
  const index = indexes.get(held) ?? new HeldDocuments(held);
  indexes.set(held, index);
  return index;
}
