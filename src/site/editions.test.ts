import { expect, test } from 'vitest';
import { readContent } from '../content/read/content.ts';
import { type ContentFiles, readFolder } from '../content/read/folder.ts';
import { clauseBefore, clauseNow } from './editions.ts';
import { type Library, makeLibrary } from './library.ts';

const FILES = readFolder('examples/library');
const NOW = '2026-11-29';
const HOUSING = 'policies/housing-2024-9/';

function policyOf(day: string, files: ContentFiles = FILES) {
  const library: Library = makeLibrary(readContent(files), day);
  const policy = library.policies.find(({ id }) => HOUSING.includes(id));
  if (!policy) throw new Error('Unexpected library, expected its main policy');
  return { library, policy };
}

test('editions stand in the order of their days, each under an address of its own, one of them shown', () => {
  const { policy } = policyOf(NOW);
  expect(
    policy.editions.map(({ date, shown, applies, from }) => [date, shown, applies, from]),
  ).toEqual([
    ['2024-05-20', false, false, '2024-07-01'],
    ['2025-03-12', true, true, '2025-05-01'],
  ]);
  expect(policy.editions.map(({ text }) => text.id)).toEqual([
    `${policy.id}/2024-05-20`,
    `${policy.id}/2025-03-12`,
  ]);
  expect(policy.behind).toBeUndefined();
});

test('until a decision takes effect the edition before it applies, and pages of the new one say so', () => {
  const { policy } = policyOf('2025-04-30');
  expect(policy.editions.map(({ applies }) => applies)).toEqual([true, false]);
  expect(policy.behind?.date).toBe('2025-03-12');
});

test('a clause is found under its number of now, and what it was is found from there', () => {
  const { policy } = policyOf(NOW);
  // The decision puts an article in, and those after it move on.
  const before = policy.editions[0]?.text.clauses.find(({ id }) => id === 't20');
  expect(clauseNow(policy, '2024-05-20', 't20')?.clauses.map(({ id }) => id)).toEqual(['t21']);
  expect(clauseBefore(policy, ['t21'])[0]?.clauses).toEqual([before]);
  expect(clauseNow(policy, '2024-05-20', 't15-k3')?.clauses).toEqual([]);
  expect(clauseBefore(policy, ['t20'])[0]?.clauses).toEqual([]);
  expect(clauseBefore(policy, ['t1'])).toEqual([]);
});

test('what rules of an earlier time cite leads to where that stands now, what the decision cites to what it changed', () => {
  const { library } = policyOf(NOW);
  const linked = (id: string) =>
    [...(library.citations.links.get(id)?.values() ?? [])].flat().map(({ href }) => href);
  expect(linked('housing-rules-2024-31')).toContain('/housing-2024-9/t17.html');
  for (const [id, links] of library.citations.links)
    for (const { n, from, to } of [...links.values()].flat()) {
      expect(from, id).toBeLessThan(to);
      expect(n).toBeGreaterThan(0);
    }
  const cited = library.citations.from.get('housing-2024-9/t17') ?? [];
  expect(cited.map(({ policy, clause }) => `${policy.id}/${clause.id}`)).toContain(
    'housing-rules-2024-31/t12',
  );
});

test('until the edition shown applies, what cites a clause leads to the edition that does', () => {
  const { library } = policyOf('2025-04-30');
  const links = [...(library.citations.links.get('housing-rules-2024-31')?.values() ?? [])].flat();
  const places = links
    .map(({ href }) => href)
    .filter((href) => href.startsWith('/housing-2024-9/'));
  expect(places).not.toEqual([]);
  expect(places.filter((href) => !href.startsWith('/housing-2024-9/2024-05-20/'))).toEqual([]);
});

test('a gap is filled while what fills it is known to be in force, and open again from the day it is not', () => {
  const filled = (day: string, files = FILES) =>
    policyOf(day, files).policy.gaps['income-count']?.by;
  expect(filled(NOW)?.map(({ text }) => text)).toHaveLength(1);
  // Its rules came into force on the 1st of July 2024.
  expect(filled('2024-06-30')).toBeUndefined();
  const rules = 'policies/housing-rules-2024-31/policy.yml';
  const text = FILES.get(rules)?.text ?? '';
  const unknown = text.replace(/.*is: in-force.*\n/u, '');
  expect(unknown).not.toBe(text);
  expect(filled(NOW, new Map([...FILES, [rules, { text: unknown, sha256: '' }]]))).toBeUndefined();
});

