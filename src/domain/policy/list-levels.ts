import type { Level } from './marker.ts';

/** Levels of lists in a text, the outermost first: （一） 1. （1） 1） ①. */
export const LIST_LEVELS: readonly Level[] = ['item', 'point', 'subpoint', 'paren', 'circle'];
