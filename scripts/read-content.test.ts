import { expect, test } from 'vitest';
import { defaultPolicy } from './read-content.ts';

test.each([
  ['defaultPolicy: p-1\n', 'p-1'],
  ["defaultPolicy: 'p-1'\n", 'p-1'],
  ['defaultPolicy: "p-1" # the first\n', 'p-1'],
  ['{ name: 某站, defaultPolicy: p-1 }\n', 'p-1'],
  ['name: [\n', ''],
  ['', ''],
])('of %j the default policy is %j, as YAML says', (text, id) => {
  expect(defaultPolicy(new Map([['content/site.yml', { text, sha256: '' }]]))).toBe(id);
});
