/** How much of the words of each text of one side each text of the other has: pairs of signs, the rare ones counting most. */
export interface Likeness {
  /** From 0 to 1: the share of what both have in what they have. */
  of(old: number, next: number): number;
  /** From 0 to 1: how much of the shorter one the other has. */
  holds(old: number, next: number): number;
  /** Those of the other side that have anything in common with a new one, by how much. */
  near(next: number): { old: number; score: number }[];
  /** What a part of texts weighs: of all pairs of signs in `of` those in one of `inside` and in none of `without`. */
  shared(of: string, inside: readonly string[], without: readonly string[]): number;
}

/** A pair of signs that so many have tells none of them from another. */
const COMMON = 1000;

interface Vector {
  grams: Uint32Array;
  total: number;
}

/** Weighs the texts of two editions, folded, against each other. */
export function weighLikeness(old: readonly string[], next: readonly string[]): Likeness {
  const ids = new Map<string, number>();
  const count: number[] = [];
  const read = (text: string): Uint32Array => {
    const grams = new Set<number>();
    for (const gram of gramsOf(text)) {
      let id = ids.get(gram);
      if (id === undefined) {
        id = ids.size;
        ids.set(gram, id);
        count.push(0);
      }
      grams.add(id);
    }
    return Uint32Array.from(grams).sort();
  };
  const rawOld = old.map(read);
  const rawNext = next.map(read);
  for (const grams of [...rawOld, ...rawNext])
    for (const g of grams) count[g] = (count[g] ?? 0) + 1;
  const all = old.length + next.length;
  const weight = Float64Array.from(count, (df) => Math.log(1 + all / df));
  const weigh = (grams: Uint32Array): Vector => {
    let total = 0;
    for (const g of grams) total += weight[g] ?? 0;
    return { grams, total };
  };
  const olds = rawOld.map(weigh);
  const nexts = rawNext.map(weigh);
  const postings: number[][] = count.map(() => []);
  for (const [i, { grams }] of olds.entries()) for (const g of grams) postings[g]?.push(i);
  const sums = new Float64Array(olds.length);
  const inCommon = (i: number, j: number): number => common(olds[i], nexts[j], weight);
  return {
    of(i, j) {
      const product = (olds[i]?.total ?? 0) * (nexts[j]?.total ?? 0);
      return product === 0 ? 0 : inCommon(i, j) / Math.sqrt(product);
    },
    holds(i, j) {
      const least = Math.min(olds[i]?.total ?? 0, nexts[j]?.total ?? 0);
      return least === 0 ? 0 : inCommon(i, j) / least;
    },
    near(j) {
      const own = nexts[j]?.total ?? 0;
      const touched: number[] = [];
      for (const g of nexts[j]?.grams ?? []) {
        const holders = postings[g] ?? [];
        if (holders.length > COMMON) continue;
        for (const i of holders) {
          if (sums[i] === 0) touched.push(i);
          sums[i] = (sums[i] ?? 0) + (weight[g] ?? 0);
        }
      }
      return touched.map((i) => {
        const score = (sums[i] ?? 0) / Math.sqrt(own * (olds[i]?.total ?? 1));
        sums[i] = 0;
        return { old: i, score };
      });
    },
    shared(of, inside, without) {
      const has = new Set(inside.flatMap((text) => [...gramsOf(text)]));
      const not = new Set(without.flatMap((text) => [...gramsOf(text)]));
      let sum = 0;
      for (const gram of new Set(gramsOf(of))) {
        if (!has.has(gram) || not.has(gram)) continue;
        const id = ids.get(gram);
        sum += id === undefined ? 0 : (weight[id] ?? 0);
      }
      return sum;
    },
  };
}

/** Two signs side by side; a lone one with its end, so that no text has none. */
function* gramsOf(text: string): Generator<string> {
  const words = text.replace(/[\p{P}\p{S}\s]+/gu, '');
  if (words.length < 2) yield words || text;
  for (let i = 0; i + 1 < words.length; i++) yield words.slice(i, i + 2);
}

function common(a: Vector | undefined, b: Vector | undefined, weight: Float64Array): number {
  if (!a || !b) return 0;
  let sum = 0;
  for (let i = 0, j = 0; i < a.grams.length && j < b.grams.length; ) {
    const [x, y] = [a.grams[i] ?? 0, b.grams[j] ?? 0];
    if (x === y) sum += weight[x] ?? 0;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return sum;
}
