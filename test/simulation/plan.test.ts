import * as fc from 'fast-check';
import { plan, type Plan } from '../../simulation/plan.ts';
import { usualAssumptions } from '../../simulation/planning/assumptions.ts';
import { usualPrices } from '../../simulation/planning/prices.ts';
import { deployedLine, everyHalfHour, lineFrom, lineOfAgents, ofLoad } from './a-line.ts';

const lines = ['caf', 'assurance-maladie', 'allo-service-public'].map(deployedLine);
const seatsSold = (callback: string): number[] =>
  plan(lineOfAgents(42, callback), everyHalfHour(60), usualPrices).queues['allocations']!.halfHours.map(
    ({ seatsOfFile }) => seatsOfFile,
  );
const needed = (made: Plan, name: string): number => made.quotas.find(({ quota }) => quota === name)!.needed;
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('seats', () => {
  // Section 5 of the published models: arrivals a minute, agents, agents for the line, seats of a half hour, reserve.
  it.each([
    [5, 42, 34, 40, 3],
    [1, 12, 9, 15, 1],
    [20, 145, 123, 110, 5],
  ])(
    'of %d calls a minute with %d agents: %d stay on the line, %d are called back',
    (rate, agents, n, seats, reserve) => {
      const { queues } = plan(lineOfAgents(agents), everyHalfHour(rate * 30), usualPrices);
      const halfHours = queues['allocations']?.halfHours ?? [];
      expect(halfHours).toHaveLength(5 * 16);
      for (const half of halfHours) {
        expect(half).toMatchObject({ agents, agentsForTarget: n, seats, reserve, missingForTarget: 0 });
        expect(half.share).toBeCloseTo((agents - n) / agents, 12);
      }
    },
  );

  it('are none where every agent is needed on the line, and none outside the windows of the file', () => {
    const full = plan(lineOfAgents(30), everyHalfHour(150), usualPrices).queues['allocations'];
    expect(full?.halfHours.every(({ seats, missingForTarget }) => seats === 0 && missingForTarget > 0)).toBe(true);
    const short = lineFrom(JSON.stringify({ ...lineOfAgents(42), hours: { monday: ['09:00-09:45'] } }));
    const monday = plan(short, everyHalfHour(150), usualPrices).queues['allocations']?.halfHours;
    expect(monday?.map(({ from, to, seats }) => [from, to, seats])).toEqual([
      ['09:00', '09:30', 40],
      ['09:30', '09:45', 0],
    ]);
  });

  it('of the file are those that the line sells: the same for windows of any length', () => {
    expect(seatsSold('')[0]).toBe(178);
    expect(seatsSold('callback: { slotMinutes: 60 }')[0]).toBe(178.5);
    expect(seatsSold('callback: { slotMinutes: 15, seats: 7 }')[0]).toBe(14);
    expect(seatsSold('callback: { slotMinutes: 20, seats: 6 }')[0]).toBeCloseTo(9, 12);
  });
});

describe('the people who ring', () => {
  it('bring the load that was supposed, whatever the hours and the agents', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lines), fc.double({ min: 0.05, max: 2, noNaN: true }), (line, load) => {
        const { week, queues } = plan(line, ofLoad(load), usualPrices);
        expect(week.load).toBeCloseTo(load, 9);
        for (const queue of Object.values(queues)) expect(queue.load).toBeCloseTo(load, 9);
      }),
      { numRuns: 4 },
    );
  });

  it('are as many as the calls of an hour say, shared by people who ring more than once', () => {
    const line = deployedLine('assurance-maladie');
    const demand = { kind: 'perHour' as const, callsPerHour: 600 };
    const persons = (callsPerPerson: number): number =>
      plan(line, { ...usualAssumptions, demand, callsPerPerson }, usualPrices).week.withoutCallbacks.persons;
    expect(persons(1)).toBeCloseTo(600 * 45, 6);
    expect(persons(2)).toBeCloseTo(300 * 45, 6);
  });

  it('come most in the morning and on Mondays, where nothing was counted', () => {
    const { halfHours, worstDay } = plan(deployedLine('caf'), ofLoad(0.9), usualPrices).queues['allocations']!;
    const monday = halfHours.filter(({ weekday }) => weekday === 'monday').map(({ persons }) => persons);
    const mean = total(monday) / monday.length;
    expect(Math.max(...monday) / mean).toBeGreaterThan(1.5);
    expect(monday.indexOf(Math.max(...monday))).toBeLessThan(monday.length / 3);
    expect((monday.at(-1) ?? 0) / mean).toBeLessThan(0.6);
    expect(worstDay).toBe('monday');
  });
});

