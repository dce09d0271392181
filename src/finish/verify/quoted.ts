/** Characters that everybody sees and knows apart: Han, ASCII, and the punctuation of Chinese. */
const PLAIN =
  /[!-~\u3001-\u301f\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e·—‘’“”…]/u;
const CODES_SHOWN = 4;

/**
 * A text in quotation marks, followed by the code of what in it cannot be seen, or looks like what it is not:
 * `“⼈”（U+2F08）`. What the `other` text has as well makes no difference and goes without; so do ordinary blanks, unless
 * there is nothing else.
 */
export function quoted(text: string, other: string): string {
  const blank = text.trim() === '';
  const odd = [...new Set(text)].filter(
    (c) => !PLAIN.test(c) && !other.includes(c) && (blank || !/[ \t\r\n]/u.test(c)),
  );
  const codes = odd.slice(0, CODES_SHOWN).map(codeOf).join('、');
  return `“${text}”${codes && `（${codes}${odd.length > CODES_SHOWN ? ' 等' : ''}）`}`;
}

const SHOWN = 60;

/** As much of a text as is shown. */
export function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}……` : text;
}

/** `U+200B` */
function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
