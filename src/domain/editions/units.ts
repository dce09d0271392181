import type { Clause } from '../policy/clause.ts';
import { hasPage, type Paragraph } from '../policy/clause.ts';
import { HOLDERS } from '../policy/stretch.ts';
import { foldForm } from './fold-form.ts';

/** A sentence and where it stands: `#s` and its number on the page of its clause. */
export interface PlacedSentence {
  clause: string;
  n: number;
  text: string;
}

/** A paragraph of a clause, or at the level of articles all paragraphs of one. */
export interface Unit {
  /** Id of the clause; of an article its own. */
  clause: string;
  /** Which paragraph of the clause, from 1. */
  paragraph: number;
  /** The printed number with its blanks; empty where there is none. */
  marker: string;
  /** What stands after the number, as issued; the paragraphs of an article on a line each. */
  text: string;
  sentences: readonly PlacedSentence[];
}

/** A unit with what it is compared by. */
export interface Item extends Unit {
  /** The words, folded. */
  key: string;
  /** Where it stands: id of the article, or of what else holds it together. */
  block: string;
  /** Where that stands: the heading over it, or `null`. */
  under: string | null;
  /** Headings are compared with headings only. */
  isHeading: boolean;
}

/** The paragraphs of what is law, in reading order. */
export function itemsOf(clauses: readonly Clause[]): Item[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const blocks = new Map<string, string>();
  return clauses.filter(hasPage).flatMap((clause) => {
    const parent = clause.parent === null ? undefined : byId.get(clause.parent);
    const isOver = isHeadingOnly(clause);
    const inherited = parent && !isHeadingOnly(parent) ? blocks.get(parent.id) : undefined;
    const block = inherited ?? clause.id;
    blocks.set(clause.id, block);
    const under = byId.get(block)?.parent ?? null;
    return clause.paragraphs.map((paragraph, i) => {
      const text = wordsOf(paragraph);
      return {
        clause: clause.id,
        paragraph: i + 1,
        marker: paragraph.marker,
        text,
        sentences: paragraph.sentences.map((one) => ({
          clause: clause.id,
          n: one.n,
          text: one.text,
        })),
        key: foldForm(text),
        // Paragraphs without a number hold together with nothing.
        block: clause.marker ? block : `${clause.id} ${i + 1}`,
        under,
        isHeading: isOver,
      };
    });
  });
}

function wordsOf({ sentences }: Paragraph): string {
  return sentences.map(({ text }) => text).join('');
}

/** Whether a clause is there to hold others: a chapter, 一、 over （一）. An article is law whatever stands in it. */
function isHeadingOnly({ kind, marker, paragraphs, children }: Clause): boolean {
  if (!marker) return kind === 'document';
  if (kind === 'article') return false;
  if (HOLDERS.has(kind)) return paragraphs.every(({ role }) => role !== 'body' && role !== 'row');
  return children.length > 0 && paragraphs.every(({ role }) => role === 'heading');
}

/** The items of each article put together, and whatever else stands alone. */
export function blocksOf(items: readonly Item[]): Item[][] {
  const blocks: Item[][] = [];
  for (const item of items) {
    const last = blocks.at(-1);
    if (last?.[0]?.block === item.block) last.push(item);
    else blocks.push([item]);
  }
  return blocks;
}

/** A block as one item. */
export function asOne(block: readonly Item[]): Item {
  const [first, ...rest] = block;
  if (!first) throw new Error('Unexpected empty block, expected at least one paragraph');
  if (rest.length === 0) return first;
  return {
    ...first,
    text: [first.text, ...rest.map(({ marker, text }) => marker + text)].join('\n'),
    sentences: block.flatMap(({ sentences }) => sentences),
    key: block.map(({ key }) => key).join('\n'),
  };
}

/** A unit without what only comparing needs. */
export function unitOf({ clause, paragraph, marker, text, sentences }: Item): Unit {
  return { clause, paragraph, marker, text, sentences };
}
