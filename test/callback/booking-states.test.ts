import * as fc from 'fast-check';
import {
  isActive,
  transition,
  type BookingChange,
  type BookingRules,
  type Transition,
} from '../../domain/callback/booking.ts';
import type { Booking, BookingState, MissedReason } from '../../domain/callback/contract.ts';
import { aBooking } from './fixtures.ts';

const rules: BookingRules = { administration: 'caf', attempts: 2 };
const inSlot = new Date('2026-11-24T09:31:00.000Z');
const later = '2026-11-24T09:51:00.000Z';
const nextSlot = { slot: '2026-11-24T10:00:00.000Z', shard: 3 };

function made(booking: Booking, change: BookingChange, now = inSlot): Transition {
  const result = transition(booking, change, rules, now);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}
const through = (booking: Booking, ...changes: BookingChange[]): Booking =>
  changes.reduce((present, change) => made(present, change, new Date(later)).booking, booking);

describe('a booking', () => {
  it('that is answered and served ends done', () => {
    const done = through(aBooking(), { type: 'dial' }, { type: 'answer' }, { type: 'connect' }, { type: 'finish' });
    expect(done).toMatchObject({ state: 'done', revision: 5, attempts: 1 });
  });

  it('tells each transition without the number', () => {
    const { event } = made(aBooking(), { type: 'dial' });
    expect(event).toEqual({
      administration: 'caf',
      contactId: 'arrival-contact',
      callerKey: 'ABCDEFGHIJKLMN',
      bookingId: 'ABCDEFGHIJKLMNOP',
      revision: 2,
      queue: 'allocations',
      slot: '2026-11-24T09:30:00.000Z',
      from: 'booked',
      to: 'dialling',
      at: inSlot.toISOString(),
    });
  });

  it('missed once is called again after the delay, by SMS', () => {
    const dialling = made(aBooking(), { type: 'dial' }).booking;
    const { booking, event } = made(dialling, { type: 'miss', reason: 'noAnswer', retryAt: later });
    expect(booking).toMatchObject({ state: 'missed', missedReason: 'noAnswer', dueAt: later, attempts: 1 });
    expect(event).toMatchObject({ sms: 'missedRetry', reason: 'noAnswer' });
    expect(transition(booking, { type: 'dial' }, rules, inSlot)).toEqual({ refused: 'notYetDue' });
  });

  it('missed for the last time is closed, by one SMS', () => {
    const missed = aBooking({ state: 'dialling', attempts: 2 });
    const last = made(missed, { type: 'miss', reason: 'busy', retryAt: later });
    expect(last.event.sms).toBeUndefined();
    const closed = made(last.booking, { type: 'exhaust' });
    expect(closed.booking.state).toBe('exhausted');
    expect(closed.event).toMatchObject({ sms: 'missedLast', reason: 'busy' });
  });

  it('that never rang keeps its attempt, and no SMS says that we called', () => {
    const dialling = aBooking({ state: 'dialling', attempts: 1 });
    const { booking, event } = made(dialling, { type: 'miss', reason: 'notAttempted', retryAt: later });
    expect(booking.attempts).toBe(0);
    expect(event.sms).toBeUndefined();
  });

  it('whose caller answered and found no agent is promised anew, with an apology', () => {
    const answered = aBooking({ state: 'answered', attempts: 2, callbackContactId: 'call' });
    const { booking, event } = made(answered, { type: 'rebook', cause: 'noAgent', to: nextSlot });
    expect(booking).toMatchObject({ state: 'booked', attempts: 0, apologies: 1, ...nextSlot });
    expect(booking.callbackContactId).toBeUndefined();
    expect(event).toMatchObject({ sms: 'carriedOver', reason: 'noAgent' });
  });

  it('moved at the caller’s wish is no apology', () => {
    const { booking, event } = made(aBooking(), { type: 'rebook', cause: 'moved', to: nextSlot });
    expect(booking).toMatchObject({ revision: 2, ...nextSlot });
    expect(event.sms).toBe('moved');
  });

  it('of a place is rung by Connect, connected and done; or missed and closed by one SMS', () => {
    const place = aBooking({ kind: 'place', slot: '', state: 'queued' });
    expect(through(place, { type: 'connect' }, { type: 'finish' }).state).toBe('done');
    const missed = made(place, { type: 'miss', reason: 'noAnswer', retryAt: later });
    expect(missed.event.sms).toBeUndefined();
    expect(transition(missed.booking, { type: 'dial' }, rules, inSlot)).toEqual({ refused: 'noSuchTransition' });
    expect(made(missed.booking, { type: 'exhaust' }).event.sms).toBe('missedLast');
  });

  it('of a place that is carried over becomes an hour, with an apology', () => {
    const place = aBooking({ kind: 'place', slot: '', state: 'queued' });
    const { booking, event } = made(place, { type: 'rebook', cause: 'notAttempted', to: nextSlot });
    expect(booking).toMatchObject({ kind: 'slot', state: 'booked', ...nextSlot });
    expect(event).toMatchObject({ sms: 'carriedOver', from: 'queued' });
  });

  it('whose person was served in a call of their own is done', () => {
    const missed = aBooking({ state: 'missed', attempts: 1 });
    for (const booking of [aBooking(), missed, aBooking({ kind: 'place', slot: '', state: 'queued' })]) {
      expect(made(booking, { type: 'serve' }).booking.state).toBe('done');
      expect(made(booking, { type: 'serve' }).event.sms).toBeUndefined();
    }
  });

  it('is not dialled before its slot', () => {
    const early = new Date('2026-11-24T09:29:59.999Z');
    expect(transition(aBooking(), { type: 'dial' }, rules, early)).toEqual({ refused: 'notYetDue' });
  });
});

