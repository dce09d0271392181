import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { GeneratedPolicy } from './generated-policy.ts';

/** What a build reads; packages are linked, so that nothing is installed twice. */
const NEEDED = [
  'content',
  'public',
  'scripts',
  'src',
  'LICENSE',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
];

/** Copies this project into the empty folder `at`, with `policies` beside its own. */
export function makeOurProject(at: string, policies: readonly GeneratedPolicy[]): void {
  mkdirSync(at, { recursive: true });
  for (const name of NEEDED) cpSync(name, join(at, name), { recursive: true });
  for (const { id, source, info } of policies) {
    const folder = join(at, 'content/policies', id);
    mkdirSync(folder);
    writeFileSync(join(folder, 'source.txt'), source);
    writeFileSync(join(folder, 'policy.yml'), info);
  }
  linkPackages(at);
}

/**
 * A site of `policies` and nothing else, in the empty folder `at`: no self-check, no words of editors, no aliases. It
 * opens with the first of them.
 */
export function makeBareProject(at: string, policies: readonly GeneratedPolicy[]): void {
  makeOurProject(at, policies);
  const made = new Set(policies.map(({ id }) => id));
  const folder = join(at, 'content/policies');
  for (const id of readdirSync(folder)) {
    if (!made.has(id)) rmSync(join(folder, id), { recursive: true });
  }
  rmSync(join(at, 'content/aliases.yml'));
  const site = join(at, 'content/site.yml');
  writeFileSync(
    site,
    readFileSync(site, 'utf8')
      .replace(/^defaultPolicy: .*$/mu, `defaultPolicy: ${policies[0]?.id}`)
      .replace(/^description: .*$/mu, 'description: 逐条阅读'),
  );
  writeFileSync(
    join(at, 'content/about.mdx'),
    '---\ntitle: 关于\ndescription: 说明\n---\n## 这是什么\n\n一个网站。\n',
  );
}

/** Each package by itself: a build writes its caches into node_modules, and these must not be ours. */
function linkPackages(at: string): void {
  mkdirSync(join(at, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    const isCache = name.startsWith('.') && name !== '.bin';
    if (!isCache) symlinkSync(resolve('node_modules', name), join(at, 'node_modules', name));
  }
}

/** Takes away what a build left, so that the next starts as the first did. */
export function forgetBuild(at: string): void {
  for (const name of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
    rmSync(join(at, name), { recursive: true, force: true });
}
