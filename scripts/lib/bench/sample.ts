import type { Content } from '../../../src/content/read/content.ts';
import type { PolicyFolder } from '../../../src/content/read/policy.ts';
import { clauseText, hasPage } from '../../../src/domain/policy/clause.ts';
import { CHECK, folderOf } from '../../../src/routes.ts';

/** The policy that figures are of, with the ids of its clauses. */
export interface Sample {
  folder: PolicyFolder;
  /** `source.txt` */
  source: string;
  clauses: string[];
  /** The clause with the longest text, and the one with the most others under it. */
  longest: string;
  part: string;
  /** The folder of its self-check's pages: `/check`. */
  checks: string;
}

/** The first policy with a self-check, or else the first of all. */
export function sampleOf({ policies, site }: Content): Sample {
  const usable = policies.filter(({ policy, source }) => policy && source);
  const folder = usable.find(({ selfcheck }) => selfcheck.there.has('outcomes')) ?? usable[0];
  const paged = folder?.policy?.clauses.filter(hasPage) ?? [];
  const [longest] = paged.toSorted((a, b) => clauseText(b).length - clauseText(a).length);
  const [part] = paged.toSorted((a, b) => b.children.length - a.children.length);
  if (!folder?.source || !longest || !part)
    throw new Error('Unexpected content without a policy, expected one. Run: npm run check');
  return {
    folder,
    source: folder.source.text,
    clauses: paged.map(({ id }) => id),
    longest: longest.id,
    part: part.id,
    checks: folderOf(folder.id, site.data?.rootPolicy ?? '') + CHECK.replace('.html', ''),
  };
}