const allowed: Record<BookingState, BookingState[]> = {
  queued: ['connected', 'missed', 'cancelled', 'done', 'booked'],
  booked: ['dialling', 'cancelled', 'done', 'booked'],
  dialling: ['answered', 'missed', 'done'],
  answered: ['connected', 'booked'],
  connected: ['done'],
  missed: ['dialling', 'booked', 'cancelled', 'done', 'exhausted'],
  done: [],
  exhausted: [],
  cancelled: [],
};
const reasons: MissedReason[] = ['noAnswer', 'busy', 'machine', 'refused', 'unreachable', 'noAgent', 'notAttempted'];
const anyChange: fc.Arbitrary<BookingChange> = fc.oneof(
  fc.constantFrom<BookingChange>(
    { type: 'dial' },
    { type: 'answer' },
    { type: 'connect' },
    { type: 'finish' },
    { type: 'exhaust' },
    { type: 'cancel' },
    { type: 'serve' },
  ),
  fc.constantFrom(...reasons).map((reason): BookingChange => ({ type: 'miss', reason, retryAt: later })),
  fc
    .constantFrom('moved' as const, 'notAttempted' as const, 'noAgent' as const)
    .chain((cause) =>
      fc.constantFrom<BookingChange>(
        { type: 'rebook', cause, to: nextSlot },
        { type: 'rebook', cause, to: { notBefore: later } },
      ),
    ),
);
const anyKind = fc.constantFrom('slot' as const, 'place' as const);
const anyHistory = fc.array(fc.tuple(anyChange, fc.integer({ min: 0, max: 3600 })), { maxLength: 60 });

describe('a booking, whatever happens to it', () => {
  it('goes only from state to state as designed, one revision at a time, never over its attempts', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 1, max: 4 }), anyKind, (history, attempts, kind) => {
        let booking = kind === 'slot' ? aBooking() : aBooking({ kind, slot: '', state: 'queued' });
        let now = inSlot.getTime();
        for (const [change, seconds] of history) {
          now += seconds * 1000;
          const result = transition(booking, change, { administration: 'caf', attempts }, new Date(now));
          if ('refused' in result) continue;
          const { booking: next, event } = result;
          expect(allowed[booking.state]).toContain(next.state);
          expect(next.revision).toBe(booking.revision + 1);
          expect(next.attempts).toBeGreaterThanOrEqual(0);
          expect(next.attempts).toBeLessThanOrEqual(attempts);
          expect(event).toMatchObject({ from: booking.state, to: next.state, revision: next.revision });
          expect(JSON.stringify(event)).not.toContain(booking.number);
          expect([next.id, next.callerKey, next.code]).toEqual([booking.id, booking.callerKey, booking.code]);
          // An hour never becomes a place, and a place is never without a person to call or an hour.
          expect(next.kind === 'place').toBe(next.slot === '');
          booking = next;
        }
      }),
    );
  });

  it('stays done, exhausted or cancelled', () => {
    const ended = fc.constantFrom<BookingState>('done', 'exhausted', 'cancelled');
    fc.assert(
      fc.property(ended, anyChange, (state, change) => {
        const booking = aBooking({ state, attempts: 2 });
        expect(isActive(booking)).toBe(false);
        expect(transition(booking, change, rules, new Date(later))).toEqual({ refused: 'noSuchTransition' });
      }),
    );
  });
});
