import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Problem } from '../../../src/domain/problem.ts';

/** A thing to mend as the workbench tells it: of the content, with the path from the project's root, or of the program. */
export type Told = Omit<Problem, 'section'> & Partial<Pick<Problem, 'section'>>;

/** The names of programs' files, in a message or a stack of calls: `/a/src/x.ts:7:3`, `file:///a/src/x.astro:7`. */
const PLACE = /(?:file:\/\/)?((?:\/|[A-Za-z]:[\\/])[^\s()'"]*?\.[a-z]+)(?:\?[^\s:)]*)?:(\d+)/gu;

/** A message of Astro or Vite, which is English, in the house form, with the place of ours that it names. */
export function faultOf(message: string, root: string): Told {
  const plain = stripVTControlCharacters(message);
  const places = [...plain.matchAll(PLACE)].map(([, file = '', line]) => ({
    file: relative(root, file).replaceAll('\\', '/'),
    line: Number(line) || 1,
  }));
  const own = places.find(({ file }) => !/^\.\.|(?:^|\/)node_modules\//u.test(file));
  const [first = ''] = plain.split('\n').filter((line) => line.trim());
  return {
    ...(own ?? { file: 'src', line: 1 }),
    problem: `网站的程序出错，不是内容写法的错：${first.trim()}`,
    fix: '上面列有内容的问题的，先改好它们；还有这一条的，把它告诉开发人员。',
  };
}
