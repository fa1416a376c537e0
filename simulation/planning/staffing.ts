import type { Queue } from '../../domain/administration/administration.ts';
import { seatsOfAgents } from '../../domain/callback/slots.ts';
import { type ImpatientLine, impatientWait, impatientWithin } from '../../domain/position/erlang-a.ts';
import { agentsInReserve, fewestAgents } from '../../domain/position/staffing.ts';
import type { Assumptions } from './assumptions.ts';
import { minutesOf } from './demand.ts';
import type { HalfHour } from './half-hours.ts';

/** What callers live in a half hour with so many agents and without callbacks, each person ringing once. */
export interface Lived {
  /** Share of the callers that leave without an agent. */
  abandoned: number;
  /** Mean wait of all callers, whether an agent or leaving ended it. */
  meanWaitSeconds: number;
  /** Share that an agent answers within twenty seconds. */
  answeredWithin20: number;
  /** Callers who wait, on average. */
  meanQueue: number;
  /** Share of the agents' time on calls. */
  occupancy: number;
}

/** A half hour of a queue, with the people who ring in it. */
export interface PlannedHalfHour extends HalfHour {
  persons: number;
  /** Calls that would be under way if everybody were answered: erlangs. */
  load: number;
  /** Fewest agents for the target, and for the official rate. */
  agentsForTarget: number;
  agentsForOfficialRate: number;
  /** Those that the file does not staff. */
  missingForTarget: number;
  missingForOfficialRate: number;
  lived: Lived;
  /** Callbacks that can be promised in it and cost the next caller nothing: floor(slot / handle time × (agents − agents for the target)). */
  seats: number;
  /** Agents to be left free of callbacks. */
  reserve: number;
  /** What `callback.share` would be to sell these seats; 0 where there is nothing to sell. */
  share: number;
}

/** Arrivals a second in that half hour. */
export const lineOf = (queue: Queue, half: HalfHour, persons: number): ImpatientLine => ({
  arrivalRate: persons / (minutesOf(half) * 60),
  handleTime: queue.handleTimeSeconds,
  agents: half.agents,
  patience: queue.patienceSeconds,
});

export function livedOn(line: ImpatientLine): Lived {
  const { abandoned, meanWait, meanQueue, occupancy } = impatientWait(line);
  const { answered } = impatientWithin(line, 20);
  return { abandoned, meanWaitSeconds: meanWait, answeredWithin20: answered, meanQueue, occupancy };
}

export function planHalfHour(queue: Queue, half: HalfHour, persons: number, wished: Assumptions): PlannedHalfHour {
  const line = lineOf(queue, half, persons);
  const agentsForTarget = fewestAgents(line, wished.abandonedAtMost);
  const agentsForOfficialRate = fewestAgents(line, 1 - wished.answeredAtLeast);
  const spare = Math.max(0, half.agents - agentsForTarget);
  const load = line.arrivalRate * line.handleTime;
  return {
    ...half,
    persons,
    load,
    agentsForTarget,
    agentsForOfficialRate,
    missingForTarget: Math.max(0, agentsForTarget - half.agents),
    missingForOfficialRate: Math.max(0, agentsForOfficialRate - half.agents),
    lived: livedOn(line),
    seats: Math.floor(seatsOfAgents(minutesOf(half), queue, spare) * half.windows),
    reserve: agentsInReserve(load),
    share: half.agents === 0 ? 0 : spare / half.agents,
  };
}
