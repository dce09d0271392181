import { textOf } from '../../../src/intake/pieces.ts';
import type { Line, Reading } from '../../../src/intake/reading.ts';
import type { Difference } from './compare.ts';
import type { Truth } from './manifest.ts';

const listOf = (said: string | string[] | undefined) => [said ?? []].flat();

/** Texts that a file holds beside its body. */
export function besideTexts(truth: Truth): { field: string; text: string }[] {
  return (['textbox_text', 'wordart', 'footnotes'] as const).flatMap((field) =>
    listOf(truth[field]).map((text) => ({ field, text })),
  );
}

/** Texts of boxes and notes that the reading holds nowhere, dropped ones counted as told. */
export function missingTexts(truth: Truth, { lines }: Reading): Difference[] {
  const all = withoutSpace(
    lines
      .flatMap(({ pieces }) => pieces)
      .map(({ text }) => text)
      .join(''),
  );
  const named = besideTexts(truth).map(({ field, text }) => ({ field, expected: text, got: '' }));
  // Several boxes may stand in the truth as one text.
  return named.filter(({ expected }) => !holdsInParts(all, withoutSpace(expected)));
}

/** Whether a text stands in another, in at most three parts. */
function holdsInParts(text: string, wanted: string, parts = 3): boolean {
  if (text.includes(wanted)) return true;
  if (parts === 1) return false;
  for (let cut = wanted.length - SHORTEST_PART; cut >= SHORTEST_PART; cut--)
    if (text.includes(wanted.slice(0, cut)))
      return holdsInParts(text, wanted.slice(cut), parts - 1);
  return false;
}

/** Any text holds the single characters of another. */
const SHORTEST_PART = 5;

export function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}

export function shownHidden(truth: Truth, lines: readonly Line[]): Difference[] {
  const text = withoutSpace(lines.map(textOf).join(''));
  return listOf(truth.hidden_text).flatMap((hidden) =>
    text.includes(withoutSpace(hidden))
      ? [{ field: 'hidden_text', expected: '（不出现）', got: hidden }]
      : [],
  );
}
