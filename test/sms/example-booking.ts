import type { LineRules } from '../../domain/administration/administration.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import { aBooking, lineRules } from '../callback/fixtures.ts';

/** A line and a booking as any test about SMS may need them. */
export const line: LineRules = lineRules(
  {},
  { hours: { tuesday: ['09:00-16:30'] }, queues: {}, ownNumbers: ['+33199003230'], countries: ['FR', 'RE'] },
);

export const booking: Booking = aBooking({ id: 'b1', contactId: 'c1', slot: '2026-11-24T13:30:00.000Z' });
