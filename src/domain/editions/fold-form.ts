/** Signs that are written in several forms; of each form the one that stands for all. */
const ONE_FORM: readonly (readonly [string, string])[] = [
  ["“”„‟〝〞「」『』‘’‚‛`'", '"'],
  ['《«', '〈'],
  ['》»', '〉'],
  ['[【〔｛{', '('],
  [']】〕｝}', ')'],
  ['‐‑‒–—―−─━﹣~～〜', '-'],
  ['·•‧・∙', '·'],
  ['○◯', '〇'],
];
const FORM_OF = new Map(ONE_FORM.flatMap(([forms, one]) => [...forms].map((c) => [c, one])));

/** What stands in a text for no word: white space, and what cannot be seen. */
const UNSEEN = /[\s\p{Cf}\p{Cc}]|\p{Mn}/u;

/** Whether a text has nothing that another edition could say otherwise. */
const PLAIN = /^[\p{Script=Han}，。；：、]*$/u;
const STOPS: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':' };

/**
 * A text as far as its words go: width, blanks, brackets, quotes and dashes made one. Two texts that fold to the same differ
 * in form only, which no decision ever changed. `（一）“甲” 乙 → (一)"甲"乙`
 */
export function foldForm(text: string): string {
  if (PLAIN.test(text)) return text.replace(/[，；：]/gu, (stop) => STOPS[stop] ?? stop);
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

function foldCharacter(character: string): string {
  if (UNSEEN.test(character)) return '';
  let folded = '';
  for (const one of character.normalize('NFKC')) {
    if (!UNSEEN.test(one)) folded += FORM_OF.get(one) ?? one;
  }
  return folded;
}
