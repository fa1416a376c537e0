/** Where a report lies: `reports/day=<day>/report.json`, `.csv`, `.html` (French), `.en.html`. A week's (`2026-W48`) has the pages only. */
export const reportPrefix = (day: string): string => `reports/day=${day}/`;
export const weekPrefix = (week: string): string => `reports/week=${week}/`;

/** Additive: those of a range are the sums of its days. Formulas, sources and traps: docs/metrics.md. */
export const countKeys = [
  'calls',
  'callsClosed',
  'callsOpen',
  'callsForAgent',
  'answered',
  'answeredByCallback',
  'takenCallback',
  'informed',
  'transferred',
  'abandoned',
  'balked',
  'leftInMenu',
  'failed',
  'queued',
  'queuedUnanswered',
  'answeredWithin20',
  'answeredWithin60',
  'answeredWithin180',
  'removedFromQueueWithin20',
  'liveAnswerSeconds',
  'voices',
  'voiceSeconds',
  'hiddenCalls',
  'callsOfPersons',
  'personDays',
  'redials',
  'personsReachedSameDay',
  'personsReachedTwoDays',
  'personDaysOfTwoDays',
  'callbacksOffered',
  'callbacksTaken',
  'callbacksDeclined',
  'callbacksRefused',
  'placesTaken',
  'slotsTaken',
  'promises',
  'promisesSettled',
  'promisesKept',
  'promisesBroken',
  'promisesPending',
  'promisesCancelled',
  'promisesCarriedOver',
  'lateSeconds',
  'latePromises',
  'promisesReached',
  'promisesReachedFirst',
  'promisesReachedLater',
  'promisesGivenUp',
  'announcements',
  'announcementsHeld',
  'announcedSeconds',
  'announcedWaitedSeconds',
  'smsSent',
  'smsDelivered',
  'smsUndelivered',
  'smsRefused',
  'smsParts',
  'smsUsd',
  'surveyServed',
  'surveyOffered',
  'surveyAnswered',
  'qualitySum',
  'satisfied',
  'gotAnswerAsked',
  'gotAnswer',
  'sparedSeconds',
  'callsEmitted',
] as const;
export type CountKey = (typeof countKeys)[number];

/** One count over another; null where there is nothing to divide by, or fewer answers than may be published. */
export const ratioKeys = [
  'answerRate',
  'answerRateWithCallbacks',
  'globalRate',
  'answeredWithin20Rate',
  'answeredWithin60Rate',
  'answeredWithin180Rate',
  'abandonmentRate',
  'abandonmentRateRaw',
  'balkingRate',
  'redialRate',
  'callsPerPerson',
  'averageSpeedOfAnswerSeconds',
  'timeToHumanVoiceSeconds',
  'reachedSameDayRate',
  'reachedTwoDaysRate',
  'callbackTakeRate',
  'promiseKeptRate',
  'lateMeanSeconds',
  'promiseReachedRate',
  'promiseReachedFirstRate',
  'announcementHeldRate',
  'announcedMeanSeconds',
  'announcedWaitedMeanSeconds',
  'smsDeliveredRate',
  'surveyOfferRate',
  'surveyResponseRate',
  'qualityMean',
  'satisfactionRate',
  'gotAnswerRate',
  'emittedPerReceived',
  'connectServiceLevel20',
] as const;
export type RatioKey = (typeof ratioKeys)[number];

/** Neither a sum nor a quotient of counts. */
export const otherKeys = [
  /** Distinct over the whole range; null across two versions of the hash, or where it was not counted. */
  'persons',
  /** Nearest rank, to the next 10 s. */
  'timeToHumanVoiceMedianSeconds',
  'timeToHumanVoiceNinetyPercentSeconds',
  /** Wilson, 95 %; null below 30 answers. */
  'satisfactionLow',
  'satisfactionHigh',
  'gotAnswerLow',
  'gotAnswerHigh',
] as const;
export type OtherKey = (typeof otherKeys)[number];
export type MetricKey = CountKey | RatioKey | OtherKey;

export type Counts = Record<CountKey, number>;
export type Metrics = Record<MetricKey, number | null>;

/** Answers below which a score is hidden. */
export const fewestAnswers = 30;

/** A day's report, or that of a range. Every key is always there. */
export interface Report {
  administration: string;
  name: string;
  timeZone: string;
  /** Local days, both included. */
  from: string;
  to: string;
  /** Days of the range that were never compiled. */
  missingDays: string[];
  /** Of the persons' hash: those of two years cannot be told to be the same. */
  personVersions: string[];
  metrics: Metrics;
  /** What is counted of persons and of SMS is null: they are of no queue. */
  byQueue: Record<string, Metrics>;
  /** By local half hour `HH:MM`, only those with a call. What is not counted of calls is 0. */
  byHalfHour: Record<string, Counts>;
  /** By day, of a range of several. */
  byDay: Record<string, Metrics>;
  /** Calls to which a callback was, or was not, proposed last for that reason. */
  offerReasons: Record<string, number>;
  callbackRefusals: Record<string, number>;
  /** Promises reached at that attempt. */
  reachedAtAttempt: Record<string, number>;
  /** By number of ours: the numbering rule compares them. */
  numbers: Record<string, { received: number; emitted: number }>;
  /** Calls to a human voice, by seconds rounded up to tens. */
  voiceSecondsDistribution: Record<string, number>;
  smsByTemplate: Record<string, number>;
}
