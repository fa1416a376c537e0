import type { Administration, Weekday } from '../domain/administration/administration.ts';
import type { Assumptions } from './planning/assumptions.ts';
import { addFates, balanceDay, type DayBalance, type Fates } from './planning/day-balance.ts';
import { capacityCalls, type OpenQueue, personsByQueue } from './planning/demand.ts';
import { halfHoursOf, sum } from './planning/half-hours.ts';
import { lineCosts, type LineCosts } from './planning/line-costs.ts';
import { pool, type PooledHalfHour } from './planning/pooled.ts';
import type { Prices } from './planning/prices.ts';
import { countriesToAskFor, type Quota, quotasOf } from './planning/quotas.ts';
import { planHalfHour, type PlannedHalfHour } from './planning/staffing.ts';

/** What one queue needs in an ordinary week. */
export interface QueuePlan {
  halfHours: PlannedHalfHour[];
  days: DayBalance[];
  /** Work of the week's people over what the agents can do. */
  load: number;
  worstDay: Weekday;
  /** The day in the middle, by work over agents. */
  typicalDay: Weekday;
  withoutCallbacks: Fates;
  withCallbacks: Fates;
}

/** What an administration needs to open its line: everything that `npm run plan` prints. */
export interface Plan {
  administration: string;
  name: string;
  assumptions: Assumptions;
  queues: Record<string, QueuePlan>;
  /** Half hours in which all queues are open, with all agents for all of them. */
  pooled: PooledHalfHour[];
  /** All queues together. */
  week: { load: number; withoutCallbacks: Fates; withCallbacks: Fates };
  quotas: Quota[];
  /** ISO codes of the countries that outbound calls must be allowed to, beside France. */
  countries: string[];
  costs: LineCosts;
  prices: Prices;
}

/**
 * Agents, seats, quotas and costs of an administration's line, from its file and what is supposed beside it. Queues are planned each with its
 * own agents, as the file has them. Expected values of a steady state within each half hour: queues that grow from one to the next, and people who
 * ring again, are for a simulation.
 * @param linesOfAccount lines that share its AWS account and region, itself included
 */
export function plan(
  administration: Administration,
  assumptions: Assumptions,
  prices: Prices,
  { linesOfAccount = 1 } = {},
): Plan {
  const open: OpenQueue[] = Object.entries(administration.queues).map(([id, queue]) => ({
    id,
    queue,
    halfHours: halfHoursOf(administration, queue),
  }));
  const persons = personsByQueue(open, assumptions.demand, assumptions.callsPerPerson);
  const planned = open.map((queue, index) => planQueue(queue, persons[index] ?? [], assumptions));
  const queues = Object.fromEntries(open.map(({ id }, index) => [id, planned[index] as QueuePlan]));
  const openDays = new Set(open.flatMap(({ halfHours }) => halfHours.map(({ weekday }) => weekday))).size;
  const weeksPerMonth = assumptions.openDaysPerMonth / openDays;
  const costs = lineCosts(
    administration,
    open.map(({ queue }, index) => ({ queue, ...(planned[index] as QueuePlan) })),
    prices,
    weeksPerMonth,
  );
  return {
    administration: administration.id,
    name: administration.name,
    assumptions,
    queues,
    pooled: pool(
      open,
      planned.map(({ halfHours }) => halfHours),
      assumptions,
    ),
    week: {
      load: weekLoad(open, persons),
      withoutCallbacks: addFates(planned.map(({ withoutCallbacks }) => withoutCallbacks)),
      withCallbacks: addFates(planned.map(({ withCallbacks }) => withCallbacks)),
    },
    quotas: quotasOf(
      administration,
      Object.fromEntries(open.map(({ id }, index) => [id, planned[index]?.halfHours ?? []])),
      assumptions,
      { smsUsdPerMonth: smsOfWeek(planned, assumptions) * prices.smsPart.usd * weeksPerMonth, linesOfAccount },
    ),
    countries: countriesToAskFor(administration),
    costs,
    prices,
  };
}

function planQueue({ queue, halfHours }: OpenQueue, persons: readonly number[], assumptions: Assumptions): QueuePlan {
  const planned = halfHours.map((half, index) => planHalfHour(queue, half, persons[index] ?? 0, assumptions));
  const weekdays = [...new Set(planned.map(({ weekday }) => weekday))];
  const days = weekdays.map((weekday) =>
    balanceDay(
      queue,
      planned.filter((half) => half.weekday === weekday),
      assumptions,
    ),
  );
  const byLoad = days.toSorted((a, b) => a.load - b.load);
  return {
    halfHours: planned,
    days,
    load: sum(persons) / capacityCalls(halfHours, queue),
    worstDay: byLoad.at(-1)?.weekday ?? 'monday',
    typicalDay: byLoad[Math.floor((byLoad.length - 1) / 2)]?.weekday ?? 'monday',
    withoutCallbacks: addFates(days.map(({ withoutCallbacks }) => withoutCallbacks)),
    withCallbacks: addFates(days.map(({ withCallbacks }) => withCallbacks)),
  };
}

/** Of all queues: agents' time that the people take, over the agents' time that there is. */
function weekLoad(open: readonly OpenQueue[], persons: readonly number[][]): number {
  const work = open.map(({ queue }, index) => sum(persons[index] ?? []) * queue.handleTimeSeconds);
  const capacity = open.map(({ queue, halfHours }) => capacityCalls(halfHours, queue) * queue.handleTimeSeconds);
  return sum(work) / sum(capacity);
}

/** Two SMS for each callback, if all that the file sells are taken by all who would: a limit on spending must not stop them. */
const smsOfWeek = (planned: readonly QueuePlan[], { takeShare }: Assumptions): number =>
  sum(planned.flatMap(({ days }) => days.map((day) => 2 * Math.min(day.seatsOfFile, day.persons * takeShare))));
