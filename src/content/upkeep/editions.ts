import { formatDay } from '../../domain/day.ts';
import { applyingOn, beginsOf, type DatedEdition } from '../../domain/editions/applies.ts';
import { statusOf } from '../../domain/policy/status.ts';
import { statusHref } from '../../routes.ts';
import type { PolicyFolder, ReadText } from '../read/policy.ts';
import type { Upkeep } from './upkeep.ts';

/** An edition with the files that it lies in. */
export interface HeldEdition extends DatedEdition {
  read: ReadText;
}

/** Every edition of a policy in the order of their days, the one that its folder holds among them; of which day that is must be said. */
export function editionsOf(folder: PolicyFolder): HeldEdition[] {
  const { data } = folder.info;
  const shown = data?.edition || data?.issued;
  const held = (date: string, read: ReadText): HeldEdition => ({
    date,
    decision: read.info.data?.decision,
    read,
  });
  return [
    ...(shown ? [held(shown, folder)] : []),
    ...folder.editions.map((edition) => held(edition.date, edition)),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** A policy whose own text is another edition than the one that applies, and editions of which nobody says from when. */
export function behindEditions(folder: PolicyFolder, day: string): Upkeep[] {
  const { id, info } = folder;
  const editions = editionsOf(folder);
  if (!info.data || editions.length < 2) return [];
  const { events } = info.data;
  const item = (file: string, line: number, what: string, todo: string): Upkeep => ({
    kind: 'edition-behind',
    policy: id,
    file,
    line,
    what,
    todo,
    href: statusHref(id),
  });
  const begins = beginsOf(editions, events);
  const undated = editions
    // Of the first it is told as the status of the document.
    .filter((edition, i) => (edition.decision || i > 0) && begins[i] === null)
    .map(({ date, decision, read }) =>
      item(
        read.info.file,
        read.info.lineAt(decision ? ['decision'] : []),
        `${formatDay(date)}的版本从哪一天起施行，${decision ? 'events 里没有写' : '没有写由哪份决定修改而来，看不出'}。`,
        `看修改它的决定，${decision ? '' : '写进 decision，再在 events 里'}加一项 is: amended，by 写那份决定，date 写施行的那一天。`,
      ),
    );
  const shown = editions.find(({ read }) => read === folder);
  const applies = applyingOn(editions, events, day);
  if (!applies || applies === shown) return undated;
  const isNewer = shown && applies.date > shown.date;
  return [
    item(
      info.file,
      info.lineAt(['edition']),
      isNewer
        ? `${formatDay(applies.date)}的版本已经施行，source.txt 还是${formatDay(shown.date)}的版本。`
        : `source.txt 的版本还没有施行，现行的是${formatDay(applies.date)}的版本。`,
      isNewer
        ? `照手册“版本”里的“换上新的一版”，把 editions/${applies.date}/ 换上来，再重看本站的说明。`
        : `说明、自查照现行的一版写的，照手册“版本”里的“换上新的一版”，把 editions/${applies.date}/ 换到外面；等到施行那一天再换回来。`,
    ),
    ...undated,
  ];
}

/** Whether the text that a policy's folder holds is known to be in force on a day: the document is, and it is not another edition that applies. */
export function isTextInForce(folder: PolicyFolder, day: string): boolean {
  const { events = [] } = folder.info.data ?? {};
  if (statusOf(events, day).state !== 'in-force') return false;
  const editions = editionsOf(folder);
  return editions.length < 2 || applyingOn(editions, events, day)?.read === folder;
}
