/** More edits than these are no change of a text but another text. */
const MOST = 2000;

/**
 * The pairs of places that are the same in two lists, as many as there can be, in order (Myers 1986). Time grows with the
 * length and the number of edits; `null` when there are too many of these.
 */
export function commonPlaces(
  a: readonly string[],
  b: readonly string[],
): [number, number][] | null {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const inner = shortestEdit(a.slice(start, a.length - end), b.slice(start, b.length - end));
  if (!inner) return null;
  return [
    ...Array.from({ length: start }, (_, n): [number, number] => [n, n]),
    ...inner.map(([i, j]): [number, number] => [i + start, j + start]),
    ...Array.from({ length: end }, (_, n): [number, number] => [
      a.length - end + n,
      b.length - end + n,
    ]),
  ];
}

function shortestEdit(a: readonly string[], b: readonly string[]): [number, number][] | null {
  const most = Math.min(a.length + b.length, MOST);
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(furthest.slice(most - edits, most + edits + 3));
    for (let k = -edits; k <= edits; k += 2) {
      const at = k + most + 1;
      const [left, right] = [furthest[at - 1] ?? 0, furthest[at + 1] ?? 0];
      const down = k === -edits || (k !== edits && left < right);
      let i = down ? right : left + 1;
      while (i < a.length && i - k < b.length && a[i] === b[i - k]) i++;
      furthest[at] = i;
      if (i >= a.length && i - k >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return null;
}

function walkBack(trace: readonly Int32Array[], length: number, other: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [i, j] = [length, other];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits] ?? new Int32Array(0);
    const k = i - j;
    const read = (diagonal: number) => furthest[diagonal + edits + 1] ?? 0;
    const down = k === -edits || (k !== edits && read(k - 1) < read(k + 1));
    const before = down ? k + 1 : k - 1;
    const [fromI, fromJ] = edits === 0 ? [0, 0] : [read(before), read(before) - before];
    while (i > fromI && j > fromJ) pairs.push([--i, --j]);
    [i, j] = [fromI, fromJ];
  }
  return pairs.reverse();
}
