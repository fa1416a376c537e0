import { type PatientLine, patientAnsweredWithin, patientWait } from './erlang-c.ts';

/**
 * Erlang A, the line that callers leave when they lose patience (M/M/n+M): Palm; Garnett, Mandelbaum and Reiman, M&SOM 4(3), 2002.
 * `patience` is the mean time that a caller would wait, exponential; `Infinity` is Erlang C.
 */
export interface ImpatientLine extends PatientLine {
  patience: number;
}

export interface ImpatientWait {
  /** Probability that all agents are taken, and so of having to wait. */
  waiting: number;
  /** Share of all calls that leave before an agent answers. */
  abandoned: number;
  /** Mean time in the queue of all calls, whether an answer ended it or not. */
  meanWait: number;
  /** Calls that wait, on average. */
  meanQueue: number;
  /** Share of the agents' time on calls; 0 where there are none. */
  occupancy: number;
}

/** Of the most likely state: states less likely than this by their side are left out. */
const negligible = 1e-18;

/** Rate at which calls leave, served or not, with so many in the system. */
const leavingRate = ({ handleTime, agents, patience }: ImpatientLine, calls: number): number =>
  Math.min(calls, agents) / handleTime + Math.max(0, calls - agents) / patience;

/** The state to whose left the probabilities grow and to whose right they fall. */
function likeliestState({ arrivalRate, handleTime, agents, patience }: ImpatientLine): number {
  const load = arrivalRate * handleTime;
  return Math.floor(load <= agents ? load : agents + (arrivalRate - agents / handleTime) * patience);
}

/**
 * The birth and death equations, solved from the likeliest state outwards: no factorials, and no weight above that state's, which is 1.
 * What is visited is the number of calls in the system, with how likely it is against that state.
 */
function eachState(line: ImpatientLine, visit: (calls: number, weight: number) => void): void {
  const middle = likeliestState(line);
  visit(middle, 1);
  for (let calls = middle + 1, weight = 1; ; calls += 1) {
    weight *= line.arrivalRate / leavingRate(line, calls);
    if (!(weight > negligible)) break;
    visit(calls, weight);
  }
  for (let calls = middle, weight = 1; calls > 0; calls -= 1) {
    weight *= leavingRate(line, calls) / line.arrivalRate;
    if (!(weight > negligible)) break;
    visit(calls - 1, weight);
  }
}

export function impatientWait(line: ImpatientLine): ImpatientWait {
  const { arrivalRate, handleTime, agents, patience } = line;
  if (arrivalRate === 0)
    return { waiting: agents === 0 ? 1 : 0, abandoned: 0, meanWait: 0, meanQueue: 0, occupancy: 0 };
  if (patience === Infinity) return withoutImpatience(line);
  let total = 0;
  let full = 0;
  let queued = 0;
  eachState(line, (calls, weight) => {
    total += weight;
    if (calls < agents) return;
    full += weight;
    queued += (calls - agents) * weight;
  });
  const meanQueue = queued / total;
  const abandoned = meanQueue / patience / arrivalRate;
  return {
    waiting: full / total,
    abandoned,
    meanWait: meanQueue / arrivalRate,
    meanQueue,
    occupancy: agents === 0 ? 0 : Math.min(1, (arrivalRate * handleTime * (1 - abandoned)) / agents),
  };
}

function withoutImpatience(line: ImpatientLine): ImpatientWait {
  const { waiting, averageSpeedOfAnswer, occupancy } = patientWait(line);
  const meanQueue = line.arrivalRate * averageSpeedOfAnswer;
  return { waiting, abandoned: 0, meanWait: averageSpeedOfAnswer, meanQueue, occupancy };
}

/** Of all calls: those that an agent answers within `time`, and those that are still in the queue after it. */
export function impatientWithin(line: ImpatientLine, time: number): { answered: number; stillWaiting: number } {
  const { arrivalRate, handleTime, agents, patience } = line;
  if (arrivalRate === 0) return { answered: 1, stillWaiting: 0 };
  if (patience === Infinity) {
    const answered = patientAnsweredWithin(line, time);
    return { answered, stillWaiting: 1 - answered };
  }
  let total = 0;
  let free = 0;
  let longest = 0;
  const full: { ahead: number; weight: number }[] = [];
  eachState(line, (calls, weight) => {
    total += weight;
    if (calls < agents) free += weight;
    else full.push({ ahead: calls - agents, weight });
    longest = Math.max(longest, calls - agents);
  });
  const rate = (agents * patience) / handleTime;
  const late = longerWaits(rate, time / patience, longest);
  const lateOfPatient = longerWaits(rate + 1, time / patience, longest);
  let answered = free;
  let stillWaiting = 0;
  for (const { ahead, weight } of full) {
    const outlasts = rate / (rate + ahead + 1);
    answered += weight * outlasts * (1 - (lateOfPatient[ahead] ?? 1));
    stillWaiting += weight * (late[ahead] ?? 1) * Math.exp(-time / patience);
  }
  return { answered: answered / total, stillWaiting: stillWaiting / total };
}

/** Above this, terms are taken down by as much, and how often is remembered. */
const largest = 1e250;

/**
 * For each number of calls ahead, 0 to `last`, the probability that they and the next free agent take longer than `time` patiences:
 * Σ C(r+k−1, k)·(1−x)^r·x^k over k = 0…j, where x = 1 − e^(−time) and r = nμ/θ need not be whole. A wait that is known not to have
 * ended by the caller's own impatience follows the same law with r + 1.
 */
function longerWaits(rate: number, time: number, last: number): number[] {
  const share = -Math.expm1(-time);
  let exponent = -rate * time;
  let term = 1;
  let sum = 1;
  const longer = [Math.exp(exponent)];
  for (let k = 1; k <= last; k += 1) {
    term *= ((rate + k - 1) / k) * share;
    sum += term;
    if (sum > largest) {
      term /= largest;
      sum /= largest;
      exponent += Math.log(largest);
    }
    longer.push(Math.min(1, sum * Math.exp(exponent)));
  }
  return longer;
}
