/** A pattern that matches a text just as it stands: `1.2 → 1\\.2`. */
export function exactly(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}
