import { formatDocument } from '../../domain/policy/citation.ts';
import { documentNamed, documentsOfTitle } from '../../domain/policy/relation.ts';
import type { Problem } from '../../domain/problem.ts';
import { namedIn } from '../read/named.ts';
import type { PolicyFolder } from '../read/policy.ts';

/** Documents that `policy.yml` names by a title that several held have, so that nobody can tell which is meant. */
export function checkAmbiguous(folders: readonly PolicyFolder[]): Problem[] {
  const all = folders.flatMap(({ policy }) => policy ?? []);
  return folders.flatMap((folder) =>
    namedIn(folder).flatMap(({ file, line, ...name }) => {
      // None of what a document names is itself.
      const held = all.filter(({ id }) => id !== folder.id);
      const meant = documentsOfTitle(name, held);
      const numbers = meant.flatMap(({ number }) => number || []);
      if (meant.length < 2 || numbers.length === 0 || documentNamed(name, held)) return [];
      return {
        file,
        line,
        problem: `本站收录了 ${meant.length} 份叫${formatDocument({ title: name.title, number: '' })}的文件，看不出是哪一份。`,
        fix: `加上 number，写文号：${numbers.join('、')} 之一；都不是的，写它自己的文号。`,
        section: '文件的关系' as const,
      };
    }),
  );
}
