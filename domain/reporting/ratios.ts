import {
  type Counts,
  type CountKey,
  fewestAnswers,
  type OtherKey,
  type RatioKey,
  ratioKeys,
} from './report-contract.ts';

/** A quotient of counts, each side a sum of them. */
export interface Ratio {
  over: readonly CountKey[];
  under: readonly [CountKey, ...CountKey[]];
  /** Answers of a survey: hidden below the fewest that may be published. */
  isScore?: true;
}

const agentTook = ['answered', 'queuedUnanswered'] as const satisfies readonly CountKey[];

export const ratioCatalogue: Readonly<Record<RatioKey, Ratio>> = {
  answerRate: { over: ['answered'], under: ['callsForAgent'] },
  answerRateWithCallbacks: { over: ['answered', 'answeredByCallback'], under: ['callsForAgent'] },
  globalRate: { over: ['answered', 'informed', 'transferred', 'answeredByCallback'], under: ['callsOpen'] },
  // Who was in a queue, and who was answered without one.
  answeredWithin20Rate: { over: ['answeredWithin20'], under: agentTook },
  answeredWithin60Rate: { over: ['answeredWithin60'], under: agentTook },
  answeredWithin180Rate: { over: ['answeredWithin180'], under: agentTook },
  abandonmentRate: { over: ['abandoned'], under: ['queued'] },
  abandonmentRateRaw: { over: ['queuedUnanswered'], under: ['queued'] },
  balkingRate: { over: ['balked'], under: ['callsForAgent'] },
  redialRate: { over: ['redials'], under: ['callsOfPersons'] },
  callsPerPerson: { over: ['callsOfPersons'], under: ['personDays'] },
  averageSpeedOfAnswerSeconds: { over: ['liveAnswerSeconds'], under: ['answered'] },
  timeToHumanVoiceSeconds: { over: ['voiceSeconds'], under: ['voices'] },
  reachedSameDayRate: { over: ['personsReachedSameDay'], under: ['personDays'] },
  reachedTwoDaysRate: { over: ['personsReachedTwoDays'], under: ['personDaysOfTwoDays'] },
  callbackTakeRate: { over: ['callbacksTaken'], under: ['callbacksOffered'] },
  promiseKeptRate: { over: ['promisesKept'], under: ['promisesSettled'] },
  lateMeanSeconds: { over: ['lateSeconds'], under: ['latePromises'] },
  promiseReachedRate: { over: ['promisesReached'], under: ['promisesSettled'] },
  promiseReachedFirstRate: { over: ['promisesReachedFirst'], under: ['promisesSettled'] },
  announcementHeldRate: { over: ['announcementsHeld'], under: ['announcements'] },
  announcedMeanSeconds: { over: ['announcedSeconds'], under: ['announcements'] },
  announcedWaitedMeanSeconds: { over: ['announcedWaitedSeconds'], under: ['announcements'] },
  smsDeliveredRate: { over: ['smsDelivered'], under: ['smsSent'] },
  surveyOfferRate: { over: ['surveyOffered'], under: ['surveyServed'] },
  surveyResponseRate: { over: ['surveyAnswered'], under: ['surveyOffered'] },
  qualityMean: { over: ['qualitySum'], under: ['surveyAnswered'], isScore: true },
  satisfactionRate: { over: ['satisfied'], under: ['surveyAnswered'], isScore: true },
  gotAnswerRate: { over: ['gotAnswer'], under: ['gotAnswerAsked'], isScore: true },
  emittedPerReceived: { over: ['callsEmitted'], under: ['calls'] },
  connectServiceLevel20: { over: ['removedFromQueueWithin20'], under: ['queued'] },
};

const total = (counts: Counts, keys: readonly CountKey[]): number => keys.reduce((sum, key) => sum + counts[key], 0);

function ratio(counts: Counts, key: RatioKey): number | null {
  const { over, under, isScore } = ratioCatalogue[key];
  const whole = total(counts, under);
  if (whole === 0 || (isScore && whole < fewestAnswers)) return null;
  return total(counts, over) / whole;
}

export const ratios = (counts: Counts): Record<RatioKey, number | null> =>
  Object.fromEntries(ratioKeys.map((key) => [key, ratio(counts, key)])) as Record<RatioKey, number | null>;

/** The quantile of the normal distribution that leaves 2.5 % on each side. */
export const zNinetyFivePercent = 1.959963984540054;

/**
 * Wilson's score interval, 95 %, of k successes in n: the shares that would give k not too rarely. It stays within 0 and 1, also where all
 * or none are satisfied. E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (1927), 209-212. Undefined for n = 0.
 */
export function wilsonInterval(successes: number, of: number): { low: number; high: number } {
  const z2 = zNinetyFivePercent ** 2;
  const share = successes / of;
  const centre = share + z2 / (2 * of);
  const margin = zNinetyFivePercent * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  const scale = 1 + z2 / of;
  return { low: Math.max(0, (centre - margin) / scale), high: Math.min(1, (centre + margin) / scale) };
}

export type IntervalKey = Extract<OtherKey, `${string}Low` | `${string}High`>;
/** Which bound of which share. */
export const intervalCatalogue: Readonly<
  Record<IntervalKey, { bound: 'low' | 'high'; over: CountKey; under: CountKey }>
> = {
  satisfactionLow: { bound: 'low', over: 'satisfied', under: 'surveyAnswered' },
  satisfactionHigh: { bound: 'high', over: 'satisfied', under: 'surveyAnswered' },
  gotAnswerLow: { bound: 'low', over: 'gotAnswer', under: 'gotAnswerAsked' },
  gotAnswerHigh: { bound: 'high', over: 'gotAnswer', under: 'gotAnswerAsked' },
};

export const intervals = (counts: Counts): Record<IntervalKey, number | null> =>
  Object.fromEntries(
    Object.entries(intervalCatalogue).map(([key, { bound, over, under }]) => [
      key,
      counts[under] < fewestAnswers ? null : wilsonInterval(counts[over], counts[under])[bound],
    ]),
  ) as Record<IntervalKey, number | null>;
