/**
 * The import directions of the project, as biome.json enforces them: each import below is written
 * into a file of its own in a copy of the folders, and Biome says which of them it refuses.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { binOf } from '../scripts/installed.ts';

/** Who may not import whom: [file, imported]. */
const FORBIDDEN = [
  ['src/domain/policy/a.ts', 'astro'],
  ['src/domain/policy/a.ts', 'astro:content'],
  ['src/domain/policy/a.ts', 'node:fs'],
  ['src/domain/policy/a.ts', 'yaml'],
  ['src/domain/policy/a.ts', '@astrojs/mdx'],
  ['src/domain/policy/a.ts', '../../schemas/policy.ts'],
  ['src/domain/policy/a.ts', '../../site/policy.ts'],
  ['src/domain/policy/a.ts', '../../editing/check.ts'],
  ['src/domain/policy/a.ts', '../../build/relative.ts'],
  ['src/domain/policy/a.ts', '../../components/page/page.ts'],
  ['src/domain/policy/a.ts', '../../pages/index.astro'],
  ['src/domain/policy/a.ts', '../../../scripts/check.ts'],
  ['src/domain/policy/a.test.ts', 'yaml'],
  ['src/domain/policy/a.test.ts', 'node:child_process'],
  ['src/domain/policy/a.test.ts', '../../site/policy.ts'],
  ['src/schemas/policy.ts', 'astro:content'],
  ['src/schemas/policy.ts', 'node:fs'],
  ['src/schemas/policy.ts', '../site/policy.ts'],
  ['src/schemas/policy.ts', '../components/page/Page.astro'],
  ['src/editing/check.ts', 'astro:content'],
  ['src/editing/check.ts', 'node:fs'],
  ['src/editing/check.ts', '../site/policy.ts'],
  ['src/site/policy.ts', 'yaml'],
  ['src/site/policy.ts', '../components/page/Page.astro'],
  ['src/site/policy.ts', '../editing/check.ts'],
  ['src/site/policy.ts', '../pages/index.astro'],
  ['src/build/relative.ts', 'astro:content'],
  ['src/build/relative.ts', '../site/policy.ts'],
  ['src/build/relative.ts', '../components/page/Page.astro'],
  ['src/build/relative.ts', '../pages/index.astro'],
  ['src/components/page/Page.astro', 'astro:content'],
  ['src/components/page/Page.astro', 'node:fs'],
  ['src/components/page/Page.astro', 'fs'],
  ['src/components/page/Page.astro', 'node:fs/promises'],
  ['src/components/page/Page.astro', '../../site/policy.ts'],
  ['src/components/page/Page.astro', '../../schemas/policy.ts'],
  ['src/components/page/Page.astro', '../../pages/index.astro'],
  ['src/layouts/Page.astro', 'astro:content'],
  ['src/layouts/Page.astro', '../site/policy.ts'],
  ['src/layouts/Page.astro', '../pages/index.astro'],
  ['src/components/check/wizard.ts', 'yaml'],
  ['src/components/check/wizard.ts', 'astro:content'],
  ['src/components/check/wizard.ts', 'node:fs'],
  ['src/components/check/wizard.ts', '../search/box.ts'],
  ['src/components/check/wizard.ts', '../../site/policy.ts'],
  ['src/components/check/wizard.js', '../search/box.ts'],
  ['src/layouts/page.ts', 'yaml'],
  ['src/layouts/page.ts', '../site/policy.ts'],
  ['src/pages/index.astro', '../pages/about.astro'],
  ['src/content.config.ts', './pages/index.astro'],
  ['scripts/eval.ts', 'astro:content'],
  ['scripts/eval.ts', '../src/site/policy.ts'],
  ['scripts/eval.ts', '../src/components/page/Page.astro'],
  ['scripts/eval.ts', '../src/pages/index.astro'],
  ['tests/home.spec.ts', '../src/pages/index.astro'],
] as const;

const ALLOWED = [
  ['src/domain/policy/a.ts', './ids.ts'],
  ['src/domain/policy/a.ts', '../problem.ts'],
  ['src/domain/policy/a.ts', '../search/query.ts'],
  ['src/domain/policy/a.test.ts', 'vitest'],
  ['src/domain/policy/a.test.ts', 'fast-check'],
  ['src/domain/policy/a.test.ts', 'node:fs'],
  ['src/domain/policy/a.test.ts', './a.ts'],
  ['src/schemas/policy.ts', 'astro/zod'],
  ['src/schemas/policy.ts', '../domain/policy/ids.ts'],
  ['src/schemas/policy.ts', './id.ts'],
  ['src/schemas/policy.test.ts', 'vitest'],
  ['src/editing/check.ts', 'yaml'],
  ['src/editing/check.ts', 'satteri'],
  ['src/editing/check.ts', 'astro/zod'],
  ['src/editing/check.ts', '../domain/problem.ts'],
  ['src/editing/check.ts', '../schemas/policy.ts'],
  ['src/site/policy.ts', 'astro:content'],
  ['src/site/policy.ts', 'node:fs'],
  ['src/site/search-table.ts', 'pinyin-pro'],
  ['src/site/policy.ts', '../domain/policy/ids.ts'],
  ['src/site/policy.ts', '../schemas/policy.ts'],
  ['src/build/relative.ts', 'astro'],
  ['src/build/relative.ts', 'htmlparser2'],
  ['src/build/relative.ts', 'node:fs'],
  ['src/build/relative.ts', '../domain/policy/ids.ts'],
  ['src/components/page/Page.astro', 'astro/types'],
  ['src/components/page/Page.astro', '../clause/Clause.astro'],
  ['src/components/page/Page.astro', '../../layouts/Page.astro'],
  ['src/components/page/Page.astro', '../../domain/policy/ids.ts'],
  ['src/components/page/Page.astro', 'node:crypto'],
  ['src/layouts/Page.astro', '../styles/global.css'],
  ['src/layouts/Page.astro', '../components/page/Header.astro'],
  ['src/layouts/page.ts', '../components/check/wizard.ts'],
  ['src/components/check/wizard.ts', './answers.ts'],
  ['src/components/check/wizard.ts', '../../domain/selfcheck/tree.ts'],
  ['src/components/check/wizard.test.ts', 'vitest'],
  ['src/pages/index.astro', 'astro:content'],
  ['src/pages/index.astro', '../site/policy.ts'],
  ['src/pages/index.astro', '../components/page/Page.astro'],
  ['src/pages/index.astro', '../layouts/Page.astro'],
  ['src/content.config.ts', './schemas/policy.ts'],
  ['scripts/eval.ts', '../src/domain/problem.ts'],
  ['scripts/eval.ts', '../src/schemas/policy.ts'],
  ['scripts/eval.ts', '../src/editing/check.ts'],
  ['scripts/eval.ts', '../src/build/relative.ts'],
  ['scripts/eval.ts', 'yaml'],
] as const;

