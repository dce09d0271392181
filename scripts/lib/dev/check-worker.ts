/** Checks content in a thread of its own, so that pages are served meanwhile (checker.ts). */
import { parentPort } from 'node:worker_threads';
import { checkContent } from '../../../src/content/check/content.ts';
import { readContent } from '../../../src/content/read/content.ts';
import type { ContentFiles } from '../../../src/content/read/folder.ts';
import type { Checked } from './checker.ts';

parentPort?.on('message', (files: ContentFiles) => parentPort?.postMessage(checked(files)));

function checked(files: ContentFiles): Checked {
  const { site, policies } = readContent(namesOf(files));
  return {
    problems: checkContent(files, process.env['DAY'] || undefined),
    policies: policies.map(({ id }) => id),
    rootPolicy: site.data?.rootPolicy ?? '',
    altered: policies.flatMap(({ id, folder, info }) => {
      const source = files.get(`${folder}source.txt`);
      return info.data && source && source.sha256 !== info.data.sha256 ? id : [];
    }),
  };
}

/** The files that say what the site and its policies are; the rest is read by the check. */
function namesOf(files: ContentFiles): ContentFiles {
  return new Map(
    [...files].filter(([path]) => /^(?:site|policies\/[^/]+\/policy)\.yml$/u.test(path)),
  );
}
