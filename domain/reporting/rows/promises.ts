import type { BookingRow } from '../compiled-rows.ts';
import type { LocalDay } from './local-day.ts';
import { byCodeUnits, type Settled, type Transition } from './settle.ts';
import { rangAt, secondsBetween, type TelephoneCall, voiceAt } from './telephone-calls.ts';

/** A promise made on the day, with the call in which it was made and our calls for it. */
export interface MadePromise {
  row: BookingRow;
  /** Undefined where no record of that call came. */
  call: TelephoneCall | undefined;
  /** Whether it was given up before that call ended: nothing was promised then. */
  isTakenBackInCall: boolean;
  /** When an agent and the person talked, in milliseconds since the epoch. */
  voiceAt: number | null;
}
export interface PromiseOptions {
  day: LocalDay;
  slotMinutes: number;
  /** Up to then records are whole. Milliseconds since the epoch. */
  settledAt: number;
}

/** The promises made on the day. `callOf` finds the call of a contact. */
export function madePromises(
  { bookings }: Pick<Settled, 'bookings'>,
  calls: ReadonlyMap<string, TelephoneCall>,
  callOf: (contactId: string) => TelephoneCall | undefined,
  options: PromiseOptions,
): MadePromise[] {
  const attempts = attemptsByBooking(calls, bookings, callOf);
  const promises: MadePromise[] = [];
  for (const [bookingId, transitions] of bookings) {
    const [first] = transitions;
    if (!first || !isOfDay(transitions, options.day)) continue;
    const call = callOf(first.contactId);
    promises.push(madePromise(bookingId, transitions, call, attempts.get(bookingId) ?? [], options));
  }
  return promises.toSorted((one, other) => byCodeUnits(one.row.booking_id, other.row.booking_id));
}

/** The event from no state tells of it, once the call in which it was made has ended. Of a promise of another day it is not among the lines, or not of the day. */
const isOfDay = (transitions: readonly Transition[], { startsAt, endsAt }: LocalDay): boolean =>
  transitions.some(({ from, at }) => from === 'none' && at >= startsAt && at < endsAt);

/** Calls of ours that rang, by booking, the first one first. */
function attemptsByBooking(
  calls: ReadonlyMap<string, TelephoneCall>,
  bookings: Settled['bookings'],
  callOf: (contactId: string) => TelephoneCall | undefined,
): Map<string, TelephoneCall[]> {
  const placeOfCall = placesByCall(bookings, callOf);
  const attempts = new Map<string, TelephoneCall[]>();
  for (const call of calls.values()) {
    if (call.kind !== 'callback' || rangAt(call) === null) continue;
    const bookingId = call.first.bookingId || placeOfCall.get(call.first.initialId);
    if (bookingId === undefined) continue;
    const known = attempts.get(bookingId);
    if (known) known.push(call);
    else attempts.set(bookingId, [call]);
  }
  for (const ofBooking of attempts.values()) {
    ofBooking.sort((one, other) => (rangAt(one) ?? 0) - (rangAt(other) ?? 0) || byCodeUnits(one.id, other.id));
  }
  return attempts;
}

/** A callback that does not name its booking is of the place kept in the call to which Connect chains it. */
function placesByCall(
  bookings: Settled['bookings'],
  callOf: (contactId: string) => TelephoneCall | undefined,
): Map<string, string> {
  const places = new Map<string, string>();
  for (const [bookingId, [first]] of bookings) {
    if (first?.slot !== '') continue;
    const callId = callOf(first.contactId)?.id ?? first.contactId;
    const known = places.get(callId);
    if (known === undefined || byCodeUnits(bookingId, known) > 0) places.set(callId, bookingId);
  }
  return places;
}

function madePromise(
  bookingId: string,
  transitions: readonly Transition[],
  call: TelephoneCall | undefined,
  attempts: readonly TelephoneCall[],
  options: PromiseOptions,
): MadePromise {
  const first = transitions[0] as Transition;
  const last = transitions.at(-1) as Transition;
  const [rang] = attempts;
  const reached = attempts.findIndex((attempt) => voiceAt(attempt) !== null);
  const voice = reached === -1 ? null : voiceAt(attempts[reached] as TelephoneCall);
  const row: BookingRow = {
    booking_id: bookingId,
    call_id: call?.id ?? first.contactId,
    queue: first.queue,
    kind: first.slot === '' ? 'place' : 'slot',
    promised_at: new Date(first.at).toISOString(),
    slot: first.slot,
    state: last.to,
    ...keeping(transitions, rang ? rangAt(rang) : null, options),
    carried_over: transitions.filter(isCarriedOver).length,
    given_up: isGivenUp(transitions),
    attempts: attempts.length,
    reached_attempt: reached === -1 ? null : reached + 1,
    reached_seconds: voice !== null && call ? secondsBetween(call.first.startedAt, voice) : null,
  };
  return { row, call, isTakenBackInCall: isTakenBack(transitions, call), voiceAt: voice };
}

/** To another hour, by us: with an apology. By the caller's choice it has no reason. */
const isCarriedOver = ({ from, to, reason }: Transition): boolean =>
  to === 'booked' && from !== 'none' && reason !== '';
const isChosen = (transition: Transition, index: number): boolean =>
  index === 0 || transition.from === 'none' || (transition.to === 'booked' && !isCarriedOver(transition));
/** After the last attempt; or with the last apology to who answered and found no agent, which is a cancellation of ours. */
function isGivenUp(transitions: readonly Transition[]): boolean {
  const [last, before] = transitions.toReversed();
  if (last?.to !== 'cancelled') return last?.to === 'exhausted';
  return before !== undefined && isCarriedOver(before) && before.reason === 'noAgent' && before.at === last.at;
}
/** The caller wants no call any more, or was served in a call of their own. */
const isWithdrawn = ({ from, to }: Transition): boolean =>
  to === 'cancelled' || (to === 'done' && from !== 'connected');

const isTakenBack = (transitions: readonly Transition[], call: TelephoneCall | undefined): boolean => {
  const end = call?.contacts.at(-1)?.endedAt ?? null;
  return end !== null && transitions.some(({ to, at }) => to === 'cancelled' && at < end);
};

/**
 * Every hour that the caller heard or chose counts, until we ring: one that passes without our call breaks the promise, whatever
 * hour we put in its place. One that its caller changed or cancelled before its end does not count.
 */
function keeping(
  transitions: readonly Transition[],
  rang: number | null,
  { day, slotMinutes, settledAt }: PromiseOptions,
): Pick<BookingRow, 'kept' | 'late_seconds'> {
  const wishes = transitions.filter((transition, index) => isChosen(transition, index) || isWithdrawn(transition));
  for (const [index, wish] of wishes.entries()) {
    if (isWithdrawn(wish)) return { kept: null, late_seconds: null };
    const deadline = wish.slot === '' ? day.endsAt : Date.parse(wish.slot) + slotMinutes * 60_000;
    const next = wishes.slice(index + 1).find((later) => later.at > wish.at || isWithdrawn(later));
    if (rang !== null && rang < deadline && (next === undefined || rang <= next.at))
      return { kept: true, late_seconds: 0 };
    if (next && next.at < deadline) continue;
    if (rang !== null) return { kept: false, late_seconds: secondsBetween(deadline, rang) };
    const isOver = settledAt >= deadline || next !== undefined || transitions.at(-1)?.to === 'exhausted';
    return { kept: isOver ? false : null, late_seconds: null };
  }
  return { kept: null, late_seconds: null };
}
