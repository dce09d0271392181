import { type Fault, faultsIn, type Law } from '../../../src/finish/prove-issued.ts';
import { quoted, shown } from '../../../src/finish/verify/quoted.ts';

/**
 * Why what a page shows as issued is not proved, by the rules of the build (finish/prove-issued.ts); nothing where it is.
 * `whole` is the page of its policy's whole text, where it is the page of a clause.
 */
export async function unprovedOn(
  path: string,
  html: string,
  whole: { path: string; html: string } | undefined,
  laws: readonly Law[],
): Promise<string[]> {
  const pages = new Map([path, whole?.path].map((one) => [one?.slice(1) ?? '', html]));
  if (whole) pages.set(whole.path.slice(1), whole.html);
  pages.delete('');
  const faults = await faultsIn([...pages.keys()], (page) => pages.get(page) ?? '', laws);
  return faults.filter(({ page }) => page === path.slice(1)).map(inChinese);
}

function inChinese({ actual, expected, at }: Fault): string {
  const right =
    expected === '' || at === undefined ? '' : `，应当是${quoted(shown(expected), actual)}`;
  return `网页上当作原文显示的是${quoted(shown(actual), expected)}${right || '，原文里没有'}。`;
}
