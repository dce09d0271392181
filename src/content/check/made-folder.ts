import { type PolicyFolder, readPolicyFolder } from '../read/policy.ts';

/** Where the files of `madeFolder` stand. */
export const FOLDER = 'policies/xx-2020-1/';

/** Its `policy.yml`. */
export const POLICY = `title: 某办法
shortTitle: 某办法
number: 某〔2020〕1号
issuer: 某局
issued: '2020-01-02'
ask: 某局
sha256: '${'0'.repeat(64)}'
`;

/** For tests: a policy's folder with these files, by their names in it, and a `policy.yml`. Throws where the text has no clauses. */
export function madeFolder(
  files: Readonly<Record<string, string>>,
): PolicyFolder & { policy: NonNullable<PolicyFolder['policy']> } {
  const read = Object.entries({ 'policy.yml': POLICY, ...files }).map(
    ([name, text]) => [FOLDER + name, { text, sha256: '' }] as const,
  );
  const folder = readPolicyFolder('xx-2020-1', new Map(read), {});
  const { policy } = folder;
  if (!policy) throw new Error('Unexpected fixture, expected a text with clauses');
  return { ...folder, policy };
}
