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
