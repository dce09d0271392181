import type { Verdict } from './rules.ts';

/** What the reader of a result sees of an outcome, for comparing. */
export const shown = (verdict: Verdict | null): string =>
  JSON.stringify(verdict && [verdict.status, verdict.gaps, verdict.notes]);
