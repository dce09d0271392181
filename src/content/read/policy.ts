import type { z } from 'astro/zod';
import type { Citable } from '../../domain/policy/citation.ts';
import { type Clause, hasPage, policyText } from '../../domain/policy/clause.ts';
import { type Metadata, readMetadata } from '../../domain/policy/metadata.ts';
import { splitPolicy } from '../../domain/policy/split.ts';
import type { Finding, Section } from '../../domain/problem.ts';
import { type Aliases, aliasesSchema } from '../schemas/aliases.ts';
import { type Asks, asksSchema } from '../schemas/asks.ts';
import { type Audience, audiencesSchema } from '../schemas/audiences.ts';
import { type FaqData, faqsSchema } from '../schemas/faqs.ts';
import { type Figure, figuresSchema } from '../schemas/figures.ts';
import { type Gap, gapsSchema } from '../schemas/gaps.ts';
import { hintsSchema, type PolicyData, policySchema } from '../schemas/policy.ts';
import { type Replies, repliesSchema } from '../schemas/replies.ts';
import type { SharedFacts } from '../schemas/selfcheck.ts';
import { type Term, termsSchema } from '../schemas/terms.ts';
import { type Topic, topicsSchema } from '../schemas/topics.ts';
import { type ClauseFile, readClauseFile } from './clause-file.ts';
import type { ContentFile, ContentFiles } from './folder.ts';
import { entriesOf } from './layered.ts';
import { type ReadSelfcheck, readSelfcheckFiles } from './selfcheck-files.ts';
import { notUtf8, readYaml, type YamlFile } from './yaml-file.ts';

/** A policy's text, taken apart, as checks hold words and quotes against it. */
export interface Policy extends Citable {
  clauses: Clause[];
  /** Everything in it, a paragraph a line. */
  text: string;
}

/** A YAML file of a policy's folder. One that is not there holds nothing, and nothing is wrong with it. */
export interface ListFile<T> extends YamlFile<T> {
  file: string;
  there: boolean;
}

/** A file of `clauses/` with the clause it is named after. */
export interface NamedClauseFile extends ClauseFile {
  path: string;
  id: string;
}

/** A text with what is said of it: the one that a policy's folder holds, or an edition of it. */
export interface ReadText {
  /** `policies/<id>/`, `policies/<id>/editions/2018-10-09/` */
  folder: string;
  source: ContentFile | undefined;
  info: ListFile<PolicyData>;
  /** `null` where the text is not there, is no UTF-8 or has nothing in it that could be cited. */
  policy: Policy | null;
  /** Whether it is for want of such a text that there is none. */
  empty: boolean;
  /** Where the text could not be split without doubt. */
  findings: Finding[];
}

