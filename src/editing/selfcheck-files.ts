import type { z } from 'astro/zod';
import type { Section } from '../domain/problem.ts';
import type { SelfcheckFiles } from '../domain/selfcheck/assemble.ts';
import { gapsSchema } from '../schemas/gaps.ts';
import {
  factsSchema,
  ledgerSchema,
  outcomesSchema,
  personasSchema,
  selfcheckTopicSchema,
} from '../schemas/selfcheck.ts';
import type { ContentFiles } from './content-files.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** The files of a policy's self-check, each with the way back to its lines, by name: `facts`, `topics/leave`. */
export interface ReadSelfcheck {
  files: ReadonlyMap<string, YamlFile<unknown>>;
  /** All of them together; `null` while one cannot be used. */
  data: SelfcheckFiles | null;
}

/** Reads `selfcheck/` in a policy's folder. What is not there counts as empty. */
export function readSelfcheckFiles(folder: string, content: ContentFiles): ReadSelfcheck {
  const at = `${folder}selfcheck/`;
  const files = new Map<string, YamlFile<unknown>>();
  const read = <T>(
    name: string,
    schema: z.ZodType<T>,
    section: Section,
    empty: string,
  ): T | null => {
    const file = `${at}${name}.yml`;
    const yaml = readYaml(content.get(file)?.text ?? empty, schema, { file, section });
    files.set(name, yaml);
    return yaml.data;
  };
  const facts = read('facts', factsSchema, '判断表', '{}');
  const outcomes = read('outcomes', outcomesSchema, '判断表', '{}');
  const ledger = read('ledger', ledgerSchema, '核对清单', '[]');
  const personas = read('personas', personasSchema, '事例', '[]');
  const gaps = read('gaps', gapsSchema, '没有写明', '{}');
  const ids = [...content.keys()].flatMap(
    (path) => new RegExp(`^${at}topics/(.+)\\.yml$`, 'u').exec(path)?.[1] ?? [],
  );
  const topics = ids.map(
    (id) => [id, read(`topics/${id}`, selfcheckTopicSchema, '自查题目', '')] as const,
  );
  const whole = topics.flatMap(([id, topic]) => (topic ? [[id, topic] as const] : []));
  const usable = facts && outcomes && ledger && personas && gaps && whole.length === topics.length;
  return {
    files,
    data: usable
      ? { facts, outcomes, ledger, personas, gaps, topics: Object.fromEntries(whole) }
      : null,
  };
}
