import type { PreparedBooking, PreparedContact, PreparedLine } from '../../domain/reporting/prepared-lines.ts';
import { booking, bookingOf, callOf, contact, nextDay, rowsOf } from './told-lines.ts';

const made = contact({ contactId: 'c', at: '10:05', ends: 90, attributes: { stage: 'arrival' } });
const told = { at: '10:06', from: 'none', to: 'booked' } as const;
const ring = (at: string, more: Partial<Parameters<typeof contact>[0]> = {}): PreparedContact =>
  contact({ method: 'API', attributes: { bookingId: 'b', attempt: '1' }, at, reason: 'TELECOM_UNANSWERED', ...more });
const slot = (...changes: Parameters<typeof booking>[1][]): PreparedBooking[] =>
  booking({ bookingId: 'b', contactId: 'c', slot: '14:00' }, told, ...changes);
const carriedOver = { at: '14:31', from: 'booked', to: 'booked', reason: 'notAttempted', slot: '15:00' } as const;
const place = (...changes: Parameters<typeof booking>[1][]): PreparedBooking[] =>
  booking({ bookingId: 'b', contactId: 'c' }, { at: '10:06', from: 'none', to: 'queued' }, ...changes);
const callback = { initialContactId: 'c', previousContactId: 'c', method: 'CALLBACK', at: '10:06' };

