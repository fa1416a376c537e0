import type { Administration, Queue } from '../../domain/administration/administration.ts';
import { type Cost, costOf, lineKindOf, type LineKind, type Usage } from './costs.ts';
import type { Fates } from './day-balance.ts';
import { sum } from './half-hours.ts';
import type { Prices } from './prices.ts';

/** Before the queue: the greeting, a subject or two. The whole call in which an hour is booked. What a callback says before the agent. */
const menuMinutes = 0.5;
const bookingMinutes = 1;
const callbackGreetingMinutes = 0.5;

/** Of an ordinary week, everybody ringing once. */
interface WeekCost extends Cost {
  usage: Usage;
  perMonthUsd: number;
}

export interface LineCosts {
  lineKind: LineKind;
  withoutCallbacks: WeekCost;
  withCallbacks: WeekCost;
}

/** The fates of a week, by queue. */
export interface WeekOfQueue {
  queue: Queue;
  withoutCallbacks: Fates;
  withCallbacks: Fates;
}

export function lineCosts(
  { publicNumber }: Administration,
  weeks: readonly WeekOfQueue[],
  prices: Prices,
  weeksPerMonth: number,
): LineCosts {
  const lineKind = lineKindOf(publicNumber);
  const costOfAll = (usages: Usage[]): WeekCost => {
    const usage = addUsages(usages);
    const cost = costOf(usage, prices, lineKind);
    return { usage, ...cost, perMonthUsd: cost.totalUsd * weeksPerMonth };
  };
  return {
    lineKind,
    withoutCallbacks: costOfAll(weeks.map(({ queue, withoutCallbacks }) => usageOfWeek(queue, withoutCallbacks))),
    withCallbacks: costOfAll(weeks.map(({ queue, withCallbacks }) => usageOfWeek(queue, withCallbacks))),
  };
}

/** Talking is taken as long as the file's handle time, although that holds the work after the call as well: an upper bound. */
function usageOfWeek({ handleTimeSeconds }: Queue, fates: Fates): Usage {
  const talkMinutes = handleTimeSeconds / 60;
  return {
    calls: fates.persons,
    personsServed: fates.answered + fates.reached,
    inboundMinutes:
      (fates.answered + fates.lost) * menuMinutes +
      fates.lineMinutes +
      fates.answered * talkMinutes +
      fates.booked * bookingMinutes,
    outboundMinutes: fates.reached * (talkMinutes + callbackGreetingMinutes),
    smsParts: fates.booked + fates.reached,
  };
}

const addUsages = (usages: readonly Usage[]): Usage => ({
  calls: sum(usages.map(({ calls }) => calls)),
  personsServed: sum(usages.map(({ personsServed }) => personsServed)),
  inboundMinutes: sum(usages.map(({ inboundMinutes }) => inboundMinutes)),
  outboundMinutes: sum(usages.map(({ outboundMinutes }) => outboundMinutes)),
  smsParts: sum(usages.map(({ smsParts }) => smsParts)),
});
