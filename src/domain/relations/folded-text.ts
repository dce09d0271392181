import { foldLine } from '../policy/fold.ts';

/** A text as it is read, without blanks, and where in the text as issued each character of it stands. */
export interface FoldedText {
  text: string;
  /** Where the i-th folded character begins and ends as issued. */
  starts: readonly number[];
  ends: readonly number[];
}

/** Han signs that are read as they stand, and are most of any text. */
const PLAIN = /[\u4e00-\u9fff]/u;
const READ_OTHERWISE = /[零廿卅]/u;

/** `第 （二） 项 → 第(二)项`, with the way back to each character. */
export function foldForReading(issued: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const sign of issued) {
    const end = at + sign.length;
    const plain = PLAIN.test(sign) && !READ_OTHERWISE.test(sign);
    for (const folded of plain ? sign : foldLine(sign)) {
      text += folded;
      for (let i = 0; i < folded.length; i++) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { text, starts, ends };
}

/** What stands at a place of a text, by a sticky pattern. */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}
