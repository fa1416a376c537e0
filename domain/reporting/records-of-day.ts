import type { LineRules } from '../administration/administration.ts';
import { addDays, instantOf } from '../administration/local-time.ts';
import { datesAhead } from '../callback/slots.ts';
import type { RecordKind } from './prepared-lines.ts';
import { daysFollowed } from './rows/local-day.ts';

/** A folder of `records/`. */
export interface RecordsFolder {
  kind: RecordKind;
  /** Local. */
  day: string;
}

const kindsOfDay: readonly RecordKind[] = ['calls', 'callbacks', 'bookings', 'messages', 'answers'];
/** In which later days tell what became of a call of the day. */
const kindsOfFollowingDays: readonly RecordKind[] = ['callbacks', 'bookings', 'messages', 'answers'];

/**
 * The last day whose records tell of the promises of a day: the last one on which an hour could be promised, and one more day on which a queue
 * opens, to which a callback may have been carried over. After a weekend that is not the same number of days.
 */
export function lastDayOfPromises(rules: LineRules, day: string): string {
  const openDays = rules.callback.horizonDays + 1;
  const last = Object.keys(rules.queues).flatMap((queue) => datesAhead(rules, queue, day, openDays));
  return [addDays(day, daysFollowed), ...last].reduce((latest, each) => (each > latest ? each : latest));
}

/** All that the report of a day is made from; of the next day also its calls, which may reach persons of the day. */
export function recordsOfDay(rules: LineRules, day: string): RecordsFolder[] {
  const folders: RecordsFolder[] = kindsOfDay.map((kind) => ({ kind, day }));
  folders.push({ kind: 'calls', day: addDays(day, 1) });
  const last = lastDayOfPromises(rules, day);
  for (let next = addDays(day, 1); next <= last; next = addDays(next, 1)) {
    folders.push(...kindsOfFollowingDays.map((kind) => ({ kind, day: next })));
  }
  return folders;
}

/** The midnight after which time alone changes nothing in the report of a day: only a late record does. */
export const settledFrom = (rules: LineRules, day: string): Date =>
  instantOf(addDays(lastDayOfPromises(rules, day), 1), 0, rules.timeZone);
