/**
 * `npm run lock`, after every `npm install`: makes package-lock.json complete and free of hosts.
 *
 * npm drops from the lock, without a word, the builds for other platforms that the registry of the
 * day does not have; `npm ci` then fails with "Missing: … from lock file".
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export interface LockEntry {
  version?: string;
  resolved?: string;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  [field: string]: unknown;
}

export interface Lock {
  packages: Record<string, LockEntry>;
  [field: string]: unknown;
}

/** What names of builds call a system, and what npm calls it. */
const SYSTEMS: Record<string, string> = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
};

/** The processors that names of builds end in; all `arm` flavours are one to npm. */
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * The platform a package says in its name that it is built for.
 * `@tailwindcss/oxide-win32-x64-msvc` → `{ os: ['win32'], cpu: ['x64'] }`
 */
export function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> {
  const words = (name.split('/').at(-1) ?? name).split('-');
  const systems = words.flatMap((word) => SYSTEMS[word] ?? []);
  const processors = PROCESSORS.filter((processor) => words.includes(processor));
  if (processors.length !== 1) {
    throw new Error(`Unexpected package name "${name}", expected one processor of ${PROCESSORS}`);
  }
  const last = words.at(-1) ?? '';
  const libc = systems.includes('linux') ? (/^(musl|gnu)/.exec(last)?.[1] ?? '') : '';
  return {
    ...(systems.length > 0 && { os: systems }),
    cpu: processors,
    ...(libc && { libc: [libc === 'gnu' ? 'glibc' : libc] }),
  };
}

/** Every optional dependency named in the lock that has no entry of its own, and who names it. */
export function missingFrom(lock: Lock): { name: string; range: string; wantedBy: LockEntry }[] {
  return Object.entries(lock.packages).flatMap(([place, wantedBy]) =>
    Object.entries(wantedBy.optionalDependencies ?? {})
      .filter(([name]) => !foldersSeenFrom(place).some((at) => `${at}${name}` in lock.packages))
      .map(([name, range]) => ({ name, range, wantedBy })),
  );
}

/** The `node_modules/` folders in which Node looks for what the package at `place` imports. */
function foldersSeenFrom(place: string): string[] {
  const parents = place
    .split('/node_modules/')
    .map((_, i, all) => all.slice(0, i + 1).join('/node_modules/'));
  return ['node_modules/', ...parents.filter(Boolean).map((parent) => `${parent}/node_modules/`)];
}

/** The lock with an entry for every optional dependency, and with no address of a registry. */
export function completeLock(lock: Lock): Lock {
  const packages = { ...lock.packages };
  for (const { name, range, wantedBy } of missingFrom(lock)) {
    packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...platformOf(name),
      ...(wantedBy.dev && { dev: true }),
      optional: true,
    };
  }
  const entries = Object.entries(packages).map(
    ([place, { resolved, ...entry }]): [string, LockEntry] => [
      place,
      // A link to a folder of the project keeps its address: that is no host.
      resolved === undefined || /^https?:/.test(resolved) ? entry : { ...entry, resolved },
    ],
  );
  const inOrder = entries.sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(inOrder) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = new URL('../package-lock.json', import.meta.url);
  const lock: Lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = missingFrom(lock).map(({ name }) => name);
  writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
  console.log(
    `package-lock.json: ${added.length} entries put back${added.map((n) => `\n  ${n}`).join('')}`,
  );
}
