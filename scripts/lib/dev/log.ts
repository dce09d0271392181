/** Where Astro and Vite log to under `npm run dev`: the terminal stays quiet, what went wrong is told in the browser. */

/** What Astro logs (https://docs.astro.build/en/reference/logger-reference/). */
interface Logged {
  level: string;
  message: string;
}

let tell: (message: string) => void = () => {};

/** Has every error told. */
export function onLoggedError(listener: (message: string) => void): void {
  tell = listener;
}

export default () => ({
  write({ level, message }: Logged): void {
    if (level === 'error') tell(message);
  },
});
