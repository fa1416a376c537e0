import type { Administration } from '../../domain/administration/administration.ts';
import { livedOn, lineOf, type PlannedHalfHour } from './staffing.ts';
import type { Assumptions } from './assumptions.ts';
import { minutesOf } from './demand.ts';
import { sum } from './half-hours.ts';

/** A quota of AWS, what the plan needs of it, and whether to ask for more. Defaults: Amazon Connect service quotas, 2026. */
export interface Quota {
  quota: QuotaName;
  byDefault: number;
  /** Rounded up to what one would ask for, in the unit of the default. */
  needed: number;
  ask: boolean;
}

export const quotaNames = [
  'concurrentCalls',
  'concurrentChats',
  'startOutboundVoiceContactPerSecond',
  'getContactMetricsPerSecond',
  'getCurrentMetricDataPerSecond',
  'describeContactPerSecond',
  'smsSpendingUsdPerMonth',
  'users',
  'lambdaConcurrency',
  'instances',
] as const;
export type QuotaName = (typeof quotaNames)[number];

const defaults: Record<QuotaName, number> = {
  concurrentCalls: 10,
  concurrentChats: 500,
  startOutboundVoiceContactPerSecond: 2,
  getContactMetricsPerSecond: 2,
  getCurrentMetricDataPerSecond: 5,
  describeContactPerSecond: 10,
  smsSpendingUsdPerMonth: 1,
  users: 500,
  lambdaConcurrency: 1000,
  instances: 2,
};

/** Minutes of a call in menus and in the survey, beside waiting and talking. */
const menuAndSurveyMinutes = 1.5;
/** Functions that a call asks, and the seconds that one of them may take when it is cold: measured 11 in the longest journeys. */
const functionsPerCall = 11;
const coldSeconds = 1;
/** A caller who waits is told the place again about this often. */
const secondsBetweenAnnouncements = 60;
/** A callback is described when it ends and by passes meanwhile; where those who were never served are asked, so is every call. */
const describedPerCallback = 3;
const describedPerCall = 2;
/** Each guide on an agent's screen is a chat to Connect, and so is what it is opened by. */
const chatsPerAgent = 2;
/** Of the dispatcher and of the shared reading of all queues, at most once in fifteen seconds. */
const readingsPerSecond = 0.1;
/** Above its mean a number of independent calls is found once in a thousand moments. */
const deviations = 3;

/** All queues of a line in the same half hour: queues that open at different minutes meet in the later one. */
interface Peak {
  callsPerSecond: number;
  concurrent: number;
  waiting: number;
}

export function quotasOf(
  { queues, quotas, sms, survey }: Administration,
  planned: Record<string, readonly PlannedHalfHour[]>,
  { callsPerPerson, shrinkage }: Assumptions,
  { smsUsdPerMonth, linesOfAccount }: { smsUsdPerMonth: number; linesOfAccount: number },
): Quota[] {
  const entries = Object.entries(planned).flatMap(([id, halfHours]) => {
    const queue = queues[id];
    if (queue === undefined) throw new Error(`no queue ${id}`);
    return halfHours.map((half) => ({ queue, half }));
  });
  const moments = [...new Set(entries.map(({ half }) => momentOf(half)))];
  const peaks = moments.map((moment): Peak => {
    const those = entries.filter(({ half }) => momentOf(half) === moment);
    const lines = those.map(({ queue, half }) => {
      const agents = Math.max(half.agents, half.agentsForTarget);
      return { half, line: lineOf(queue, half, half.persons * callsPerPerson), talking: agents };
    });
    const callsPerSecond = sum(lines.map(({ line }) => line.arrivalRate));
    const waiting = sum(lines.map(({ line }) => livedOn(line).meanQueue));
    const mean = sum(lines.map(({ talking }) => talking)) + waiting + callsPerSecond * menuAndSurveyMinutes * 60;
    return { callsPerSecond, waiting, concurrent: mean + deviations * Math.sqrt(mean) };
  });
  const most = (value: (peak: Peak) => number): number => Math.max(...peaks.map(value));
  const callsPerSecond = most((peak) => peak.callsPerSecond);
  const busiest = Math.max(...moments.map((moment) => callbacksPerSecond(entries, moment)));
  const atWork = Math.max(...moments.map((moment) => agentsAtWork(entries, moment)));
  const needed: Record<QuotaName, number> = {
    concurrentCalls: roundedUp(
      most((peak) => peak.concurrent),
      10,
    ),
    concurrentChats: Object.keys(sms.texts).length === 0 ? 0 : roundedUp(atWork * chatsPerAgent, 10),
    startOutboundVoiceContactPerSecond: Math.max(quotas.outboundCallsPerSecond ?? 1, roundedUp(busiest, 1)),
    getContactMetricsPerSecond: roundedUp(most((peak) => peak.waiting) / secondsBetweenAnnouncements, 1),
    getCurrentMetricDataPerSecond: roundedUp(readingsPerSecond * linesOfAccount, 1),
    describeContactPerSecond: roundedUp(
      busiest * describedPerCallback + (survey.afterNoAnswer ? callsPerSecond * describedPerCall : 0),
      1,
    ),
    smsSpendingUsdPerMonth: roundedUp(smsUsdPerMonth, 10),
    users: roundedUp(atWork / (1 - shrinkage), 10),
    lambdaConcurrency: roundedUp(callsPerSecond * functionsPerCall * coldSeconds * deviations, 10),
    instances: linesOfAccount,
  };
  return quotaNames.map((quota) => ({
    quota,
    byDefault: defaults[quota],
    needed: needed[quota],
    ask: needed[quota] > defaults[quota],
  }));
}

interface Entry {
  half: PlannedHalfHour;
}
const momentOf = ({ weekday, fromMinutes }: PlannedHalfHour): string => `${weekday} ${Math.floor(fromMinutes / 30)}`;
const at = (entries: readonly Entry[], moment: string): PlannedHalfHour[] =>
  entries.filter(({ half }) => momentOf(half) === moment).map(({ half }) => half);

/** Callbacks of that half hour, as the file and as the rule would have them, two attempts each, all dialled in the first third of it. */
const callbacksPerSecond = (entries: readonly Entry[], moment: string): number =>
  sum(at(entries, moment).map((half) => (Math.max(half.seats, half.seatsOfFile) * 2 * 3) / (minutesOf(half) * 60)));

const agentsAtWork = (entries: readonly Entry[], moment: string): number =>
  sum(at(entries, moment).map((half) => Math.max(half.agents, half.agentsForTarget)));

const roundedUp = (value: number, unit: number): number => Math.ceil(value / unit - 1e-9) * unit;

/** Countries that are called back and written to, beside France, which instances in Europe may call from the first day. */
export const countriesToAskFor = ({ sms }: Administration): string[] =>
  sms.countries.filter((country) => country !== 'FR');
