import { say } from './dom.ts';
import { putOnSheet, whenSheetChanges } from './kept-sheet.ts';
import { pageAddress } from './local-storage.ts';

/** Puts the page with the questions that are ticked on the consultation sheet, and says so. `false` where the device refuses. */
export function keep(tools: HTMLElement, ticked: readonly HTMLInputElement[]): boolean {
  const tell = (words: string, kept = false) => {
    say(tools, words);
    for (const link of tools.querySelectorAll<HTMLElement>('[role=status] ~ a'))
      link.hidden = !kept;
  };
  const kept = putOnSheet({ address: pageAddress(), gaps: ticked.map(({ value }) => value) });
  tell(kept ? '已放进咨询单' : '这台设备不让网页保存，请直接打印本页', kept);
  // On another page it may be cleared.
  whenSheetChanges(() => tell(''));
  return kept;
}
