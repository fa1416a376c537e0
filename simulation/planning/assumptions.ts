import type { Demand } from './demand.ts';

/** What a plan supposes and no file says. Shares are from 0 to 1. */
export interface Assumptions {
  demand: Demand;
  /** Calls that one person makes in a day, those that fail included. */
  callsPerPerson: number;
  /** Callers who leave without an agent, at most: the target of the agents. */
  abandonedAtMost: number;
  /** Callers whom an agent answers, at least: the official rate. */
  answeredAtLeast: number;
  /** Of those to whom a callback is offered, the ones who take it. */
  takeShare: number;
  /** Of those called back, the ones who answer at some attempt. */
  reachedShare: number;
  /** Paid hours of an agent that are not on the line: leave, training, breaks. */
  shrinkage: number;
  openDaysPerMonth: number;
}

/** Sources: the three-per-cent target and the published seats are of one model; 85 %: the inter-ministerial telephone plan of 2023. */
export const usualAssumptions: Omit<Assumptions, 'demand' | 'callsPerPerson'> = {
  abandonedAtMost: 0.03,
  answeredAtLeast: 0.85,
  takeShare: 0.7,
  reachedShare: 0.9,
  shrinkage: 0.3,
  openDaysPerMonth: 21,
};

/** As much work as agents: where about half of the calls of a line fail, this is what simulated weeks bring it down to. */
export const usualLoad = 1;

/** With that load and no callback, people ring nearly twice. Counted calls, however, are taken for as many people unless told otherwise. */
export const usualCallsPerPerson = (demand: Demand): number => (demand.kind === 'load' ? 1.9 : 1);