/** What the domain may not reach without importing it. */
const GLOBALS = [
  'document',
  'window',
  'globalThis',
  'localStorage',
  'navigator',
  'fetch',
  'Date',
  'performance',
  'process',
];

/** One line of code in one file, and the rule that refuses it, if any. */
interface Case {
  file: string;
  code: string;
}

const importing = ([file, source]: readonly [string, string]): Case => ({
  file,
  code: `import { x } from '${source}';\nexport const y = x;`,
});

const using = (name: string): Case => ({
  file: 'src/domain/policy/a.ts',
  code: `export const y = ${name};`,
});

const forbidden = FORBIDDEN.map(importing);
const allowed = ALLOWED.map(importing);
const forbiddenGlobals = GLOBALS.map(using);
const inScriptTag: Case = {
  file: 'src/components/page/Page.astro',
  code: "---\n---\n<script>import { x } from 'node:fs'; x();</script>",
};
const otherWays = [
  "export * from 'yaml';",
  "export const y = import('yaml');",
  "import 'yaml';",
].map((code): Case => ({ file: 'src/domain/policy/a.ts', code }));
const ofSite = (clause: string): Case => ({
  file: 'src/components/page/Page.astro',
  code: `${clause} from '../../site/policy.ts';\nexport const y = x;`,
});
const typesOfSite = ['import type { SitePolicy }', 'import { type SitePolicy }'].map(ofSite);
const valuesOfSite = [
  'import { policies }',
  'import { POLICIES }',
  'import { policies, type SitePolicy }',
  'import * as policies',
].map(ofSite);
const refused = refusals(
  [forbidden, allowed, forbiddenGlobals, otherWays, typesOfSite, valuesOfSite, inScriptTag].flat(),
);

/** Writes each case into a copy of the project's folders and asks Biome once for all of them. */
function refusals(cases: Case[]): Map<Case, string> {
  const folder = mkdtempSync(join(tmpdir(), 'directions-'));
  try {
    copyFileSync('biome.json', join(folder, 'biome.json'));
    const placed = new Map(cases.map((one, n) => [place(folder, one, n), one]));
    const only = ['noRestrictedImports', 'noRestrictedGlobals'].map(
      (rule) => `--only=style/${rule}`,
    );
    const run = spawnSync(
      process.execPath,
      [
        binOf('@biomejs/biome', 'biome'),
        'lint',
        ...only,
        '--reporter=json',
        '--max-diagnostics=none',
        '.',
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    const { summary, diagnostics } = JSON.parse(run.stdout) as Report;
    // biome.json itself is looked at too; a case that Biome skipped would count as allowed.
    expect(summary.unchanged).toBe(cases.length + 1);
    return new Map(
      diagnostics.flatMap(({ severity, category, location }) => {
        const one = placed.get(location.path.replaceAll('\\', '/'));
        return one && severity === 'error' ? [[one, category]] : [];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Report {
  summary: { unchanged: number };
  diagnostics: { severity: string; category: string; location: { path: string } }[];
}

/** Writes one case beside the others, `a.ts` as `a-7.ts`, and tells where. */
function place(folder: string, { file, code }: Case, n: number): string {
  const [stem, ...endings] = basename(file).split('.');
  const path = `${dirname(file)}/${[`${stem}-${n}`, ...endings].join('.')}`;
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(
    join(folder, path),
    file.endsWith('.astro') && !code.startsWith('---')
      ? `---\n${code}\n---\n<p>{y}</p>\n`
      : `${code}\n`,
  );
  return path;
}

describe('refused', () => {
  test.each(forbidden)('$file: $code', (one) => {
    expect(refused.get(one)).toBe('lint/style/noRestrictedImports');
  });

  test.each(valuesOfSite)('$file: $code', (one) => {
    expect(refused.get(one)).toBe('lint/style/noRestrictedImports');
  });

  test.each(otherWays)('$file: $code', (one) => {
    expect(refused.get(one)).toBe('lint/style/noRestrictedImports');
  });

  test('in a script tag of a component as in its frontmatter', () => {
    expect(refused.get(inScriptTag)).toBe('lint/style/noRestrictedImports');
  });

  test.each(forbiddenGlobals)('$file: $code', (one) => {
    expect(refused.get(one)).toBe('lint/style/noRestrictedGlobals');
  });
});

describe('allowed', () => {
  test.each(typesOfSite)('$file: $code', (one) => {
    expect(refused.get(one)).toBeUndefined();
  });

  test.each(allowed)('$file: $code', (one) => {
    expect(refused.get(one)).toBeUndefined();
  });
});
