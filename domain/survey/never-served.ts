import { isActive, maximumApologies } from '../callback/booking.ts';
import type { Booking } from '../callback/contract.ts';
import type { LaterSurvey } from './contract.ts';

/** A call of somebody who rang the line, once it is over. */
export interface EndedCall {
  initiatedAt: Date | undefined;
  /** Undefined of one that never was in a queue. */
  enqueuedAt: Date | undefined;
  connectedToAgentAt: Date | undefined;
  disconnectedAt: Date;
  /** As the flows have set them. */
  attributes: Readonly<Record<string, string>>;
}

/** Greeting and subjects take about that long. Who hangs up sooner has dialled a wrong number, or changed their mind: it was no experience of ours. */
const leastSeconds = 20;

/**
 * Whether the caller left without an agent, a promise or an information. Who chose an information, or another administration, has no
 * queue; who was told when the line opens cannot wait; a promise, made or found in that call, has an id. A wait in a queue is in vain
 * whatever came before it.
 */
export function wasNeverServed({ initiatedAt, enqueuedAt, connectedToAgentAt, disconnectedAt, attributes }: EndedCall) {
  const { queue = '', canWait, bookingId = '' } = attributes;
  if (connectedToAgentAt || bookingId !== '' || queue === '') return false;
  if (!initiatedAt || disconnectedAt.getTime() - initiatedAt.getTime() < leastSeconds * 1000) return false;
  return enqueuedAt !== undefined || canWait !== 'no';
}

/** Whether we have given up a promise without having kept it: nobody answered us, or no agent was there whenever somebody did. */
export const wasGivenUp = (booking: Booking, rules: { attempts: number }): boolean =>
  booking.state === 'exhausted' ||
  (booking.state === 'cancelled' && (booking.apologies ?? 0) > maximumApologies(rules));

/** Whether there is still reason to ring: no promise lives, and none was kept since. */
export function isStillUnserved({ leftAt }: LaterSurvey, booking: Booking | undefined): boolean {
  if (!booking) return true;
  if (isActive(booking)) return false;
  return booking.state !== 'done' || booking.changedAt < leftAt;
}
