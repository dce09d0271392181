import { type Block, bodyOf, setBody } from './amend-text.ts';
import { foldForm } from './fold-form.ts';

/** A text as words are found in it: width, quotes, brackets, dashes and blanks aside. */
interface Folded {
  text: string;
  /** Where in the text each folded sign begins, and where it ends. */
  starts: number[];
  ends: number[];
}

function fold(text: string): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] };
  let at = 0;
  for (const character of text) {
    // In a decision ‘’ stand for the “” of the text.
    for (const sign of foldForm(character).replaceAll("'", '"').split('')) {
      folded.text += sign;
      folded.starts.push(at);
      folded.ends.push(at + character.length);
    }
    at += character.length;
  }
  return folded;
}

/** A text as it is compared: width, quotes, brackets, dashes and blanks aside. */
export function foldWords(text: string): string {
  return fold(text).text;
}

/** Where words stand in a text, one after another. */
function findWords(text: string, words: string): [from: number, to: number][] {
  const { text: folded, starts, ends } = fold(text);
  const wanted = foldWords(words);
  const found: [number, number][] = [];
  if (wanted === '') return found;
  let at = folded.indexOf(wanted);
  while (at >= 0) {
    found.push([starts[at] ?? 0, ends[at + wanted.length - 1] ?? 0]);
    at = folded.indexOf(wanted, at + wanted.length);
  }
  return found;
}

/** How often words stand in paragraphs. */
export function countWords(blocks: readonly Block[], words: string): number {
  return blocks.reduce((count, block) => count + findWords(bodyOf(block), words).length, 0);
}

/** Puts other words for some, wherever they stand. */
export function replaceWords(blocks: readonly Block[], old: string, words: string): Block[] {
  return edit(blocks, old, (found) => [found, words]);
}

/** Puts words before or behind others. */
export function insertWords(
  blocks: readonly Block[],
  anchor: string,
  side: 'before' | 'after',
  words: string,
): Block[] {
  return edit(blocks, anchor, ([from, to]) => {
    const at = side === 'before' ? from : to;
    return [[at, at], words];
  });
}

/** 甲，乙。 without 乙: the comma has nothing to part any more. */
const DANGLING = /[，、；,;]\s*$/u;
const STOPS = /^\s*[，、；。：,;:]/u;

type Edit = [range: [from: number, to: number], words: string];

function edit(
  blocks: readonly Block[],
  wanted: string,
  change: (found: [number, number]) => Edit,
): Block[] {
  return blocks.filter((block) => {
    const body = bodyOf(block);
    const edits = findWords(body, wanted).map(change);
    if (edits.length === 0) return false;
    let [text, at] = ['', 0];
    for (const [[from, to], words] of edits) {
      const before = body.slice(at, from);
      text += words === '' && STOPS.test(body.slice(to)) ? before.replace(DANGLING, '') : before;
      text += words;
      at = to;
    }
    setBody(block, text + body.slice(at));
    return true;
  });
}

/** Puts words at the end of a paragraph. */
export function appendWords(block: Block, words: string): void {
  const body = bodyOf(block);
  const text = body.trimEnd();
  setBody(block, text + words + body.slice(text.length));
}

const STOP = /[。；;：:，,！？!?]\s*$/u;

/** New words with the stop that the old ones end with, where a decision leaves it out: 修改为“（二）甲” for （二）乙； */
export function withStop(words: string, old: string): string {
  if (STOP.test(words)) return words;
  return words + (/[。；;]\s*$/u.exec(old)?.[0].trim() ?? '');
}
