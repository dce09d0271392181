import { formatDocument } from '../../domain/policy/citation.ts';
import { sentencesOf } from '../../domain/policy/clause.ts';
import { foldLine } from '../../domain/policy/fold.ts';
import { documentNamed, documentsOfTitle } from '../../domain/policy/relation.ts';
import type { DocumentName } from '../../domain/policy/status.ts';
import { statusHref } from '../../routes.ts';
import type { Content } from '../read/content.ts';
import { type NamedDocument, namedIn } from '../read/named.ts';
import type { PolicyFolder } from '../read/policy.ts';
import type { Upkeep } from './upkeep.ts';

/** A document that somebody names, and who does. */
interface Named extends NamedDocument {
  policy: string;
}

/** Documents that those held name and nobody holds, each once, with how often they are named. */
export function stubs({ policies }: Content): Upkeep[] {
  const held = policies.flatMap(({ policy }) => policy ?? []);
  const lacking = policies
    .flatMap((folder) => namedIn(folder).map((one): Named => ({ ...one, policy: folder.id })))
    // Of several of one title, that check tells of, none is lacking.
    .filter((one) => !documentNamed(one, held) && documentsOfTitle(one, held).length === 0);
  const documents: Named[][] = [];
  for (const one of lacking) {
    const known = documents.find(([first]) => first && documentNamed(one, [first]));
    if (known) known.push(one);
    else documents.push([one]);
  }
  const texts = documents.length ? sentencesIn(policies) : [];
  return documents.flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const by = new Set(all.map(({ policy }) => policy)).size;
    const often = texts.filter((text) => names(first).some((name) => text.includes(name))).length;
    return {
      kind: 'stub' as const,
      policy: first.policy,
      file: first.file,
      line: first.line,
      what: `${formatDocument(first)}没有收录：${by} 份文件提到它${often ? `，原文里 ${often} 句写到` : ''}。`,
      todo: '常有人问到的，收录它：npm run intake -- 文件；不打算收录的，不用管。',
      href: statusHref(first.policy),
    };
  });
}

function sentencesIn(policies: readonly PolicyFolder[]): string[] {
  return policies.flatMap(({ policy }) =>
    (policy?.clauses ?? []).flatMap((clause) => sentencesOf(clause).map(({ text }) => bare(text))),
  );
}

function names({ title, number }: DocumentName): string[] {
  // A title stands in its marks, or it is the beginning of a longer one.
  return [title && `《${title}》`, number].map(bare).filter(Boolean);
}

/** Titles within titles change their marks. */
function bare(text: string): string {
  return foldLine(text)
    .replace(/[〈<]/gu, '《')
    .replace(/[〉>]/gu, '》')
    .replace(/[“”"‘’']/gu, '');
}
