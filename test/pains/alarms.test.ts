import { isDeepStrictEqual } from 'node:util';
import { tellCall } from '../calls/place-call.ts';
import { administration, ofType, resourcesOf, synthesiseLine } from '../stack/synthesise-line.ts';
import { watchFunctions } from './watched-functions.ts';

const alarms = ofType(resourcesOf(synthesiseLine(administration('caf'))), 'AWS::CloudWatch::Alarm').map(
  ([, { Properties }]) => Properties,
);

interface Directive {
  Namespace: string;
  Dimensions: string[][];
  Metrics: { Name: string }[];
}
interface Count {
  namespace: string;
  name: string;
  dimensions: Record<string, unknown>;
  value: number;
}

/** What CloudWatch reads from lines in the embedded metric format. */
function countsIn(logs: readonly string[]): Count[] {
  return logs
    .filter((line) => line.includes('CloudWatchMetrics'))
    .map((line) => JSON.parse(line) as Record<string, unknown> & Record<'_aws', { CloudWatchMetrics: Directive[] }>)
    .flatMap(({ _aws: { CloudWatchMetrics }, ...line }) =>
      CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
        Metrics.map(({ Name }) => ({
          namespace: Namespace,
          name: Name,
          dimensions: Object.fromEntries(Dimensions.flat().map((key) => [key, line[key]])),
          value: Number(line[Name]),
        })),
      ),
    );
}

/** The alarms whose threshold these counts reach, summed up. */
function raisedBy(logs: readonly string[]): unknown[] {
  const counts = countsIn(logs);
  return alarms.filter(({ Namespace, MetricName, Dimensions = [], Threshold }) => {
    const of = (Dimensions as { Name: string; Value: unknown }[]).map(({ Name, Value }) => [Name, Value]);
    const own = counts.filter(
      ({ namespace, name, dimensions }) =>
        namespace === Namespace && name === MetricName && isDeepStrictEqual(dimensions, Object.fromEntries(of)),
    );
    return own.length > 0 && own.reduce((sum, { value }) => sum + value, 0) >= Number(Threshold);
  });
}

describe('a promise whose hour goes by while nobody is at work', () => {
  const { logs, wrapping } = watchFunctions({});

  it('pain: bookings that were never attempted stay unseen', async () => {
    const called = { queue: 40, press: '1 2 1', lambdas: wrapping };
    await tellCall({ ...called, until: '2026-11-24T10:25' });
    expect(raisedBy(logs)).toEqual([]);
    await tellCall({ ...called, agents: 'none', until: '2026-11-24T11:05' });
    expect(raisedBy(logs)).toMatchObject([
      { MetricName: 'CallbacksNotDialled', AlarmDescription: expect.stringContaining('not called in their hour') },
    ]);
  });
});
