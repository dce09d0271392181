/** Characters and how they are read, without tones. */
export type Reading = ReadonlyMap<string, readonly string[]>;

/** The first code of an ending: `A`. */
const FIRST = 65;

/**
 * How characters are read, in their order, each with its readings: endings, most frequent first; then the beginnings of
 * all, `Z` for zh and `-` for none, those of one character joined by `/`; then their endings, `A` for the first. It
 * packs tighter than syllables.
 */
export function packReadings(readings: readonly (readonly string[])[]): string {
  const split = readings.map((all) =>
    all.map((one) => /^([zcs]h|[^aeiouv])?(.*)$/u.exec(one) ?? []),
  );
  const counts = new Map<string, number>();
  for (const [, , ending = ''] of split.flat()) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  const endings = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const begin = (of = '-') => of.replace(/^([zcs])h$/u, (_, c: string) => c.toUpperCase());
  return [
    endings.join(' '),
    split.map((all) => all.map(([, of]) => begin(of)).join('/')).join(''),
    split
      .flat()
      .map(([, , of = '']) => String.fromCharCode(FIRST + endings.indexOf(of)))
      .join(''),
  ].join('|');
}

/** `ou ang|gC/Z|ABB` of `购长` → { 购: [gou], 长: [chang, zhang] } */
export function readingFrom(packed: string, characters: readonly string[]): Reading {
  const [first = '', begun = '', ended = ''] = packed.split('|');
  const endings = first.split(' ');
  let at = 0;
  const all = begun.match(/.(?:\/.)*/gu) ?? [];
  return new Map(
    characters.map((c, i) => [
      c,
      (all[i]?.split('/') ?? []).map((of) => {
        const ending = endings[ended.charCodeAt(at++) - FIRST];
        return of.replace('-', '').replace(/[A-Z]/u, (z) => `${z.toLowerCase()}h`) + ending;
      }),
    ]),
  );
}

/**
 * The same readings with the spellings that many take for them: zinuruxue for zinvruxue, yinjing for yinjin. For letters
 * that fit nothing as they stand.
 */
export function misspelt(reading: Reading): Reading {
  const spellings = (syllable: string) => {
    const short = plain(syllable);
    const hissing = short.replace(/^[zcs]/u, '$&h');
    const both = [short, hissing].flatMap((s) => [s, s.replace(/([aei])n$/u, '$1ng')]);
    return [
      ...new Set([syllable, ...both, syllable.replace('v', 'u'), syllable.replace('v', 'yu')]),
    ];
  };
  return new Map([...reading].map(([c, read]) => [c, read.flatMap(spellings)]));
}

/** What may stand between the letters of a word: xi'an, bo-shi-hou. */
const BETWEEN_LETTERS = /[\s'’-]+/gu;

/** How an entry is read: its syllables in order; other characters stand for themselves. */
export function syllablesOf(text: string, reading: Reading): (readonly string[])[] {
  return Array.from(text.toLowerCase())
    .filter((c) => /[\p{L}\p{N}]/u.test(c))
    .map((c) => reading.get(c) ?? [c]);
}

/**
 * How well letters fit an entry: 3 read in full, 2 a beginning of at least four letters, 2 the initials of three or
 * more, 1 the initials of two, 0 not at all. Characters and letters may be mixed: `购房bu`.
 */
export function fitPinyin(typed: string, entry: string, reading: Reading): number {
  const letters = typed.replace(BETWEEN_LETTERS, '');
  if (!/[a-z]/u.test(letters)) return 0;
  const syllables = syllablesOf(entry, reading);
  const characters = Array.from(entry.toLowerCase()).filter((c) => /[\p{L}\p{N}]/u.test(c));
  const initials = syllables.map(([first = '']) => first.charAt(0)).join('');
  if (letters === initials && letters.length >= 2) return letters.length >= 3 ? 2 : 1;
  const rest = consume(letters, characters, syllables);
  if (rest === null) return 0;
  if (rest === 0) return 3;
  return letters.length >= 4 ? 2 : 0;
}

/** Eats letters along an entry; the number of characters left over, or `null` where they do not fit. */
function consume(
  letters: string,
  characters: readonly string[],
  syllables: readonly (readonly string[])[],
): number | null {
  // Ways to have read so far: how far in the letters, after each character.
  let ends = new Set([0]);
  for (const [i, readings] of syllables.entries()) {
    if (ends.has(letters.length)) return syllables.length - i;
    const next = new Set<number>();
    for (const end of ends) {
      const left = letters.slice(end);
      for (const written of [...readings, characters[i] ?? '']) {
        if (left.startsWith(written)) next.add(end + written.length);
        // The last syllable may be unfinished.
        else if (left !== '' && written.startsWith(left)) next.add(letters.length);
      }
    }
    if (next.size === 0) return null;
    ends = next;
  }
  return ends.has(letters.length) ? 0 : null;
}

/** How many letters an entry read in full takes up somewhere among others: `haizi shangxue`, 上学 → 8; 0 where it is not there. */
export function spelledIn(typed: string, entry: string, reading: Reading): number {
  const letters = typed.replace(BETWEEN_LETTERS, '');
  const syllables = syllablesOf(entry, reading);
  const longest = Array.from(letters, (_, from) => {
    const ends = syllables.reduce(
      (at, read) =>
        at.flatMap((end) =>
          read.flatMap((r) => (letters.startsWith(r, end) ? end + r.length : [])),
        ),
      [from],
    );
    return Math.max(from, ...ends) - from;
  });
  return Math.max(0, ...longest);
}

/** How each character of a Chinese query sounds: nothing where no reading is known, none where it is a sign. */
export function soundsIn(query: string, reading: Reading): (readonly string[] | null)[] {
  return Array.from(query).map((c) => reading.get(c) ?? (/\p{L}/u.test(c) ? null : []));
}

/**
 * Whether a stretch of a Chinese query (`given`) sounds like an entry (`wanted`) but is written otherwise: 阶段水价 ~
 * 阶梯水价. One character of which no reading is known may stand for any in an entry of four or more; a sign is none:
 * 辞职，业余 is not 辞职创业.
 */
export function soundsLike(
  given: readonly (readonly string[] | null)[],
  wanted: readonly (readonly string[])[],
): boolean {
  if (wanted.length < 2) return false;
  for (let from = 0; from + wanted.length <= given.length; from++) {
    let unheard = 0;
    const fits = wanted.every((readings, i) => {
      const sounds = given[from + i];
      if (sounds) return readings.some((r) => sounds.includes(r));
      return ++unheard === 1 && wanted.length >= 4;
    });
    if (fits) return true;
  }
  return false;
}

/** The same readings with one syllable for sounds that many do not tell apart, for `soundsLike`. */
export function heard(reading: Reading): Reading {
  return new Map([...reading].map(([c, read]) => [c, read.map(plain)]));
}

/** zh as z, ch as c, sh as s at the front, ng as n at the end. */
function plain(syllable: string): string {
  return syllable.replace(/^([zcs])h/u, '$1').replace(/ng$/u, 'n');
}
