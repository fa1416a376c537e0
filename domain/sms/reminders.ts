import type { LineRules } from '../administration/administration.ts';
import { dueMilliseconds } from '../callback/booking.ts';
import type { Booking } from '../callback/contract.ts';
import { slotsAhead, type Slot } from '../callback/slots.ts';

const minuteMilliseconds = 60_000;
/** A reminder comes when there is still time to change the hour; each hour is looked at twice, every five minutes. */
const soonestMinutes = 15;
const latestMinutes = 25;
/** Who was told of the hour more recently than this has not forgotten it. */
const freshMinutes = 120;

/** The queue's slots whose callers are reminded now. */
export function slotsToRemind(rules: LineRules, queue: string, now: Date): Slot[] {
  const ahead = slotsAhead(rules, queue, now, { leadMinutes: soonestMinutes, horizonDays: 1 });
  return ahead.filter(({ start }) => Date.parse(start) - now.getTime() <= latestMinutes * minuteMilliseconds);
}

/** Whether this person is reminded now: of an hour that stands, told of more than two hours ago, on a mobile. */
export function isToBeReminded(booking: Booking, slots: readonly Slot[], now: Date): boolean {
  const toldMilliseconds = now.getTime() - Date.parse(booking.changedAt);
  return (
    booking.kind === 'slot' &&
    booking.state === 'booked' &&
    booking.numberKind === 'mobile' &&
    // A booking put off beyond its slot, to an hour that is none, keeps its seat there.
    slots.some(({ start }) => start === booking.slot && dueMilliseconds(booking) === Date.parse(start)) &&
    toldMilliseconds > freshMinutes * minuteMilliseconds
  );
}
