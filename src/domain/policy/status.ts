import { formatDay } from '../day.ts';
import { formatDocument } from './citation.ts';

/** What may happen to a document, each on a day, each written somewhere. */
export const EVENTS = [
  'issued', // 印发、公布
  'in-force', // 施行
  'amended', // 修改
  'expired', // 有效期满，从这一天起不再有效
  'repealed', // 废止
  'replaced', // 由新的代替
] as const;

export type EventKind = (typeof EVENTS)[number];

/** What each is called. */
export const EVENT_NAMES: Readonly<Record<EventKind, string>> = {
  issued: '印发',
  'in-force': '施行',
  amended: '修改',
  expired: '有效期满',
  repealed: '废止',
  replaced: '由新的文件代替',
};

/** What another document does to it, told of that: 由…代替. */
export const DONE_BY: Readonly<Record<EventKind, string>> = { ...EVENT_NAMES, replaced: '代替' };

/** Another document, as documents name it. */
export interface DocumentName {
  title: string;
  /** Empty where it has none, or none is said. */
  number: string;
}

/** Something that happened, or will, to a document. */
export interface StatusEvent {
  /** ISO 8601. Of an end the first day on which it no longer applies. */
  date: string;
  is: EventKind;
  /** The document that did it. */
  by?: DocumentName | undefined;
  /** Where that is written. */
  source: string;
  /** The day on which somebody last looked. */
  checked: string;
}

/** Five states, and no other: `unknown` wherever nobody has found it written. */
export type State = 'pending' | 'in-force' | 'expired' | 'ended' | 'unknown';

/** What is known of a document on a day. */
export interface Status {
  state: State;
  /** What put it into this state; none where it is unknown. */
  event: StatusEvent | undefined;
  /** When it is known to end; none where it has ended, or nothing is written. */
  ends: StatusEvent | undefined;
  /** The last change of its text that has taken effect. */
  amended: StatusEvent | undefined;
}

const ENDS: ReadonlySet<EventKind> = new Set(['expired', 'repealed', 'replaced']);

/** Events in the order of their days. */
export function inOrder<E extends Pick<StatusEvent, 'date'>>(events: readonly E[]): E[] {
  return [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * What is known of a document on a day, from its events alone: nothing is inferred from its date, its title or from
 * what others say. What is to happen later has not happened; having been issued puts nothing in force.
 */
export function statusOf(events: readonly StatusEvent[], day: string): Status {
  const ordered = inOrder(events);
  const past = ordered.filter(({ date }) => date <= day);
  const last = (of: readonly StatusEvent[], fits: (kind: EventKind) => boolean) =>
    of.findLast(({ is }) => fits(is));
  const end = last(past, (kind) => ENDS.has(kind));
  const begun = last(past, (kind) => kind === 'in-force');
  const coming = ordered.find(({ is, date }) => is === 'in-force' && date > day);
  const amended = last(past, (kind) => kind === 'amended');
  const ends = ordered.find(({ is, date }) => ENDS.has(is) && date > day);
  if (end && !(begun && begun.date > end.date))
    return {
      state: end.is === 'expired' ? 'expired' : 'ended',
      event: end,
      ends: undefined,
      amended,
    };
  if (begun) return { state: 'in-force', event: begun, ends, amended };
  if (coming) return { state: 'pending', event: coming, ends, amended };
  return { state: 'unknown', event: undefined, ends, amended };
}

/** A status in as few words as a line has: `现行`, `效力待核实`, `2030年1月1日起施行`. */
export function sayState({ state, event, amended }: Status): string {
  if (state === 'pending' && event) return `${formatDay(event.date)}起施行`;
  if (state === 'ended') return event?.is === 'replaced' ? '已被代替' : '已废止';
  const changed = amended ? `，${amended.date.slice(0, 4)}年修改` : '';
  return {
    'in-force': `现行${changed}`,
    expired: '有效期已满',
    unknown: '效力待核实',
    pending: '',
  }[state];
}

/** A status in one sentence, with its days. */
export function sayStatus(status: Status): string {
  const { state, event, ends, amended } = status;
  const changed = amended ? `，${formatDay(amended.date)}起照修改后的施行` : '';
  if (!event) return '是否施行、是否仍然有效，本站没有核实';
  const day = formatDay(event.date);
  const by = event.by ? `，由${formatDocument(event.by)}${DONE_BY[event.is]}` : '';
  if (state === 'ended') return `${day}起不再施行${by}`;
  if (state === 'expired') return `到${day}有效期满；是否延续，请向发文机关核实`;
  const until = ends ? sayEnd(ends) : '';
  return state === 'pending' ? `${day}起施行${until}` : `${day}起施行${changed}${until}`;
}

function sayEnd({ date, is, by }: StatusEvent): string {
  const day = formatDay(date);
  if (is === 'expired') return `，到${day}有效期满`;
  return `，${day}起${by ? `由${formatDocument(by)}` : ''}${DONE_BY[is]}`;
}

const TRIAL = /[（(](试行|暂行)[）)]|(暂行)(?:办法|规定|条例|细则|意见)/u;

/** What a title says of a document that is to be tried first: `试行`, `暂行`; nothing where it does not. */
export function trialIn(title: string): string {
  const [, first = '', second = ''] = TRIAL.exec(title) ?? [];
  return first || second;
}

/** Whether a document no longer applies, by what is known. */
export function hasEnded({ state }: Status): boolean {
  return state === 'ended' || state === 'expired';
}
