import { policyHref } from '../../routes.ts';
import { type Content, policyOf } from '../read/content.ts';
import type { Upkeep } from './upkeep.ts';

/** A line that intake has guessed and nobody has looked at. */
const GUESSED = /# 猜的：/u;

/** The lines that still say that intake has guessed them. */
export function guesses({ files }: Content): Upkeep[] {
  return [...files].flatMap(([file, { text }]) => {
    const policy = policyOf(file);
    if (!policy || !/\.(?:yml|mdx)$/u.test(file) || !GUESSED.test(text)) return [];
    return text.split('\n').flatMap((line, i) =>
      GUESSED.test(line)
        ? {
            kind: 'guessed' as const,
            policy,
            file,
            line: i + 1,
            what: `这一行是收录时猜的：${line.replace(/#.*$/su, '').trim()}`,
            todo: '对照原件看过，把这一行末尾的备注删去。',
            href: policyHref(policy),
          }
        : [],
    );
  });
}
