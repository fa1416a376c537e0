import * as fc from 'fast-check';
import { type ImpatientLine, impatientWait, impatientWithin } from '../../domain/position/erlang-a.ts';
import { erlangB, erlangC, patientAnsweredWithin, patientWait } from '../../domain/position/erlang-c.ts';
import { agentsInReserve, fewestAgents, greatestArrivalRate } from '../../domain/position/staffing.ts';

/** The published values are rounded to eight decimals. */
const tolerance = 1e-8;
const near = (expected: number): { asymmetricMatch: (value: unknown) => boolean } => ({
  asymmetricMatch: (value) => typeof value === 'number' && Math.abs(value - expected) <= tolerance,
});

describe('published values', () => {
  it.each([
    [10, 14, 0.05681914],
    [180, 200, 0.010325],
    [100, 100, 0.07570045],
    [480, 480, 0.0355491],
  ])('Erlang B with a load of %d and %d agents blocks %d', (load, agents, blocked) => {
    expect(erlangB(load, agents)).toEqual(near(blocked));
  });

  it.each([
    [10, 14, 0.17413193],
    [20, 25, 0.20910283],
    [100, 110, 0.2370075],
    [480, 500, 0.26651252],
  ])('Erlang C with a load of %d and %d agents makes %d wait', (load, agents, waiting) => {
    expect(erlangC(load, agents)).toEqual(near(waiting));
  });

  it('Erlang C of 100 calls of 180 s in 30 minutes with 14 agents, in seconds', () => {
    const line = { arrivalRate: 100 / 1800, handleTime: 180, agents: 14 };
    const { waiting, averageSpeedOfAnswer, occupancy } = patientWait(line);
    expect(waiting).toEqual(near(0.17413193));
    expect(averageSpeedOfAnswer).toBeCloseTo(7.83594, 5);
    expect(patientAnsweredWithin(line, 20)).toEqual(near(0.88835002));
    expect(occupancy).toBeCloseTo(0.7142857, 7);
  });

  it('Erlang C of 48 calls of a minute a minute with 50 agents', () => {
    const line = { arrivalRate: 48, handleTime: 1, agents: 50 };
    const { waiting, averageSpeedOfAnswer, occupancy } = patientWait(line);
    expect(waiting).toEqual(near(0.69445561));
    expect(averageSpeedOfAnswer).toEqual(near(0.34722781));
    expect(averageSpeedOfAnswer * 60).toBeCloseTo(20.83, 2);
    expect(patientAnsweredWithin(line, 1 / 3)).toEqual(near(0.6434546));
    expect(occupancy).toEqual(near(0.96));
  });

  const [third, one, half] = [1 / 3, 1, 0.5];
  it.each([
    // arrivals, handle time, agents, patience, time: minutes. Then Pd, Pab, E[W], E[Q], occupancy, served within, W beyond.
    [48, 1, 50, 2, third, 0.46777407, 0.03091225, 0.0618245, 2.96757592, 0.93032424, 0.94301895, 0.02713561],
    [100, 5, 480, 3, third, 0.73646927, 0.04652533, 0.13957599, 13.95759915, 0.99320278, 0.85025519, 0.10633868],
    [100, 5, 500, 3, third, 0.44322165, 0.02010303, 0.0603091, 6.03091019, 0.97989697, 0.95643647, 0.02401149],
    [28, 5, 100, 5, one, 0.99983894, 0.28571787, 1.42858933, 40.00050112, 0.99999499, 0.0653347, 0.75614734],
    [2.8, 5, 10, 5, one, 0.89060063, 0.3018015, 1.50900748, 4.22522095, 0.9774779, 0.27391676, 0.57923655],
    [4, 6, 20, 10, half, 0.88769603, 0.18033449, 1.80334488, 7.21337951, 0.98359861, 0.18588112, 0.7725649],
  ])(
    'Erlang A of %d calls of %d minutes with %d agents, a patience of %d, within %d',
    (
      arrivalRate,
      handleTime,
      agents,
      patience,
      time,
      waiting,
      abandoned,
      meanWait,
      meanQueue,
      occupancy,
      ...within
    ) => {
      const line = { arrivalRate, handleTime, agents, patience };
      expect(impatientWait(line)).toEqual({
        waiting: near(waiting),
        abandoned: near(abandoned),
        meanWait: near(meanWait),
        meanQueue: near(meanQueue),
        occupancy: near(occupancy),
      });
      const { answered, stillWaiting } = impatientWithin(line, time);
      expect([answered, stillWaiting]).toEqual(within.map(near));
    },
  );

  it.each([
    [100, 5, 250, 3, 1, 0.5, 1.5, 150, 1],
    [1, 1, 1, 1, 0.63212056, 0.36787944, 0.36787944, 0.36787944, 0.63212056],
    [10, 1, 10, 1, 0.54207029, 0.12511004, 0.12511004, 1.25110036, 0.87488996],
  ])(
    'Erlang A of %d calls of %d minutes with %d agents and a patience of %d',
    (arrivalRate, handleTime, agents, patience, ...expected) => {
      const wait = impatientWait({ arrivalRate, handleTime, agents, patience });
      const { waiting, abandoned, meanWait, meanQueue, occupancy } = wait;
      expect([waiting, abandoned, meanWait, meanQueue, occupancy]).toEqual(expected.map(near));
    },
  );

  it('with one agent whose calls last as long as patience, an arrival waits with probability 1 − 1/e', () => {
    const { waiting, abandoned } = impatientWait({ arrivalRate: 1, handleTime: 1, agents: 1, patience: 1 });
    expect(waiting).toBeCloseTo(1 - 1 / Math.E, 14);
    expect(abandoned).toBeCloseTo(1 / Math.E, 14);
  });

  it.each([
    [5, 34, 3],
    [1, 9, 1],
    [20, 123, 5],
  ])('%d calls of six minutes a minute need %d agents and a reserve of %d', (arrivalRate, agents, reserve) => {
    expect(fewestAgents({ arrivalRate, handleTime: 6, patience: 5 }, 0.03)).toBe(agents);
    expect(agentsInReserve(arrivalRate * 6)).toBe(reserve);
  });
});

