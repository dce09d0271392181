import { formatCitation } from '../domain/policy/citation.ts';
import { cellsOf, hasPage, paragraphText } from '../domain/policy/clause.ts';
import { sayStatus } from '../domain/policy/status.ts';
import {
  changesHref,
  clauseHref,
  placeHref,
  policyHref,
  sourceHref,
  statusHref,
} from '../routes.ts';
import type { Library } from './library.ts';
import type { SitePolicy } from './policy.ts';
import type { SiteRelations } from './relations.ts';

/** The whole policy for programs: every clause with its text, sentences, citation and addresses within the site. */
export function policyTree(library: Library, policy: SitePolicy): object {
  const { title, number, issuer, issued, events, sha256 } = policy.data;
  return {
    id: policy.id,
    title,
    number,
    issuer,
    issued,
    status: {
      state: policy.status.state,
      says: sayStatus(policy.status),
      on: library.day,
      address: statusHref(policy.id),
      events,
    },
    relations: related(library.relations.get(policy.id)),
    address: policyHref(policy.id),
    source: { address: sourceHref(policy.id), sha256 },
    editions: policy.editions.map(({ date, shown, inForce, from, text }, i) => ({
      date,
      from,
      shown,
      applies: inForce,
      address: policyHref(text.id),
      source: { address: sourceHref(text.id), sha256: text.data.sha256 },
      ...(i > 0 ? { changes: changesHref(policy.id, date) } : {}),
    })),
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

/** What it says of others, and what others that are held say of it. */
function related({ own, others }: SiteRelations = { own: [], others: [] }): object {
  return {
    own: own.map(({ said: { is, title, number, clause, s }, held }) => ({
      is,
      title,
      number,
      ...(clause ? { clause, ...(s ? { sentence: s } : {}) } : {}),
      ...(held ? { policy: held.id } : {}),
    })),
    others: others.map(({ is, policy, clause, s }) => ({
      is,
      policy: policy.id,
      ...(clause ? { clause, ...(s ? { sentence: s } : {}) } : {}),
    })),
  };
}
