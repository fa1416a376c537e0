import { type CountKey, fewestAnswers, type OtherKey, type RatioKey } from '../../domain/reporting/report-contract.ts';

type Counts = Record<CountKey, number>;
/** What shares are drawn from besides the counts. */
export interface Waits {
  /** Of each call that led to one, seconds to a human voice. */
  voices: readonly number[];
  /** Distinct, over the day. */
  persons: number;
}

const over = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Written a second time, as the counts are, from the formulas of docs/metrics.md. */
export function recomputedShares(of: Counts, { voices, persons }: Waits): Record<RatioKey | OtherKey, number | null> {
  const inQueue = of.answered + of.queuedUnanswered;
  const hidden = (part: number, whole: number): number | null => (whole < fewestAnswers ? null : over(part, whole));
  const [satisfactionLow, satisfactionHigh] = wilson(of.satisfied, of.surveyAnswered);
  const [gotAnswerLow, gotAnswerHigh] = wilson(of.gotAnswer, of.gotAnswerAsked);
  return {
    answerRate: over(of.answered, of.callsForAgent),
    answerRateWithCallbacks: over(of.answered + of.answeredByCallback, of.callsForAgent),
    globalRate: over(of.answered + of.informed + of.transferred + of.answeredByCallback, of.callsOpen),
    answeredWithin20Rate: over(of.answeredWithin20, inQueue),
    answeredWithin60Rate: over(of.answeredWithin60, inQueue),
    answeredWithin180Rate: over(of.answeredWithin180, inQueue),
    abandonmentRate: over(of.abandoned, of.queued),
    abandonmentRateRaw: over(of.queuedUnanswered, of.queued),
    balkingRate: over(of.balked, of.callsForAgent),
    redialRate: over(of.redials, of.callsOfPersons),
    callsPerPerson: over(of.callsOfPersons, of.personDays),
    averageSpeedOfAnswerSeconds: over(of.liveAnswerSeconds, of.answered),
    timeToHumanVoiceSeconds: over(of.voiceSeconds, of.voices),
    reachedSameDayRate: over(of.personsReachedSameDay, of.personDays),
    reachedTwoDaysRate: over(of.personsReachedTwoDays, of.personDaysOfTwoDays),
    callbackTakeRate: over(of.callbacksTaken, of.callbacksOffered),
    promiseKeptRate: over(of.promisesKept, of.promisesSettled),
    lateMeanSeconds: over(of.lateSeconds, of.latePromises),
    promiseReachedRate: over(of.promisesReached, of.promisesSettled),
    promiseReachedFirstRate: over(of.promisesReachedFirst, of.promisesSettled),
    announcementHeldRate: over(of.announcementsHeld, of.announcements),
    announcedMeanSeconds: over(of.announcedSeconds, of.announcements),
    announcedWaitedMeanSeconds: over(of.announcedWaitedSeconds, of.announcements),
    smsDeliveredRate: over(of.smsDelivered, of.smsSent),
    surveyOfferRate: over(of.surveyOffered, of.surveyServed),
    surveyResponseRate: over(of.surveyAnswered, of.surveyOffered),
    qualityMean: hidden(of.qualitySum, of.surveyAnswered),
    satisfactionRate: hidden(of.satisfied, of.surveyAnswered),
    gotAnswerRate: hidden(of.gotAnswer, of.gotAnswerAsked),
    emittedPerReceived: over(of.callsEmitted, of.calls),
    connectServiceLevel20: over(of.removedFromQueueWithin20, of.queued),
    persons,
    timeToHumanVoiceMedianSeconds: nearestRank(voices, 0.5),
    timeToHumanVoiceNinetyPercentSeconds: nearestRank(voices, 0.9),
    satisfactionLow,
    satisfactionHigh,
    gotAnswerLow,
    gotAnswerHigh,
  };
}

/** As Wilson wrote it: the roots of (p - x)² = z² x (1 - x) / n, hidden below 30 answers. */
function wilson(yes: number, n: number): [number | null, number | null] {
  if (n < fewestAnswers) return [null, null];
  const z2 = 1.959963984540054 ** 2;
  const p = yes / n;
  const [a, b, c] = [1 + z2 / n, -(2 * p + z2 / n), p ** 2];
  const root = Math.sqrt(b ** 2 - 4 * a * c);
  return [(-b - root) / (2 * a), (-b + root) / (2 * a)];
}

const toNextTen = (seconds: number): number => Math.ceil(seconds / 10) * 10;

function nearestRank(seconds: readonly number[], share: number): number | null {
  const sorted = seconds.map(toNextTen).toSorted((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null;
}

export const distributionOf = (seconds: readonly number[]): Record<string, number> =>
  countedBy(seconds, (each) => String(toNextTen(each)));

/** How many there are of each name; none of the empty one. */
export function countedBy<T>(all: readonly T[], nameOf: (each: T) => string | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of all.map(nameOf)) if (name) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
