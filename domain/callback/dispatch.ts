import type { Booking } from './contract.ts';
import { dueMilliseconds } from './booking.ts';

export interface DispatchFacts {
  /** Bookings of the slots that have begun. */
  bookings: readonly Booking[];
  agentsStaffed: number;
  agentsFree: number;
  handleTimeSeconds: number;
  /** How many calls may be started now: see `callsAllowed`. */
  allowance: number;
  /** Whether the queue is open now, and no supervisor has stopped our calling. */
  mayDial: boolean;
  slotMilliseconds: number;
}
export interface DispatchDecision {
  /** Longest due first. */
  dial: Booking[];
  /** Their slot is over and they were not called in it: they move to another one. */
  carryOver: Booking[];
}

/** A telephone rings and is answered within about this: so many agents will have become free by then. */
const ringAndAnswerSeconds = 40;

/**
 * Whom to dial now. Ringing plus answered-and-waiting stays at or under free agents + floor(s·μ·40 s), but at least one
 * call is under way while an agent is staffed and a booking is due; none while nobody is staffed, the queue
 * is closed or a supervisor has stopped the calls.
 * Waiting for idle agents would never dial while others wait on the line.
 */
export function decideDispatch(facts: DispatchFacts, now: Date): DispatchDecision {
  const notAttempted = facts.bookings.filter((booking) => wasNotAttempted(booking, facts.slotMilliseconds, now));
  if (!facts.mayDial || facts.agentsStaffed <= 0) return { dial: [], carryOver: notAttempted };
  const due = facts.bookings
    .filter((booking) => isDue(booking, now) && !notAttempted.includes(booking))
    .toSorted((one, other) => dueMilliseconds(one) - dueMilliseconds(other));
  const room = Math.max(1, callsAtOnce(facts)) - callsUnderWay(facts.bookings);
  return { dial: due.slice(0, Math.max(0, Math.min(room, facts.allowance))), carryOver: notAttempted };
}

const callsAtOnce = ({ agentsFree, agentsStaffed, handleTimeSeconds }: Omit<DispatchFacts, 'bookings'>): number =>
  agentsFree + Math.floor((agentsStaffed * ringAndAnswerSeconds) / handleTimeSeconds);

export const callsUnderWay = (bookings: readonly Booking[]): number =>
  bookings.filter(({ state }) => state === 'dialling' || state === 'answered').length;

export const isDue = (booking: Booking, now: Date): boolean =>
  (booking.state === 'booked' || booking.state === 'missed') && dueMilliseconds(booking) <= now.getTime();

/** One that is booked with `dueAt` found no slot free to be carried over to: it is dialled as soon as may be. */
const wasNotAttempted = (booking: Booking, slotMilliseconds: number, now: Date): boolean =>
  Date.parse(booking.slot) + slotMilliseconds <= now.getTime() &&
  ((booking.state === 'booked' && booking.dueAt === undefined) ||
    (booking.state === 'missed' && booking.attempts === 0));

/** Connect starts 2 calls a second, 5 at once; half of the rate is left to others of the account. */
const defaultCallsPerSecond = 1;
const burstSeconds = 5;

/**
 * Calls that a pass may start: those saved up since the last ones, at most a burst that the service takes at once.
 * @param spentUntil up to which instant the calls were used up, milliseconds since the epoch; 0 at first
 */
export function callsAllowed(spentUntil: number, callsPerSecond: number | undefined, now: Date): number {
  const elapsedSeconds = Math.max(0, now.getTime() - spentUntil) / 1000;
  return Math.floor(Math.min(elapsedSeconds, burstSeconds) * (callsPerSecond ?? defaultCallsPerSecond));
}

/** `spentUntil` after so many calls. */
export function spentAfter(calls: number, spentUntil: number, callsPerSecond: number | undefined, now: Date): number {
  const from = Math.max(spentUntil, now.getTime() - burstSeconds * 1000);
  return Math.round(from + (calls * 1000) / (callsPerSecond ?? defaultCallsPerSecond));
}

/** Who answered waits but a moment for an agent: unless Connect is asked, the talk that follows would count as waiting. */
const stuckAfterMinutes = { dialling: 2, answered: 1, connected: 10 } as const;

/** Whether the booking has stayed so long under way that Connect is asked what became of its contact. */
export function isStuck({ state, changedAt }: Booking, now: Date): boolean {
  if (state !== 'dialling' && state !== 'answered' && state !== 'connected') return false;
  return now.getTime() - Date.parse(changedAt) > stuckAfterMinutes[state] * 60_000;
}
