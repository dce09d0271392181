import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file as an editor left it. */
export interface ContentFile {
  /** Decoded as UTF-8; what is not becomes U+FFFD. */
  text: string;
  /** Of the bytes, in lower-case hexadecimal. */
  sha256: string;
}

/** All of a content folder, by path from it with forward slashes: `policies/…/source.txt`. */
export type ContentFiles = ReadonlyMap<string, ContentFile>;

/** The folder that holds the content, as a path from the project's root: `CONTENT`, else `content`. */
export function contentFolder(): string {
  return (process.env['CONTENT'] || 'content').replace(/(?<=.)[/\\]+$/u, '');
}

/** What is wrong with the folder that is named, in the house form; nothing where it can be read. */
export function contentFault(folder: string): string | undefined {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  return `CONTENT
  问题：“${folder}”不是文件夹。
  改法：写放着 site.yml 和 policies 的文件夹，例如 CONTENT=examples/library；不写 CONTENT，就用 content。
  说明：README.md#命令`;
}

/**
 * A content folder whole; file names that systems leave behind are passed over. A symbolic link is read as what it
 * leads to, and as an empty file where that is none, so that the check names it.
 */
export function readFolder(folder: string): ContentFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => !entry.isDirectory() && !/^(\.|Thumbs\.db$)/u.test(entry.name))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const isFile = statSync(path, { throwIfNoEntry: false })?.isFile();
        const bytes = isFile ? readFileSync(path) : Buffer.alloc(0);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const name = relative(folder, path).split(sep).join('/');
        return [name, { text: bytes.toString('utf8'), sha256 }];
      }),
  );
}
