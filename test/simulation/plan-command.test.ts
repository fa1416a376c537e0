import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlanOptions, UsageFault } from '../../simulation/commands/plan-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'rappel-plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...parameters: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/rappel.ts', 'plan', ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  return { status, stdout, stderr };
}

describe('npm run plan', () => {
  it('prints the same text each time, and ends with 0', () => {
    const [first, second] = [run('caf'), run('caf')];
    expect(first.status).toBe(0);
    expect(first.stderr).toBe('');
    expect(first.stdout).toMatch(/^CAF : agents, rappels, quotas et coûts/);
    expect(second.stdout).toBe(first.stdout);
  });

  it('prints everything as JSON: half hours, days, quotas, costs, prices and what was supposed', () => {
    const calls = join(folder, 'calls.json');
    const prices = join(folder, 'prices.json');
    writeFileSync(calls, JSON.stringify({ allocations: { everyDay: { '09:00': 400 } } }));
    writeFileSync(prices, '{"smsPart": 0.05}');
    const { status, stdout } = run('caf', '--json', '--profile', calls, '--prices', prices, '--take', '0.9');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      administration: 'caf',
      assumptions: { demand: { kind: 'counted', source: calls }, callsPerPerson: 1, takeShare: 0.9 },
      queues: { allocations: { worstDay: expect.any(String), days: expect.any(Array), halfHours: expect.any(Array) } },
      week: { withoutCallbacks: { persons: 2000 } },
      quotas: expect.arrayContaining([{ quota: 'instances', byDefault: 2, needed: 3, ask: true }]),
      countries: expect.arrayContaining(['RE']),
      costs: { withCallbacks: { perThousandCallsUsd: expect.any(Number) } },
      prices: { smsPart: { usd: 0.05, confidence: 'yours' } },
    });
  });

  it.each([
    [['impots'], /no administration "impots": one of/],
    [['caf', '--profile', 'nowhere.json'], /nowhere\.json: .*no such file/],
    [['caf', '--profile', 'package.json'], /no queue "name": one of allocations/],
  ])('ends with 2 where the command line is wrong: %j', (parameters, fault) => {
    const { status, stdout, stderr } = run(...parameters);
    expect(stderr).toMatch(fault);
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe('options of a plan', () => {
  it('are what was written, and undefined where nothing was', () => {
    const written = ['caf', '--calls-per-hour', '900', '--calls-per-person', '1.5', '--abandoned', '0.05'];
    expect(readPlanOptions([...written, '--take', '0', '--language', 'en'])).toEqual({
      administration: 'caf',
      load: undefined,
      callsPerHour: 900,
      profile: undefined,
      callsPerPerson: 1.5,
      abandoned: 0.05,
      take: 0,
      prices: undefined,
      language: 'en',
      json: false,
    });
  });

  it.each([
    [['caf', 'carsat'], 'npm run plan'],
    [['caf', '--load', '1', '--calls-per-hour', '10'], 'one of --load, --calls-per-hour and --profile'],
    [['caf', '--load', '0'], '--load "0": a number from 0.01 to 10, with a point'],
    [['caf', '--load', '1,2'], '--load "1,2"'],
    [['caf', '--calls-per-hour', 'many'], '--calls-per-hour "many"'],
    [['caf', '--calls-per-person', '0.5'], '--calls-per-person "0.5"'],
    [['caf', '--take', '2'], '--take "2": a number from 0 to 1'],
    [['caf', '--abandoned', '0.9'], '--abandoned "0.9"'],
    [['caf', '--language', 'de'], '--language "de": fr or en'],
    [['caf', '--weeks', '3'], 'npm run plan'],
  ])('are refused where they cannot be: %j', (parameters, fault) => {
    expect(() => readPlanOptions(parameters)).toThrow(UsageFault);
    expect(() => readPlanOptions(parameters)).toThrow(fault);
  });
});
