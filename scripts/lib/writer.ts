import { spawn } from 'node:child_process';

/** Astro in a process of its own, getting ready while something else is done. */
export interface Writer {
  /** Lets it write, once the content is known to be right; whether it could. */
  write(): Promise<boolean>;
  /** Ends it before it has written anything. */
  stop(): void;
}

/** Room for what lives briefly: with less, a tenth of the time goes into collecting it; with more, nothing is won. */
const MEMORY = ['--min-semi-space-size=16', '--max-semi-space-size=32'];

/** Starts what writes the pages of a `day` into the folder `root`. It touches nothing there until it is let. */
export function startWriter(root: string, day: string | undefined): Writer {
  const child = spawn(process.execPath, [...MEMORY, 'scripts/write-pages.ts', root], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...(day ? { DAY: day } : {}) },
  });
  const ended = new Promise<boolean>((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => done(code === 0));
  });
  return {
    write() {
      // It may have failed by itself; then nobody listens, and how it ended says so.
      if (child.connected) child.send('write', () => {});
      return ended;
    },
    stop() {
      child.kill();
    },
  };
}
