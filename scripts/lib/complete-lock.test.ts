import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { completeLock, type Lock, missingFrom, platformOf } from './complete-lock.ts';

const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

describe('the lock of this project', () => {
  test('every optional dependency named anywhere has its own entry (else: npm run lock)', () => {
    expect(missingFrom(lock).map(({ name }) => name)).toEqual([]);
  });

  test('no address of a registry stands in it (.npmrc sees to that)', () => {
    expect(JSON.stringify(lock)).not.toMatch(/"resolved":"https?:/);
  });

  test.each(['x64', 'arm64'])('it brings Node for Linux %s, whatever the system has', (cpu) => {
    const { os, cpu: cpus, optional } = lock.packages[`node_modules/node-linux-${cpu}`] ?? {};
    // That package writes its platform as a word, where others write a list.
    expect([[os].flat(), [cpus].flat(), optional]).toEqual([['linux'], [cpu], true]);
  });
});

describe('completeLock', () => {
  const dropped: Lock = {
    packages: {
      '': {},
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: {
          '@tool/darwin-arm64': '2.0.0',
          '@tool/linux-x64-musl': '^2.0.0',
          nested: '1.0.0',
        },
      },
      'node_modules/tool/node_modules/nested': { version: '1.0.0' },
    },
  };

  test('puts back what was dropped, with its platform', () => {
    expect(completeLock(dropped).packages).toEqual({
      '': {},
      'node_modules/@tool/darwin-arm64': {
        version: '2.0.0',
        os: ['darwin'],
        cpu: ['arm64'],
        dev: true,
        optional: true,
      },
      'node_modules/@tool/linux-x64-musl': {
        version: '2.0.0',
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
        dev: true,
        optional: true,
      },
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: {
          '@tool/darwin-arm64': '2.0.0',
          '@tool/linux-x64-musl': '^2.0.0',
          nested: '1.0.0',
        },
      },
      'node_modules/tool/node_modules/nested': { version: '1.0.0' },
    });
  });

  test('leaves a complete lock as it is', () => {
    expect(completeLock(lock)).toEqual(lock);
  });
});

test.each([
  ['@pagefind/windows-x64', { os: ['win32'], cpu: ['x64'] }],
  ['@tailwindcss/oxide-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@oxc-parser/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
  ['@oxc-parser/binding-android-arm-eabi', { os: ['android'], cpu: ['arm'] }],
  ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
  ['napi-windows-process-start-time', { os: ['win32'] }],
])('%s is for %o', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});

test('a name that says nothing of a platform is refused, not guessed at', () => {
  expect(() => platformOf('fsevents')).toThrow('Unexpected package name "fsevents"');
});
