import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmBase,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { metricNamespace } from '../../domain/administration/contract.ts';

/** Whose alarms they are, and who hears of them. */
export interface Watch {
  scope: Construct;
  /** Id of the administration. */
  line: string;
  topic: ITopic;
}
export interface CallerAlarm {
  /** Title of its section in docs/runbook.md. */
  name: string;
  /** Where there are several of that name: the queue, or the language. */
  of?: string;
  /** A sentence: what callers suffer while it lasts. */
  suffers: string;
  metric: IMetric;
  breaches: { atLeast: number } | { below: number };
  /** What no data means: that nothing happened, or that what should report is gone. */
  missing: TreatMissingData;
  /** Of so many periods so many breach; one of one where it is absent. */
  periods?: { breaching: number; of: number };
}

export const fiveMinutes = Duration.minutes(5);

export const alarmName = (line: string, { name, of }: Pick<CallerAlarm, 'name' | 'of'>): string =>
  ['Rappel', line, name, ...(of === undefined ? [] : [of])].join('-');

/** What all alarms say: what callers suffer, and where the runbook tells what to do. */
export const alarmDescription = ({ name, suffers }: Pick<CallerAlarm, 'name' | 'suffers'>): string =>
  `${suffers} docs/runbook.md#${name.toLowerCase()}`;

/** The one way an alarm on metrics is defined; whoever subscribes to the topic hears of its beginning and of its end. */
export function callerAlarm({ scope, line, topic }: Watch, props: CallerAlarm): Alarm {
  const { name, of, metric, breaches, missing, periods = { breaching: 1, of: 1 } } = props;
  const alarm = new Alarm(scope, of === undefined ? name : `${name}-${of}`, {
    alarmName: alarmName(line, props),
    alarmDescription: alarmDescription(props),
    metric,
    threshold: 'below' in breaches ? breaches.below : breaches.atLeast,
    comparisonOperator:
      'below' in breaches
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: periods.of,
    datapointsToAlarm: periods.breaching,
    treatMissingData: missing,
  });
  tell(alarm, topic);
  return alarm;
}

export function tell(alarm: AlarmBase, topic: ITopic): void {
  alarm.addAlarmAction(new SnsAction(topic));
  alarm.addOkAction(new SnsAction(topic));
}

/** A count that our functions print. */
export function ownMetric(
  metricName: string,
  dimensionsMap: Record<string, string>,
  period: Duration,
  statistic = 'Sum',
): Metric {
  return new Metric({ namespace: metricNamespace, metricName, dimensionsMap, statistic, period });
}

/** An alarm on an expression reads ten metrics at most: CloudWatch User Guide, "Alarms on math expressions". */
const mostMetrics = 10;

/** All of them together; what was not reported counts as none. Throws beyond the ten that an alarm may read. */
export function sumOf(metrics: Record<string, IMetric>, period: Duration): MathExpression {
  const ids = Object.keys(metrics);
  if (ids.length > mostMetrics) throw new Error(`an alarm reads ${mostMetrics} metrics at most: ${ids.join(', ')}`);
  const expression = ids.map((id) => `FILL(${id}, 0)`).join(' + ');
  return new MathExpression({ expression, usingMetrics: metrics, period });
}

/** What only ever reports that something went wrong. */
export const silenceIsGood = TreatMissingData.NOT_BREACHING;
