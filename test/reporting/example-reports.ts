import { addDays } from '../../domain/administration/local-time.ts';
import type { Counts, Metrics, Report } from '../../domain/reporting/report-contract.ts';
import { noCounts, sumCounts } from '../../domain/reporting/counts.ts';
import { quantiles } from '../../domain/reporting/distribution.ts';
import { intervals, ratios } from '../../domain/reporting/ratios.ts';
import { rangeReport } from '../../domain/reporting/report.ts';

export const countsOf = (known: Partial<Counts>): Counts => ({ ...noCounts(), ...known });

/** Counts with the shares that follow from them. */
export const metricsOf = (
  counts: Counts,
  distribution: Readonly<Record<string, number>> = {},
  known: Partial<Metrics> = {},
): Metrics => ({
  ...counts,
  ...ratios(counts),
  ...intervals(counts),
  ...quantiles(distribution),
  persons: counts.personDays,
  ...known,
});

const ordinaryDay = '2026-11-24';

/** A report with no call, where nothing else is said; its shares follow from its counts, unless they are given. */
export function reportOf(known: Partial<Omit<Report, 'metrics'>> = {}, counts: Partial<Counts> = {}): Report {
  const day = known.from ?? ordinaryDay;
  return {
    administration: 'caf',
    name: 'CAF',
    timeZone: 'Europe/Paris',
    from: day,
    to: day,
    missingDays: [],
    personVersions: ['2026'],
    metrics: metricsOf(countsOf(counts)),
    byQueue: {},
    byHalfHour: {},
    byDay: {},
    offerReasons: {},
    callbackRefusals: {},
    reachedAtAttempt: {},
    numbers: {},
    voiceSecondsDistribution: {},
    smsByTemplate: {},
    ...known,
  };
}

/** How a day of the line goes: calls in the busiest half hour, and which part of those who want an agent gets one, by half hour. */
export interface Course {
  day: string;
  peakCalls: number;
  answered: (hour: number) => number;
  /** Of the promises that fell due. */
  kept: number;
  surveyAnswers?: number;
}

const isOpen = (hour: number): boolean => hour >= 9 && hour < 16.5;

/** Two humps, at half past ten and at two, and some calls before and after the opening hours. */
function callsAt(hour: number, peakCalls: number): number {
  const hump = (middle: number, height: number): number => height * Math.exp(-((hour - middle) ** 2) / 3);
  return Math.round(peakCalls * (hump(10.5, 1) + hump(14, 0.75)));
}

function halfHourOf(hour: number, { peakCalls, answered: share }: Course): Counts {
  const calls = callsAt(hour, peakCalls);
  if (!isOpen(hour)) return countsOf({ calls, callsClosed: calls });
  const leftInMenu = Math.round(calls * 0.04);
  const informed = Math.round(calls * 0.15);
  const transferred = Math.round(calls * 0.02);
  const callsForAgent = calls - informed - transferred;
  const waiting = callsForAgent - leftInMenu;
  const answered = Math.round(waiting * share(hour));
  const takenCallback = Math.round((waiting - answered) * 0.55);
  const abandoned = Math.round((waiting - answered - takenCallback) * 0.7);
  const balked = waiting - answered - takenCallback - abandoned;
  const outcomes = { leftInMenu, informed, transferred, callsForAgent, answered, takenCallback, abandoned, balked };
  return countsOf({ calls, callsOpen: calls, queued: waiting - balked, ...outcomes });
}

const part = (count: number, share: number): number => Math.round(count * share);

/** All other counts, from those of the half hours. */
function countsOfDay(halfHours: Counts, { kept, surveyAnswers }: Course): Counts {
  const { calls, answered, takenCallback, queued, abandoned, callsForAgent, informed } = halfHours;
  const promises = takenCallback;
  const settled = part(promises, 0.9);
  const promisesKept = part(settled, kept);
  const late = part(settled - promisesKept, 0.8);
  const reachedFirst = part(settled, 0.78);
  const reachedLater = part(settled, 0.12);
  const persons = part(calls, 0.78);
  const reached = Math.min(persons, part(answered + reachedFirst + reachedLater, 0.97));
  const served = answered + reachedFirst + reachedLater;
  const offered = part(served, 0.93);
  const replies = surveyAnswers ?? part(offered, 0.4);
  return {
    ...halfHours,
    queuedUnanswered: queued - answered,
    answeredByCallback: reachedFirst + reachedLater,
    answeredWithin20: part(answered, 0.35),
    answeredWithin60: part(answered, 0.5),
    answeredWithin180: part(answered, 0.8),
    removedFromQueueWithin20: part(answered, 0.35) + part(abandoned, 0.3) + part(takenCallback, 0.6),
    liveAnswerSeconds: answered * 112,
    voices: answered + reachedFirst + reachedLater,
    voiceSeconds: answered * 140 + (reachedFirst + reachedLater) * 4380,
    hiddenCalls: part(calls, 0.06),
    callsOfPersons: calls - part(calls, 0.06),
    personDays: persons,
    redials: part(calls, 0.11),
    personsReachedSameDay: reached,
    callbacksOffered: part(callsForAgent, 0.4),
    callbacksTaken: promises,
    callbacksDeclined: Math.max(0, part(callsForAgent, 0.4) - promises),
    callbacksRefused: part(promises, 0.06),
    placesTaken: part(promises, 0.4),
    slotsTaken: promises - part(promises, 0.4),
    promises,
    promisesSettled: settled,
    promisesKept,
    promisesBroken: settled - promisesKept,
    promisesPending: part(promises - settled, 0.7),
    promisesCancelled: promises - settled - part(promises - settled, 0.7),
    promisesCarriedOver: settled - promisesKept,
    lateSeconds: late * 1520,
    latePromises: late,
    promisesReached: reachedFirst + reachedLater,
    promisesReachedFirst: reachedFirst,
    promisesReachedLater: reachedLater,
    promisesGivenUp: part(settled, 0.05),
    announcements: part(answered, 0.7),
    announcementsHeld: part(answered, 0.62),
    announcedSeconds: part(answered, 0.7) * 240,
    announcedWaitedSeconds: part(answered, 0.7) * 148,
    smsSent: promises + part(informed, 0.3),
    smsDelivered: part(promises + part(informed, 0.3), 0.97),
    smsUndelivered: part(promises, 0.01),
    smsRefused: part(promises, 0.01),
    smsParts: promises + 2 * part(informed, 0.3),
    smsUsd: (promises + 2 * part(informed, 0.3)) * 0.0768,
    surveyServed: served,
    surveyOffered: offered,
    surveyAnswered: replies,
    qualitySum: part(replies, 4.05),
    satisfied: part(replies, 0.76),
    gotAnswerAsked: part(replies, 0.9),
    gotAnswer: part(replies, 0.72),
    sparedSeconds: promises * 420,
    callsEmitted: part(settled, 1.2),
  };
}

