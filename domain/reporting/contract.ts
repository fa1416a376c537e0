import type { BookingState, MissedReason } from '../callback/contract.ts';
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
export type CallStage =
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

/** Folders of `records/`: what `prepare-record` tells apart, so that a day reads no more than it needs. */
export type RecordKind = 'calls' | 'callbacks' | 'bookings' | 'messages' | 'answers';

/** `records/<kind>/day=<local day>/…`, written by Firehose as gzipped JSON lines of `PreparedLine`. */
export const recordsPrefix = (kind: RecordKind, day: string): string => `records/${kind}/day=${day}/`;

/** One line of `records/`. Instants are ISO 8601 UTC; null where it did not happen. */
export type PreparedLine = PreparedContact | PreparedBooking | PreparedSms | PreparedDelivery | PreparedAnswer;

/** A voice contact: `calls/` where a person rang or goes on in that call, `callbacks/` where we rang. Delivered at least once, perhaps again after an update. */
export interface PreparedContact {
  line: 'contact';
  contactId: string;
  /** First contact of the chain; its own id where it is the first. */
  initialContactId: string;
  /** The contact that this one continues; null where it is the first. */
  previousContactId: string | null;
  initiationMethod: string;
  /** `<version>-<hash>`: the person's keyed hash of that year (see `personOf`); empty where the number was withheld. */
  person: string;
  /** Number of ours that was dialled, or that we showed; E.164, public. */
  displayedNumber: string;
  startedAt: string;
  enqueuedAt: string | null;
  /** Left the queue: to an agent, to a callback, or by hanging up. */
  dequeuedAt: string | null;
  agentConnectedAt: string | null;
  /** The line was up (`ConnectedToSystemTimestamp`): of a call of ours, somebody has picked up. Of a kept place an agent is connected before. */
  connectedAt: string | null;
  endedAt: string | null;
  /** Of the talk, hold and after-contact work; 0 where there was no agent. */
  handleSeconds: number;
  disconnectReason: string;
  /** Was handed over to a number that is not ours. */
  transferredOut: boolean;
  attributes: Partial<Record<KeptAttribute, string>>;
  /** Of two records of a contact, the later one holds. */
  lastUpdateAt: string;
}
/** A transition of a booking, as `BookingEvent` told of it, without the caller's key. */
export interface PreparedBooking {
  line: 'booking';
  contactId: string;
  bookingId: string;
  revision: number;
  queue: string;
  /** Start of the slot, empty for a place. */
  slot: string;
  from: BookingState | 'none';
  to: BookingState;
  reason: MissedReason | '';
  at: string;
}
export interface PreparedSms extends Omit<SmsEvent, 'administration'> {
  line: 'sms';
}
export interface PreparedDelivery {
  line: 'delivery';
  messageId: string;
  status: string;
  isFinal: boolean;
  parts: number;
  priceUsd: number;
  at: string;
}
export interface PreparedAnswer extends Omit<AnswerEvent, 'administration'> {
  line: 'answer';
}

/** What became of a call. Each has one, and all of them are counted. */
export type CallOutcome =
  /** An agent took it. */
  | 'answered'
  /** A callback was taken, and no agent in this call. */
  | 'callback'
  /** What answers the call, or what is promised, was heard. */
  | 'informed'
  /** Handed over to another service. */
  | 'transferred'
  /** Rang outside the opening hours, and was promised nothing. */
  | 'closed'
  /** Left the queue unserved. */
  | 'abandoned'
  /** Left on hearing the wait, before the queue. */
  | 'balked'
  /** Left before choosing. */
  | 'leftInMenu'
  /** We ended it: a fault. */
  | 'failed';

/** The tables of compiled days: gzipped JSON lines, `compiled/<table>/day=<day>/<table>.json.gz`, one row a line, sorted by its id. */
export type CompiledTable = 'calls' | 'bookings' | 'messages' | 'persons';
export const compiledKey = (table: CompiledTable, day: string): string =>
  `compiled/${table}/day=${day}/${table}.json.gz`;

/**
 * A call that began on the day, whoever began it: the contact with those that continue it by transfer. A callback is a call of its own, also where
 * Connect chains it to the one in which it was asked for. Column names are the SQL's. Seconds are whole, rounded up.
 */
export interface CallRow {
  call_id: string;
  /** `inbound`: a person rang; else we did. */
  kind: 'inbound' | 'callback' | 'later_survey' | 'outbound';
  /** Empty where the number was withheld. */
  person: string;
  displayed_number: string;
  queue: string;
  subject: string;
  language: string;
  started_at: string;
  /** Local, `HH:MM`, of the half hour in which it began. */
  half_hour: string;
  /** Whether it came during the opening hours. */
  open: boolean;
  /** Of an inbound call; null of ours. */
  outcome: CallOutcome | null;
  /** In a queue until it left it, whether to an agent, to a callback or by hanging up; null where it was in none. */
  queue_seconds: number | null;
  /** From the first ring to an agent's voice in this very call; null where no agent took it. */
  agent_seconds: number | null;
  /** From the first ring to an agent's voice: in this call, or in the callback that was promised in it; null where nobody was reached. */
  voice_seconds: number | null;
  handle_seconds: number;
  /** That person had rung before on the day and was not served then. */
  redial: boolean;
  /** First wait announced, and the wait in the queue that followed: null where none was, or where nobody answered. */
  announced_seconds: number | null;
  callback_offered: boolean;
  offer_reason: string;
  callback_refusal: string;
  callback_taken: 'slot' | 'place' | null;
  /** The callback taken in it was connected to an agent. */
  callback_reached: boolean;
  /** Waiting on the line that the callback spared, by what was announced; 0 where nothing is known. */
  spared_seconds: number;
  survey_offered: boolean;
  /** 1 very bad to 5 excellent. */
  quality: number | null;
  /** Whether the caller says to have got an answer. */
  got_answer: boolean | null;
}
/** A promise made on the day. */
export interface BookingRow {
  booking_id: string;
  call_id: string;
  queue: string;
  kind: 'slot' | 'place';
  promised_at: string;
  /** Start of the slot first promised; empty for a place. */
  slot: string;
  /** As far as the records go. */
  state: BookingState;
  /** Whether we rang within the hour promised; null while that is still to come, or was cancelled before. A place is kept when we rang on the day. */
  kept: boolean | null;
  /** From the end of the promised slot to our first ring, 0 where it was kept; null where we never rang. */
  late_seconds: number | null;
  carried_over: number;
  attempts: number;
  /** Attempt at which an agent and the person talked; null where they never did. */
  reached_attempt: number | null;
  /** From the first ring of the call in which it was promised. */
  reached_seconds: number | null;
}
export interface MessageRow {
  message: string;
  call_id: string;
  template: string;
  country: string;
  parts: number;
  /** `accepted`: the carrier has it, and no receipt came. */
  outcome: 'delivered' | 'accepted' | 'undelivered' | 'refused' | 'withheld' | 'unknown';
  reason: string;
  price_usd: number;
}
/** A person who rang on the day, by a number that was not withheld. */
export interface PersonRow {
  person: string;
  calls: number;
  /** An agent talked with this person on the day: in a call or a callback. */
  reached_same_day: boolean;
  /** On the day or the next; null until the next one is over. */
  reached_two_days: boolean | null;
}
export interface CompiledRows {
  calls: CallRow[];
  bookings: BookingRow[];
  messages: MessageRow[];
  persons: PersonRow[];
}

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
  byQueue: Record<string, Metrics>;
  /** By local half hour `HH:MM`, only those with a call. */
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
