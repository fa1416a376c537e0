import type { Booking, BookingState } from '../../domain/callback/contract.ts';
import type { SmsKind } from '../../domain/sms/contract.ts';
import { isStillTrue, maySendAt } from '../../domain/sms/sending-rules.ts';
import { booking, line } from './example-booking.ts';

const now = (state: BookingState, revision: number): Booking => ({ ...booking, state, revision });
const at = (local: string) => new Date(`2026-11-24T${local}:00+01:00`);
const dueAt = (local: string): Booking => ({ ...booking, dueAt: at(local).toISOString() });

describe('an SMS asked for at revision 1', () => {
  const asked = { bookingId: 'b1', revision: 1 };

  it('is true while nothing changed', () => {
    expect(isStillTrue('confirmation', asked, booking)).toBe(true);
    expect(isStillTrue('missedRetry', asked, now('missed', 1))).toBe(true);
    expect(isStillTrue('placeKept', asked, booking)).toBe(true);
    expect(isStillTrue('reminder', asked, booking)).toBe(true);
  });

  it.each<[SmsKind, BookingState, boolean]>([
    ['confirmation', 'booked', true],
    ['confirmation', 'dialling', false],
    ['confirmation', 'cancelled', false],
    ['confirmation', 'done', false],
    ['placeKept', 'dialling', false],
    ['reminder', 'booked', false],
    ['moved', 'booked', true],
    ['moved', 'cancelled', false],
    ['missedRetry', 'booked', true],
    ['missedRetry', 'missed', true],
    ['missedRetry', 'dialling', false],
    ['missedRetry', 'exhausted', false],
    ['missedLast', 'exhausted', true],
    ['missedLast', 'booked', false],
    ['cancelled', 'cancelled', true],
    ['cancelled', 'booked', false],
    ['carriedOver', 'booked', true],
    ['carriedOver', 'connected', false],
  ])('%s, with the booking %s since: %s', (kind, state, expected) => {
    expect(isStillTrue(kind, asked, now(state, 2))).toBe(expected);
  });

  it('is false once the person has another booking', () => {
    expect(isStillTrue('cancelled', asked, { ...booking, id: 'b2', state: 'cancelled' })).toBe(false);
  });
});

describe('the hours of SMS', () => {
  const tomorrow: Booking = { ...booking, slot: '2026-11-25T08:00:00.000Z' };

  it.each([
    ['07:59', false],
    ['08:00', true],
    ['19:59', true],
    ['20:00', false],
  ])('at %s on the clock of the line, a postponement for tomorrow may be sent: %s', (local, expected) => {
    expect(maySendAt(at(local), 'carriedOver', tomorrow, line)).toBe(expected);
  });

  it.each<SmsKind>(['confirmation', 'placeKept', 'moved', 'cancelled'])(
    'do not hold back %s, which somebody asked for within the hour',
    (kind) => {
      const asked: Booking = { ...tomorrow, changedAt: at('21:00').toISOString() };
      expect(maySendAt(at('21:59'), kind, asked, line)).toBe(true);
      expect(maySendAt(at('22:00'), kind, asked, line)).toBe(false);
    },
  );

  it('do not hold back what nobody asks for at night: an hour of the morning is called all the same', () => {
    const early: Booking = { ...booking, slot: at('07:30').toISOString(), changedAt: '2026-11-23T15:00:00.000Z' };
    expect(maySendAt(at('07:10'), 'reminder', early, line)).toBe(true);
  });

  it.each([
    ['20:30', '20:50', true],
    ['20:30', '21:29', true],
    ['20:30', '21:30', false],
  ])('at %s let through the notice of a call at %s: %s', (local, due, expected) => {
    expect(maySendAt(at(local), 'missedRetry', dueAt(due), line)).toBe(expected);
  });

  it('hold back what announces no call', () => {
    for (const kind of ['missedLast', 'cancelled'] as const) {
      expect(maySendAt(at('20:30'), kind, dueAt('20:50'), line)).toBe(false);
    }
  });
});
