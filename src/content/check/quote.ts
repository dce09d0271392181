import { exactly } from '../../domain/pattern.ts';
import type { Citable } from '../../domain/policy/citation.ts';
import { formatShort } from '../../domain/policy/citation.ts';
import { type Clause, clauseText, sentencesOf } from '../../domain/policy/clause.ts';
import { firstDifference, quotes, withoutSpace } from '../../domain/policy/equality.ts';
import type { Advice } from '../../domain/problem.ts';

/** What a check of quotes knows of the policy. */
export interface QuotedPolicy extends Citable {
  clauses: readonly Clause[];
}

/**
 * Whether a quote stands in the sentence it names, character for character, white space included; else what is wrong
 * and where the words really are. A `whole` sentence may differ in the blanks at its two ends.
 */
export function checkQuote(
  policy: QuotedPolicy,
  clause: Clause,
  s: number,
  quote: string,
  { whole = false }: { whole?: boolean } = {},
): Advice | null {
  const sentences = sentencesOf(clause);
  const sentence = sentences.find(({ n }) => n === s);
  if (!sentence) return noSuchSentence(clause, s);
  const fits = whole
    ? sentence.text.trim() === quote.trim()
    : quote !== '' && sentence.text.includes(quote);
  if (fits) return null;

  const here = sentences.find(({ text }) => quotes(text, quote));
  if (here && here.n !== s && !quotes(sentence.text, quote))
    return {
      problem: `引文在 ${clause.id} 的第 ${here.n} 句，不在第 ${s} 句。`,
      fix: `把 s 改成 ${here.n}。`,
    };
  const exact = asPrinted(sentence.text, quote);
  if (exact && (!whole || withoutSpace(exact) === withoutSpace(sentence.text)))
    return {
      problem: '引文的空格与原文不一样。',
      fix: `空格也照抄：${exact}`,
    };
  const near = nearMiss(sentence.text, quote);
  if (near) return near;
  if (here)
    return { problem: `引文只是第 ${s} 句的一部分。`, fix: `照抄整句：${sentence.text.trim()}` };
  if (quotes(clauseText(clause), quote))
    return {
      problem: `引文跨了 ${clause.id} 的几句。`,
      fix: `每句分开列；本来是一句、被分页截断的，先在 policy.yml 的 joins 里接起来。第 ${s} 句是：${sentence.text.trim()}`,
    };
  const elsewhere = policy.clauses.find((other) => quotes(clauseText(other), quote));
  if (elsewhere) {
    const found = sentencesOf(elsewhere).find(({ text }) => quotes(text, quote));
    const where = `${elsewhere.id}${found ? ` 的第 ${found.n} 句` : ''}`;
    return {
      problem: `引文不在 ${clause.id}（${formatShort(policy, clause.id)}）里，而在 ${where}。`,
      fix: `移到 ${elsewhere.id}，或者换成 ${clause.id} 第 ${s} 句的话：${sentence.text.trim()}`,
    };
  }
  return {
    problem: `引文不在原文里：“${quote.slice(0, 40)}”。`,
    fix: `照抄 ${clause.id} 第 ${s} 句：${sentence.text.trim()}`,
  };
}

/** What a clause with fewer sentences says to the number of a sentence. */
export function noSuchSentence(clause: Clause, s: number): Advice {
  const count = sentencesOf(clause).length;
  return {
    problem: `${clause.id} 只有 ${count} 句，没有第 ${s} 句。`,
    fix: count === 1 ? '把 s 改成 1。' : `把 s 改成 1 到 ${count} 之间的数。`,
  };
}

/** The stretch of a sentence that a quote gives with other blanks; `null` where the words differ too. */
function asPrinted(sentence: string, quote: string): string | null {
  const wanted = [...withoutSpace(quote)].map(exactly);
  return wanted.length ? (new RegExp(wanted.join('\\s*'), 'u').exec(sentence)?.[0] ?? null) : null;
}

const LETTERS = /[\p{P}\p{S}\s]/gu;

/** A quote that has the sentence's words but not its punctuation, digits or a character here and there. */
function nearMiss(sentence: string, quote: string): Advice | null {
  const [text, wanted] = [withoutSpace(sentence), withoutSpace(quote)];
  const sameWords = text.replace(LETTERS, '').includes(wanted.replace(LETTERS, ''));
  const close =
    Math.abs(text.length - wanted.length) <= 3 &&
    sharedEnds(text, wanted) >= Math.max(text.length, wanted.length) - 4;
  if (!sameWords && !close) return null;
  const difference = sameWords ? alignedDifference(text, wanted) : firstDifference(text, wanted);
  if (!difference) return null;
  return {
    problem: `引文与原文不一样：原文是“…${difference.expected}…”，这里是“…${difference.actual}…”。`,
    fix: `照抄原文，标点、全角半角都不改：${sentence.trim()}`,
  };
}

/** The difference after the quote's first words were found in the sentence. */
function alignedDifference(text: string, quote: string) {
  for (let length = Math.min(8, quote.length); length > 0; length--) {
    const from = text.indexOf(quote.slice(0, length));
    if (from >= 0) return firstDifference(text.slice(from, from + quote.length), quote);
  }
  return firstDifference(text, quote);
}

/** How many characters two texts share at the front and at the back together. */
function sharedEnds(a: string, b: string): number {
  const max = Math.min(a.length, b.length);
  let front = 0;
  while (front < max && a[front] === b[front]) front++;
  let back = 0;
  while (back < max - front && a.at(-1 - back) === b.at(-1 - back)) back++;
  return front + back;
}
