import { foldTitle } from './names.ts';

const AMENDS = /(?:修改|修订|修正|废止)《?.*(?:决定|通知|决议|公告|令)$/u;
const AMENDMENT = /^(.{2,})修正案(?:\(\d{4}年\))?$/u;
const ONE =
  /(?:修改|修订|修正)[《〈](.{2,120})[》〉](?:[^》〉等]{0,20})?的(?:决定|决议|通知|公告)$/u;

/** Whether a document changes others by its folded title: its own places are theirs. */
export function isAmending(title: string): boolean {
  return AMENDS.test(title) || AMENDMENT.test(title);
}

/** The folded name of the one document that a title says it changes; `null` where it says none, or several. */
export function amendedByTitle(title: string): string | null {
  const [, amended] = AMENDMENT.exec(title) ?? ONE.exec(title) ?? [];
  return amended ? foldTitle(amended) : null;
}

const OPENS_ITEM =
  /^(?:将|对|修改|关于|决定|国务院决定|会议决定|决定对|国务院决定对|会议决定对)?《([^《》]{2,120})》(?:作如下修改|进行如下修改|作出如下修改|修改如下|作如下修正|\(|$|:|第)/u;

/** The folded name of the document whose changes a line begins: `二十七、修改《某规定》`, `一、对《某办法》作如下修改：`. */
export function amendedByLine(line: string): string | null {
  const [, amended] = OPENS_ITEM.exec(line) ?? [];
  return amended ? foldTitle(amended) : null;
}
