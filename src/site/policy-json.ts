import { formatCitation } from '../domain/policy/citation.ts';
import { cellsOf, hasPage, paragraphText } from '../domain/policy/clause.ts';
import { clauseHref, placeHref, policyHref, sourceHref } from '../routes.ts';
import type { SitePolicy } from './policy.ts';

/** The whole policy for programs: every clause with its text, sentences, citation and addresses within the site. */
export function policyTree(policy: SitePolicy): object {
  const { title, number, issuer, issued, status, validity, sha256 } = policy.data;
  return {
    id: policy.id,
    title,
    number,
    issuer,
    issued,
    status,
    validity,
    address: policyHref(policy.id),
    source: { address: sourceHref(policy.id), sha256 },
    clauses: policy.clauses.map((clause) => ({
      id: clause.id,
      kind: clause.kind,
      parent: clause.parent,
      children: clause.children,
      marker: clause.marker?.printed.trim() ?? null,
      heading: clause.heading,
      citation: formatCitation(policy, hasPage(clause) ? clause.id : null),
      address: hasPage(clause) ? clauseHref(policy.id, clause.id) : placeHref(policy.id, clause.id),
      paragraphs: clause.paragraphs.map((paragraph) => ({
        role: paragraph.role,
        lines: paragraph.lines,
        text: paragraphText(paragraph),
        ...(paragraph.row
          ? { row: paragraph.row, cells: cellsOf(paragraph).map((cell) => cell.join('').trim()) }
          : {}),
        sentences: paragraph.sentences,
      })),
    })),
  };
}
