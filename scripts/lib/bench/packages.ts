import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureNode } from './measured-run.ts';

/** Installs packages, `{ lighthouse: '13.5.0' }`, into the new project folder `at`. Throws with npm's words if it cannot. */
export async function installPackages(
  at: string,
  dependencies: Readonly<Record<string, string>>,
): Promise<void> {
  const npm = process.env['npm_execpath'];
  if (!npm) throw new Error('Unexpected start by node, expected: npm run -s bench');
  mkdirSync(at, { recursive: true });
  const manifest = { name: 'measured', private: true, type: 'module', dependencies };
  writeFileSync(join(at, 'package.json'), JSON.stringify(manifest));
  await measureNode([npm, 'install', '--no-audit', '--no-fund', '--ignore-scripts'], at);
}
