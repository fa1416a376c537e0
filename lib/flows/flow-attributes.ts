import type { ArrivalAttributes } from '../../domain/administration/contract.ts';
import type { BookingAttributes, CallbackAttributes } from '../../domain/callback/contract.ts';
import type { PositionAttributes } from '../../domain/position/contract.ts';

/** Contact attributes that only flows read. */
interface FlowOnlyAttributes {
  /** `no` when the queue is closed or full: the caller is told so instead of being queued. */
  canWait: 'yes' | 'no';
  /** What the queue flow says first each time its playlist begins. */
  queueAnnouncement: string;
  /** Whether an hour was being chosen when the agent answered. */
  booking: 'underWay' | 'none';
  /** The booking's announcement, kept while the SMS is sent. */
  bookingAnnouncement: string;
}

export type FlowAttributes = ArrivalAttributes &
  PositionAttributes &
  BookingAttributes &
  CallbackAttributes &
  FlowOnlyAttributes;

export type AttributeName = keyof FlowAttributes;

const givenToCallback: Record<keyof CallbackAttributes, true> = {
  administration: true,
  language: true,
  queue: true,
  callerKey: true,
  bookingId: true,
  revision: true,
  attempt: true,
  spokenCode: true,
  reason: true,
};

/** Attributes that an outbound contact has from its first action on: `StartOutboundVoiceContact` was given them. */
export const callbackAttributeNames: readonly string[] = Object.keys(givenToCallback);
