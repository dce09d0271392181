import type { z } from 'astro/zod';
import type { Problem, Section } from '../../domain/problem.ts';
import type { SelfcheckFiles } from '../../domain/selfcheck/assemble.ts';
import { gapsSchema } from '../schemas/gaps.ts';
import {
  factsSchema,
  judgementsSchema,
  ledgerSchema,
  type OutcomeData,
  outcomesSchema,
  peopleSchema,
  personasSchema,
  type SelfcheckPerson,
  type SharedFacts,
} from '../schemas/selfcheck.ts';
import type { ContentFiles } from './folder.ts';
import { over } from './layered.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** What editors say of a self-check, more than its rules need. */
interface SelfcheckData extends SelfcheckFiles {
  outcomes: Readonly<Record<string, OutcomeData>>;
  people: Readonly<Record<string, SelfcheckPerson>>;
}

/** The files of a policy's self-check, each with the way back to its lines, by name: `facts`, `people`. */
export interface ReadSelfcheck {
  files: ReadonlyMap<string, YamlFile<unknown>>;
  /** The names of those that are there. */
  there: ReadonlySet<string>;
  /** All of them together; one that cannot be used counts as empty. */
  data: SelfcheckData;
  /** Those that cannot be used. */
  unread: ReadonlySet<keyof SelfcheckFiles>;
  /** Where it gives its own answers to a fact that policies share. */
  reworded: Problem[];
}

/**
 * Reads `selfcheck/` in a policy's folder. What is not there counts as empty; in the folder of an edition it is as the
 * policy has it (`policy`, its folder), and so is of each file what it does not say itself.
 */
export function readSelfcheckFiles(
  folder: string,
  content: ContentFiles,
  shared: SharedFacts,
  policy?: string,
): ReadSelfcheck {
  const at = `${folder}selfcheck/`;
  const besides = policy === undefined ? [at] : [at, `${policy}selfcheck/`];
  const there = new Set(
    [...content.keys()].flatMap((path) =>
      besides.flatMap((one) =>
        path.startsWith(one) ? path.slice(one.length).replace(/\.yml$/u, '') : [],
      ),
    ),
  );
  const files = new Map<string, YamlFile<unknown>>();
  const unread = new Set<keyof SelfcheckFiles>();
  const read = <T>(
    name: keyof SelfcheckFiles,
    schema: z.ZodType<T>,
    section: Section,
    empty: string,
  ): T | null => {
    const file = `${at}${name}.yml`;
    const own = content.get(file)?.text;
    const base = policy === undefined ? undefined : content.get(`${policy}selfcheck/${name}.yml`);
    const form = base && own !== undefined ? over(base.text, schema) : schema;
    const yaml = readYaml(own ?? base?.text ?? empty, form, { file, section });
    files.set(name, yaml);
    if (yaml.data === null) unread.add(name);
    return yaml.data;
  };
  const facts = read('facts', factsSchema, '判断表', '{}') ?? {};
  const { joined, unworded } = joinFacts(facts, shared);
  if (unworded.length) {
    unread.add('facts');
    const file = `${at}facts.yml`;
    const yaml = files.get('facts');
    for (const id of unworded)
      yaml?.problems.push({
        file,
        line: yaml.lineAt([id]),
        problem: `“${id}”没有写 question 和 answers，各政策共用的 facts.yml 里也没有它。`,
        fix: '在这里写上 question 和 answers；几份政策都要问的，写在各政策共用的 facts.yml 里。',
        section: '判断表',
      });
  }
  const data = {
    facts: joined,
    judgements: read('judgements', judgementsSchema, '要认定的事', '{}') ?? {},
    outcomes: read('outcomes', outcomesSchema, '判断表', '{}') ?? {},
    ledger: read('ledger', ledgerSchema, '核对清单', '[]') ?? [],
    personas: read('personas', personasSchema, '事例', '[]') ?? [],
    gaps: read('gaps', gapsSchema, '没有写明', '{}') ?? {},
    people: read('people', peopleSchema, '自查题目', '{}') ?? {},
  };
  const reworded = Object.entries(facts).flatMap(([id, { answers }]) =>
    answers && shared[id]
      ? {
          file: `${at}facts.yml`,
          line: files.get('facts')?.lineAt([id, 'answers']) ?? 1,
          problem: `“${id}”是各政策共用的事实，回答写在 facts.yml 里，这里又写了 answers。`,
          fix: '删去这里的 answers；回答不一样的，就不是同一件事，换一个代号。',
          section: '判断表' as const,
        }
      : [],
  );
  return { files, there, data, unread, reworded };
}

/** The facts of a policy with what policies share of them, and those that nobody words. */
function joinFacts(
  own: z.infer<typeof factsSchema>,
  shared: SharedFacts,
): { joined: SelfcheckFiles['facts']; unworded: string[] } {
  const joined: Record<string, SelfcheckFiles['facts'][string]> = {};
  const unworded: string[] = [];
  for (const [id, fact] of Object.entries(own)) {
    const { question, answers } = { ...shared[id], ...fact };
    if (question === undefined || answers === undefined) unworded.push(id);
    else joined[id] = { ...shared[id], ...fact, question, answers };
  }
  return { joined, unworded };
}