const lines = fc.record({
  arrivalRate: fc.double({ min: 0.01, max: 60, noNaN: true }),
  handleTime: fc.double({ min: 0.5, max: 10, noNaN: true }),
  agents: fc.integer({ min: 0, max: 300 }),
  patience: fc.double({ min: 0.2, max: 30, noNaN: true }),
});
const shares = ['waiting', 'abandoned', 'occupancy'] as const;

/** The same line by its states, from none to so many that more are unheard of, each from the one before. */
function byEveryState({ arrivalRate, handleTime, agents, patience }: ImpatientLine) {
  const weights = [1];
  for (let calls = 1; calls < 4000; calls += 1) {
    const leaving = Math.min(calls, agents) / handleTime + Math.max(0, calls - agents) / patience;
    weights.push(((weights.at(-1) ?? 0) * arrivalRate) / leaving);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const queue = weights.reduce((sum, weight, calls) => sum + (Math.max(0, calls - agents) * weight) / total, 0);
  const waiting = weights.slice(agents).reduce((sum, weight) => sum + weight / total, 0);
  return { waiting, meanQueue: queue, abandoned: queue / patience / arrivalRate };
}

describe('Erlang A', () => {
  it('is what its equations say, state by state', () => {
    fc.assert(
      fc.property(lines, (line) => {
        if (line.arrivalRate * Math.max(line.handleTime, line.patience) > 300) return;
        const expected = byEveryState(line);
        const wait = impatientWait(line);
        expect(wait.waiting).toBeCloseTo(expected.waiting, 9);
        expect(wait.abandoned).toBeCloseTo(expected.abandoned, 9);
        expect(Math.abs(wait.meanQueue - expected.meanQueue)).toBeLessThan(1e-9 * (1 + expected.meanQueue));
      }),
    );
  });

  it('tells shares between 0 and 1, and loses fewer calls with one agent more', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const wait = impatientWait(line);
        for (const share of shares) {
          expect(wait[share]).toBeGreaterThanOrEqual(0);
          expect(wait[share]).toBeLessThanOrEqual(1 + 1e-12);
        }
        const more = impatientWait({ ...line, agents: line.agents + 1 });
        expect(more.abandoned).toBeLessThanOrEqual(wait.abandoned + 1e-12);
        expect(more.meanWait).toBeLessThanOrEqual(wait.meanWait + 1e-12);
      }),
    );
  });

  it('counts every call once: answered by a time, gone by it, or still waiting', () => {
    fc.assert(
      fc.property(lines, fc.double({ min: 0, max: 20, noNaN: true }), (line, time) => {
        const sooner = impatientWithin(line, time);
        const later = impatientWithin(line, time + 0.5);
        expect(sooner.answered + sooner.stillWaiting).toBeLessThanOrEqual(1 + 1e-9);
        expect(later.answered).toBeGreaterThanOrEqual(sooner.answered - 1e-9);
        expect(later.stillWaiting).toBeLessThanOrEqual(sooner.stillWaiting + 1e-9);
      }),
    );
  });

  it('begins with whom no call had to wait for, and ends with whom it was answered', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { waiting, abandoned } = impatientWait(line);
        expect(impatientWithin(line, 0).answered).toBeCloseTo(1 - waiting, 9);
        expect(impatientWithin(line, 1000).answered).toBeCloseTo(1 - abandoned, 9);
      }),
    );
  });

  it('is a Poisson law where calls last as long as patience, whatever the agents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 60 }), (load, agents) => {
        let term = Math.exp(-load);
        let fewer = 0;
        for (let calls = 0; calls < agents; calls += 1) {
          fewer += term;
          term *= load / (calls + 1);
        }
        const { waiting } = impatientWait({ arrivalRate: load, handleTime: 1, agents, patience: 1 });
        expect(waiting).toBeCloseTo(1 - fewer, 10);
      }),
    );
  });

  it('is Erlang C in the limit of endless patience', () => {
    const line = { arrivalRate: 48, handleTime: 1, agents: 50 };
    const { waiting, averageSpeedOfAnswer } = patientWait(line);
    expect(impatientWait({ ...line, patience: 1e8 }).waiting).toBeCloseTo(waiting, 6);
    const endless = impatientWait({ ...line, patience: Infinity });
    expect(endless).toMatchObject({ waiting, abandoned: 0, meanWait: averageSpeedOfAnswer });
    expect(impatientWithin({ ...line, patience: 1e8 }, 0.5).answered).toBeCloseTo(patientAnsweredWithin(line, 0.5), 6);
    expect(impatientWithin({ ...line, patience: Infinity }, 0.5).answered).toBe(patientAnsweredWithin(line, 0.5));
  });

  it('loses every call where there is no agent, and none where there is no call', () => {
    const nobody = impatientWait({ arrivalRate: 3, handleTime: 5, agents: 0, patience: 4 });
    expect(nobody.abandoned).toBeCloseTo(1, 12);
    expect(nobody).toMatchObject({ waiting: expect.closeTo(1, 12), meanWait: expect.closeTo(4, 9), occupancy: 0 });
    const silent = impatientWait({ arrivalRate: 0, handleTime: 5, agents: 7, patience: 4 });
    expect(silent).toEqual({ waiting: 0, abandoned: 0, meanWait: 0, meanQueue: 0, occupancy: 0 });
  });

  it.each([
    [9_900, 1, 10_000, 1],
    [20_000, 1, 10_000, 6],
    [1, 1, 10_000, 1],
    [10_000, 1, 1, 1],
  ])('stays finite with %d calls of %d minute and %d agents', (arrivalRate, handleTime, agents, patience) => {
    const line = { arrivalRate, handleTime, agents, patience };
    const { abandoned } = impatientWait(line);
    const fluid = Math.max(0, 1 - agents / (arrivalRate * handleTime));
    expect(abandoned).toBeGreaterThanOrEqual(fluid - 1e-9);
    expect(abandoned).toBeLessThan(fluid + 0.01);
    const { answered, stillWaiting } = impatientWithin(line, patience / 10);
    expect(answered + stillWaiting).toBeLessThanOrEqual(1 + 1e-9);
    expect(answered).toBeGreaterThanOrEqual(0);
  });
});

