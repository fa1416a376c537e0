import type { Counts, Metrics, Report } from '../../domain/reporting/report-contract.ts';
import { plan } from '../../simulation/plan.ts';
import { usualAssumptions } from '../../simulation/planning/assumptions.ts';
import { usualPrices } from '../../simulation/planning/prices.ts';
import { type Profile, ProfileFault, readProfile } from '../../simulation/planning/read-profile.ts';
import { deployedLine } from './a-line.ts';

const caf = deployedLine('caf');
const health = deployedLine('assurance-maladie');

/** People by queue, weekday and beginning of the half hour, of those half hours in which anybody rings. */
function peopleOf(line: typeof caf, { demand, callsPerPerson }: Profile): Record<string, number> {
  const { queues } = plan(line, { ...usualAssumptions, demand, callsPerPerson: callsPerPerson ?? 1 }, usualPrices);
  return Object.fromEntries(
    Object.entries(queues).flatMap(([queue, { halfHours }]) =>
      halfHours
        .filter(({ persons }) => persons > 0)
        .map(({ weekday, from, persons }) => [`${queue} ${weekday} ${from}`, Number(persons.toFixed(6))]),
    ),
  );
}
const written = (line: typeof caf, profile: unknown): Record<string, number> =>
  peopleOf(line, readProfile(JSON.stringify(profile), 'calls.json', line));

describe('a profile written by hand', () => {
  it('gives each half hour its calls', () => {
    const profile = { allocations: { monday: { '09:00': 320, '14:30': 100 }, friday: { '16:00': 50 } } };
    expect(written(caf, profile)).toEqual({
      'allocations monday 09:00': 320,
      'allocations monday 14:30': 100,
      'allocations friday 16:00': 50,
    });
  });

  it('may say every day at once, and one day otherwise', () => {
    const people = written(caf, { allocations: { everyDay: { '09:00': 200 }, monday: { '10:00': 90 } } });
    expect(people).toEqual({
      'allocations monday 10:00': 90,
      'allocations tuesday 09:00': 200,
      'allocations wednesday 09:00': 200,
      'allocations thursday 09:00': 200,
      'allocations friday 09:00': 200,
    });
  });

  it('counts by other half hours than those of the opening, and leaves out what comes when the line is closed', () => {
    const people = written(caf, { allocations: { monday: { '08:45': 60, '16:15': 40, '20:00': 500 } } });
    expect(people).toEqual({ 'allocations monday 09:00': 30, 'allocations monday 16:00': 20 });
  });

  it.each([
    ['{"impots": {}}', /no queue "impots": one of allocations/],
    ['{"allocations": {"lundi": {}}}', /allocations\.lundi: a day of the week in English, or everyDay/],
    ['{"allocations": {"monday": {"9h": 3}}}', /allocations\.monday\."9h": the time at which a half hour begins/],
    ['{"allocations": {"monday": {"24:00": 3}}}', /a half hour begins/],
    ['{"allocations": {"everyDay": {"09:00": -3}}}', /allocations\.everyDay\."09:00": a number of calls/],
    ['{"allocations": {"monday": {"09:00": "3"}}}', /a number of calls/],
    ['{"allocations": []}', /allocations: a report of npm run report --json, or/],
    ['[]', /the file: a report/],
    ['{', /no JSON/],
    ['{"byHalfHour": 1, "metrics": {}}', /calls\.json: begins like a report, and is none/],
  ])('is refused where it is none: %s', (json, fault) => {
    expect(() => readProfile(json, 'calls.json', caf)).toThrow(ProfileFault);
    expect(() => readProfile(json, 'calls.json', caf)).toThrow(fault);
  });
});

const counted = (callsForAgent: number): Counts => ({ callsForAgent, calls: callsForAgent }) as Counts;
/** Of a report, what a plan reads. */
function report(changes: Partial<Report> = {}): string {
  const byQueue = { droits: counted(300) as Metrics, indemnites: counted(100) as Metrics };
  return JSON.stringify({
    from: '2026-11-23',
    to: '2026-11-23',
    missingDays: [],
    byDay: {},
    byQueue,
    byHalfHour: { '08:30': counted(240), '09:00': counted(160) },
    metrics: { callsPerPerson: 1.6 } as Metrics,
    ...changes,
  });
}

describe('a report of the line', () => {
  it('gives its half hours and its calls per person, shared by the queues as they share the day', () => {
    const profile = readProfile(report(), 'report.json', health);
    expect(profile.callsPerPerson).toBe(1.6);
    const people = peopleOf(health, { ...profile, callsPerPerson: 1 });
    expect(people).toMatchObject({
      'droits monday 08:30': 180,
      'droits monday 09:00': 120,
      'indemnites monday 08:30': 60,
      'indemnites friday 09:00': 40,
    });
    expect(Object.keys(people)).toHaveLength(2 * 2 * 5);
    expect(peopleOf(health, profile)['droits monday 08:30']).toBeCloseTo(180 / 1.6, 5);
  });

  it('of several days gives the mean of those that were compiled, for their weekdays', () => {
    const days = { to: '2026-11-25', missingDays: ['2026-11-24'] };
    const people = peopleOf(health, { ...readProfile(report(days), 'r.json', health), callsPerPerson: 1 });
    expect(people['droits monday 08:30']).toBe(90);
    expect(people).toHaveProperty(['droits wednesday 08:30']);
    expect(people).not.toHaveProperty(['droits tuesday 08:30']);
  });

  it('without calls for an agent is no profile', () => {
    expect(() => readProfile(report({ byQueue: {} }), 'r.json', health)).toThrow('r.json: a report without calls');
  });
});
