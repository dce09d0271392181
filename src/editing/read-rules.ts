import type { z } from 'astro/zod';
import { splitPolicy } from '../domain/policy/split.ts';
import { assembleRules } from '../domain/selfcheck/assemble.ts';
import type { Rules } from '../domain/selfcheck/rule-set.ts';
import { gapsSchema } from '../schemas/gaps.ts';
import { policySchema } from '../schemas/policy.ts';
import {
  factsSchema,
  ledgerSchema,
  outcomesSchema,
  personasSchema,
  selfcheckTopicSchema,
} from '../schemas/selfcheck.ts';
import type { ContentFiles } from './content-files.ts';
import { readYaml } from './yaml-file.ts';

/** The rules of a policy as they stand in `content/`; `null` while a file of them cannot be read (`npm run check` says why). */
export function readRules(id: string, files: ContentFiles): Rules | null {
  const folder = `content/policies/${id}/`;
  const read = <T>(name: string, schema: z.ZodType<T>): T | null => {
    const file = folder + name;
    return readYaml(files.get(file)?.text ?? '', schema, { file, section: '判断表' }).data;
  };
  const info = read('policy.yml', policySchema);
  const facts = read('selfcheck/facts.yml', factsSchema);
  const outcomes = read('selfcheck/outcomes.yml', outcomesSchema);
  const gaps = read('selfcheck/gaps.yml', gapsSchema);
  if (!info || !facts || !outcomes || !gaps) return null;
  const topics = [...files.keys()].flatMap((path) => {
    const topic = path.startsWith(`${folder}selfcheck/topics/`)
      ? /([^/]+)\.yml$/u.exec(path)?.[1]
      : undefined;
    const data = topic && read(`selfcheck/topics/${topic}.yml`, selfcheckTopicSchema);
    return topic && data ? [[topic, data] as const] : [];
  });
  const { clauses } = splitPolicy(files.get(`${folder}source.txt`)?.text ?? '', info);
  return assembleRules(
    { id, title: info.title, number: info.number, clauses },
    {
      facts,
      outcomes,
      gaps,
      topics: Object.fromEntries(topics),
      ledger: read('selfcheck/ledger.yml', ledgerSchema) ?? [],
      personas: read('selfcheck/personas.yml', personasSchema) ?? [],
    },
  );
}
