/** The longest run of lines that two texts have in common, each by its places in both. */
export function commonLines(one: readonly string[], other: readonly string[]): [number, number][] {
  const width = other.length + 1;
  const best = new Uint32Array((one.length + 1) * width);
  const at = (i: number, k: number) => best[i * width + k] ?? 0;
  for (let i = one.length - 1; i >= 0; i--)
    for (let k = other.length - 1; k >= 0; k--)
      best[i * width + k] =
        one[i] === other[k] ? at(i + 1, k + 1) + 1 : Math.max(at(i + 1, k), at(i, k + 1));
  const pairs: [number, number][] = [];
  let [i, k] = [0, 0];
  while (i < one.length && k < other.length) {
    if (one[i] === other[k]) pairs.push([i++, k++]);
    else if (at(i + 1, k) >= at(i, k + 1)) i++;
    else k++;
  }
  return pairs;
}
