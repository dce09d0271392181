/** A clause of a policy, or one sentence of it, or a whole document, that somebody means to pass on. */
export interface Pick {
  policy: string;
  /** The policy's own id: the whole document. */
  clause: string;
  /** Absent: the whole clause. */
  sentence?: number;
}

/** What stood in an address: what can be meant, once each, and how much else there was. */
export interface Basket {
  picks: Pick[];
  /** Entries that name no place of the library. */
  ignored: number;
}

const NAME = 'basket=';
/** Enough for any letter; an address longer than that is junk. */
const MOST = 60;

/** `abc-2020-1/p7-2-s4` for a sentence, `abc-2020-1/p7-2` for a clause, `abc-2020-1` for the document. */
export function formatPick({ policy, clause, sentence }: Pick): string {
  const place = clause === policy ? policy : `${policy}/${clause}`;
  return sentence === undefined ? place : `${place}-s${sentence}`;
}

/** The basket as a fragment: `#basket=abc-2020-1/p7-2-s4,other-2021-3/p7-1`; nothing for an empty one. */
export function formatBasket(picks: readonly Pick[]): string {
  return picks.length ? `#${NAME}${picks.map(formatPick).join(',')}` : '';
}

/** What is known of a policy before its table is: its pages stand in a folder, or at the root of the site. */
interface Listed {
  id: string;
  folder: string;
}

/**
 * Reads `#basket=abc-2020-1/p7-2-s4,other-2021-3` as far as the list of policies tells; `checkPicks` looks into the
 * tables. Addresses once named no policy: those entries are of the one whose pages stand at the root, or of the only one.
 */
export function parseBasket(fragment: string, policies: readonly Listed[]): Basket {
  const list = fragment.replace(/^#/u, '');
  if (!list.startsWith(NAME)) return { picks: [], ignored: 0 };
  const entries = decoded(list.slice(NAME.length))
    .split(/[,，、]/u)
    .filter(Boolean);
  const picks = new Map<string, Pick>();
  let ignored = Math.max(0, entries.length - MOST);
  for (const entry of entries.slice(0, MOST)) {
    const pick = parsePick(entry, policies);
    if (pick) picks.set(formatPick(pick), pick);
    else ignored++;
  }
  return { picks: [...picks.values()], ignored };
}

/** Leaves out what is not there. `sentences` gives a clause's number of sentences, `null` where there is no such clause. */
export function checkPicks(
  { picks, ignored }: Basket,
  sentences: (policy: string, clause: string) => number | null,
): Basket {
  const there = picks.filter(({ policy, clause, sentence }) => {
    const count = sentences(policy, clause);
    return count !== null && (sentence === undefined || (sentence >= 1 && sentence <= count));
  });
  return { picks: there, ignored: ignored + picks.length - there.length };
}

/** What an address that is passed on drags along is left out: `p7-2。`, `p7-2&from=timeline`. */
function parsePick(entry: string, policies: readonly Listed[]): Pick | null {
  const [place = ''] = /^[a-z0-9-]+(?:\/[a-z0-9-]+)?(?![\w/-])/u.exec(entry) ?? [];
  const isPolicy = (id: string) => policies.some((policy) => policy.id === id);
  const [first = '', second] = place.split('/');
  if (second === undefined && isPolicy(first)) return { policy: first, clause: first };
  const [only] = policies.length === 1 ? policies : policies.filter(({ folder }) => !folder);
  const [policy, within] = second === undefined ? [only?.id ?? '', first] : [first, second];
  const { clause = '', s } = /^(?<clause>.*?)(?:-s(?<s>\d{1,4}))?$/u.exec(within)?.groups ?? {};
  if (!isPolicy(policy) || !clause) return null;
  return s === undefined ? { policy, clause } : { policy, clause, sentence: Number(s) };
}

/** Percent signs as messengers put them in; what is no such sign stays. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
