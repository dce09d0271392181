import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of an installed package, as an address that ends in a slash. */
export const packageFolder = (name: string): URL =>
  new URL(`../../node_modules/${name}/`, import.meta.url);

/** The version of a package that is installed. */
export const installedVersion = (name: string): string => manifestOf(name).version;

/**
 * The file that starts an installed package's command, to be run by this very Node: so it works
 * the same on every system and needs no shell. `binOf('knip')` → `…/node_modules/knip/bin/knip.js`
 */
export function binOf(name: string, command = name): string {
  const { bin } = manifestOf(name);
  const file = typeof bin === 'string' ? bin : bin?.[command];
  if (!file) {
    throw new Error(`Unexpected bin of ${name}: ${JSON.stringify(bin)}, expected ${command}`);
  }
  return fileURLToPath(new URL(file, packageFolder(name)));
}

function manifestOf(name: string): { version: string; bin?: string | Record<string, string> } {
  return JSON.parse(readFileSync(new URL('package.json', packageFolder(name)), 'utf8'));
}
