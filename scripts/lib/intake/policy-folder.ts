import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../../src/intake/reading.ts';
import { isReserved } from '../../../src/routes.ts';
import { writeWholeFolder } from '../write-whole-folder.ts';
import { differences } from './differences.ts';

/** A `Refusal` where a policy's folder may not be called so, for it is part of its address. */
export function assertId(id: string): void {
  const instead = '用小写字母、数字和短横，以字母开头，例如 --id abc-2020-1。';
  if (!/^[a-z][a-z0-9-]{0,59}$/u.test(id))
    throw new Refusal(`文件夹的名字“${id}”不能用作网页地址。${instead}`);
  if (isReserved(id))
    throw new Refusal(
      `“${id}”是本站其他网页的地址，不能用作文件夹的名字。换一个，例如 --id abc-2020-1。`,
    );
}

/**
 * Writes a policy's folder, all of it or nothing, and tells where. One that is there already is left alone: a `Refusal`
 * says what would change in it.
 */
export function writeFolder(content: string, id: string, files: Record<string, string>): string {
  assertId(id);
  const folder = join(content, 'policies', id);
  if (lstatSync(folder, { throwIfNoEntry: false })) throw alreadyThere(folder, files);
  try {
    writeWholeFolder(content, folder, files);
  } catch (error) {
    if (lstatSync(folder, { throwIfNoEntry: false })) throw alreadyThere(folder, files);
    throw error;
  }
  return folder;
}

function alreadyThere(folder: string, files: Record<string, string>): Refusal {
  const changes = Object.entries(files).flatMap(([name, text]) => {
    const now = textOf(join(folder, name));
    if (now === null) return [`${name}：现在没有这个文件，会加上。`];
    const lines = differences(now, text);
    return lines.length ? [`${name} ${lines[0]}`, ...lines.slice(1)] : [];
  });
  const told = changes.length
    ? `重新收录会改动：\n${changes.join('\n')}`
    : '重新收录也和现在的一字不差，不用再收。';
  return new Refusal(
    `已经有 ${folder} 这个文件夹，没有改它。${told}\n要重新收录，先把这个文件夹移走；是另一份文件，写 --id 换一个名字。`,
  );
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