describe('a promise', () => {
  const cases: [string, PreparedLine[], { kept: boolean | null; late_seconds: number | null }][] = [
    ['is kept by a ring in its hour', [...slot(), ring('14:00:30')], { kept: true, late_seconds: 0 }],
    ['is kept by a ring in its last second', [...slot(), ring('14:29:59')], { kept: true, late_seconds: 0 }],
    ['is broken by a ring after its hour', [...slot(), ring('14:30')], { kept: false, late_seconds: 0 }],
    [
      'is broken although we put another hour in its place',
      [...slot(carriedOver), ring('15:10')],
      { kept: false, late_seconds: 2400 },
    ],
    ['is broken where nobody ever rings', [...slot()], { kept: false, late_seconds: null }],
    [
      'is measured by the hour that its caller chose in its place',
      [...slot({ at: '11:00', from: 'booked', to: 'booked', slot: '16:00' }), ring('16:10')],
      { kept: true, late_seconds: 0 },
    ],
    [
      'stays broken where its caller chooses another hour after it',
      [...slot({ at: '14:40', from: 'booked', to: 'booked', slot: '16:00' }), ring('16:10')],
      { kept: false, late_seconds: 6000 },
    ],
    [
      'stays broken where its caller cancels after it',
      [...slot({ at: '14:40', from: 'booked', to: 'cancelled' })],
      { kept: false, late_seconds: null },
    ],
    [
      'is neither where its caller cancels before its end',
      [...slot({ at: '14:29', from: 'booked', to: 'cancelled' })],
      { kept: null, late_seconds: null },
    ],
    [
      'is neither where its caller is served in a call of their own',
      [...slot({ at: '13:00', from: 'booked', to: 'done' })],
      { kept: null, late_seconds: null },
    ],
    [
      'is kept where we rang and were not answered, whatever its caller does then',
      [...slot({ at: '14:20', from: 'missed', to: 'cancelled' }), ring('14:05')],
      { kept: true, late_seconds: 0 },
    ],
    [
      'of a place is kept on the day',
      [...place(), contact({ ...callback, queued: 0, agent: 20_000 })],
      { kept: true, late_seconds: 0 },
    ],
    [
      'of a place is not kept by an hour of the next day, and is late from midnight',
      [
        ...place({
          at: '16:45',
          from: 'queued',
          to: 'booked',
          reason: 'notAttempted',
          slot: '10:00',
          slotDate: nextDay,
        }),
        contact({ ...callback, queued: 0, left: 20_000, reason: 'API' }),
        ring('10:00', { date: nextDay }),
      ],
      { kept: false, late_seconds: 36_000 },
    ],
  ];
  it.each(cases)('%s', (_what, lines, expected) => {
    expect(bookingOf(rowsOf([made, ...lines]), 'b')).toMatchObject(expected);
  });

  it('is neither kept nor broken while its hour is to come', () => {
    const rows = rowsOf([made, ...slot()], { isSettledAt: '2026-11-24T13:29:59.000Z' });
    expect(bookingOf(rows, 'b')).toMatchObject({ kept: null, state: 'booked' });
    expect(bookingOf(rowsOf([made, ...slot()], { isSettledAt: '2026-11-24T13:30:00.000Z' }), 'b').kept).toBe(false);
  });

  it('tells at which of our calls the person was reached, and how long after the first ring', () => {
    const lines = [
      ...slot(carriedOver),
      ring('14:10'),
      ring('15:00', { picksUp: 10, queued: 15, agent: 30, ends: 90 }),
    ];
    const rows = rowsOf([made, ...lines]);
    expect(bookingOf(rows, 'b')).toMatchObject({
      call_id: 'c',
      kind: 'slot',
      attempts: 2,
      reached_attempt: 2,
      reached_seconds: (4 * 60 + 55) * 60 + 30,
      carried_over: 1,
    });
    expect(callOf(rows, 'c')).toMatchObject({ callback_taken: 'slot', voice_seconds: (4 * 60 + 55) * 60 + 30 });
  });

  it('is followed for three days, and broken where no record of our call comes', () => {
    const third = '2026-11-27';
    const carried = { ...carriedOver, slot: '10:00', slotDate: third };
    const done = { at: '10:10', date: third, from: 'connected', to: 'done' } as const;
    const reached = ring('10:00', { date: third, picksUp: 5, agent: 30 });
    expect(bookingOf(rowsOf([made, ...slot(carried, done), reached]), 'b')).toMatchObject({
      reached_attempt: 1,
      kept: false,
    });
    const unrecorded = slot({ at: '14:10', from: 'connected', to: 'done' });
    expect(bookingOf(rowsOf([made, ...unrecorded]), 'b')).toMatchObject({ attempts: 0, kept: false, state: 'done' });
  });

  it('of two places names by their booking which call is for which', () => {
    const second = booking({ bookingId: 'a', contactId: 'c' }, { at: '10:06:40', from: 'none', to: 'queued' });
    const calling = contact({ ...callback, queued: 0, agent: 900, picksUp: 905, attributes: { bookingId: 'a' } });
    const rows = rowsOf([made, ...place(), ...second, calling]);
    expect([bookingOf(rows, 'a').attempts, bookingOf(rows, 'b').attempts]).toEqual([1, 0]);
  });

  it.each([
    ['no attempt is left', true, { at: '15:00', from: 'missed', to: 'exhausted', reason: 'noAnswer' }],
    [
      'no agent was there again, and we apologise for the last time',
      true,
      { at: '14:06', from: 'booked', to: 'cancelled', reason: 'noAgent' },
    ],
    ['its caller cancels after an apology', false, { at: '14:40', from: 'booked', to: 'cancelled', reason: 'noAgent' }],
    ['an agent has talked', false, { at: '15:00', from: 'connected', to: 'done' }],
  ] as const)('whose story ends so that %s is given up: %s', (_why, expected, last) => {
    const apology = { at: '14:06', from: 'answered', to: 'booked', reason: 'noAgent' } as const;
    expect(bookingOf(rowsOf([made, ...slot(apology, last), ring('14:05')]), 'b').given_up).toBe(expected);
  });

  it('is of the day on which it was told, and of no other', () => {
    const lines = [made, ...slot(), ring('14:00:30')];
    expect(rowsOf(lines, { day: nextDay }).bookings).toEqual([]);
    expect(rowsOf(lines.filter(({ line }) => line !== 'booking')).bookings).toEqual([]);
  });

  it('moved within its call counts by the hour that was told at its end', () => {
    const [, moved] = slot({ at: '10:06:30', from: 'booked', to: 'booked', slot: '16:00' });
    if (!moved) throw new Error('no second transition');
    const lines: PreparedLine[] = [{ ...moved, from: 'none' }, moved, ring('16:10')];
    expect(bookingOf(rowsOf([made, ...lines]), 'b')).toMatchObject({
      kept: true,
      slot: '2026-11-24T15:00:00.000Z',
      carried_over: 0,
    });
  });
});
