/** Lines of a difference, as they are printed: `- ` what stands there, `+ ` what would stand there instead. */
const MOST_SHOWN = 20;

/** What would change in a text, by lines; an empty list where nothing would. */
export function differences(now: string, then: string): string[] {
  if (now === then) return [];
  const [old, fresh] = [now.split('\n'), then.split('\n')];
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++;
  let tail = 0;
  const rest = Math.min(old.length, fresh.length) - head;
  while (tail < rest && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  const gone = old.slice(head, old.length - tail).map((line) => `- ${line}`);
  const come = fresh.slice(head, fresh.length - tail).map((line) => `+ ${line}`);
  const shown = [...cut(gone), ...cut(come)];
  return [`第 ${head + 1} 行起：`, ...(shown.length ? shown : ['（只有行末的换行不同）'])];
}

function cut(lines: readonly string[]): string[] {
  const more = lines.length - MOST_SHOWN;
  return more > 0 ? [...lines.slice(0, MOST_SHOWN), `  ……还有 ${more} 行`] : [...lines];
}