const voiceShares = { 10: 0.14, 20: 0.18, 60: 0.13, 150: 0.21, 240: 0.11, 480: 0.08, 900: 0.04, 1500: 0.02 };
const lateVoiceShares = { 3200: 0.03, 6100: 0.03, 9000: 0.02, 16_200: 0.01 };

/** A day that went like that; the same course gives the same report. */
function reportOfCourse(course: Course): Report {
  const hours = Array.from({ length: 24 }, (_, index) => 7 + index / 2);
  const halfHours = hours.map((hour): [string, Counts] => [
    `${String(Math.floor(hour)).padStart(2, '0')}:${hour % 1 === 0 ? '00' : '30'}`,
    halfHourOf(hour, course),
  ]);
  const counts = countsOfDay(sumCounts(halfHours.map(([, ofHalfHour]) => ofHalfHour)), course);
  const shares = Object.entries({ ...voiceShares, ...lateVoiceShares });
  const distribution = Object.fromEntries(
    shares.map(([seconds, share]) => [seconds, Math.round(counts.voices * share)]),
  );
  const metrics = metricsOf(counts, distribution);
  return {
    ...reportOf({ from: course.day, to: course.day }),
    metrics,
    byQueue: { allocations: metrics, logement: metrics },
    byHalfHour: Object.fromEntries(halfHours.filter(([, { calls }]) => calls > 0)),
    offerReasons: { longWait: counts.callbacksOffered, waitShort: counts.answered, closed: counts.callsClosed },
    callbackRefusals: { full: Math.round(counts.callbacksRefused * 0.5), number: counts.callbacksRefused },
    reachedAtAttempt: { 1: counts.promisesReachedFirst, 2: counts.promisesReachedLater },
    numbers: { '+33969325252': { received: counts.calls, emitted: counts.callsEmitted } },
    voiceSecondsDistribution: distribution,
    smsByTemplate: { confirmation: counts.promises, information: counts.smsSent - counts.promises },
  };
}

const shortAtTen = (hour: number): number => (hour >= 10 && hour < 11.5 ? 0.55 : 0.92);

/** A better day than it, a week before. */
export const aWeekBefore = (): Report =>
  reportOfCourse({ day: '2026-11-17', peakCalls: 140, answered: () => 0.9, kept: 0.99 });
export const ordinary = (day = ordinaryDay): Report =>
  reportOfCourse({ day, peakCalls: 150, answered: shortAtTen, kept: 0.97 });
export const terrible = (day = ordinaryDay): Report =>
  reportOfCourse({ day, peakCalls: 420, answered: () => 0.31, kept: 0.62 });
export const withoutCalls = (day = ordinaryDay): Report => reportOf({ from: day });
export const withHiddenSurvey = (day = ordinaryDay): Report =>
  reportOfCourse({ day, peakCalls: 9, answered: () => 0.85, kept: 1, surveyAnswers: 17 });
export const huge = (day = ordinaryDay): Report =>
  reportOfCourse({ day, peakCalls: 28_000, answered: (hour) => (hour < 12 ? 0.7 : 0.9), kept: 0.94 });

/** Seven days from a Monday: five worked, two without a call. */
export function weekFrom(monday: string, course: Omit<Course, 'day'>): { days: Report[]; whole: Report } {
  const dates = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const days = dates.map((day, index) =>
    index < 5 ? reportOfCourse({ ...course, day, peakCalls: course.peakCalls * (1 - index / 10) }) : withoutCalls(day),
  );
  const rules = { id: 'caf', name: 'CAF', timeZone: 'Europe/Paris', queues: [], slotMinutes: 30 };
  const whole = rangeReport(days, {
    rules: { ...rules, retentionDays: { reports: 400 } },
    from: monday,
    to: addDays(monday, 6),
    persons: null,
  });
  return { days, whole };
}
