import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clauseText, sentencesOf } from '../src/domain/policy/clause.ts';
import { all, DIST, read, textOf } from './dist.ts';
import { clauses, info, issuedLines, POLICY, paged, source, sourceBytes } from './policy.ts';

const issued = (file: string) => all(file, 'data-issued').map(textOf);

test('the whole-text page shows the source, character for character and in its order', () => {
  expect(issued(`${POLICY}.html`)).toEqual(issuedLines);
});

test('the characters shown are the 3,243 of the source that are no white space', () => {
  const shown = issued(`${POLICY}.html`).join('').replace(/\s+/gu, '');
  expect(shown).toBe(source.replace(/\s+/gu, ''));
  expect(shown.length).toBe(3243);
});

describe('each clause page shows its own stretch of the source', () => {
  test.each(paged.map((c) => [c.id, c] as const))('%s', (id, clause) => {
    expect(issued(`${POLICY}/${id}.html`).join('\n')).toBe(clauseText(clause));
  });

  test('and the stretches together, with head and imprint, are the source', () => {
    const stretches = clauses.flatMap((c) =>
      c.kind === 'head' || c.kind === 'imprint'
        ? [clauseText(c)]
        : issued(`${POLICY}/${c.id}.html`),
    );
    expect(stretches.join('\n')).toBe(issuedLines.join('\n'));
  });
});

test('the source offered for download is the received one, byte for byte', () => {
  const offered = readFileSync(join(DIST, POLICY, 'source.txt'));
  expect(offered.equals(sourceBytes)).toBe(true);
  expect(createHash('sha256').update(offered).digest('hex')).toBe(info.sha256);
});

test('the tree for programs holds the whole text, sentence by sentence', () => {
  const tree: {
    clauses: { id: string; paragraphs: { text: string; sentences: { text: string }[] }[] }[];
  } = JSON.parse(read(`${POLICY}.json`));
  expect(tree.clauses.flatMap((c) => c.paragraphs).map((p) => p.text)).toEqual(issuedLines);
  const sentences = tree.clauses.flatMap((c) =>
    c.paragraphs.flatMap((p) => p.sentences.map((s) => s.text)),
  );
  expect(sentences).toEqual(clauses.flatMap((c) => sentencesOf(c).map((s) => s.text)));
});

test('nothing of the issued text is shown as ours: every quotation on the site is in the source', () => {
  const bare = issuedLines.join('');
  const quoted = ['terms.html', 'duties.html'].flatMap((file) =>
    all(file, (e) => e.name === 'blockquote').map(textOf),
  );
  expect(quoted.length).toBeGreaterThan(30);
  for (const quote of quoted) expect(bare).toContain(quote);
});
