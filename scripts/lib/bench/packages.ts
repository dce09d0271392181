import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureNode } from './measured-run.ts';

/** The npm that runs this; throws when it was started otherwise. */
function npm(): string {
  const file = process.env['npm_execpath'];
  if (!file) throw new Error('Unexpected start by node, expected: npm run -s bench');
  return file;
}

/** Installs packages, `{ vitepress: '1.6.4' }`, into the new project folder `at`. Throws with npm's words if it cannot. */
export async function installPackages(
  at: string,
  dependencies: Readonly<Record<string, string>>,
  scripts: Readonly<Record<string, string>> = {},
): Promise<void> {
  mkdirSync(at, { recursive: true });
  const manifest = { name: 'measured', private: true, type: 'module', scripts, dependencies };
  writeFileSync(join(at, 'package.json'), JSON.stringify(manifest));
  await measureNode([npm(), 'install', '--no-audit', '--no-fund', '--ignore-scripts'], at);
}

/** The version of a package that is installed in a project folder. */
export function versionIn(at: string, name: string): string {
  return JSON.parse(readFileSync(join(at, 'node_modules', name, 'package.json'), 'utf8')).version;
}
