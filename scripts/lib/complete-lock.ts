export interface LockEntry {
  version?: string;
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

/**
 * The platform a package says in its name that it is built for, in npm's words.
 * `@tailwindcss/oxide-win32-x64-msvc` → `{ os: ['win32'], cpu: ['x64'] }`
 */
export function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> {
  const [os] = /\b(?:android|darwin|freebsd|linux|openharmony|win(?:32|dows))\b/u.exec(name) ?? [];
  // All `arm` flavours are one to npm.
  const [cpu] = /\b(?:arm64|arm|ia32|ppc64|riscv64|s390x|wasm32|x64)\b/u.exec(name) ?? [];
  if (!os && !cpu)
    throw new Error(`Unexpected package name "${name}", expected a system or a processor`);
  const [, libc] = (os === 'linux' && /-(musl|gnu)\w*$/u.exec(name)) || [];
  return {
    ...(os && { os: [os.replace('windows', 'win32')] }),
    ...(cpu && { cpu: [cpu] }),
    ...(libc && { libc: [libc.replace('gnu', 'glibc')] }),
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

/** The lock with an entry for every optional dependency. */
export function completeLock(lock: Lock): Lock {
  const added = missingFrom(lock).map(({ name, range, wantedBy }): [string, LockEntry] => [
    `node_modules/${name}`,
    {
      version: range.replace(/^[\^~]/, ''),
      ...platformOf(name),
      ...(wantedBy.dev && { dev: true }),
      optional: true,
    },
  ]);
  const all = [...Object.entries(lock.packages), ...added];
  const inOrder = all.sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(inOrder) };
}
