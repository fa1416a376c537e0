import * as fc from 'fast-check';
import { expectedWait, type QueueLoad } from '../../domain/position/expected-wait.ts';

const caf: QueueLoad = {
  callersAhead: 40,
  agents: 60,
  agentsAvailable: 0,
  seatsDue: 0,
  slotSeconds: 1800,
  handleTimeSeconds: 360,
  patienceSeconds: 360,
  shareOnLine: 1,
};

const loads = fc.record<QueueLoad>({
  callersAhead: fc.integer({ min: 0, max: 500 }),
  agents: fc.integer({ min: 1, max: 500 }),
  agentsAvailable: fc.constant(0),
  seatsDue: fc.constant(0),
  slotSeconds: fc.constant(1800),
  handleTimeSeconds: fc.integer({ min: 60, max: 1200 }),
  patienceSeconds: fc.integer({ min: 60, max: 1800 }),
  shareOnLine: fc.nat(100).map((percent) => percent / 100),
});

const rates = (load: QueueLoad): { served: number; leaving: number } => ({
  served: load.agents / load.handleTimeSeconds - load.seatsDue / load.slotSeconds,
  leaving: load.shareOnLine / load.patienceSeconds,
});

/** The sum that the logarithm stands for. */
function exactMeanSeconds(load: QueueLoad): number {
  const { served, leaving } = rates(load);
  let sum = 0;
  for (let ahead = 0; ahead <= load.callersAhead; ahead += 1) sum += 1 / (served + ahead * leaving);
  return sum;
}

/** P(wait ≤ t) of the exact law, a negative binomial sum with r = s·μ/θ and x = 1 − e^(−θt). */
function exactProbability(load: QueueLoad, seconds: number): number {
  const { served, leaving } = rates(load);
  const r = served / leaving;
  const x = 1 - Math.exp(-leaving * seconds);
  let term = (1 - x) ** r;
  let longer = 0;
  for (let k = 0; k <= load.callersAhead; k += 1) {
    longer += term;
    term *= ((r + k) / (k + 1)) * x;
  }
  return 1 - longer;
}

function wait(load: QueueLoad): { meanSeconds: number; medianSeconds: number; likelySeconds: number } {
  const expected = expectedWait(load);
  if (!expected) throw new Error('the wait is unknown');
  return expected;
}

describe('the expected wait', () => {
  it('of the forty-first caller of sixty agents is about three minutes', () => {
    expect(wait(caf).meanSeconds).toBeCloseTo(360 * Math.log(1 + 41 / 60), 6);
    expect(wait(caf).meanSeconds).toBeCloseTo(187.48, 1);
  });

  it('is unknown where no agent is staffed', () => {
    expect(expectedWait({ ...caf, agents: 0 })).toBeUndefined();
  });

  it('is without end where the booked callbacks take every agent', () => {
    expect(wait({ ...caf, seatsDue: 300 }).meanSeconds).toBe(Infinity);
  });

  it('is nothing while an agent is free for this caller', () => {
    expect(wait({ ...caf, callersAhead: 2, agentsAvailable: 3 }).likelySeconds).toBe(0);
    expect(wait({ ...caf, callersAhead: 3, agentsAvailable: 3 }).likelySeconds).toBeGreaterThan(0);
  });

  it('grows by what the seats of this half hour take from the agents', () => {
    expect(wait({ ...caf, seatsDue: 100 }).meanSeconds).toBeCloseTo(360 * Math.log(1 + 41 / 40), 6);
  });

  it('is longer when kept places, which never hang up, are in the queue', () => {
    expect(wait({ ...caf, shareOnLine: 0.5 }).meanSeconds).toBeCloseTo(720 * Math.log(1 + 41 / 120), 6);
    expect(wait({ ...caf, shareOnLine: 0 }).meanSeconds).toBeCloseTo(41 * 6, 6);
  });

  it('stays below the exact sum, by less than one service', () => {
    fc.assert(
      fc.property(loads, (load) => {
        const gap = exactMeanSeconds(load) - wait(load).meanSeconds;
        expect(gap).toBeGreaterThan(-1e-6);
        expect(gap).toBeLessThan(1 / rates(load).served + 1e-6);
      }),
    );
  });

  it('never shrinks when a caller more is ahead or an agent leaves', () => {
    fc.assert(
      fc.property(loads, (load) => {
        const now = wait(load);
        const further = wait({ ...load, callersAhead: load.callersAhead + 1 });
        const fewer = wait({ ...load, agents: load.agents + 1 });
        expect(further.meanSeconds).toBeGreaterThan(now.meanSeconds);
        expect(fewer.meanSeconds).toBeLessThan(now.meanSeconds);
      }),
    );
  });

  it('has quantiles in order, finite and positive', () => {
    fc.assert(
      fc.property(loads, (load) => {
        const { medianSeconds, likelySeconds } = wait(load);
        expect(medianSeconds).toBeGreaterThan(0);
        expect(likelySeconds).toBeGreaterThan(medianSeconds);
        expect(Number.isFinite(likelySeconds)).toBe(true);
      }),
    );
  });

  it.each([
    { agents: 60, callersAhead: 0 },
    { agents: 60, callersAhead: 40 },
    { agents: 12, callersAhead: 5 },
    { agents: 12, callersAhead: 30 },
    { agents: 100, callersAhead: 150 },
  ])('has quantiles close to the exact law with $agents agents and $callersAhead callers ahead', (place) => {
    const load = { ...caf, ...place };
    const { medianSeconds, likelySeconds } = wait(load);
    expect(Math.abs(exactProbability(load, medianSeconds) - 0.5)).toBeLessThan(0.05);
    expect(Math.abs(exactProbability(load, likelySeconds) - 0.8)).toBeLessThan(0.05);
  });
});
