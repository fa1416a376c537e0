import type { AlarmState, MetricAlarm } from './alarm-definition.ts';

/** How an alarm judges its datapoints. */
type Judgement = Pick<MetricAlarm, 'evaluationPeriods' | 'datapointsToAlarm' | 'breaches' | 'missing'>;

/**
 * How many datapoints CloudWatch looks at, so as to do without filling in missing ones. The number is documented by its example alone, 5 where 3
 * periods are evaluated, and is said to depend on the period.
 */
export const evaluationRange = (evaluationPeriods: number): number => evaluationPeriods + 2;

/**
 * The state of an alarm after its datapoints, the newest first, undefined where there is none; `current`: its state before. The rules are those of
 * the CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data"; where its sentences and its tables differ, the tables hold.
 */
export function stateAfter(
  datapoints: readonly (number | undefined)[],
  { evaluationPeriods, datapointsToAlarm, breaches, missing }: Judgement,
  current: AlarmState,
): AlarmState {
  const judged = datapoints.map((value) => (value === undefined ? undefined : breaches(value)));
  const real = judged.filter((breach) => breach !== undefined);
  const breaching = real.slice(0, evaluationPeriods).filter(Boolean).length;
  if (breaching >= datapointsToAlarm) return 'ALARM';
  if (real.length >= evaluationPeriods || missing === 'notBreaching') return 'OK';
  if (missing === 'breaching') {
    return breaching + evaluationPeriods - real.length >= datapointsToAlarm ? 'ALARM' : 'OK';
  }
  if (real.some((breach) => !breach)) return 'OK';
  if (missing === 'ignore') return current;
  if (real.length === 0) return 'INSUFFICIENT_DATA';
  // All that there is breaches, and the oldest of it has done so for as long as it takes: the next datapoint cannot change that.
  return judged.lastIndexOf(true) + 1 >= datapointsToAlarm ? 'ALARM' : current;
}
