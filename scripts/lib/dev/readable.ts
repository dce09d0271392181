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
  let content = readContent(files);
  let unread = unreadFiles(content);
  const unsure = textsUnsplit(content);
  for (const [path, file] of files)
    if (!unread.includes(path) && !unsure.includes(path)) before.set(path, file);
  const read = new Map(files);
  const stale: string[] = [];
  // With an earlier policy.yml the text may turn out to be at fault, too.
  for (let again = true; again; ) {
    const earlier = unread.filter((path) => before.has(path) && !stale.includes(path));
    for (const path of earlier) read.set(path, before.get(path) as ContentFile);
    stale.push(...earlier);
    again = earlier.length > 0;
    if (again) content = readContent(read);
    unread = unreadFiles(content);
  }
  return { content: withoutUnread(content), stale };
}

/** Texts of which nothing can be said, since their policy.yml cannot be read. */
function textsUnsplit({ policies }: Content): string[] {
  return policies.flatMap(({ folder, policy }) => (policy ? [] : `${folder}source.txt`));
}

function withoutUnread(content: Content): Content {
  const policies = content.policies.filter(
    ({ info, policy, source }) => info.data && policy && source,
  );
  return { ...content, policies };
}

/** The files that pages want and that cannot be used, missing ones among them. */
function unreadFiles({ site, about, facts, policies }: Content): string[] {
  const own = [site, facts].flatMap(({ file, data }) => (data === null ? file : []));
  // What is run of it must be without fault (integration.ts).
  const ofSite = about.problems.length > 0 ? [about.file] : [];
  return [...own, ...ofSite, ...policies.flatMap(unreadIn)];
}

function unreadIn(folder: PolicyFolder): string[] {
  const { info, source, policy, clauses, selfcheck } = folder;
  const { audiences, topics, terms, faqs, asks, replies, aliases, gaps, figures } = folder;
  const lists = [audiences, topics, terms, faqs, asks, replies, aliases, gaps, figures];
  return [
    ...(info.data ? [] : [info.file]),
    ...(source && (policy || !info.data) ? [] : [`${folder.folder}source.txt`]),
    ...lists.flatMap(({ file, there, data }) => (there && data === null ? file : [])),
    ...clauses.flatMap(({ path, data, complete }) => (data === null || !complete ? path : [])),
    ...[...selfcheck.unread].map((name) => `${folder.folder}selfcheck/${name}.yml`),
  ];
}
