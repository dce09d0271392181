/**
 * The import directions of the project, as biome.json enforces them: each import below is written
 * into a file of its own in a copy of the folders, and Biome says which of them it refuses.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { binOf } from '../scripts/lib/installed.ts';

/** Who may not import whom: [file, imported]. */
const FORBIDDEN = [
  ['src/domain/policy/a.ts', 'astro'],
  ['src/domain/policy/a.ts', 'astro:content'],
  ['src/domain/policy/a.ts', 'node:fs'],
  ['src/domain/policy/a.ts', 'yaml'],
  ['src/domain/policy/a.ts', 'satteri'],
  ['src/domain/policy/a.ts', '../../routes.ts'],
  ['src/domain/policy/a.ts', '../../content/schemas/policy.ts'],
  ['src/domain/policy/a.ts', '../../content/check/policy.ts'],
  ['src/domain/policy/a.ts', '../../site/policy.ts'],
  ['src/domain/policy/a.ts', '../../finish/relative.ts'],
  ['src/domain/policy/a.ts', '../../ui/page/page.ts'],
  ['src/domain/policy/a.ts', '../../views/Home.astro'],
  ['src/domain/policy/a.ts', '../../pages/index.astro'],
  ['src/domain/policy/a.ts', '../../../scripts/check.ts'],
  ['src/domain/policy/a.test.ts', 'yaml'],
  ['src/domain/policy/a.test.ts', 'node:child_process'],
  ['src/domain/policy/a.test.ts', '../../site/policy.ts'],
  ['src/routes.ts', './site/policy.ts'],
  ['src/routes.ts', 'node:fs'],
  ['src/content/schemas/policy.ts', 'astro:content'],
  ['src/content/schemas/policy.ts', 'node:fs'],
  ['src/content/schemas/policy.ts', '../check/policy.ts'],
  ['src/content/schemas/policy.ts', '../../site/policy.ts'],
  ['src/content/schemas/policy.ts', '../../ui/page/Page.astro'],
  ['src/content/check/policy.ts', 'astro:content'],
  ['src/content/check/policy.ts', '../../site/policy.ts'],
  ['src/content/check/policy.ts', '../../finish/relative.ts'],
  ['src/content/upkeep/upkeep.ts', '../../site/policy.ts'],
  ['src/content/upkeep/upkeep.ts', '../../finish/relative.ts'],
  ['src/site/policy.ts', 'yaml'],
  ['src/site/policy.ts', '../ui/page/Page.astro'],
  ['src/site/policy.ts', '../views/Home.astro'],
  ['src/site/policy.ts', '../pages/index.astro'],
  ['src/intake/ledger.ts', 'astro'],
  ['src/intake/ledger.ts', 'astro/zod'],
  ['src/intake/ledger.ts', '../routes.ts'],
  ['src/intake/ledger.ts', '../content/schemas/policy.ts'],
  ['src/intake/ledger.ts', '../site/policy.ts'],
  ['src/intake/ledger.ts', '../finish/relative.ts'],
  ['src/intake/ledger.ts', '../ui/page/page.ts'],
  ['src/intake/html/read-html.ts', '../../../scripts/intake.ts'],
  ['src/domain/policy/a.ts', '../../intake/reading.ts'],
  ['src/content/read/folder.ts', '../../intake/reading.ts'],
  ['src/content/schemas/policy.ts', '../../intake/reading.ts'],
  ['src/site/policy.ts', '../intake/reading.ts'],
  ['src/finish/relative.ts', '../intake/reading.ts'],
  ['src/ui/page/Page.astro', '../../intake/reading.ts'],
  ['src/views/Home.astro', '../intake/reading.ts'],
  ['src/pages/index.astro', '../intake/reading.ts'],
  ['src/finish/relative.ts', 'astro:content'],
  ['src/finish/relative.ts', '../content/read/folder.ts'],
  ['src/finish/relative.ts', '../site/policy.ts'],
  ['src/finish/relative.ts', '../ui/page/Page.astro'],
  ['src/finish/relative.ts', '../pages/index.astro'],
  ['src/ui/page/Page.astro', 'astro:content'],
  ['src/ui/page/Page.astro', 'node:fs'],
  ['src/ui/page/Page.astro', 'fs'],
  ['src/ui/page/Page.astro', 'node:fs/promises'],
  ['src/ui/page/Page.astro', '../../site/policy.ts'],
  ['src/ui/page/Page.astro', '../../content/schemas/policy.ts'],
  ['src/ui/page/Page.astro', '../../views/Home.astro'],
  ['src/ui/page/Page.astro', '../../pages/index.astro'],
  ['src/views/Home.astro', 'astro:content'],
  ['src/views/Home.astro', '../site/policy.ts'],
  ['src/views/Home.astro', '../content/schemas/policy.ts'],
  ['src/views/Home.astro', '../pages/index.astro'],
  ['src/ui/check/wizard.ts', 'yaml'],
  ['src/ui/check/wizard.ts', 'astro:content'],
  ['src/ui/check/wizard.ts', 'node:fs'],
  ['src/ui/check/wizard.ts', '../search/box.ts'],
  ['src/ui/check/wizard.ts', '../../site/policy.ts'],
  ['src/ui/check/wizard.js', '../search/box.ts'],
  ['src/ui/page/page.ts', 'yaml'],
  ['src/ui/page/page.ts', '../../site/policy.ts'],
  ['src/pages/index.astro', '../pages/about.astro'],
  ['src/content.config.ts', './pages/index.astro'],
  ['scripts/eval.ts', 'astro:content'],
  ['scripts/eval.ts', '../src/ui/page/Page.astro'],
  ['scripts/eval.ts', '../src/views/Home.astro'],
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
  ['src/routes.ts', './domain/policy/ids.ts'],
  ['src/content/schemas/policy.ts', 'astro/zod'],
  ['src/content/schemas/policy.ts', '../../domain/policy/ids.ts'],
  ['src/content/schemas/policy.ts', './id.ts'],
  ['src/content/schemas/policy.test.ts', 'vitest'],
  ['src/content/read/folder.ts', 'node:fs'],
  ['src/content/check/policy.ts', 'yaml'],
  ['src/content/check/policy.ts', 'satteri'],
  ['src/content/check/policy.ts', 'astro/zod'],
  ['src/content/check/policy.ts', '../../domain/problem.ts'],
  ['src/content/check/policy.ts', '../schemas/policy.ts'],
  ['src/content/check/policy.ts', '../../routes.ts'],
  ['src/content/upkeep/upkeep.ts', '../read/content.ts'],
  ['src/content/upkeep/upkeep.ts', '../../domain/editions/compare.ts'],
  ['src/content/upkeep/upkeep.ts', '../../routes.ts'],
  ['src/site/policy.ts', 'astro:content'],
  ['src/site/policy.ts', 'node:fs'],
  ['src/site/search-table.ts', 'pinyin-pro'],
  ['src/site/policy.ts', '../domain/policy/ids.ts'],
  ['src/site/policy.ts', '../content/schemas/policy.ts'],
  ['src/site/policy.ts', '../content/read/folder.ts'],
  ['src/site/policy.ts', '../routes.ts'],
  ['src/intake/ledger.ts', './reading.ts'],
  ['src/intake/html/read-html.ts', '../reading.ts'],
  ['src/intake/html/read-html.ts', '../../domain/policy/marker.ts'],
  ['src/intake/html/read-html.ts', 'htmlparser2'],
  ['src/intake/html/read-html.ts', 'node:zlib'],
  ['src/intake/html/read-html.test.ts', 'vitest'],
  ['scripts/intake.ts', '../src/intake/ledger.ts'],
  ['src/finish/relative.ts', 'astro'],
  ['src/finish/relative.ts', 'htmlparser2'],
  ['src/finish/relative.ts', 'node:fs'],
  ['src/finish/relative.ts', '../domain/policy/ids.ts'],
  ['src/finish/relative.ts', '../routes.ts'],
  ['src/ui/page/Page.astro', 'astro/types'],
  ['src/ui/page/Page.astro', '../clause/Clause.astro'],
  ['src/ui/page/Page.astro', '../../domain/policy/ids.ts'],
  ['src/ui/page/Page.astro', '../../routes.ts'],
  ['src/ui/page/Page.astro', 'node:crypto'],
  ['src/ui/page/Page.astro', '../../styles/global.css'],
  ['src/views/Home.astro', '../ui/page/Page.astro'],
  ['src/views/Home.astro', './Other.astro'],
  ['src/ui/page/page.ts', '../check/wizard.ts'],
  ['src/ui/check/wizard.ts', './answers.ts'],
  ['src/ui/check/wizard.ts', '../../domain/selfcheck/tree.ts'],
  ['src/ui/check/wizard.ts', '../../routes.ts'],
  ['src/ui/check/wizard.test.ts', 'vitest'],
  ['src/pages/index.astro', 'astro:content'],
  ['src/pages/index.astro', '../site/policy.ts'],
  ['src/pages/index.astro', '../views/Home.astro'],
  ['src/content.config.ts', './content/schemas/policy.ts'],
  ['scripts/eval.ts', '../src/domain/problem.ts'],
  ['scripts/eval.ts', '../src/content/check/content.ts'],
  ['scripts/eval.ts', '../src/site/policy.ts'],
  ['scripts/eval.ts', '../src/finish/relative.ts'],
  ['scripts/eval.ts', './lib/npm-cache.ts'],
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
  file: 'src/ui/page/Page.astro',
  code: "---\n---\n<script>import { x } from 'node:fs'; x();</script>",
};
const otherWays = [
  "export * from 'yaml';",
  "export const y = import('yaml');",
  "import 'yaml';",
].map((code): Case => ({ file: 'src/domain/policy/a.ts', code }));
const ofSite = (clause: string): Case => ({
  file: 'src/ui/page/Page.astro',
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