describe('staffing', () => {
  it('finds the smallest number of agents: one fewer would not do', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(0.01, 0.03, 0.15, 0.5), ({ arrivalRate, handleTime, patience }, share) => {
        const line = { arrivalRate, handleTime, patience };
        const agents = fewestAgents(line, share);
        expect(impatientWait({ ...line, agents }).abandoned).toBeLessThanOrEqual(share);
        const oneFewer = agents === 0 ? 1 : impatientWait({ ...line, agents: agents - 1 }).abandoned;
        expect(oneFewer).toBeGreaterThan(share);
      }),
    );
  });

  it('finds the most calls that so many agents bear: a hundredth more would not do', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(0.03, 0.15), ({ handleTime, agents, patience }, share) => {
        const line = { handleTime, agents, patience };
        const arrivalRate = greatestArrivalRate(line, share);
        const more = Math.max(arrivalRate * 1.01, 1e-9);
        expect(impatientWait({ ...line, arrivalRate }).abandoned).toBeLessThanOrEqual(share);
        expect(impatientWait({ ...line, arrivalRate: more }).abandoned).toBeGreaterThan(share);
      }),
    );
  });

  it('asks for nobody where nobody rings', () => {
    expect(fewestAgents({ arrivalRate: 0, handleTime: 6, patience: 5 }, 0.03)).toBe(0);
  });
});
