import type { Language } from '../administration/language.ts';
import type { SpeechRate } from '../callback/contract.ts';
import type { ReportAttributes } from '../reporting/contract.ts';

/** Question 1 is answered by 1 (very bad) to 5 (excellent), question 2 by 1 (yes) or 2 (no). */
export type SurveyQuestion = 'quality' | 'answered';

/** What who picks up a later survey says first: 1, to be asked; or 2, never to be called by a machine again. */
export type RecordedQuestion = SurveyQuestion | 'invitation';

/** Parameters of `survey/record-answer`: DynamoDB only. */
export interface RecordAnswerParameters {
  question: RecordedQuestion;
  answer: string;
  queue: string;
  /** `later`: the survey by an automated call of who was never served; absent right after a call. */
  kind?: 'later';
  /** Of who answers the invitation of a later survey. */
  callerKey?: string;
}
export interface RecordAnswerResult {
  status: 'recorded' | 'ignored';
}

/**
 * Whom to call and ask, because they rang in vain: `pk` = `LATERSURVEY#<callerKey>`. The number is in it until the telephone
 * rings, or until the hour has lapsed. Then `calledAt` alone stays, for as long as nobody is called twice; or, from who wishes no such
 * call, `stoppedAt`, without a time to live.
 */
export interface LaterSurvey {
  callerKey: string;
  /** E.164. */
  number: string;
  queue: string;
  language: Language;
  speechRate: SpeechRate;
  /** The call that was in vain, or the one in which the promise was made that was not kept. */
  contactId: string;
  /** ISO 8601 UTC: since when nobody has served this person. */
  leftAt: string;
  /** ISO 8601 UTC: the half hour from which on the telephone rings. */
  dueAt: string;
}

export const laterSurveyKey = (callerKey: string): string => `LATERSURVEY#${callerKey}`;

/** Whose telephone rings from that half hour on: `callers`, a string set of caller keys. */
export const dueSurveysKey = (queue: string, dueAt: string): string => `LATERSURVEYS#${queue}#${dueAt}`;

/** Attributes given to `StartOutboundVoiceContact`, read by the flow of the later survey and by the queue after it. */
export interface LaterSurveyAttributes extends ReportAttributes {
  /** Marks the contact for the reports. */
  survey: 'later';
  administration: string;
  language: string;
  speechRate: string;
  queue: string;
  callerKey: string;
  /** Why we called, for the agent's whisper. */
  reason: string;
  promise: 'none';
  resumes: 'no';
  booking: 'none';
  keysTold: 'no';
  queueAnnouncement: string;
  bookingId: '';
  revision: '';
  wish: '';
  callbackNumber: '';
  spokenCode: '';
  announcedWaitSeconds: '';
  announcedAhead: '';
  queuedAt: '';
  offeredAt: '';
}

/** Counts in the namespace `Rappel`, by `administration` and `queue`: who is to be rung because nobody served them, and who was. */
export const surveyMetrics = {
  due: 'LaterSurveysDue',
  dialled: 'LaterSurveysDialled',
} as const;
