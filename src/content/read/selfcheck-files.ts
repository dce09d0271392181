import type { z } from 'astro/zod';
import type { Section } from '../../domain/problem.ts';
import type { SelfcheckFiles } from '../../domain/selfcheck/assemble.ts';
import { gapsSchema } from '../schemas/gaps.ts';
import {
  factsSchema,
  judgementsSchema,
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
  /** All of them together; one that cannot be used counts as empty. */
  data: SelfcheckFiles;
  /** Those that cannot be used. */
  unread: ReadonlySet<keyof SelfcheckFiles>;
}

/** The files with the questions of a policy's self-check, and the topic each is for. */
export function topicFiles(folder: string, content: ContentFiles): { id: string; path: string }[] {
  const at = `${folder}selfcheck/topics/`;
  return [...content.keys()]
    .filter((path) => path.startsWith(at))
    .map((path) => ({ id: path.slice(at.length, -'.yml'.length), path }));
}

/** Reads `selfcheck/` in a policy's folder. What is not there counts as empty. */
export function readSelfcheckFiles(folder: string, content: ContentFiles): ReadSelfcheck {
  const at = `${folder}selfcheck/`;
  const files = new Map<string, YamlFile<unknown>>();
  const unread = new Set<keyof SelfcheckFiles>();
  const read = <T>(
    kind: keyof SelfcheckFiles,
    name: string,
    schema: z.ZodType<T>,
    section: Section,
    empty: string,
  ): T | null => {
    const file = `${at}${name}.yml`;
    const yaml = readYaml(content.get(file)?.text ?? empty, schema, { file, section });
    files.set(name, yaml);
    if (yaml.data === null) unread.add(kind);
    return yaml.data;
  };
  const topics = topicFiles(folder, content).flatMap(({ id }) => {
    const topic = read('topics', `topics/${id}`, selfcheckTopicSchema, '自查题目', '');
    return topic ? [[id, topic] as const] : [];
  });
  const data = {
    facts: read('facts', 'facts', factsSchema, '判断表', '{}') ?? {},
    judgements: read('judgements', 'judgements', judgementsSchema, '要认定的事', '{}') ?? {},
    outcomes: read('outcomes', 'outcomes', outcomesSchema, '判断表', '{}') ?? {},
    ledger: read('ledger', 'ledger', ledgerSchema, '核对清单', '[]') ?? [],
    personas: read('personas', 'personas', personasSchema, '事例', '[]') ?? [],
    gaps: read('gaps', 'gaps', gapsSchema, '没有写明', '{}') ?? {},
    topics: Object.fromEntries(topics),
  };
  return { files, data, unread };
}
