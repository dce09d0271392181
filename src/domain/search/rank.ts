/** Where a hit comes from. */
type Reason = 'citation' | 'alias' | 'sound' | 'title' | 'text';

/** A place that answers, as one way of looking found it. */
export interface Candidate {
  policy: string;
  /** The policy's id for the whole of it. */
  clause: string;
  sentence: number | null;
  reason: Reason;
  /** How much of the question it holds, from 0 to 1; all of it where nothing is said. */
  share?: number;
}

/** A ranked list with the weight of its word. */
export interface Ranked {
  weight: number;
  candidates: readonly Candidate[];
}

/** A clause with all that speaks for it. */
export interface Ranking extends Candidate {
  score: number;
}

/** Cormack's constant; measured here to make no difference. */
const K = 10;

/** `abc-2020-1/p7-2`: clauses of two policies may be called alike. */
export function placeKey({ policy, clause }: Pick<Candidate, 'policy' | 'clause'>): string {
  return `${policy}/${clause}`;
}

/** Reciprocal-rank fusion (Cormack et al., 2009), by clause; the strongest reason and its sentence stay. */
export function fuseRanks(lists: readonly Ranked[]): Ranking[] {
  const rankings = new Map<string, Ranking & { best: number }>();
  for (const { weight, candidates } of lists) {
    const seen = new Set<string>();
    let rank = 0;
    let last: number | undefined;
    for (const candidate of candidates) {
      const key = placeKey(candidate);
      if (seen.has(key)) continue;
      seen.add(key);
      const { share } = candidate;
      // What holds as much of the question stands as high.
      if (share === undefined || share !== last) rank = seen.size;
      last = share;
      const gain = (weight * (share ?? 1)) / (K + rank);
      const known = rankings.get(key);
      if (!known) rankings.set(key, { ...candidate, score: gain, best: gain });
      else {
        known.score += gain;
        const open = known.sentence === null;
        // Words that happen to stand in a text do not hide what is called so.
        const stronger =
          gain > known.best && (candidate.reason !== 'text' || known.reason === 'text');
        if (stronger || open) {
          known.sentence = candidate.sentence ?? known.sentence;
          if (stronger) {
            known.best = gain;
            known.reason = candidate.reason;
          }
        }
      }
    }
  }
  return [...rankings.values()]
    .sort((a, b) => b.score - a.score)
    .map(({ best: _, ...ranking }) => ranking);
}