describe('a day', () => {
  it('counts everybody once, without callbacks and with them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lines), fc.double({ min: 0.3, max: 1.6, noNaN: true }), (line, load) => {
        for (const { days, halfHours } of Object.values(plan(line, ofLoad(load), usualPrices).queues)) {
          for (const day of days) {
            for (const fates of [day.withoutCallbacks, day.withCallbacks]) {
              expect(fates.answered + fates.lost + fates.booked).toBeCloseTo(day.persons, 6);
            }
            expect(day.withCallbacks.booked).toBeLessThanOrEqual(Math.min(day.seats, day.surplus) + 1e-6);
            expect(day.withCallbacks.lineMinutes).toBeLessThanOrEqual(day.withoutCallbacks.lineMinutes + 1e-6);
            expect(day.withCallbacks.lost).toBeLessThanOrEqual(day.withoutCallbacks.lost + 1e-6);
          }
          expect(total(halfHours.map(({ seats }) => seats))).toBe(total(days.map(({ seats }) => seats)));
        }
      }),
      { numRuns: 4 },
    );
  });

  it('serves no more than the agents can: above a load of one, callbacks create no capacity', () => {
    const { days } = plan(deployedLine('caf'), ofLoad(1.4), usualPrices).queues['allocations']!;
    for (const { withCallbacks, persons, load, agentsMissingAllDay } of days) {
      expect(withCallbacks.answered + withCallbacks.booked).toBeLessThanOrEqual(persons / load + 1e-6);
      expect(agentsMissingAllDay).toBeGreaterThan(0);
    }
  });

  it('fits, once as many agents are added as it says are missing all day, and not with one fewer', () => {
    const people = 260;
    const [day] = plan(lineOfAgents(40), everyHalfHour(people), usualPrices).queues['allocations']!.days;
    expect(day?.load).toBeCloseTo((people * 6) / (40 * 30), 9);
    expect(day?.agentsMissingAllDay).toBe(12);
    const loadWith = (agents: number): number | undefined =>
      plan(lineOfAgents(agents), everyHalfHour(people), usualPrices).queues['allocations']!.days[0]?.load;
    expect(loadWith(52)).toBeLessThanOrEqual(1);
    expect(loadWith(51)).toBeGreaterThan(1);
  });

  it('promises seats to come only: nobody is called back in the half hour in which they ring, nor before', () => {
    const line = lineOfAgents(42);
    const evening = { ...usualAssumptions, callsPerPerson: 1 };
    const calls = { allocations: { monday: [{ fromMinutes: 16 * 60 + 30, toMinutes: 17 * 60, calls: 500 }] } };
    const { days } = plan(line, { ...evening, demand: { kind: 'counted', source: '', calls } }, usualPrices).queues[
      'allocations'
    ]!;
    expect(days[0]?.surplus).toBeGreaterThan(200);
    expect(days[0]?.seats).toBeGreaterThan(1000);
    expect(days[0]?.withCallbacks.booked).toBe(0);
  });

  it('has agents for the official rate and more for the target, and the missing ones are those above the file', () => {
    for (const half of plan(deployedLine('caf'), ofLoad(1), usualPrices).queues['allocations']!.halfHours) {
      expect(half.agentsForOfficialRate).toBeLessThan(half.agentsForTarget);
      expect(half.missingForTarget).toBe(Math.max(0, half.agentsForTarget - half.agents));
      expect(half.lived.abandoned <= 0.03).toBe(half.missingForTarget === 0);
      expect(half.lived.abandoned <= 0.15).toBe(half.missingForOfficialRate === 0);
    }
  });
});

