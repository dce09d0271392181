/**
 * Loaded with `node --import` before a build: lists folders backwards, as another file system might. Whatever leans on
 * the order of a folder then comes out different.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Listed = (error: Error | null, names?: unknown[]) => void;

const { readdir, readdirSync, promises } = fs;
const { readdir: readdirLater } = promises;

Object.assign(fs, {
  readdirSync: (...args: unknown[]) => backwards(Reflect.apply(readdirSync, fs, args)),
  readdir: (...args: unknown[]) => {
    const listed = args.pop() as Listed;
    const reversed: Listed = (error, names) => listed(error, names?.toReversed());
    Reflect.apply(readdir, fs, [...args, reversed]);
  },
});
Object.assign(promises, {
  readdir: async (...args: unknown[]) => backwards(await Reflect.apply(readdirLater, fs, args)),
});
syncBuiltinESMExports();

function backwards(names: unknown): unknown {
  return Array.isArray(names) ? names.toReversed() : names;
}
