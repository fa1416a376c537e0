import type { Weekday } from '../../domain/administration/administration.ts';
import { fewestAgents } from '../../domain/position/staffing.ts';
import type { Assumptions } from './assumptions.ts';
import { minutesOf, type OpenQueue } from './demand.ts';
import { sum } from './half-hours.ts';
import type { PlannedHalfHour } from './staffing.ts';

/** A half hour in which all queues are open, their agents taken together: on this line every agent serves every queue. */
export interface PooledHalfHour {
  weekday: Weekday;
  from: string;
  to: string;
  agents: number;
  agentsForTarget: number;
  missingForTarget: number;
}

/**
 * The line as if it were one queue, with the mean of the handle times and of the rates at which callers lose patience, each by its calls.
 * A mean of exponential laws is taken for one: with queues as alike as those of one line, agents come out right to one or two.
 */
export function pool(
  queues: readonly OpenQueue[],
  planned: readonly (readonly PlannedHalfHour[])[],
  { abandonedAtMost }: Assumptions,
): PooledHalfHour[] {
  const [first = [], ...others] = planned;
  return first.flatMap((half) => {
    const alike = others.map((rows) => rows.find((row) => isSameTime(row, half)));
    const halves = [half, ...alike.filter((row) => row !== undefined)];
    if (halves.length < planned.length) return [];
    const persons = sum(halves.map((row) => row.persons));
    const weighted = (value: (queue: OpenQueue['queue']) => number): number =>
      sum(halves.map((row, index) => row.persons * value((queues[index] as OpenQueue).queue))) / persons;
    const agents = sum(halves.map((row) => row.agents));
    const agentsForTarget =
      persons === 0
        ? 0
        : fewestAgents(
            {
              arrivalRate: persons / (minutesOf(half) * 60),
              handleTime: weighted((queue) => queue.handleTimeSeconds),
              patience: 1 / weighted((queue) => 1 / queue.patienceSeconds),
            },
            abandonedAtMost,
          );
    const { weekday, from, to } = half;
    const missingForTarget = Math.max(0, agentsForTarget - agents);
    return [{ weekday, from, to, agents, agentsForTarget, missingForTarget }];
  });
}

const isSameTime = (a: PlannedHalfHour, b: PlannedHalfHour): boolean =>
  a.weekday === b.weekday && a.from === b.from && a.to === b.to;
