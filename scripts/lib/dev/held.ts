import type { ContentFile, ContentFiles } from '../../../src/content/read/folder.ts';
import type { Law } from '../../../src/finish/prove-issued.ts';

/** What the server knows of the content, and what the pages that it renders tell it. */
export interface Held {
  /** The content folder as it lies there. */
  files: ContentFiles;
  /** As it was when nothing was wrong with it; none before the first such time. */
  clean: ContentFiles | undefined;
  /** Whether pages are made of `clean`, because they could not be made of `files`. */
  fallen: boolean;
  /** Each file as it was when it last could be read. */
  readable: Map<string, ContentFile>;
  /** Files that cannot be read, of which pages show an earlier state. */
  stale: readonly string[];
  /** The texts that the pages show, to prove them by. */
  laws: readonly Law[];
  /** The addresses of the clauses' pages. */
  clauses: readonly string[];
}

const KEY = Symbol.for('workbench.held');
const holder = globalThis as { [KEY]?: Held };

/**
 * The content that the server holds. Vite loads the code of pages apart from that of the server, in one process: so what
 * both have hangs on the process, not on a module.
 */
export function heldContent(): Held {
  holder[KEY] ??= {
    files: new Map(),
    clean: undefined,
    fallen: false,
    readable: new Map(),
    stale: [],
    laws: [],
    clauses: [],
  };
  return holder[KEY];
}
