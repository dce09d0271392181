/** A clause, or one sentence of it, that somebody means to pass on. */
export interface Pick {
  clause: string;
  /** Absent: the whole clause. */
  sentence?: number;
}

/** What stood in an address: what is there in the policy, once each, and how much else there was. */
export interface Basket {
  picks: Pick[];
  /** Entries that name nothing of the policy. */
  ignored: number;
}

const NAME = 'basket=';
/** Enough for any letter; an address longer than that is junk. */
const MOST = 60;

/** `p3-4-s4`, as sentences are called on the whole-text page; `p3-4` for a clause. */
export function formatPick({ clause, sentence }: Pick): string {
  return sentence === undefined ? clause : `${clause}-s${sentence}`;
}

/** The basket as a fragment: `#basket=p3-4-s4,p5-2`; nothing for an empty one. */
export function formatBasket(picks: readonly Pick[]): string {
  return picks.length ? `#${NAME}${picks.map(formatPick).join(',')}` : '';
}

/** Reads `#basket=p3-4-s4,p5-2`. `sentences` gives a clause's number of sentences, `null` where there is no such clause. */
export function parseBasket(
  fragment: string,
  sentences: (clause: string) => number | null,
): Basket {
  const list = fragment.replace(/^#/u, '');
  if (!list.startsWith(NAME)) return { picks: [], ignored: 0 };
  const entries = decoded(list.slice(NAME.length))
    .split(/[,，、]/u)
    .filter(Boolean);
  const picks = new Map<string, Pick>();
  let ignored = Math.max(0, entries.length - MOST);
  for (const entry of entries.slice(0, MOST)) {
    const pick = parsePick(entry, sentences);
    if (pick) picks.set(formatPick(pick), pick);
    else ignored++;
  }
  return { picks: [...picks.values()], ignored };
}

/** What an address that is passed on drags along is left out: `p5-2。`, `p5-2&from=timeline`. */
function parsePick(entry: string, sentences: (clause: string) => number | null): Pick | null {
  const { clause = '', s } =
    /^(?<clause>[a-z0-9-]+?)(?:-s(?<s>\d{1,4}))?(?![\w-])/u.exec(entry)?.groups ?? {};
  const count = sentences(clause);
  if (count === null) return null;
  if (s === undefined) return { clause };
  const sentence = Number(s);
  return sentence >= 1 && sentence <= count ? { clause, sentence } : null;
}

/** Percent signs as messengers put them in; what is no such sign stays. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