describe('queues together', () => {
  it('take no more agents than each for itself, and at least those of the work', () => {
    const { pooled, queues } = plan(deployedLine('assurance-maladie'), ofLoad(1), usualPrices);
    expect(pooled).toHaveLength(5 * 18);
    for (const [index, half] of pooled.entries()) {
      const apart = Object.values(queues).map(({ halfHours }) => halfHours[index]!);
      expect(half.agents).toBe(total(apart.map(({ agents }) => agents)));
      expect(half.agentsForTarget).toBeLessThanOrEqual(total(apart.map(({ agentsForTarget }) => agentsForTarget)));
      expect(half.agentsForTarget).toBeGreaterThan(total(apart.map(({ load }) => load)) * 0.97);
    }
  });

  it('of one queue are that queue', () => {
    const { pooled, queues } = plan(deployedLine('caf'), ofLoad(1), usualPrices);
    const alone = queues['allocations']!.halfHours.map(({ agentsForTarget }) => agentsForTarget);
    expect(pooled.map(({ agentsForTarget }) => agentsForTarget)).toEqual(alone);
  });
});

describe('quotas', () => {
  it('hold all agents, the queue and the menus of the worst half hour', () => {
    const made = plan(deployedLine('caf'), ofLoad(1), usualPrices);
    const halfHours = made.queues['allocations']!.halfHours;
    const busiest = Math.max(
      ...halfHours.map(({ lived, agents, agentsForTarget, persons }) => {
        return Math.max(agents, agentsForTarget) + lived.meanQueue + (persons / 30) * 1.5;
      }),
    );
    expect(needed(made, 'concurrentCalls')).toBeGreaterThan(busiest);
    expect(made.quotas.find(({ quota }) => quota === 'concurrentCalls')).toMatchObject({ byDefault: 10, ask: true });
  });

  it('grow with the calls, and name what is asked for', () => {
    const calm = plan(deployedLine('caf'), ofLoad(0.5), usualPrices);
    const busy = plan(deployedLine('caf'), ofLoad(1.5), usualPrices, { linesOfAccount: 3 });
    for (const { quota } of calm.quotas) expect(needed(busy, quota)).toBeGreaterThanOrEqual(needed(calm, quota));
    expect(needed(busy, 'concurrentCalls')).toBeGreaterThan(needed(calm, 'concurrentCalls'));
    for (const { needed: takes, byDefault, ask } of busy.quotas) expect(ask).toBe(takes > byDefault);
    expect(busy.quotas.find(({ quota }) => quota === 'instances')).toMatchObject({
      needed: 3,
      byDefault: 2,
      ask: true,
    });
  });

  it('of SMS pay for every hour that the file sells to those who take one', () => {
    const made = plan(lineOfAgents(42, 'callback: { seats: 10 }'), everyHalfHour(150), usualPrices);
    // Two SMS for 10 callbacks in each of 16 windows on 21 days.
    expect(needed(made, 'smsSpendingUsdPerMonth')).toBe(Math.ceil((2 * 10 * 16 * 21 * 0.075) / 10) * 10);
  });

  it('know what the file says of raised ones, and every country that must be allowed', () => {
    const line = lineOfAgents(42, 'quotas: { outboundCallsPerSecond: 5 }');
    const made = plan(line, everyHalfHour(60), usualPrices);
    expect(needed(made, 'startOutboundVoiceContactPerSecond')).toBe(5);
    expect(made.countries).toEqual(['GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC']);
  });
});
