/** Words cut into files by their first character: a question loads one for each of its own characters at most. */
export const SHARDS = 128;

export function shardOf(word: string): number {
  return (word.codePointAt(0) ?? 0) % SHARDS;
}
