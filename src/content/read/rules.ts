import { assembleRules } from '../../domain/selfcheck/assemble.ts';
import type { Rules } from '../../domain/selfcheck/rule-set.ts';
import { readPolicy } from '../check/policy.ts';
import type { ContentFiles } from './content-files.ts';
import { readSelfcheckFiles } from './selfcheck-files.ts';

/** The rules of a policy as they stand in `content/`; `null` while a file of them cannot be read (`npm run check` says why). */
export function readRules(id: string, files: ContentFiles): Rules | null {
  const folder = `content/policies/${id}/`;
  const there = (name: string) => files.has(`${folder}selfcheck/${name}.yml`);
  if (!['facts', 'outcomes', 'gaps'].every(there)) return null;
  const { policy } = readPolicy(id, files);
  const { data, unread } = readSelfcheckFiles(folder, files);
  return policy && unread.size === 0 ? assembleRules(policy, data) : null;
}
