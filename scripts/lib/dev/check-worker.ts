/** Checks content in a thread of its own, so that pages are served meanwhile (checker.ts). */
import { parentPort } from 'node:worker_threads';
import { checkContent } from '../../../src/content/check/content.ts';
import { readContent } from '../../../src/content/read/content.ts';
import type { ContentFiles } from '../../../src/content/read/folder.ts';
import type { Checked } from './checker.ts';

parentPort?.on('message', (files: ContentFiles) => parentPort?.postMessage(checked(files)));

function checked(files: ContentFiles): Checked {
  const { site, policies } = readContent(files);
  return {
    problems: checkContent(files),
    policies: policies.map(({ id }) => id),
    rootPolicy: site.data?.rootPolicy ?? '',
    altered: policies.flatMap(({ id, info, source }) =>
      info.data && source && source.sha256 !== info.data.sha256 ? id : [],
    ),
  };
}
