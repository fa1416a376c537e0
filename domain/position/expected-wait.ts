/** What a caller's wait depends on. */
export interface QueueLoad {
  /** Callers who will be served before this one. */
  callersAhead: number;
  /** Agents staffed for the queue: online and neither on a break nor in error. */
  agents: number;
  /** Those of them who are free now. */
  agentsAvailable: number;
  /** Callbacks promised in the current slot: agents will be taken by them. */
  seatsDue: number;
  slotSeconds: number;
  handleTimeSeconds: number;
  /** Mean time a caller would wait before giving up. */
  patienceSeconds: number;
  /** Part of the queue that is on the line, 0 to 1: a kept place does not hang up. */
  shareOnLine: number;
}

/** Mean and quantiles of the wait, in seconds; `Infinity` where the booked callbacks take every agent. */
export interface ExpectedWait {
  meanSeconds: number;
  /** Half of the callers in this place wait less. */
  medianSeconds: number;
  /** Four in five wait less. */
  likelySeconds: number;
}

/** Standard normal quantiles. */
const medianZ = 0;
const fourInFiveZ = 0.8416;

/** Callers served a second: s·μ, where the callbacks due in the slot, spread over it, are taken from the agents' rate. */
function servedPerSecond(load: QueueLoad): number {
  return Math.max(0, load.agents / load.handleTimeSeconds - load.seatsDue / load.slotSeconds);
}

/**
 * The conditional mean of the wait with abandonment, in seconds: ln(1 + (Q+1)·θ/(s·μ))/θ, the integral form of
 * Σ 1/(s·μ + i·θ), i = 0…Q (QLm: Ibrahim and Whitt, Management Science 55(10), 2009). It is below that sum by less than 1/(s·μ).
 */
function meanWaitSeconds(callersAhead: number, perSecond: number, leavingPerSecond: number): number {
  const unhurried = (callersAhead + 1) / perSecond;
  return leavingPerSecond === 0 ? unhurried : Math.log1p(unhurried * leavingPerSecond) / leavingPerSecond;
}

/** Variance of the same law, Σ 1/(s·μ + i·θ)², as its integral. */
function waitVariance(callersAhead: number, perSecond: number, leavingPerSecond: number): number {
  const places = callersAhead + 1;
  return places / (perSecond * (perSecond + places * leavingPerSecond));
}

/**
 * Quantile of a positive law of that mean and variance, taken as a gamma law, by Wilson and Hilferty's cube
 * (PNAS 17, 1931). The wait is a sum of independent exponentials: against its exact law the probability is within 0.05
 * from ten agents on.
 */
function quantileSeconds(mean: number, variance: number, z: number): number {
  const spread = variance / (9 * mean * mean);
  return mean * Math.max(0, 1 - spread + z * Math.sqrt(spread)) ** 3;
}

/** The wait of a caller in that place; undefined where no agent is staffed: nothing is known then. */
export function expectedWait(load: QueueLoad): ExpectedWait | undefined {
  if (load.agents <= 0) return undefined;
  if (load.agentsAvailable > load.callersAhead) return { meanSeconds: 0, medianSeconds: 0, likelySeconds: 0 };
  const perSecond = servedPerSecond(load);
  if (perSecond === 0) return { meanSeconds: Infinity, medianSeconds: Infinity, likelySeconds: Infinity };
  const leavingPerSecond = load.shareOnLine / load.patienceSeconds;
  const meanSeconds = meanWaitSeconds(load.callersAhead, perSecond, leavingPerSecond);
  const variance = waitVariance(load.callersAhead, perSecond, leavingPerSecond);
  return {
    meanSeconds,
    medianSeconds: quantileSeconds(meanSeconds, variance, medianZ),
    likelySeconds: quantileSeconds(meanSeconds, variance, fourInFiveZ),
  };
}
