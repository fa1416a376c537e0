import type { OfferReason } from '../position/contract.ts';
import type { SurveyQuestion } from '../survey/contract.ts';

/** Environment keys of the reports' functions, besides those of every function. */
export const reportingKeys = {
  /** Name of the bucket that holds records, compiled days and reports. */
  bucket: 'REPORTS_BUCKET',
  /** JSON of `ReportRules`. */
  rules: 'REPORT_RULES',
} as const;

/** What the reports' functions need to know of their line. */
export interface ReportRules {
  /** Of the administration. */
  id: string;
  name: string;
  timeZone: string;
  queues: string[];
  /** Length of the hours that are promised. */
  slotMinutes: number;
  retentionDays: { reports: number };
}

/** How far a call has come, in a contact attribute: what a record alone does not tell. */
type CallStage =
  /** Greeted, nothing chosen. */
  | 'menu'
  /** A subject with a queue was chosen while the line is open: the wait is told, or the queue entered. */
  | 'arrival'
  /** Told that the line, or the queue, is closed. */
  | 'closed'
  /** Has heard to its end what answers the call. */
  | 'informed'
  /** Was told what is promised to them, and perhaps changed it. */
  | 'promise';

/** Why a caller who asked for a callback got none. */
export type CallbackRefusal = 'full' | 'paused' | 'already' | 'closed' | 'number' | 'fault';

/** Contact attributes that flows set for the reports alone. All values are strings, empty where nothing is known. */
export interface ReportAttributes {
  stage: CallStage;
  /** Upper bound of the first wait that was announced in this call. */
  firstAnnouncedWaitSeconds: string;
  /** Why a callback was proposed last, or was not. */
  offerReason: OfferReason | '';
  callbackRefusal: CallbackRefusal | '';
  surveyOffered: 'yes' | 'no';
}

/** Contact attributes that `prepare-record` keeps; every other one is dropped. None holds a number, a key or a name. */
export const keptAttributes = [
  'stage',
  'firstAnnouncedWaitSeconds',
  'offerReason',
  'callbackRefusal',
  'surveyOffered',
  'language',
  'subject',
  'queue',
  'offeredAt',
  'queuedAt',
  'promise',
  'resumes',
  'bookingId',
  'attempt',
  'survey',
] as const;
export type KeptAttribute = (typeof keptAttributes)[number];

/** Detail types of the events that only the reports read, source `rappel`. Nothing in them is of a person but the contact. */
export const smsEventType = 'Rappel Sms Event';
export interface SmsEvent {
  administration: string;
  /** The claim, which is unique to this SMS. */
  id: string;
  /** Contact that it is about. */
  contactId: string;
  /** Empty where it is of no booking. */
  bookingId: string;
  /** `SmsKind`, or `information`. */
  template: string;
  /** ISO code of the country that the number is of. */
  country: string;
  parts: number;
  outcome: 'sent' | 'refused' | 'withheld' | 'unknown';
  /** A name of the service's, or why we did not send; empty where it was sent. */
  reason: string;
  /** Empty unless sent: delivery events name it. */
  messageId: string;
  /** ISO 8601 UTC. */
  at: string;
}
export const answerEventType = 'Rappel Survey Event';
export interface AnswerEvent {
  administration: string;
  /** First contact of the call. */
  contactId: string;
  survey: 'call' | 'later';
  queue: string;
  question: SurveyQuestion;
  answer: string;
  /** ISO 8601 UTC. */
  at: string;
}

/** Counts in the namespace `Rappel`, by `administration`. */
export const reportingMetrics = {
  /** Calls of which a record came, that an agent took; and those of them in which the survey was offered. Of each contact once at least. */
  served: 'CallsServed',
  surveysOffered: 'SurveysOffered',
  /** Records that could not be read, and so are in no report. */
  recordsDropped: 'RecordsDropped',
  /** SMS and answers that the bus did not take, and so are in no report. */
  eventsLost: 'ReportEventsLost',
  /** Days whose report was written. */
  daysCompiled: 'DaysCompiled',
  /** Days for which the public holidays are still known, told with each nightly run. */
  holidayDaysLeft: 'HolidayDaysLeft',
} as const;
