import { Worker } from 'node:worker_threads';
import type { ContentFiles } from '../../../src/content/read/folder.ts';
import type { Problem } from '../../../src/domain/problem.ts';

/** What a check of the content gives. */
export interface Checked {
  problems: Problem[];
  /** The ids of the policies that have a folder. */
  policies: string[];
  /** The policy whose topics, answers and self-check stand at the root; empty where none does. */
  rootPolicy: string;
  /** The policies whose text is not the one registered. */
  altered: string[];
}

/** A check that takes longer is ended, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Checks the newest of the contents it is given, one at a time, in a thread of its own. Whatever happens there is told,
 * and the next content is checked all the same.
 */
export class Checker {
  private readonly tell: (checked: Checked) => void;
  private readonly fail: (error: Error) => void;
  private worker: Worker | undefined;
  private limit: NodeJS.Timeout | undefined;
  private busy = false;
  private waiting: ContentFiles | undefined;

  constructor(tell: (checked: Checked) => void, fail: (error: Error) => void) {
    this.tell = tell;
    this.fail = fail;
  }

  check(files: ContentFiles): void {
    this.waiting = files;
    this.next();
  }

  /** Loads the code of the checks anew and checks again. */
  restart(files: ContentFiles): void {
    this.end();
    this.check(files);
  }

  end(): void {
    clearTimeout(this.limit);
    const { worker } = this;
    this.worker = undefined;
    this.busy = false;
    worker?.removeAllListeners();
    // A thread that is ended while it loads fails; nobody waits for it any more.
    worker?.on('error', () => {});
    void worker?.terminate();
  }

  private next(): void {
    if (this.busy || !this.waiting) return;
    this.worker ??= this.start();
    this.busy = true;
    this.limit = setTimeout(
      () => this.lose(new Error('The check of the content took a minute')),
      PATIENCE,
    );
    this.worker.postMessage(this.waiting);
    this.waiting = undefined;
  }

  private start(): Worker {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url));
    worker.on('message', (checked: Checked) => {
      clearTimeout(this.limit);
      this.busy = false;
      // What is there is newer: one may have been mended.
      if (!this.waiting) this.tell(checked);
      this.next();
    });
    worker.on('error', (error) =>
      this.lose(error instanceof Error ? error : new Error(String(error))),
    );
    return worker;
  }

  private lose(error: Error): void {
    this.end();
    this.fail(error);
    this.next();
  }
}
