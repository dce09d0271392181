import { type Content, readContent } from '../../src/content/read/content.ts';
import { editionsOf } from '../../src/content/read/editions.ts';
import { contentFault, contentFolder, readFolder } from '../../src/content/read/folder.ts';
import { editionId, type PolicyFolder, type ReadText } from '../../src/content/read/policy.ts';
import { numbersOf } from '../../src/domain/policy/title.ts';
import { formatProblem, type Problem } from '../../src/domain/problem.ts';
import type { Law } from '../../src/finish/prove-issued.ts';
import { refuse } from './evaluated-file.ts';

/** A content folder, and where it lies. */
export type LoadedContent = Content & { folder: string };

/** The content folder as it is named on the command line (`CONTENT`), read; exit 2 where it is none. */
export function loadContent(): LoadedContent {
  const folder = contentFolder();
  const fault = contentFault(folder);
  if (fault) refuse(fault);
  return { folder, ...readContent(readFolder(folder)) };
}

/** A problem of content as it is told: with the path from the project's root. */
export function formatInContent(folder: string, problem: Problem): string {
  return formatProblem({ ...problem, file: `${folder}/${problem.file}` });
}

/**
 * The policies that a command works on: the one named by `--policy ID`, else all. Exit 2 where there is no such policy.
 */
export function policiesAsked({ policies }: Content, args: readonly string[]): PolicyFolder[] {
  const at = args.indexOf('--policy');
  if (at < 0) return policies;
  const asked = policies.filter(({ id }) => id === args[at + 1]);
  if (asked.length === 0)
    refuse(
      `没有叫“${args[at + 1] ?? ''}”的政策。--policy 后面写：${policies.map(({ id }) => id).join('、')}。`,
    );
  return asked;
}

/** The policies and their editions as they are proved on pages: the received text, title and number, and the numbers of their clauses. */
export function lawsOf({ policies }: Content): Law[] {
  return policies.flatMap((folder) => {
    const { id } = folder;
    return [
      ...lawOf(id, folder),
      ...editionsOf(folder).flatMap(({ date, read }) => lawOf(editionId(id, date), read)),
    ];
  });
}

function lawOf(id: string, { source, policy }: ReadText): Law[] {
  if (!source || !policy) return [];
  const names = [policy.title, policy.number].filter(Boolean);
  return [{ id, source: source.text, names, numbers: numbersOf(policy) }];
}
