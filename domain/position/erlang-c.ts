/** Erlang's two models of a line of `agents` agents, for calls that never lose patience. Rates and means share one unit of time. */
export interface PatientLine {
  /** Calls a unit of time, a Poisson process. */
  arrivalRate: number;
  /** Mean time that an agent spends on a call, exponential. */
  handleTime: number;
  agents: number;
}

export interface PatientWait {
  /** Probability of having to wait; 1 where there are no more agents than work. */
  waiting: number;
  /** Mean wait of all calls; `Infinity` where the queue only grows. */
  averageSpeedOfAnswer: number;
  /** Share of the agents' time on calls. */
  occupancy: number;
}

/**
 * Erlang B: the probability that a call finds all agents taken, where such a call is lost. By the recursion on its inverse,
 * 1/B(n) = 1 + n/a · 1/B(n−1), which neither overflows into nonsense nor needs a factorial.
 * @param load calls under way on average with agents without number, in erlangs: arrival rate × handle time
 */
export function erlangB(load: number, agents: number): number {
  if (load === 0) return agents === 0 ? 1 : 0;
  let inverse = 1;
  for (let n = 1; n <= agents; n += 1) inverse = 1 + (n / load) * inverse;
  return 1 / inverse;
}

/** Erlang C: the probability of having to wait, where nobody leaves: C = nB / (n − a(1 − B)). */
export function erlangC(load: number, agents: number): number {
  if (load >= agents) return load === 0 ? 0 : 1;
  const blocked = erlangB(load, agents);
  return (agents * blocked) / (agents - load * (1 - blocked));
}

export function patientWait({ arrivalRate, handleTime, agents }: PatientLine): PatientWait {
  const load = arrivalRate * handleTime;
  const waiting = erlangC(load, agents);
  const spare = agents / handleTime - arrivalRate;
  return {
    waiting,
    averageSpeedOfAnswer: waiting === 0 ? 0 : spare > 0 ? waiting / spare : Infinity,
    occupancy: agents === 0 ? 0 : Math.min(1, load / agents),
  };
}

/** Share of the calls that an agent answers within `time`: 1 − C·e^(−(nμ − λ)t). */
export function patientAnsweredWithin(line: PatientLine, time: number): number {
  const { waiting } = patientWait(line);
  const spare = line.agents / line.handleTime - line.arrivalRate;
  return spare > 0 ? 1 - waiting * Math.exp(-spare * time) : 0;
}
