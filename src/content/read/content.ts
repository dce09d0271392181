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
    policies: ids.map((id) => readPolicyFolder(id, files, shared.data ?? {})),
  };
}
