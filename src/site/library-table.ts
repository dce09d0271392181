import { hasEnded, sayState } from '../domain/policy/status.ts';
import type { LibraryTable } from '../domain/search/library-table.ts';
import type { Library } from './library.ts';
import type { SitePolicy } from './policy.ts';

/** The titles of further documents in the same file. */
function attachedIn(clauses: SitePolicy['clauses']): { attached?: string[] } {
  const attached = clauses.flatMap(({ kind, heading }) =>
    kind === 'document' && heading ? heading.replace(/\s/gu, '') : [],
  );
  return attached.length ? { attached } : {};
}

/** What the search and the desk know of all policies before they load the table of any. */
export function libraryTable({ policies, audiences, examples, closing }: Library): LibraryTable {
  return {
    policies: policies.map(
      ({ id, folder, title, number, name, data, status, clauses, audiences: own }) => ({
        id,
        folder,
        title,
        number,
        name,
        shortTitle: data.shortTitle,
        ...attachedIn(clauses),
        status: sayState(status),
        ...(hasEnded(status) ? { ended: true as const } : {}),
        audiences: own.map((audience) => audience.id),
      }),
    ),
    audiences: audiences.map(({ id, name }) => ({ id, name })),
    examples,
    closing: closing.trim(),
  };
}
