import { formatDay } from '../../domain/day.ts';
import { applyingOn, beginsOf } from '../../domain/editions/applies.ts';
import { statusHref } from '../../routes.ts';
import { editionsOf } from '../read/editions.ts';
import type { PolicyFolder } from '../read/policy.ts';
import type { Upkeep } from './upkeep.ts';

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
