import { relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Problem } from '../../../src/domain/problem.ts';

/** A thing to mend as the workbench tells it: of the content, with the path from the project's root, or of the program. */
export type Told = Omit<Problem, 'section'> & Partial<Pick<Problem, 'section'>>;

/** The names of programs' files, in a message or a stack of calls: `/a/src/x.ts:7:3`, `file:///a/src/x.astro:7`, `src/x.ts:7`. */
const PLACE =
  /(?:file:\/\/)?((?:\/|[A-Za-z]:[\\/]|(?<=[\s[(])(?:src|scripts)\/)[^\s()'"]*?\.[a-z]+)(?:\?[^\s:)]*)?:(\d+)/gu;
/** What Vite puts round a message, which says nothing of the fault. */
const ROUND = /^Internal server error: |\s*\(The stacktrace appears[^)]*\)/gu;

/** A message of Astro or Vite, which is English, in the house form, with the place of ours that it names. */
export function faultOf(message: string, root: string): Told {
  const plain = stripVTControlCharacters(message);
  const places = [...plain.matchAll(PLACE)].map(([, file = '', line]) => ({
    file: relative(root, resolve(root, file)).replaceAll('\\', '/'),
    line: Number(line) || 1,
  }));
  const own = places.find(({ file }) => !/^\.\.|(?:^|\/)node_modules\//u.test(file));
  const [first = '', second = ''] = plain
    .replace(ROUND, '')
    .split('\n')
    .filter((line) => line.trim());
  const words = /:\s*$/u.test(first) ? `${first.trim()} ${second.trim()}` : first.trim();
  return {
    ...(own ?? { file: 'src', line: 1 }),
    problem: `网站的程序出错，不是内容写法的错：${words}`,
    fix: '上面列有内容的问题的，先改好它们；还有这一条的，把它告诉开发人员。',
  };
}
