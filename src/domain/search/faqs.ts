import { foldQuery } from './query.ts';

/** A question that people ask, found by some wording of it. */
export interface FoundFaq {
  id: string;
  question: string;
  /** How near it is; `OWN` is one of its own wordings. */
  share: number;
}

interface Faq {
  id: string;
  question: string;
  /** The places of the clauses that its answer leans on. */
  places: readonly number[];
  wordings: readonly { pairs: ReadonlySet<string>; weight: number }[];
  /** Of all its wordings. */
  pairs: ReadonlySet<string>;
}

type Weighed = readonly [pair: string, weight: number];

/** Nothing less alike is one of the questions, nor what is as near to another. Measured on questions whose clause is known. */
const NEAR = 0.62;
const APART = 0.05;
/** So much alike is one of them, whatever else is said of the query. */
export const SURE = 0.8;
/** What the first hit adds that leads to its clauses; a later one less. */
const LED = 0.15;
/** What they take away that lead to others. */
const ELSEWHERE = 0.2;
/** A character says less than a pair. */
const LONE = 0.5;

/** A word of so many characters and pairs is in many wordings: it must be half of one. */
const WORD = 5;
const HALF = 0.5;

/** A wording of so many that stands in a longer question counts for almost as much. */
const LONG = 10;
const HELD = 0.7;
const OWN = 2;

/** A question as it is packed: `id,places|question|other wordings`, joined by `;`, without what says nothing. */
export interface PackedFaq {
  id: string;
  question: string;
  also: readonly string[];
  places: readonly number[];
}

export function packFaqs(faqs: readonly PackedFaq[]): string {
  return faqs
    .map(({ id, question, also, places }) =>
      [[id, ...places].join(','), apart(question.replace(/？$/u, '')), ...also.map(bareOf)].join(
        '|',
      ),
    )
    .join(';');
}

const apart = (text: string) => text.replace(/[|;]/gu, ' ');

/**
 * Finds which of the questions of a policy somebody asks: the one whose wordings share most characters and pairs of them
 * with the query, rare ones counting more, and to whose clauses the query leads by itself. Where two are as near, neither.
 */
export class Faqs {
  private readonly faqs: readonly Faq[];
  private readonly ignored: readonly string[];
  /** In how many questions each pair stands. */
  private readonly counts = new Map<string, number>();

  /** `ignored` are words that say nothing here. */
  constructor(packed: string, ignored: readonly string[] = []) {
    this.ignored = ignored;
    const read = packed.split(';').flatMap((row) => {
      const [head = '', ...wordings] = row.split('|');
      const [id = '', ...places] = head.split(',');
      const all = wordings.map((words) => this.pairsIn(words));
      const pairs = new Set(all.flatMap((one) => [...one]));
      const question = `${wordings[0]}？`;
      return id ? [{ id, question, places: places.map(Number), wordings: all, pairs }] : [];
    });
    for (const { pairs } of read)
      for (const pair of pairs) this.counts.set(pair, (this.counts.get(pair) ?? 0) + 1);
    // Once, not at every key.
    this.faqs = read.map((faq) => ({
      ...faq,
      wordings: faq.wordings.map((pairs) => ({
        pairs,
        weight: weightOf(this.weighed(pairs, read.length)),
      })),
    }));
  }

  /**
   * The question that is asked, or nothing where none is near enough. `simplified` are traditional forms, `led` the places
   * of the clauses that the query leads to, the first hit first.
   */
  find(
    raw: string,
    simplified: ReadonlyMap<string, string>,
    led: readonly number[] = [],
  ): FoundFaq | null {
    const asked = this.weighed(this.pairsIn(foldQuery(raw, simplified)), this.faqs.length);
    const near = this.faqs
      .map((faq) => ({ faq, share: shareOf(faq, asked, led) }))
      .sort((a, b) => b.share - a.share);
    const [best, next] = near;
    if (!best || !(best.share >= NEAR)) return null;
    const { id, question } = best.faq;
    // A word that several questions hold says of none that it is meant.
    const isClear =
      best.share - (next?.share ?? 0) >= APART &&
      near.filter(({ faq }) => asked.every(([pair]) => faq.pairs.has(pair))).length < 2;
    return isClear || best.share === OWN ? { id, question, share: best.share } : null;
  }

  private weighed(pairs: ReadonlySet<string>, count: number): Weighed[] {
    return [...pairs].map((pair) => {
      const rare = Math.log(1 + count / (this.counts.get(pair) ?? 0.5));
      return [pair, pair.length === 1 ? rare * LONE : rare];
    });
  }

  /** Characters and neighbouring ones of a text without what says nothing. */
  private pairsIn(text: string): Set<string> {
    const bare = bareOf(this.ignored.reduce((left, word) => left.replaceAll(word, ''), text));
    const characters = Array.from(bare);
    return new Set(characters.flatMap((c, i) => [c, c + (characters[i + 1] ?? '')]));
  }
}

/** A question without what says nothing, and with one word for what is said in several. */
function bareOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s啊呢呀哦嘛么吗吧的了]|请问|[不没]$/gu, '')
    .replace(/能不能|可不可以|可以/gu, '能')
    .replaceAll('咋', '怎')
    .replaceAll('啥', '什');
}

/** How much of a query is in the nearest wording and in all of them together, and whether it leads where they do. */
function shareOf({ wordings, pairs, places }: Faq, asked: Weighed[], led: readonly number[]) {
  const own = weightOf(asked);
  let best = 0;
  let held = 0;
  for (const wording of wordings) {
    const common = asked.filter(([pair]) => wording.pairs.has(pair));
    const whole = common.length === wording.pairs.size;
    if (whole && common.length === asked.length) return OWN;
    const shared = weightOf(common);
    // A long question may hold a short one whole.
    if (whole && common.length >= LONG) held = HELD;
    best = Math.max(best, (2 * shared) / (own + wording.weight));
  }
  const known = weightOf(asked.filter(([pair]) => pairs.has(pair))) / own;
  const alike = asked.length <= WORD && best < HALF ? 0 : (best + known) / 2;
  return Math.max(alike, held) + ledTo(places, led);
}

function ledTo(places: readonly number[], led: readonly number[]): number {
  const at = led.findIndex((place) => places.includes(place));
  if (led.length === 0) return 0;
  return at < 0 ? -ELSEWHERE : LED / (at + 1);
}

function weightOf(pairs: readonly Weighed[]): number {
  return pairs.reduce((sum, [, weight]) => sum + weight, 0);
}
