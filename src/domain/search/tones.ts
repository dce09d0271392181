/** Tone marks above the letters of pinyin, once they are taken apart. */
const TONES = /[\u0300\u0301\u0304\u030c]/gu;
/** Syllables with the numbers of their tones: lv4ka3, lv4 ka3. Each has a vowel, so that b2 and p7-2 are none. */
const NUMBERED = /^(?:[a-z]*[aeiouv][a-z]*[0-5] ?){2,}$/u;
const LETTERS = /[a-z0-9#./-]+(?: [a-z0-9#./-]+)*/gu;

/** Pinyin without tones, ü as v, as the tables have it; for reading only: `lǜkǎ`, `lüka`, `lv4ka3 → lvka`. */
export function foldTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(TONES, '')
    .normalize('NFC')
    .replace(/ü|u:/gu, 'v')
    .replace(LETTERS, (words) => (NUMBERED.test(words) ? words.replace(/\d/gu, '') : words));
}
