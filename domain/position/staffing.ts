import { type ImpatientLine, impatientWait } from './erlang-a.ts';

/** The smallest number of agents with which no more than that share of the calls is abandoned: 0.03 is three in a hundred. */
export function fewestAgents(line: Omit<ImpatientLine, 'agents'>, abandonedAtMost: number): number {
  const suffices = (agents: number): boolean => impatientWait({ ...line, agents }).abandoned <= abandonedAtMost;
  // Even agents who are never free answer no more than one call each in the time of one.
  const never = Math.ceil(line.arrivalRate * line.handleTime * (1 - abandonedAtMost)) - 1;
  let step = 1;
  while (!suffices(never + step)) step *= 2;
  let enough = never + step;
  let tooFew = step === 1 ? never : never + step / 2;
  while (enough - tooFew > 1) {
    const tried = Math.floor((tooFew + enough) / 2);
    if (suffices(tried)) enough = tried;
    else tooFew = tried;
  }
  return enough;
}

/** The greatest arrival rate is told to a millionth. */
const bisections = 20;

/** The greatest arrival rate at which those agents still lose no more than that share of the calls. */
export function greatestArrivalRate(line: Omit<ImpatientLine, 'arrivalRate'>, abandonedAtMost: number): number {
  if (line.agents === 0) return 0;
  let bearable = 0;
  let tooMuch = line.agents / line.handleTime / (1 - abandonedAtMost);
  for (let step = 0; step < bisections; step += 1) {
    const tried = (bearable + tooMuch) / 2;
    if (impatientWait({ ...line, arrivalRate: tried }).abandoned <= abandonedAtMost) bearable = tried;
    else tooMuch = tried;
  }
  return bearable;
}

/** Agents that stay free of callbacks so that the next caller finds one, about half the square root of the load in erlangs. */
export const agentsInReserve = (load: number): number => Math.round(0.5 * Math.sqrt(load));
