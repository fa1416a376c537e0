import type { Queue } from './administration.ts';
import { minutesRange } from './opening-hours.ts';

/** Agents that the file staffs for the queue at that minute of the local day: those of the range it falls in, else the default. */
export function agentsOnDuty(queue: Queue, minutes: number): number {
  const { default: usual, ...ranges } = queue.agents;
  for (const [range, agents] of Object.entries(ranges)) {
    const { fromMinutes, toMinutes } = minutesRange(range);
    if (fromMinutes <= minutes && minutes < toMinutes) return agents;
  }
  return usual;
}

/** The fewest agents that the file staffs at any minute from `fromMinutes` to before `toMinutes`. */
export function fewestOnDuty(queue: Queue, fromMinutes: number, toMinutes: number): number {
  const changes = Object.keys(queue.agents)
    .filter((range) => range !== 'default')
    .flatMap((range) => Object.values(minutesRange(range)))
    .filter((minutes) => fromMinutes < minutes && minutes < toMinutes);
  return Math.min(...[fromMinutes, ...changes].map((minutes) => agentsOnDuty(queue, minutes)));
}
