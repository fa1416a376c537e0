import type { ArrivalAttributes } from '../../domain/administration/contract.ts';
import type { BookingAttributes, CallbackAttributes } from '../../domain/callback/contract.ts';
import type { PositionAttributes } from '../../domain/position/contract.ts';
import type { ReportAttributes } from '../../domain/reporting/contract.ts';
import type { SmsKind } from '../../domain/sms/contract.ts';
import type { LaterSurveyAttributes } from '../../domain/survey/contract.ts';

/** Contact attributes that only flows read. */
interface FlowOnlyAttributes {
  /** `no` when the queue is closed or full: the caller is told so instead of being queued. */
  canWait: 'yes' | 'no';
  /** What the queue flow says first each time its playlist begins. */
  queueAnnouncement: string;
  /** Whether this caller was told, once, what `0`, `9` and `*` do. */
  keysTold: 'yes' | 'no';
  /** Whether a callback was being chosen when the agent answered. */
  booking: 'underWay' | 'none';
  /** What the dialogue is to end in: an hour, or the place kept. */
  wants: 'hour' | 'place';
  /** The booking's announcement, kept while the SMS is sent. */
  bookingAnnouncement: string;
  smsKind: SmsKind;
  /** What is promised to this caller already, as it is to be said; empty where nothing is known to be. */
  promiseAnnouncement: string;
  /** `raised`: a supervisor has a task about this call; one is enough. */
  supervisorTask: 'raised';
  /** State of that promise: a missed call goes before new callers. */
  promiseStatus: string;
}

export type FlowAttributes = ArrivalAttributes &
  PositionAttributes &
  BookingAttributes &
  CallbackAttributes &
  FlowOnlyAttributes &
  ReportAttributes &
  Pick<LaterSurveyAttributes, 'survey'>;

export type AttributeName = keyof FlowAttributes;

const givenForReports: Record<keyof ReportAttributes, true> = {
  stage: true,
  firstAnnouncedWaitSeconds: true,
  offerReason: true,
  callbackRefusal: true,
  surveyOffered: true,
};

const givenToCallback: Record<keyof CallbackAttributes, true> = {
  administration: true,
  language: true,
  speechRate: true,
  queue: true,
  subject: true,
  callerKey: true,
  bookingId: true,
  revision: true,
  attempt: true,
  spokenCode: true,
  reason: true,
  promise: true,
  announcedWaitSeconds: true,
  queuedAt: true,
  ...givenForReports,
};

/** Attributes that an outbound contact has from its first action on: `StartOutboundVoiceContact` was given them. */
export const callbackAttributeNames: readonly string[] = Object.keys(givenToCallback);

const givenToLaterSurvey: Record<keyof LaterSurveyAttributes, true> = {
  survey: true,
  administration: true,
  language: true,
  speechRate: true,
  queue: true,
  callerKey: true,
  reason: true,
  promise: true,
  resumes: true,
  booking: true,
  keysTold: true,
  queueAnnouncement: true,
  bookingId: true,
  revision: true,
  wish: true,
  callbackNumber: true,
  spokenCode: true,
  announcedWaitSeconds: true,
  announcedAhead: true,
  queuedAt: true,
  offeredAt: true,
  ...givenForReports,
};

export const laterSurveyAttributeNames: readonly string[] = Object.keys(givenToLaterSurvey);
