/** The policy of the site as the splitter gives it, for tests to compare the built site with. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readContent } from '../src/content/read/content.ts';
import { readFolder } from '../src/content/read/folder.ts';
import type { PolicyFolder } from '../src/content/read/policy.ts';
import { readRules } from '../src/content/read/rules.ts';
import { hasPage } from '../src/domain/policy/clause.ts';
import { splitPolicy } from '../src/domain/policy/split.ts';
import type { Rules } from '../src/domain/selfcheck/rule-set.ts';

export const POLICY = 'prs-2018-156';
const FOLDER = `content/policies/${POLICY}`;

/** Its folder as it is read, and the rules of its self-check. */
const ours = readContent(readFolder('content')).policies.find(
  ({ id }) => id === POLICY,
) as PolicyFolder;
export const rules = readRules(ours) as Rules;

export const sourceBytes = readFileSync(`${FOLDER}/source.txt`);
export const source = sourceBytes.toString('utf8');
export const info: {
  title: string;
  number: string;
  sha256: string;
  joins: { line: number; reason: string }[];
  labels: Record<string, string>;
} = parse(readFileSync(`${FOLDER}/policy.yml`, 'utf8'));
export const { clauses } = splitPolicy(source, info);
export const paged = clauses.filter(hasPage);

/** The source as it must be shown: blank lines and joined line breaks dropped. Written apart from the splitter. */
export const issuedLines: string[] = source
  .split('\n')
  .reduce<{ lines: string[]; joined: boolean }>(
    ({ lines, joined }, line, index) => {
      if (line.trim() === '') return { lines, joined };
      const shown = joined ? [...lines.slice(0, -1), lines.at(-1) + line] : [...lines, line];
      return { lines: shown, joined: info.joins.some((j) => j.line === index + 1) };
    },
    { lines: [], joined: false },
  ).lines;
