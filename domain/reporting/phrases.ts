import type { Language } from '../administration/language.ts';
import type { CallbackRefusal } from './contract.ts';
import type { MetricKey } from './report-contract.ts';
import type { OfferReason } from '../position/contract.ts';
import type { SmsKind } from '../sms/contract.ts';
import type { Advice } from './director/advice.ts';
import type { LivedFinding } from './director/lived.ts';
import type { PromisedFinding } from './director/promised.ts';
import { english } from './phrases/en.ts';
import { french } from './phrases/fr.ts';

/** The three sentences that a page begins with. Parameters are raw: seconds, shares of [0, 1], local dates. */
export interface DirectorPhrases {
  lived: (finding: LivedFinding) => string;
  promised: (finding: PromisedFinding) => string;
  advice: (advice: Advice) => string;
}

/** Segments of the calls by half hour; each call is in one. */
export type CallSegment = 'answered' | 'callback' | 'informed' | 'givenUp' | 'leftInMenu' | 'closed';
/** Of the promises made: the first five say whether we called in time, the other four whether we talked. */
export type PromiseBar =
  | 'kept'
  | 'late'
  | 'neverCalled'
  | 'pending'
  | 'cancelled'
  | 'reachedFirst'
  | 'reachedLater'
  | 'givenUp';

export interface ChartPhrases {
  outcomes: { title: string; alternative: (calls: number, busiest: string, busiestCalls: number) => string };
  segments: Readonly<Record<CallSegment, string>>;
  halfHour: string;
  voice: {
    title: string;
    alternative: (voices: number, quickest: number, within: number) => string;
    unserved: (unserved: number) => string;
    upTo: (seconds: number) => string;
    /** Over two lines. */
    between: (fromSeconds: number, toSeconds: number) => string;
    beyond: (seconds: number) => string;
    time: string;
    cumulated: string;
  };
  promises: {
    title: string;
    alternative: (promises: number) => string;
    headings: { called: string; talked: string };
  };
  bars: Readonly<Record<PromiseBar, string>>;
  answerRate: {
    title: string;
    alternative: (worst: string, worstRate: number, best: string, bestRate: number) => string;
  };
  noCall: string;
  calls: string;
  table: (title: string) => string;
  seeTable: string;
}

/** Headings, notices and labels of the page. */
export interface PagePhrases {
  dayTitle: (day: string) => string;
  weekTitle: (week: number, year: number) => string;
  range: (from: string, to: string) => string;
  essential: string;
  labels: { lived: string; promised: string; advice: string; alsoAdvised: string };
  weekBefore: string;
  /** A figure of an earlier day or week, to compare. */
  before: (label: string, value: string) => string;
  missing: (days: readonly string[]) => string;
  twoVersions: string;
  lived: string;
  livedTables: {
    agent: string;
    time: string;
    leaving: string;
    persons: string;
    announcements: string;
    outcomes: string;
  };
  promised: string;
  promisedTables: { offers: string; promises: string; offerReasons: string; refusals: string; attempts: string };
  survey: string;
  surveyTable: string;
  portion: (of: string, over: string) => string;
  interval: (low: number, high: number) => string;
  sms: string;
  smsTables: { fates: string; templates: string };
  numbers: string;
  numbersTable: string;
  numbersTotal: string;
  received: string;
  emitted: string;
  queues: string;
  queuesMeaning: string;
  day: string;
  queue: string;
  connect: string;
  connectMeaning: string;
  connectTable: string;
  annex: string;
  annexMeaning: string;
  measure: string;
  value: string;
  number: string;
  reason: string;
  attempt: string;
  template: string;
  /** Of a whole part of the page. */
  nothing: string;
  /** Where there is nothing to divide by. */
  noCase: string;
  notCounted: string;
  /** A score of fewer answers than may be published. */
  hidden: (answers: number) => string;
  notYetOver: string;
  outOfFive: (mean: number) => string;
  footer: (timeZone: string) => string;
  offerReasons: Readonly<Record<OfferReason, string>>;
  refusals: Readonly<Record<CallbackRefusal, string>>;
  templates: Readonly<Record<SmsKind | 'information', string>>;
}

export interface ReportPhrases {
  /** A few words for a table or a heading. */
  titles: Readonly<Record<MetricKey, string>>;
  /** One line: what is counted, over what. */
  meanings: Readonly<Record<MetricKey, string>>;
  director: DirectorPhrases;
  charts: ChartPhrases;
  page: PagePhrases;
}

const byLanguage: Readonly<Record<Language, ReportPhrases>> = { fr: french, en: english };

export const reportPhrases = (language: Language): ReportPhrases => byLanguage[language];
