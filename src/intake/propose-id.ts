import { pinyin } from 'pinyin-pro';
import { shortTitle } from './short-title.ts';

/** Longer names cannot be said. */
const MOST_INITIALS = 12;

/**
 * The name of a policy's folder, and so of its address: by the initials of the number's letters, its year and serial
 * (`某发〔2018〕156号 → mf-2018-156`), else by those of the title and the year; `null` where the text has neither.
 */
export function proposeId(said: {
  title: string | null;
  number: string | null;
  issued: string | null;
}): string | null {
  const number = /^(.*?)[^0-9]([0-9]{4})[^0-9]+([0-9]{1,5})号/u.exec(
    (said.number ?? '').normalize('NFKC').replace(/\s+/gu, ''),
  );
  if (number) {
    const letters = initialsOf(number[1] ?? '');
    if (letters) return `${letters}-${number[2]}-${Number(number[3])}`;
  }
  const letters = said.title ? initialsOf(shortTitle(said.title)).slice(0, MOST_INITIALS) : '';
  const year =
    /^\d{4}/u.exec(said.issued ?? '')?.[0] ?? /(?:19|20)\d{2}/u.exec(said.title ?? '')?.[0];
  if (!letters) return null;
  return year ? `${letters}-${year}` : letters;
}

function initialsOf(text: string): string {
  return pinyin(text.replace(/[^\p{Script=Han}a-zA-Z]/gu, ''), {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
  })
    .join('')
    .toLowerCase()
    .replace(/[^a-z]/gu, '');
}
