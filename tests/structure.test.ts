/** Real documents, where they lie beside the project: split whole, and every remedy that is printed clears its finding. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countsOf, lostCharacters, PART_OF_OTHERS } from '../scripts/lib/structure-eval/counts.ts';
import { type Judged, readDocuments } from '../scripts/lib/structure-eval/documents.ts';
import {
  bareInfo,
  followed,
  problemsOf,
  REMEDY,
} from '../scripts/lib/structure-eval/made-library.ts';
import { policyText } from '../src/domain/policy/clause.ts';
import { readMarker } from '../src/domain/policy/marker.ts';
import { splitPolicy } from '../src/domain/policy/split.ts';

const CASES = '../shared/cases/structure';
const documents = existsSync(`${CASES}/manifest.json`) ? readDocuments(CASES) : [];

/** The document with slips that documents have: a numbered line is missing, one stands twice, one is out of its place. */
function slipped(document: Judged): Judged[] {
  const lines = document.source.split('\n');
  const numbered = lines.flatMap((line, i) => (readMarker(line) ? i : []));
  const [at = -1, other = -1] = [numbered[Math.floor(numbered.length / 2)], numbered.at(-1)];
  if (at < 0 || at === other) return [];
  const source = (changed: readonly string[]) => ({ ...document, source: changed.join('\n') });
  return [
    source(lines.toSpliced(at, 1)),
    source(lines.toSpliced(at, 0, lines[at] ?? '')),
    source(lines.toSpliced(at, 1).toSpliced(other - 1, 0, lines[at] ?? '')),
  ];
}

// A file without any test fails where no such documents lie beside the project.
test.runIf(documents.length > 0)('there are documents to read', () => {
  expect(documents.every(({ source }) => source !== '')).toBe(true);
});

describe.each(documents)('$file', (document) => {
  test('nothing is lost, and numbers of each kind are as many as they are', () => {
    const { clauses } = splitPolicy(document.source);
    expect(lostCharacters(document.source, policyText({ clauses }))).toBe(0);
    for (const [key, { expected, found }] of Object.entries(countsOf(clauses, document.expected)))
      if (!PART_OF_OTHERS.has(key)) expect(found, key).toBe(expected);
  });

  test('whichever of the remedies printed is followed to the letter, its finding is gone', () => {
    for (const one of [document, ...slipped(document)]) {
      const info = bareInfo(one);
      for (const problem of problemsOf(0, one, info)) {
        const ways = problem.fix.match(REMEDY)?.length ?? 1;
        for (let way = 0; way < ways; way++) {
          const left = problemsOf(0, one, followed(info, [problem], way));
          const same = left.filter(
            ({ line, problem: told }) => line === problem.line && told === problem.problem,
          );
          expect(same, `${problem.problem} ${problem.fix}`).toEqual([]);
        }
      }
    }
  });
});
