import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lexicon, lexiconSchema } from '../schemas/lexicon.ts';
import { type SharedFacts, sharedFactsSchema } from '../schemas/selfcheck.ts';
import { type SiteData, siteSchema } from '../schemas/site.ts';
import { readAbout } from './clause-file.ts';
import type { ContentFiles } from './folder.ts';
import { type ListFile, type PolicyFolder, readPolicyFolder } from './policy.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** A content folder, each file read once: what checks look into and pages are made of. */
export interface Content {
  files: ContentFiles;
  site: YamlFile<SiteData> & { file: string };
  about: { file: string } & ReturnType<typeof readAbout>;
  facts: ListFile<SharedFacts>;
  /** Of the language. */
  lexicon: YamlFile<Lexicon> & { file: string };
  /** In the order of their ids. */
  policies: PolicyFolder[];
}

/** The policy whose folder a path lies in. */
export function policyOf(path: string): string | undefined {
  return /^policies\/([^/]+)\//u.exec(path)?.[1];
}

/** Reads a content folder. Nothing is refused here: what cannot be used is `null` and says why in its `problems`. */
export function readContent(files: ContentFiles): Content {
  const [site, about, facts] = ['site.yml', 'about.mdx', 'facts.yml'] as const;
  const text = files.get(facts)?.text;
  const shared = {
    file: facts,
    there: text !== undefined,
    ...readYaml(text ?? '{}', sharedFactsSchema, { file: facts, section: '判断表' }),
  };
  const ids = [...new Set([...files.keys()].flatMap((path) => policyOf(path) ?? []))].sort();
  return {
    files,
    site: {
      file: site,
      ...readYaml(files.get(site)?.text, siteSchema, { file: site, section: '站点设置' }),
    },
    about: { file: about, ...readAbout(about, files.get(about)?.text) },
    facts: shared,
    lexicon: readLexicon(files),
    policies: ids.map((id) => readPolicyFolder(id, files, shared.data ?? {})),
  };
}

const LEXICON = 'lexicon.yml';
/** Where it lies that speaks for every folder that has none of its own: it is about the language, and no policy. */
const SHARED = join('content', LEXICON);
let sharedLexicon: Content['lexicon'] | undefined;

function readLexicon(files: ContentFiles): Content['lexicon'] {
  const own = files.get(LEXICON);
  if (own) return parseLexicon(own.text);
  // It is checked at home.
  sharedLexicon ??= {
    ...parseLexicon(existsSync(SHARED) ? readFileSync(SHARED, 'utf8') : '{}'),
    problems: [],
  };
  return sharedLexicon;
}

function parseLexicon(text: string): Content['lexicon'] {
  const read = readYaml(text, lexiconSchema, { file: LEXICON, section: '官方用词' });
  return { file: LEXICON, ...read };
}

/** The newest day on which anybody looked whether a document applies, or else issued one: till then the content is known. */
export function lastLookedAt({ policies }: Content): string {
  const days = policies.flatMap(({ info }) => [
    info.data?.issued ?? '',
    ...(info.data?.events ?? []).map(({ checked }) => checked),
  ]);
  return days.sort().at(-1) || '1970-01-01';
}
