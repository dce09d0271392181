import { type Content, readContent } from '../../../src/content/read/content.ts';
import type { ContentFile, ContentFiles } from '../../../src/content/read/folder.ts';
import type { PolicyFolder } from '../../../src/content/read/policy.ts';

/** Content that pages can be made of, and of which files it has an earlier state. */
interface Readable {
  content: Content;
  stale: string[];
}

/**
 * A content folder with each file that cannot be read as it was when it last could, by `before`, which is brought up to
 * date. A policy whose text or `policy.yml` never could be read is left out.
 */
export function readableContent(files: ContentFiles, before: Map<string, ContentFile>): Readable {
  const content = readContent(files);
  const unread = new Set(unreadFiles(content));
  for (const [path, file] of files) if (!unread.has(path)) before.set(path, file);
  const earlier = [...unread].flatMap((path): [string, ContentFile][] => {
    const file = before.get(path);
    return file ? [[path, file]] : [];
  });
  if (earlier.length === 0) return { content: withoutUnread(content), stale: [] };
  return {
    content: withoutUnread(readContent(new Map([...files, ...earlier]))),
    stale: earlier.map(([path]) => path),
  };
}

function withoutUnread(content: Content): Content {
  const policies = content.policies.filter(
    ({ info, policy, source }) => info.data && policy && source,
  );
  return { ...content, policies };
}

/** The files that pages want and that cannot be used, missing ones among them. */
function unreadFiles({ site, about, facts, policies }: Content): string[] {
  const own = [site, about, facts].flatMap(({ file, data }) => (data === null ? file : []));
  return [...own, ...policies.flatMap(unreadIn)];
}

function unreadIn(folder: PolicyFolder): string[] {
  const { info, source, policy, clauses, selfcheck } = folder;
  const { audiences, topics, terms, faqs, asks, replies, aliases, gaps, figures } = folder;
  const lists = [audiences, topics, terms, faqs, asks, replies, aliases, gaps, figures];
  return [
    ...(info.data ? [] : [info.file]),
    ...(source && policy ? [] : [`${folder.folder}source.txt`]),
    ...lists.flatMap(({ file, there, data }) => (there && data === null ? file : [])),
    ...clauses.flatMap(({ path, data, complete }) => (data === null || !complete ? path : [])),
    ...[...selfcheck.unread].map((name) => `${folder.folder}selfcheck/${name}.yml`),
  ];
}
