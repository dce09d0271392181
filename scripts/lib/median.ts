/** The middle one of some figures; of an even number, the mean of the two in the middle. Throws on none. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other);
  const half = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(half)];
  const high = sorted[Math.ceil(half)];
  if (low === undefined || high === undefined)
    throw new Error('Unexpected absence of figures, expected at least one');
  return (low + high) / 2;
}
