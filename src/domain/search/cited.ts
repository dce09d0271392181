import { type Citable, findCitations, parseCitation } from '../policy/citation.ts';
import { NUMERAL } from '../policy/numeral.ts';

/** A place that a query names. */
export interface Cited {
  written: string;
  /** The policy's id for the whole of it; `null` where there is no such place. */
  clause: string | null;
  sentence: number | null;
}

/**
 * The place that a query names, alone or among other words; without a clause where the document has no such place,
 * `null` where none is named. A sentence that the clause has not is passed over.
 */
export function citedIn(
  raw: string,
  folded: string,
  policy: Citable,
  countSentences: (clause: string) => number,
): Cited | null {
  const cited = (written: string, clause: string | null, sentence: number): Cited => {
    const there = clause !== null && sentence >= 1 && sentence <= countSentences(clause);
    return { written, clause, sentence: there ? sentence : null };
  };
  // An address is read as it was typed, since folding takes its signs away.
  for (const text of [raw, folded]) {
    const { place, sentence } = splitSentence(text, policy.id);
    // 三、四 is said for 三（四）, and 三 alone for the part.
    const alone = LONE_NUMERAL.test(place) ? [`${place}、`] : [];
    const whole = [place, place.replaceAll('、', '.'), ...alone]
      .map((written) => parseCitation(written, policy))
      .find((found) => found !== null);
    if (whole) return cited(place, whole.clause ?? policy.id, sentence);
  }
  const spaceless = folded.replace(/\s/gu, '');
  const within = findCitations(spaceless, policy);
  const found = within.find(({ clause }) => clause) ?? within[0];
  if (!found) return NO_ARTICLE.test(spaceless) ? cited(spaceless, null, 0) : null;
  const [, s] = /^第(\d{1,3})句/u.exec(spaceless.slice(found.index + found.text.length)) ?? [];
  return cited(found.text, found.clause, Number(s ?? 0));
}

/** 第九条, 第五条第九款 of a document that has no such place. */
const NO_ARTICLE = new RegExp(`^第${NUMERAL}条(?:第?[（(]?${NUMERAL}[)）]?[款项])?$`, 'u');
const LONE_NUMERAL = new RegExp(`^${NUMERAL}$`, 'u');

/** `三（四）第4句` */
const IN_WORDS = /^(?<place>.*\S)\s*第(?<s>[0-9０-９]{1,3})句。?\s*$/u;
/** `prs-2018-156/p3-4.html#s4`, `prs-2018-156.html#p3-4-s4`, `p3-4-s4`; messengers add a question of their own. */
const ADDRESS =
  /^\s*(?<page>[a-z0-9/-]+?)(?:\.html)?(?:\?[^#\s]*)?(?:#(?!s\d)(?<at>[a-z0-9-]+?))?(?:[#-]s(?<s>\d{1,3}))?\s*$/iu;

/** A citation of a sentence as this site writes it, in words or as an address: `三（四）第4句 → 三（四）, 4`; 0 without one. */
function splitSentence(raw: string, policy: string): { place: string; sentence: number } {
  // Whatever folder the site stands in, the policy comes after it.
  const address = raw.slice(Math.max(0, raw.lastIndexOf(policy)));
  const {
    page,
    at = page,
    place = at ?? raw,
    s,
  } = (IN_WORDS.exec(raw) ?? ADDRESS.exec(address))?.groups ?? {};
  return { place, sentence: Number((s ?? '0').normalize('NFKC')) };
}