test('what fills a gap does so only while the text held is the edition that applies', () => {
  const at = 'policies/housing-rules-2024-31/';
  const info = FILES.get(`${at}policy.yml`)?.text ?? '';
  const by = '{ title: 关于修改细则的决定, number: 云泽建〔2026〕1号 }';
  const amended = (date: string) =>
    `  - { date: '${date}', is: amended, by: ${by}, source: 示例, checked: '2026-11-20' }\n`;
  const filled = (event: string) => {
    const policy = `edition: '2026-01-01'\ndecision: ${by}\n${info.replace('relations:', `${event}relations:`)}`;
    const files = new Map([
      ...FILES,
      [`${at}policy.yml`, { text: policy, sha256: '' }],
      [`${at}editions/2024-06-18/policy.yml`, { text: info, sha256: '' }],
      [
        `${at}editions/2024-06-18/source.txt`,
        FILES.get(`${at}source.txt`) ?? { text: '', sha256: '' },
      ],
    ]);
    return policyOf(NOW, files).policy.gaps['income-count']?.by?.length;
  };
  expect(filled(amended('2026-05-01'))).toBe(1);
  expect(filled(amended('2027-01-01'))).toBeUndefined();
  expect(filled('')).toBeUndefined();
});

test('no edition is said to apply of a document that has ended, or of which nobody knows', () => {
  const inForce = (day: string, edit = (text: string) => text) => {
    const info = `${HOUSING}policy.yml`;
    const text = edit(FILES.get(info)?.text ?? '');
    const { editions } = policyOf(day, new Map([...FILES, [info, { text, sha256: '' }]])).policy;
    return editions.map((one) => one.inForce);
  };
  expect(inForce(NOW)).toEqual([false, true]);
  expect(inForce('2025-04-30')).toEqual([true, false]);
  expect(inForce('2029-07-01')).toEqual([false, false]);
  expect(inForce(NOW, (text) => text.replace(/.*is: in-force.*\n/u, ''))).toEqual([false, false]);
  const undated = (text: string) =>
    text.replace("date: '2025-05-01'\n    is: amended", "date: '2025-05-01'\n    is: issued");
  expect(inForce(NOW, undated)).toEqual([false, false]);
});

test('what one document says of another stands with both', () => {
  const { library } = policyOf(NOW);
  for (const [id, { own }] of library.relations)
    for (const { said, held } of own)
      if (held)
        expect(
          library.relations.get(held.id)?.others.map(({ is, policy }) => `${is} ${policy.id}`),
        ).toContain(`${said.is} ${id}`);
  expect(
    library.relations
      .get('housing-2024-9')
      ?.others.map(({ is }) => is)
      .sort(),
  ).toEqual(['amends', 'implements']);
});

test('a clause of an edition that is to come is found in the one that applies', () => {
  const { policy } = policyOf('2025-04-30');
  expect(clauseNow(policy, '2025-03-12', 't21')?.clauses.map(({ id }) => id)).toEqual(['t20']);
  expect(clauseNow(policy, '2025-03-12', 't20')?.clauses).toEqual([]);
});

test('a change of what stands in a clause is told at the first of it', () => {
  const { policy } = policyOf(NOW);
  const inner = ['t6', 't6-x1', 't6-x2', 't6-x3', 't6-x4'];
  const [change] = clauseBefore(policy, inner);
  expect(inner).toContain(change?.at);
  const changed = policy.editions[1]?.comparison?.changes.flatMap(({ next }) => next) ?? [];
  expect(changed.map(({ clause }) => clause)).toContain(change?.at);
});

test('of three editions each change is told with what the clause was before it', () => {
  const at = `${HOUSING}editions/2024-05-20/`;
  const [source, info] = ['source.txt', 'policy.yml'].map(
    (name) => FILES.get(at + name)?.text ?? '',
  );
  const first = (source ?? '').replace(/^第二十条(\s)/mu, '第二十条$1曾经，');
  expect(first).not.toBe(source);
  const files = new Map([
    ...FILES,
    [`${HOUSING}editions/2024-05-01/source.txt`, { text: first, sha256: '' }],
    [`${HOUSING}editions/2024-05-01/policy.yml`, { text: info ?? '', sha256: '' }],
  ]);
  const { policy } = policyOf(NOW, files);
  const before = clauseBefore(policy, ['t21']);
  expect(before.map(({ edition, clauses }) => [edition.date, clauses[0]?.id])).toEqual([
    ['2024-05-20', 't20'],
    ['2024-05-01', 't20'],
  ]);
});
