import { readFileSync, statSync } from 'node:fs';
import { MOST_BYTES, tooLarge } from '../../../src/intake/format/detect.ts';
import { Refusal } from '../../../src/intake/reading.ts';

/** The bytes of a file; a `Refusal` where there is none, it cannot be opened, or it is larger than anything read. */
export function openFile(path: string): Uint8Array {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat)
    throw new Refusal('没有这个文件。核对文件名和所在的文件夹；名字里有空格的，前后加引号。');
  if (stat.isDirectory()) throw new Refusal('这是文件夹，不是文件。把里面的文件一个一个写上。');
  if (!stat.isFile()) throw new Refusal('这不是普通的文件，没有读。');
  if (stat.size > MOST_BYTES) throw tooLarge();
  try {
    return readFileSync(path);
  } catch {
    throw new Refusal(
      '打不开这个文件。看看是不是没有权限，或者正被别的程序占用；关掉那个程序，再试一次。',
    );
  }
}
