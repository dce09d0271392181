import { fieldKind } from './field-print.ts';

/** How far the sequences of a story have come: those of captions by name, and numbered paragraphs. */
export class Sequences {
  private readonly counts = new Map<string, number>();

  /** Counts a SEQ or AUTONUM field, whether or not its result is stored; 0 for others. */
  step(code: string): number {
    const kind = fieldKind(code);
    if (kind !== 'SEQ' && kind !== 'AUTONUM') return 0;
    const name = kind === 'SEQ' ? `SEQ ${code.trim().split(/\s+/u)[1] ?? ''}` : kind;
    const before = this.counts.get(name) ?? 0;
    const reset = /\\r\s*(\d+)/iu.exec(code)?.[1];
    const now = reset ? Number(reset) : before + (/\\c(?![a-z])/iu.test(code) ? 0 : 1);
    this.counts.set(name, now);
    return now;
  }
}
