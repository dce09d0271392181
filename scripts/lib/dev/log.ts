/** Where Astro and Vite log to under `npm run dev`: the terminal stays quiet, what went wrong is told in the browser. */

/** What Astro logs (https://docs.astro.build/en/reference/logger-reference/). */
interface Logged {
  level: string;
  message: string;
}

const KEY = Symbol.for('workbench.log');
/** Astro loads this file once more for itself, so what both have hangs on the process. */
const holder = globalThis as { [KEY]?: (message: string) => void };

/** Has every error told. */
export function onLoggedError(listener: (message: string) => void): void {
  holder[KEY] = listener;
}

export default () => ({
  write({ level, message }: Logged): void {
    if (level === 'error') holder[KEY]?.(message);
  },
});
