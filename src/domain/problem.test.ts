import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SECTIONS } from './problem.ts';

test('every heading that a message points to stands in the handbook', () => {
  const headings = readFileSync('content/README.md', 'utf8').match(/(?<=^## ).+$/gmu);
  for (const section of SECTIONS) expect(headings).toContain(section);
});
