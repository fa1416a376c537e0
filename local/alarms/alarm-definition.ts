import type { MetricId, Statistic } from '../metrics/metric-store.ts';
import type { AlarmRule } from './alarm-rule.ts';
import type { Expression } from './metric-math.ts';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
/** `TreatMissingData` of CloudWatch. */
type MissingData = 'breaching' | 'notBreaching' | 'ignore' | 'missing';

/** One entry of `Metrics`: what is compared with the threshold is the one that `compared` names. */
export type AlarmQuery = { metric: MetricId; statistic: Statistic } | { expression: Expression };

interface Named {
  name: string;
  arn: string;
  description: string;
}
/** `AWS::CloudWatch::Alarm`, resolved. */
export interface MetricAlarm extends Named {
  /** By their ids in expressions. */
  queries: ReadonlyMap<string, AlarmQuery>;
  compared: string;
  periodSeconds: number;
  /** N, and M of them that must breach. */
  evaluationPeriods: number;
  datapointsToAlarm: number;
  breaches: (value: number) => boolean;
  missing: MissingData;
}
/** `AWS::CloudWatch::CompositeAlarm`. */
export interface CompositeAlarm extends Named {
  rule: AlarmRule;
}
export interface DeployedAlarms {
  metric: MetricAlarm[];
  composite: CompositeAlarm[];
}
