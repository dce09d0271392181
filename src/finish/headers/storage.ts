import { ALWAYS, cacheControl, HOST_FILES, lastingPolicy, typeOf } from './sent.ts';

/** What object storage keeps with a file, and what only the domain in front of it can send. */
interface Storage {
  /** For all files with these two values: set them when uploading. */
  files: { 'Content-Type': string; 'Cache-Control': string; names: string[] }[];
  /** Headers for the CDN or the domain: storage itself cannot send them. */
  domain: Readonly<Record<string, string>>;
}

/** What to set on each file in object storage (OSS, COS, S3), grouped by the values; `files` are the site's. */
export function forStorage(policy: string, files: readonly string[]): Storage {
  const groups = new Map<string, Storage['files'][number]>();
  for (const file of files) {
    if (HOST_FILES.some((name) => name === file)) continue;
    const type = typeOf(file);
    const kept = cacheControl(file);
    const group = groups.get(type + kept) ?? {
      'Content-Type': type,
      'Cache-Control': kept,
      names: [],
    };
    group.names.push(file);
    groups.set(type + kept, group);
  }
  return {
    files: [...groups.values()],
    domain: { ...ALWAYS, 'Content-Security-Policy': lastingPolicy(policy) },
  };
}
