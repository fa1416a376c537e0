import type { MetricAlarm } from '../../local/alarms/alarm-definition.ts';
import { readAlarmRule } from '../../local/alarms/alarm-rule.ts';
import { LineAlarms } from '../../local/alarms/line-alarms.ts';
import { readExpression } from '../../local/alarms/metric-math.ts';
import { createEventClock } from '../../local/event-clock.ts';
import { recordEmbedded } from '../../local/metrics/embedded-metrics.ts';
import { type MetricId, MetricStore } from '../../local/metrics/metric-store.ts';

const start = Date.parse('2026-11-24T09:00:00Z');
const minutes = (count: number): number => start + count * 60_000;
const calls: MetricId = { namespace: 'N', name: 'Calls', dimensions: { line: 'caf', queue: 'a' } };
const faults: MetricId = { namespace: 'N', name: 'Faults', dimensions: {} };

const alarm = (changes: Partial<MetricAlarm> = {}): MetricAlarm => ({
  name: 'one',
  arn: 'arn:one',
  description: 'Callers wait.',
  queries: new Map([['metric', { metric: calls, statistic: 'Sum' }]]),
  compared: 'metric',
  periodSeconds: 300,
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  breaches: (value) => value >= 3,
  missing: 'notBreaching',
  ...changes,
});

const filled = (of: MetricAlarm): MetricAlarm => ({
  ...of,
  queries: new Map([...of.queries, ['filled', { expression: readExpression('FILL(metric, 0)') }]]),
  compared: 'filled',
});

function watched(...metric: MetricAlarm[]) {
  const clock = createEventClock(start);
  const store = new MetricStore();
  const rule = readAlarmRule('ALARM("arn:one")');
  const composite = [{ name: 'down', arn: 'arn:down', description: 'Nobody is served.', rule }];
  const alarms = new LineAlarms({ metric, composite }, store, clock);
  const changes: string[] = [];
  alarms.onChange(({ name, state, since }) => changes.push(`${(since - start) / 60_000} ${name} ${state}`));
  alarms.start(() => undefined);
  return { clock, store, alarms, changes };
}

describe('the alarms of a line', () => {
  it('look back over whole periods that end now, every minute', async () => {
    const { clock, store, changes } = watched(filled(alarm()));
    for (const minute of [6.5, 8.5, 10.5]) store.record(calls, 1, minutes(minute));
    await clock.runUntil(minutes(30));
    expect(changes).toEqual(['1 down OK', '5 one OK', '11 one ALARM', '11 down ALARM', '12 one OK', '12 down OK']);
  });

  it('judge the last datapoints anew once a metric is silent, unless its silence is filled in', async () => {
    const { clock, store, changes } = watched(alarm());
    for (const minute of [6, 7, 8]) store.record(calls, 1, minutes(minute));
    await clock.runUntil(minutes(30));
    expect(changes.filter((change) => change === '14 one ALARM')).toHaveLength(1);
    expect(changes.at(-1)).toMatch(/OK$/u);
  });

  it('are not evaluated before their periods have passed', async () => {
    const { clock, alarms } = watched(alarm({ missing: 'breaching', evaluationPeriods: 3, datapointsToAlarm: 3 }));
    await clock.runUntil(minutes(14));
    expect(alarms.state('one')).toBe('INSUFFICIENT_DATA');
    await clock.runUntil(minutes(15));
    expect(alarms.state('one')).toBe('ALARM');
    expect(alarms.all()).toMatchObject([{ name: 'down', state: 'ALARM', since: minutes(15) }, { name: 'one' }]);
  });

  it('that look back more than a day are evaluated once an hour', async () => {
    const daily = alarm({ periodSeconds: 3600, evaluationPeriods: 26, datapointsToAlarm: 26, missing: 'breaching' });
    const { clock, store, changes } = watched(daily);
    store.record(calls, 3, minutes(40 * 60 + 10));
    await clock.runUntil(minutes(60 * 60));
    const hours = changes.map((change) => Number(change.split(' ')[0])).filter((minute) => minute > 1);
    expect(hours.every((minute) => minute % 60 === 0)).toBe(true);
  });

  it('that compare an expression evaluate it for each period', async () => {
    const queries: MetricAlarm['queries'] = new Map([
      ['all', { metric: calls, statistic: 'Sum' as const }],
      ['bad', { metric: faults, statistic: 'Sum' as const }],
      ['share', { expression: readExpression('IF(FILL(all, 0) >= 4 AND 2 * FILL(bad, 0) >= FILL(all, 0), bad, 0)') }],
    ]);
    const { clock, store, changes } = watched(alarm({ queries, compared: 'share', breaches: (value) => value >= 1 }));
    for (const minute of [6, 6, 7, 7]) store.record(calls, 1, minutes(minute));
    for (const minute of [6, 7]) store.record(faults, 1, minutes(minute));
    await clock.runUntil(minutes(20));
    expect(changes.filter((change) => change.includes('one'))).toEqual(['5 one OK', '8 one ALARM', '12 one OK']);
  });
});

describe('the metrics of a line', () => {
  it('are told apart by their dimensions, in whatever order they are named', () => {
    const store = new MetricStore();
    store.record(calls, 2, start);
    store.record({ ...calls, dimensions: { queue: 'a', line: 'caf' } }, 5, start);
    store.record({ ...calls, dimensions: { queue: 'b', line: 'caf' } }, 7, start);
    const of = (statistic: 'Sum' | 'Maximum' | 'Minimum' | 'Average' | 'SampleCount') =>
      store.statistic(calls, statistic, start, minutes(1));
    expect([of('Sum'), of('Maximum'), of('Minimum'), of('Average'), of('SampleCount')]).toEqual([7, 5, 2, 3.5, 2]);
    expect(store.statistic(calls, 'Sum', minutes(1), minutes(2))).toBeUndefined();
    expect(store.known()).toHaveLength(2);
  });

  it('come in any order of time', () => {
    const store = new MetricStore();
    for (const minute of [3, 1, 2, 1]) store.record(calls, minute, minutes(minute));
    expect([0, 1, 2, 3].map((minute) => store.statistic(calls, 'Sum', minutes(minute), minutes(minute + 1)))).toEqual([
      undefined,
      2,
      2,
      3,
    ]);
  });

  it('are read from the lines that functions print for CloudWatch, and from no other', () => {
    const store = new MetricStore();
    const directive = { Namespace: 'Rappel', Dimensions: [['line']], Metrics: [{ Name: 'Calls' }] };
    recordEmbedded(store, [
      JSON.stringify({ _aws: { Timestamp: start, CloudWatchMetrics: [directive] }, line: 'caf', Calls: 4 }),
      JSON.stringify({ code: 'pass', Calls: 9 }),
      'not JSON',
    ]);
    const id = { namespace: 'Rappel', name: 'Calls', dimensions: { line: 'caf' } };
    expect(store.statistic(id, 'Sum', start, minutes(1))).toBe(4);
    expect(store.known()).toEqual([id]);
    const nameless = JSON.stringify({ _aws: { Timestamp: start, CloudWatchMetrics: [directive] }, Calls: 4 });
    expect(() => recordEmbedded(store, [nameless])).toThrow('no dimension line');
  });
});
