/** What an edition changes for whom, on the made-up library. */
import { describe, expect, test } from 'vitest';
import { readContent } from '../content/read/content.ts';
import { readFolder } from '../content/read/folder.ts';
import { clauseText } from '../domain/policy/clause.ts';
import { changesFor } from './changes-for.ts';
import type { SiteEdition } from './editions.ts';
import { makeLibrary } from './library.ts';

const { policies } = makeLibrary(readContent(readFolder('examples/library')));
const policy = policies.find(({ check }) => check && check.rulesThen.size > 0);
if (!policy) throw new Error('Unexpected library, expected an edition with rules of its own');
const [before, edition] = policy.editions as [SiteEdition, SiteEdition];
const changes = changesFor(policy, before, edition);

describe('an edition beside the one before', () => {
  const rows = changes?.people.flatMap(({ situations }) => situations) ?? [];
  const all = rows.flatMap(({ outcomes }) => outcomes);

  test('changes something for somebody, and not everything', () => {
    expect(changes?.people.length).toBeGreaterThan(0);
    const asked = policy.check?.rules.topics.flatMap(({ outcomes }) => outcomes).length ?? 0;
    expect(all.length).toBeGreaterThan(0);
    expect(all.length).toBeLessThan(asked / 2);
  });

  test('quotes each edition character for character, under its own address', () => {
    const quotes = all.map((one) => one.quotes);
    for (const { before: then, after: now } of quotes)
      for (const [said, text] of [
        [then, before.text],
        [now, edition.text],
      ] as const) {
        if (!said) continue;
        const clause = text.clauses.find(({ id }) => id === said.clause);
        expect(clause && clauseText(clause)).toContain(said.quote);
        expect(said.place).not.toBe('');
        expect(said.href).toContain(`/${text.id}/${said.clause}.html`);
      }
  });

  test('puts what both quotes say together without a character more or less', () => {
    for (const { quotes } of all) {
      expect(quotes.pieces.map(({ old }) => old).join('')).toBe(quotes.before?.quote ?? '');
      expect(quotes.pieces.map(({ next }) => next).join('')).toBe(quotes.after?.quote ?? '');
    }
  });

  test('names each situation of a person once, in answers', () => {
    for (const { situations } of changes?.people ?? []) {
      const said = situations.map(({ when }) => JSON.stringify(when));
      expect(new Set(said).size).toBe(said.length);
      for (const { when } of situations)
        for (const { question, answers } of when.flat()) {
          expect(question).toMatch(/？$/u);
          expect(answers.join('')).toMatch(/\p{Script=Han}/u);
        }
    }
  });

  test('leads to the self-check of the edition that it speaks of, and of no other', () => {
    for (const { href } of changes?.people ?? []) expect(href).toMatch(/\/check\/[a-z]+\.html$/u);
    const back = changesFor(policy, edition, before);
    expect(back?.people.length).toBe(changes?.people.length);
    for (const { href } of back?.people ?? []) expect(href).toBeUndefined();
  });
});

test('where nobody has written the rules of an edition, nothing is known', () => {
  const { check } = policy;
  if (!check) return;
  const unwritten = { ...policy, check: { ...check, rulesThen: new Map() } };
  expect(changesFor(unwritten, before, edition)).toBeNull();
  expect(changesFor({ ...policy, check: null }, before, edition)).toBeNull();
});

test('an edition compared with itself changes nothing for anybody', () => {
  expect(changesFor(policy, edition, edition)).toEqual({ people: [] });
});
