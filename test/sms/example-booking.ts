import type { LineRules } from '../../domain/administration/administration.ts';
import type { Booking } from '../../domain/callback/contract.ts';

/** A line and a booking as any test about SMS may need them. */
export const line: LineRules = {
  id: 'caf',
  name: 'CAF',
  publicNumber: '3230',
  timeZone: 'Europe/Paris',
  holidays: { zone: 'metropole', through: 2028, extra: [], openOn: [] },
  hours: { tuesday: ['09:00-16:30'] },
  queues: {},
  callback: {
    offerAboveSeconds: 180,
    offerEveryMinutes: 3,
    horizonDays: 2,
    slotMinutes: 30,
    seats: 'auto',
    share: 0.85,
    attempts: 2,
    retryMinutes: 20,
  },
  quotas: {},
  retentionDays: { bookings: 30, reports: 400, logs: 90 },
  ownNumbers: ['+33199003230'],
  countries: ['FR', 'RE'],
};

export const booking: Booking = {
  id: 'b1',
  revision: 1,
  kind: 'slot',
  callerKey: 'ABCDEFGHIJKLMN',
  contactId: 'c1',
  number: '+33612345678',
  numberKind: 'mobile',
  queue: 'allocations',
  slot: '2026-11-24T13:30:00.000Z',
  shard: 0,
  state: 'booked',
  code: '482',
  language: 'fr',
  attempts: 0,
  changedAt: '2026-11-24T09:05:00.000Z',
  callUs: '3230',
};