/** Another edition of a policy than the one that its folder holds. */
export interface EditionFolder extends ReadText {
  /** The day it was issued, ISO 8601: the name of its folder. */
  date: string;
  /** Its own rules; what it does not say itself is as the policy has it. */
  selfcheck: ReadSelfcheck;
  /** What it says itself: its files by their names, `outcomes`, with their entries. Empty where nobody has looked. */
  ownRules: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** Everything that stands in a policy's folder, each file read once. */
export interface PolicyFolder extends ReadText {
  id: string;
  /** In the order of their days. */
  editions: EditionFolder[];
  clauses: NamedClauseFile[];
  audiences: ListFile<Audience[]>;
  topics: ListFile<Topic[]>;
  terms: ListFile<Term[]>;
  faqs: ListFile<FaqData[]>;
  asks: ListFile<Asks>;
  replies: ListFile<Replies>;
  aliases: ListFile<Aliases>;
  gaps: ListFile<Record<string, Gap>>;
  figures: ListFile<Figure[]>;
  selfcheck: ReadSelfcheck;
  /** `selfcheck/released.json` as it stands there. */
  released: string | undefined;
}

/** Reads a policy's folder. `shared` are the facts that stand beside all policies. */
export function readPolicyFolder(
  id: string,
  files: ContentFiles,
  shared: SharedFacts,
): PolicyFolder {
  const folder = `policies/${id}/`;
  const read = <T>(name: string, schema: z.ZodType<T>, section: Section): ListFile<T> => {
    const file = folder + name;
    const text = files.get(file)?.text;
    if (text === undefined)
      return { file, there: false, data: null, problems: [], lineAt: () => 1 };
    return { file, there: true, ...readYaml(text, schema, { file, section }) };
  };
  const editions = readEditions(id, folder, files, shared);
  const selfcheck = readSelfcheckFiles(folder, files, shared);
  return {
    id,
    ...readText(id, folder, files),
    editions,
    clauses: [...files]
      .filter(([path]) => path.startsWith(`${folder}clauses/`))
      .map(([path, { text }]) => ({
        path,
        id: path.slice(`${folder}clauses/`.length, -'.mdx'.length),
        ...readClauseFile(path, text),
      })),
    audiences: read('audiences.yml', audiencesSchema, '对象'),
    topics: read('topics.yml', topicsSchema, '主题'),
    terms: read('terms.yml', termsSchema, '词语表'),
    faqs: read('answers.yml', faqsSchema, '常见问题'),
    asks: read('asks.yml', asksSchema, '问法'),
    replies: read('replies.yml', repliesSchema, '答复'),
    aliases: read('aliases.yml', aliasesSchema, '人们的说法'),
    gaps: read('selfcheck/gaps.yml', gapsSchema, '没有写明'),
    figures: read('figures.yml', figuresSchema, '图'),
    selfcheck: { ...selfcheck, data: withOtherQuotes(selfcheck.data, editions) },
    released: files.get(`${folder}selfcheck/released.json`)?.text,
  };
}

function readText(id: string, folder: string, files: ContentFiles): ReadText {
  const source = files.get(`${folder}source.txt`);
  const about = { file: `${folder}policy.yml`, section: '政策信息' } as const;
  const infoText = files.get(about.file)?.text;
  const { stated, ...split } = splitSource(id, source, infoText, about);
  const info = readYaml(infoText, policySchema, about);
  return {
    folder,
    source,
    info: {
      file: about.file,
      there: infoText !== undefined,
      ...info,
      data: info.data && withStated(info.data, split.policy, stated),
    },
    ...split,
  };
}

/** The editions that lie beside a policy's text; what is wrong with the name of a folder is told by the check. */
function readEditions(
  id: string,
  folder: string,
  files: ContentFiles,
  shared: SharedFacts,
): EditionFolder[] {
  const within = `${folder}editions/`;
  const dates = [...files.keys()].flatMap((path) =>
    path.startsWith(within) ? path.slice(within.length).split('/', 1) : [],
  );
  return [...new Set(dates)].sort().map((date) => {
    const own = `${within}${date}/`;
    return {
      date,
      ...readText(editionId(id, date), own, files),
      ...readEditionRules(own, folder, files, shared),
    };
  });
}

function readEditionRules(
  own: string,
  folder: string,
  files: ContentFiles,
  shared: SharedFacts,
): Pick<EditionFolder, 'selfcheck' | 'ownRules'> {
  const at = `${own}selfcheck/`;
  const ownRules = new Map(
    [...files].flatMap(([path, { text }]) =>
      path.startsWith(at)
        ? [[path.slice(at.length).replace(/\.yml$/u, ''), entriesOf(text)] as const]
        : [],
    ),
  );
  const selfcheck = readSelfcheckFiles(own, files, shared, folder);
  // What an edition does not have nobody is shown.
  const gone = Object.entries(ownRules.get('outcomes') ?? {}).flatMap(([outcome, entry]) =>
    entry === null ? [outcome] : [],
  );
  const people = Object.entries(selfcheck.data.people).map(([id, person]) => {
    const outcomes = person.outcomes.filter((outcome) => !gone.includes(outcome));
    return [id, { ...person, outcomes }] as const;
  });
  const data = { ...selfcheck.data, people: Object.fromEntries(people) };
  return { selfcheck: { ...selfcheck, data }, ownRules };
}

/** Each fact with the words of other editions that make it asked, where these have their own. */
function withOtherQuotes(
  data: ReadSelfcheck['data'],
  editions: readonly EditionFolder[],
): ReadSelfcheck['data'] {
  const facts = Object.entries(data.facts).map(([id, fact]) => {
    const otherQuotes = editions.flatMap(({ ownRules, selfcheck }) =>
      Object.hasOwn(ownRules.get('facts') ?? {}, id) ? (selfcheck.data.facts[id]?.quote ?? []) : [],
    );
    return [id, otherQuotes.length ? { ...fact, otherQuotes } : fact] as const;
  });
  return { ...data, facts: Object.fromEntries(facts) };
}

/** An edition as addresses name it: `abc-2020-1/2018-10-09`. */
export function editionId(policy: string, date: string): string {
  return `${policy}/${date}`;
}

/** What `policy.yml` leaves out and the text says. */
function withStated(
  data: PolicyData,
  policy: Policy | null,
  stated: Metadata | undefined,
): PolicyData {
  if (!policy) return data;
  return {
    ...data,
    number: policy.number,
    issuer: data.issuer || (stated?.issuer?.value ?? ''),
    issued: data.issued || (stated?.issued?.value ?? ''),
  };
}

function splitSource(
  id: string,
  source: ContentFile | undefined,
  info: string | undefined,
  about: { file: string; section: Section },
): Pick<PolicyFolder, 'policy' | 'empty' | 'findings'> & { stated?: Metadata } {
  // A slip elsewhere in policy.yml must not keep the text from being split, or it would hide all others.
  const hints = readYaml(info, hintsSchema, about).data;
  if (!hints || !source || notUtf8('', source.text))
    return { policy: null, empty: false, findings: [] };
  const { clauses, findings } = splitPolicy(source.text, hints);
  if (!clauses.some(hasPage)) return { policy: null, empty: true, findings };
  const stated = readMetadata(clauses);
  const title = hints.title ?? stated.title?.value ?? '';
  const number = hints.number ?? stated.number?.value ?? '';
  const policy = { id, title, number, clauses, text: policyText({ clauses }) };
  return { policy, empty: false, findings, stated };
}
