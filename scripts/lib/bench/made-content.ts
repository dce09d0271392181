import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../../../src/content/read/folder.ts';

/** A policy's folder: its name, and the two files that have to be there. */
interface BarePolicy {
  id: string;
  source: string;
  info: string;
}

const SITE = `name: 测量
description: 逐条阅读
notice: ''
host: ''
closing: ''
footer: { contact: '', icp: '', gongan: '', identifier: '' }
rootPolicy: ''
examples: [第一部分]
`;
const ABOUT = '---\ntitle: 关于\ndescription: 说明\n---\n## 这是什么\n\n一个网站。\n';

/** Makes a content folder of `policies` and nothing else: no self-check, no words of editors. */
export function makeContent(at: string, policies: readonly BarePolicy[]): void {
  addPolicies(at, policies);
  writeFileSync(join(at, 'site.yml'), SITE);
  writeFileSync(join(at, 'about.mdx'), ABOUT);
}

/** Makes a content folder of all that `CONTENT` holds, with `policies` beside. */
export function makeContentBeside(at: string, policies: readonly BarePolicy[]): void {
  cpSync(contentFolder(), at, { recursive: true });
  addPolicies(at, policies);
}

function addPolicies(at: string, policies: readonly BarePolicy[]): void {
  for (const { id, source, info } of policies) {
    const folder = join(at, 'policies', id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'source.txt'), source);
    writeFileSync(join(folder, 'policy.yml'), info);
  }
}

/** Takes away what builds left beside the site, so that the next starts as the first did. */
export function forgetBuilds(project: string): void {
  for (const name of ['.astro', 'node_modules/.astro', 'node_modules/.vite'])
    rmSync(join(project, name), { recursive: true, force: true });
}
