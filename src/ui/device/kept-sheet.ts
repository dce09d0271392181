import { readKept, whenKeptChanges, writeKept } from './local-storage.ts';

/** A page that was put on the consultation sheet. */
export interface SheetEntry {
  /** Within the site: `check/buy/yes.html`, `abc-2020-1/p7-2.html`. */
  address: string;
  /** The questions of it that were ticked; none where all of them are meant. */
  gaps: string[];
}

const ADDRESS = /^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.html$/u;

/** What was put on the sheet on this device, in that order. What no page of ours put there is left out. */
export function readSheet(): SheetEntry[] {
  const kept: unknown[] = readKept('check-sheet', Array.isArray) ?? [];
  return kept.flatMap((one) => {
    // An address alone is what was kept at first.
    const { address = one, gaps = [] } = Object(one);
    return ADDRESS.test(address) && Array.isArray(gaps) ? { address, gaps } : [];
  });
}

/** Puts a page on the sheet, in the place of what was there of it. `false` where the device refuses. */
export function putOnSheet(entry: SheetEntry): boolean {
  const others = readSheet().filter(({ address }) => address !== entry.address);
  return writeKept('check-sheet', [...others, entry]);
}

/** Calls when another page has changed the sheet. */
export function whenSheetChanges(changed: () => void): void {
  whenKeptChanges('check-sheet', changed);
}

/** Takes pages off the sheet; all of them where nothing is said. */
export function takeOffSheet(gone?: string): void {
  const others = readSheet().filter(({ address }) => gone && address !== gone);
  writeKept('check-sheet', others.length ? others : null);
}
