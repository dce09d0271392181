import type { Instruction, Operation, Quote } from './decision.ts';

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：' };

/**
 * The instructions with the marks of their new text as the base writes them: a source that saves a decision with half-width
 * marks throughout is no reason to mix both in the text. `放假4天,含周末 → 放假4天，含周末`
 */
export function inFormOf(source: string, instructions: readonly Instruction[]): Instruction[] {
  const written = instructions.flatMap(({ operation }) => (operation ? quotesOf(operation) : []));
  const words = written.flat().join('');
  const isHalf = /[,;:]/u.test(words) && !/[，；：]/u.test(words) && /[，；：]/u.test(source);
  if (!isHalf) return [...instructions];
  const brackets = /（/u.test(source) && !/\(/u.test(source);
  return instructions.map((instruction) => {
    const { operation } = instruction;
    return operation ? { ...instruction, operation: widen(operation, brackets) } : instruction;
  });
}

function quotesOf(operation: Operation): Quote[] {
  if (operation.does === 'replace') return operation.pairs.map(({ words }) => words);
  return 'quote' in operation ? [operation.quote] : [];
}

function widen(operation: Operation, brackets: boolean): Operation {
  const quote = (words: Quote) => words.map((text) => widenText(text, brackets));
  if (operation.does === 'replace')
    return {
      ...operation,
      pairs: operation.pairs.map(({ old, words }) => ({ old, words: quote(words) })),
    };
  return 'quote' in operation ? { ...operation, quote: quote(operation.quote) } : operation;
}

/** Marks between digits are none of the sentence: 1,000 and 8:30. */
function widenText(text: string, brackets: boolean): string {
  const wide = text.replace(
    /(\d?)([,;:])(\d?)/gu,
    (all, before: string, mark: string, after: string) =>
      before && after ? all : before + (FULL[mark] ?? mark) + after,
  );
  return brackets ? wide.replaceAll('(', '（').replaceAll(')', '）') : wide;
}
