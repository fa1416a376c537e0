import type { Queue, Weekday } from '../../domain/administration/administration.ts';
import { impatientWait } from '../../domain/position/erlang-a.ts';
import { greatestArrivalRate } from '../../domain/position/staffing.ts';
import type { Assumptions } from './assumptions.ts';
import { minutesOf } from './demand.ts';
import { sum } from './half-hours.ts';
import { lineOf, type PlannedHalfHour } from './staffing.ts';

/** What becomes of a day's people, each of whom rings once. People and minutes are expected values, not whole numbers. */
export interface Fates {
  persons: number;
  /** Answered on the line by an agent. */
  answered: number;
  /** Promised a callback later that day; 0 without callbacks. */
  booked: number;
  /** Of these, talked with an agent. */
  reached: number;
  /** Left without an agent and without a promise. */
  lost: number;
  /** Spent waiting on the telephone, by all of them together. */
  lineMinutes: number;
}

/** One day of a queue, without and with callbacks. */
export interface DayBalance {
  weekday: Weekday;
  persons: number;
  /** Time of the file's agents. */
  agentMinutes: number;
  /** Work of the day's people over what its agents can do: above 1, callbacks serve nobody who would not be served without. */
  load: number;
  /** Agents that would have to be added in every half hour for the work to be no more than they can do. */
  agentsMissingAllDay: number;
  /** Agents missing in the worst half hour, for the target and for the official rate. */
  mostMissingForTarget: number;
  mostMissingForOfficialRate: number;
  /** People above what the agents of their half hour bear, and seats in the half hours that bear more. */
  surplus: number;
  seats: number;
  /** What the file sells on the day itself. */
  seatsOfFile: number;
  withoutCallbacks: Fates;
  withCallbacks: Fates;
}

export function balanceDay(queue: Queue, day: readonly PlannedHalfHour[], assumptions: Assumptions): DayBalance {
  const agentMinutes = sum(day.map((half) => half.agents * minutesOf(half)));
  const work = sum(day.map((half) => half.load * minutesOf(half)));
  const surplus = day.map((half) => surplusOf(queue, half, assumptions));
  const booked = promise(day, surplus, assumptions);
  const reached = sum(booked) * assumptions.reachedShare;
  return {
    weekday: day[0]?.weekday ?? 'monday',
    persons: sum(day.map(({ persons }) => persons)),
    agentMinutes,
    load: agentMinutes === 0 ? Infinity : work / agentMinutes,
    agentsMissingAllDay: Math.max(0, Math.ceil((work - agentMinutes) / sum(day.map(minutesOf)) - 1e-9)),
    mostMissingForTarget: Math.max(...day.map((half) => half.missingForTarget)),
    mostMissingForOfficialRate: Math.max(...day.map((half) => half.missingForOfficialRate)),
    surplus: sum(surplus),
    seats: sum(day.map(({ seats }) => seats)),
    seatsOfFile: sum(day.map(({ seatsOfFile }) => seatsOfFile)),
    withoutCallbacks: fates(queue, day, () => 0, 0),
    withCallbacks: fates(queue, day, (index) => booked[index] ?? 0, reached),
  };
}

/** People beyond the most that the half hour's agents answer within the target. */
function surplusOf(queue: Queue, half: PlannedHalfHour, { abandonedAtMost }: Assumptions): number {
  if (half.missingForTarget === 0) return 0;
  const line = lineOf(queue, half, half.persons);
  return Math.max(0, half.persons - greatestArrivalRate(line, abandonedAtMost) * minutesOf(half) * 60);
}

/**
 * How many people of each half hour are promised a later seat of the day, the soonest first. No more than take what is offered,
 * and no seat of the half hour in which they ring.
 */
function promise(day: readonly PlannedHalfHour[], surplus: readonly number[], { takeShare }: Assumptions): number[] {
  const free = day.map(({ seats }) => seats);
  return day.map(({ persons }, index) => {
    let wanted = Math.min(surplus[index] ?? 0, persons * takeShare);
    let promised = 0;
    for (let later = index + 1; later < day.length && wanted > 0; later += 1) {
      const taken = Math.min(wanted, free[later] ?? 0);
      free[later] = (free[later] ?? 0) - taken;
      wanted -= taken;
      promised += taken;
    }
    return promised;
  });
}

/** Those who are promised a callback hang up; the others wait as Erlang A says. */
function fates(
  queue: Queue,
  day: readonly PlannedHalfHour[],
  bookedIn: (index: number) => number,
  reached: number,
): Fates {
  const lines = day.map((half, index) => {
    const staying = half.persons - bookedIn(index);
    const { abandoned, meanWait } = impatientWait(lineOf(queue, half, staying));
    return { answered: staying * (1 - abandoned), lost: staying * abandoned, lineMinutes: (staying * meanWait) / 60 };
  });
  return {
    persons: sum(day.map(({ persons }) => persons)),
    answered: sum(lines.map(({ answered }) => answered)),
    booked: sum(day.map((_, index) => bookedIn(index))),
    reached,
    lost: sum(lines.map(({ lost }) => lost)),
    lineMinutes: sum(lines.map(({ lineMinutes }) => lineMinutes)),
  };
}

export const addFates = (all: readonly Fates[]): Fates => ({
  persons: sum(all.map(({ persons }) => persons)),
  answered: sum(all.map(({ answered }) => answered)),
  booked: sum(all.map(({ booked }) => booked)),
  reached: sum(all.map(({ reached }) => reached)),
  lost: sum(all.map(({ lost }) => lost)),
  lineMinutes: sum(all.map(({ lineMinutes }) => lineMinutes)),
});
