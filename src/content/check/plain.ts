import type { Sentence } from '../../domain/policy/clause.ts';
import type { Advice, Section } from '../../domain/problem.ts';
import { strengthWords } from '../../domain/wording.ts';
import type { Block } from '../read/clause-file.ts';
import { tooStrong } from './words.ts';

/** Up to here a sentence's own words may stand alone: they are a name or a fixed phrase. */
const MOST_COPIED = 20;
const ANY_GAP = /没有写/u;
/** A note may say that this sentence does not name somebody; it may not say so of the whole text. */
const DOCUMENT_GAP = /本文件(?:也)?没有写|没有写明/u;

/**
 * What is wrong with one block, each with its line: gaps that belong in `open`, the sentence itself, words too strong.
 * `clause` holds the sentences that are known to be meant.
 */
export function checkPlain(block: Block, clause: readonly Sentence[]): [number, Section, Advice][] {
  const found: [number, Section, Advice][] = [];
  const sentences = clause.filter(({ n }) => block.sentences.includes(n));
  const law = sentences.map(({ text }) => text).join('');
  for (const { name, text, line } of block.parts) {
    const told = toldGap(text, name === 'note' ? DOCUMENT_GAP : ANY_GAP);
    if (told) found.push([line, '没有写明', told]);
    // A note speaks of the wording itself, and of other sentences.
    const strong = name === 'note' ? null : tooStrong(text, law, '说明', '所依据的句子');
    if (strong) found.push([line, '条款文件', strong]);
  }
  const [only, ...more] = block.parts;
  const copied = only && bare(only.text);
  if (copied && more.length === 0 && copied.length > MOST_COPIED && bare(law).includes(copied))
    found.push([
      only.line,
      '条款文件',
      {
        problem: '这一段照搬了原文，没有分开，也没有变短。',
        fix: '分成 who（谁）、when（条件、情形）等几项；原文本来就明白的，删去这一块和它在 quotes 里的句子。',
      },
    ]);
  return found;
}

/** Sentences some of whose words for how strongly none of the blocks on them has: each with the line of the first block. */
export function lostStrength(
  blocks: readonly Block[],
  clause: readonly Sentence[],
): [number, Advice][] {
  return clause.flatMap(({ n, text }): [number, Advice][] => {
    const own = blocks.filter(({ sentences, parts }) => sentences.includes(n) && parts.length > 0);
    const [first] = own;
    const kept = own.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.name === 'note' ? [] : strengthWords(part.text))),
    );
    const words = strengthWords(text).filter((word) => !kept.includes(word));
    if (!first || words.length === 0) return [];
    const problem = `第 ${n} 句写的是“${words.join('”“')}”，说明里没有这个词。`;
    return [[first.line, { problem, fix: '照原文的轻重，把这个词补上。' }]];
  });
}

/** What to say of words that tell a gap, which `open` tells on the same page. */
export function toldGap(words: string, gap: RegExp = DOCUMENT_GAP): Advice | null {
  const [written] = gap.exec(words) ?? [];
  if (!written) return null;
  return {
    problem: `这里写了“${written}”；没有写明的事，一页只说一次。`,
    fix: '删去这半句，把这件事的代号写进 open；gaps.yml 里没有的，先加一项。',
  };
}

/** A text's letters and digits alone, in their usual width. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '');
}
