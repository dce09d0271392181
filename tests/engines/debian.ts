import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

/** The file that one of `patterns` names, after installing the Debian packages that bring it. */
export function fromDebian(packages: string[], ...patterns: string[]): string {
  const [there] = globSync(patterns);
  if (there) return there;
  const install = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() === 0) {
    const { stderr } = spawnSync('sh', ['-c', install], { encoding: 'utf8' });
    const [installed] = globSync(patterns);
    if (installed) return installed;
    throw new Error(`Unexpected absence of ${patterns[0]} after: ${install}\n${stderr}`);
  }
  throw new Error(`Unexpected absence of ${patterns[0]}, run as root: ${install}`);
}
