import type { Queue, Weekday } from '../../domain/administration/administration.ts';
import { type HalfHour, sum } from './half-hours.ts';

/** Calls for an agent that came between two minutes of a day. */
export interface CountedCalls {
  fromMinutes: number;
  toMinutes: number;
  calls: number;
}

/** Where the number of people who ring comes from: the file of an administration does not have it. */
export type Demand =
  /** Work that all the people bring in a week, as a part of what the file's agents can do in it. */
  | { kind: 'load'; load: number }
  /** Calls for an agent in an hour, on average over the opening hours, on all queues together. */
  | { kind: 'perHour'; callsPerHour: number }
  /** Counted, by queue and day of the week. */
  | { kind: 'counted'; source: string; calls: Record<string, Partial<Record<Weekday, CountedCalls[]>>> };

/**
 * How busy a moment of the opening hours is against their mean, by how much of them is over: most people ring in the first third.
 * An assumption, with the shape that is told of family benefits: 1.6 to 1.8 times the mean in the morning, half of it at closing.
 */
const dayShape: readonly [over: number, busy: number][] = [
  [0, 1.6],
  [0.15, 1.8],
  [0.3, 1.4],
  [0.5, 0.7],
  [0.75, 0.6],
  [1, 0.5],
];
/** Against the mean of the week. An assumption: Mondays are the busiest, Fridays the calmest. */
const weekShape: Partial<Record<Weekday, number>> = {
  monday: 1.15,
  tuesday: 1.05,
  wednesday: 0.95,
  thursday: 0.95,
  friday: 0.9,
};

/** Between two points of the shape, a straight line. */
function busyness(over: number): number {
  const next = dayShape.findIndex(([at]) => at >= over);
  const [toAt, to] = dayShape[Math.max(1, next)] ?? [1, 1];
  const [fromAt, from] = dayShape[Math.max(1, next) - 1] ?? [0, 1];
  return from + ((to - from) * (over - fromAt)) / (toAt - fromAt);
}

/** For each half hour of a queue, its part of the week's calls. */
function weights(halfHours: readonly HalfHour[]): number[] {
  return halfHours.map(({ weekday, fromMinutes, toMinutes }) => {
    const day = halfHours.filter((other) => other.weekday === weekday);
    const before = sum(day.filter((other) => other.fromMinutes < fromMinutes).map(minutesOf));
    const middle = (before + (toMinutes - fromMinutes) / 2) / sum(day.map(minutesOf));
    return busyness(middle) * (weekShape[weekday] ?? 1) * (toMinutes - fromMinutes);
  });
}

export const minutesOf = ({ fromMinutes, toMinutes }: { fromMinutes: number; toMinutes: number }): number =>
  toMinutes - fromMinutes;

/** Calls that the agents of the file can take in all these half hours. */
export const capacityCalls = (halfHours: readonly HalfHour[], { handleTimeSeconds }: Queue): number =>
  sum(halfHours.map((half) => (half.agents * minutesOf(half) * 60) / handleTimeSeconds));

/** A queue with its open half hours. */
export interface OpenQueue {
  id: string;
  queue: Queue;
  halfHours: HalfHour[];
}

/**
 * People who ring for each queue in each of its half hours: calls, over the calls that one person makes. `load` tells people as
 * it is; the other two tell calls. Calls outside the opening hours wait for no agent, and are not counted.
 */
export function personsByQueue(queues: readonly OpenQueue[], demand: Demand, callsPerPerson: number): number[][] {
  if (demand.kind === 'counted') {
    return queues.map(({ id, halfHours }) =>
      halfHours.map((half) => countedIn(demand.calls[id]?.[half.weekday] ?? [], half) / callsPerPerson),
    );
  }
  const capacities = queues.map(({ queue, halfHours }) => capacityCalls(halfHours, queue));
  const hours = queues.map(({ halfHours }) => sum(halfHours.map(minutesOf)) / 60);
  const hourly = capacities.map((capacity, index) => capacity / (hours[index] ?? 1));
  return queues.map(({ halfHours }, index) => {
    const total =
      demand.kind === 'load'
        ? demand.load * (capacities[index] ?? 0)
        : (demand.callsPerHour * (hours[index] ?? 0) * (hourly[index] ?? 0)) / sum(hourly) / callsPerPerson;
    return spread(total, weights(halfHours));
  });
}

function spread(total: number, parts: readonly number[]): number[] {
  const all = sum(parts);
  return parts.map((part) => (total * part) / all);
}

/** Calls of that half hour; those that were counted over other bounds come evenly within them. */
const countedIn = (counted: readonly CountedCalls[], half: HalfHour): number =>
  sum(
    counted.map(({ fromMinutes, toMinutes, calls }) => {
      const shared = Math.min(toMinutes, half.toMinutes) - Math.max(fromMinutes, half.fromMinutes);
      return (Math.max(0, shared) * calls) / (toMinutes - fromMinutes);
    }),
  );
