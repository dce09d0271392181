import { formatDay } from '../../domain/day.ts';
import { EVENT_NAMES, type StatusEvent, sayState, statusOf } from '../../domain/policy/status.ts';
import { statusHref } from '../../routes.ts';
import type { PolicyFolder } from '../read/policy.ts';
import { RECHECK_AFTER } from '../schemas/site.ts';
import type { Upkeep, UpkeepKind } from './upkeep.ts';

/** An end so many days ahead is near. */
const SOON = 90;
const DAY = 24 * 60 * 60 * 1000;

/** What of a document's status nobody has checked, or not for long, or not since its day came. */
export function overdue({ id, info }: PolicyFolder, day: string, limit = RECHECK_AFTER): Upkeep[] {
  const { data } = info;
  if (!data) return [];
  const { events, ask } = data;
  const status = statusOf(events, day);
  const item = (kind: UpkeepKind, event: StatusEvent | undefined, what: string, todo: string) => ({
    kind,
    policy: id,
    file: info.file,
    line: event ? info.lineAt(['events', events.indexOf(event)]) : 1,
    what,
    todo,
    href: statusHref(id),
  });
  const passed = events
    .filter(({ date, checked }) => checked < date && date <= day)
    .map((event) =>
      item(
        'day-passed',
        event,
        `${formatDay(event.date)}（${EVENT_NAMES[event.is]}）已经到了，那以后没有人核对过。`,
        `向${ask}核实确实如此，把 checked 改成核对的那一天；延期、没有照办的，改这一项。`,
      ),
    );
  const isUnknown = status.state === 'unknown';
  const last = events
    .map(({ checked }) => checked)
    .sort()
    .at(-1);
  const unknown = isUnknown
    ? [
        item(
          'unknown',
          undefined,
          `是否施行、是否仍然有效没有核实${last ? `；上一次查看是${formatDay(last)}` : ''}。`,
          `向${ask}核实，查到的写进 events，写明 source 和 checked。`,
        ),
      ]
    : [];
  // What is unknown is told already; a repeal stays one, and the day of issue is what it was.
  const kept = isUnknown || status.state === 'ended' ? [] : events;
  const old = kept.filter(
    (event) =>
      event.is !== 'issued' && !passedNow(event, day) && daysFrom(event.checked, day) > limit,
  );
  const [first] = old.toSorted((a, b) => (a.checked < b.checked ? -1 : 1));
  const stale = first
    ? [
        item(
          'stale',
          first,
          `${old.map(({ is }) => EVENT_NAMES[is]).join('、')}：上一次核对是${formatDay(first.checked)}，超过 ${limit} 天；现在显示“${sayState(status)}”。`,
          `再向${ask}核实一次，把 checked 改成那一天。`,
        ),
      ]
    : [];
  const { ends } = status;
  const soon =
    ends && daysFrom(day, ends.date) <= SOON
      ? [
          item(
            'ends-soon',
            ends,
            `${formatDay(ends.date)}起不再有效，还有 ${daysFrom(day, ends.date)} 天。`,
            `问${ask}是否延续、由哪份文件代替。`,
          ),
        ]
      : [];
  return [...passed, ...unknown, ...stale, ...soon];
}

/** Told as such already. */
function passedNow({ date, checked }: StatusEvent, day: string): boolean {
  return checked < date && date <= day;
}

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
