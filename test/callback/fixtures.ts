import type { LineRules } from '../../domain/administration/administration.ts';
import type { Booking } from '../../domain/callback/contract.ts';

/** A line open on weekdays 09:00-16:30 with one queue of 60 agents, 40 at noon. */
export function lineRules(callback: Partial<LineRules['callback']> = {}, changes: Partial<LineRules> = {}): LineRules {
  const open = ['09:00-16:30'];
  return {
    id: 'caf',
    name: 'CAF',
    publicNumber: '3230',
    timeZone: 'Europe/Paris',
    holidays: { zone: 'metropole', through: 2028, extra: [], openOn: [] },
    hours: { monday: open, tuesday: open, wednesday: open, thursday: open, friday: open },
    queues: {
      allocations: {
        agents: { default: 60, '12:00-13:30': 40 },
        handleTimeSeconds: 360,
        patienceSeconds: 360,
        hours: {},
      },
    },
    callback: {
      offerAboveSeconds: 180,
      offerEveryMinutes: 3,
      horizonDays: 2,
      slotMinutes: 30,
      seats: 'auto',
      share: 0.85,
      attempts: 2,
      retryMinutes: 20,
      ...callback,
    },
    quotas: {},
    retentionDays: { bookings: 30, reports: 400, logs: 90 },
    ownNumbers: [],
    countries: ['FR'],
    ...changes,
  };
}

/** Tuesday 24 November 2026, 10:05 in Paris. */
export const tuesdayMorning = new Date('2026-11-24T09:05:00.000Z');

export const aBooking = (changes: Partial<Booking> = {}): Booking => ({
  id: 'ABCDEFGHIJKLMNOP',
  revision: 1,
  kind: 'slot',
  callerKey: 'ABCDEFGHIJKLMN',
  contactId: 'arrival-contact',
  number: '+33612345678',
  numberKind: 'mobile',
  queue: 'allocations',
  slot: '2026-11-24T09:30:00.000Z',
  shard: 0,
  state: 'booked',
  code: '482',
  language: 'fr',
  attempts: 0,
  changedAt: '2026-11-24T09:05:00.000Z',
  callUs: '3230',
  ...changes,
});
