import { splitSentences } from '../policy/sentences.ts';
import { commonPlaces } from './common-places.ts';
import { foldForm } from './fold-form.ts';
import { hunksOf, type Token, tidy } from './hunks.ts';

/** A stretch of two texts side by side, as each was issued. */
export interface Piece {
  kind: 'same' | 'removed' | 'added';
  /** Empty of what was added. */
  old: string;
  /** Empty of what was removed. Of what is the same it may differ from `old` in form. */
  next: string;
}

/** What is never torn: a number in digits or in Chinese, a word in Latin letters. */
const TOKEN =
  /[0-9０-９]+(?:[.．][0-9０-９]+)?|[A-Za-zＡ-Ｚａ-ｚ]+|[〇○零一二三四五六七八九十百千万亿两]+|./gsu;
/**
 * What was taken out of a text and what was put in, in reading order; all `old` put together are the old text, all `next` the
 * new one. Form alone is the same, numbers are whole. `30个工作日, 20个工作日 → -30, +20, 个工作日`
 */
export function diffWords(old: string, next: string): Piece[] {
  const sentences = [old, next].map((text) => splitSentences(text, { semicolons: true }));
  const [a = [], b = []] = sentences;
  const equal = commonPlaces(a.map(foldForm), b.map(foldForm)) ?? [];
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  for (const [to, until] of [...equal, [a.length, b.length] as const]) {
    pieces.push(
      ...diffTokens(tokensOf(a.slice(i, to).join('')), tokensOf(b.slice(j, until).join(''))),
    );
    if (to < a.length) pieces.push({ kind: 'same', old: a[to] ?? '', next: b[until] ?? '' });
    [i, j] = [to + 1, until + 1];
  }
  return joined(pieces);
}

/** Blanks belong to the sign before, at the beginning to the sign after: they are no words. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let blanks = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const key = foldForm(token);
    const last = tokens.at(-1);
    if (key !== '') tokens.push({ text: blanks + token, key });
    else if (last) last.text += token;
    blanks = key === '' && !last ? blanks + token : '';
  }
  return blanks === '' ? tokens : [{ text: blanks, key: '' }];
}

function diffTokens(old: readonly Token[], next: readonly Token[]): Piece[] {
  const keys = [old, next].map((tokens) => tokens.map(({ key }) => key));
  const same = commonPlaces(keys[0] ?? [], keys[1] ?? []) ?? [];
  return tidy(hunksOf(old, next, same)).flatMap(({ same: tokens, removed, added }) => [
    { kind: 'removed', old: textOf(removed), next: '' },
    { kind: 'added', old: '', next: textOf(added) },
    { kind: 'same', old: textOf(tokens.map(([a]) => a)), next: textOf(tokens.map(([, b]) => b)) },
  ]);
}

/** Puts together neighbours of a kind, what was taken out before what was put in, and leaves out what is empty. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    if (piece.old + piece.next === '') continue;
    const last = all.at(-1);
    if (last?.kind === piece.kind) {
      last.old += piece.old;
      last.next += piece.next;
    } else if (last?.kind === 'added' && piece.kind === 'removed') {
      const before = all.at(-2);
      if (before?.kind === 'removed') before.old += piece.old;
      else all.splice(-1, 0, { ...piece });
    } else all.push({ ...piece });
  }
  return all;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}
