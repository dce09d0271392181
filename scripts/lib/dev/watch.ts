import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { type ContentFiles, readFolder } from '../../../src/content/read/folder.ts';

/** Editors write a file in several steps; what follows within so long is one change, in milliseconds. */
const REST = 30;
/** Where the system tells of nothing (network drives, a folder that came back), this looks by itself. */
const LOOK = 1000;

/** A content folder under watch. */
interface Watched {
  close(): void;
}

/** Reads a folder now and whenever something in it has changed, and gives it on where it is not as it was. */
export function watchFolder(folder: string, tell: (files: ContentFiles) => void): Watched {
  let known = '';
  let seen = '';
  let rest: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  const read = () => {
    seen = outline(folder);
    const files = filesIn(folder);
    // Something went away while it was read.
    if (!files) return soon();
    const sums = [...files].map(([path, { sha256 }]) => `${path} ${sha256}`).join('\n');
    if (sums === known) return;
    known = sums;
    tell(files);
  };
  const soon = () => {
    clearTimeout(rest);
    rest = setTimeout(read, REST);
  };
  const listen = () => {
    watcher?.close();
    watcher = undefined;
    try {
      watcher = watch(folder, { recursive: true }, soon);
      watcher.on('error', () => {
        watcher?.close();
        watcher = undefined;
      });
    } catch {
      // It is not there; the look goes on.
    }
  };
  const look = setInterval(() => {
    const now = outline(folder);
    if (now === seen) return;
    // The folder itself may be another one.
    if (!seen || !watcher) listen();
    soon();
  }, LOOK);
  look.unref();
  listen();
  read();
  return {
    close() {
      clearInterval(look);
      clearTimeout(rest);
      watcher?.close();
    },
  };
}

/** What lies in a folder; nothing in one that is not there, `null` while it cannot be read. */
function filesIn(folder: string): ContentFiles | null {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return new Map();
  try {
    return readFolder(folder);
  } catch {
    return null;
  }
}

/** Names, sizes and times of what lies in a folder; empty where it is not there. */
function outline(folder: string): string {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => {
        const stat = statSync(join(folder, path), { throwIfNoEntry: false });
        return `${path} ${stat?.size} ${stat?.mtimeMs}`;
      })
      .join('\n');
  } catch {
    return '';
  }
}
