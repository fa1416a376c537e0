import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

interface AlarmOfCallers {
  topic: ITopic;
  /** A sentence: what callers suffer while it lasts. */
  suffers: string;
  /** Title of its section in docs/runbook.md. */
  runbook: string;
  metric: IMetric;
  breaches: 'atLeastOne' | 'belowOne';
  /** What no data means: that nothing happened, or that what should report is gone. */
  missing: TreatMissingData;
}

/** The one way an alarm is defined: it says what callers suffer and where the runbook tells what to do, to all who subscribe to the topic. */
export function alarmOf(scope: Construct, id: string, props: AlarmOfCallers): Alarm {
  const { topic, suffers, runbook, metric, breaches, missing } = props;
  const alarm = new Alarm(scope, id, {
    alarmDescription: `${suffers} docs/runbook.md#${runbook.toLowerCase()}`,
    metric,
    threshold: 1,
    comparisonOperator:
      breaches === 'atLeastOne'
        ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
        : ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: missing,
  });
  alarm.addAlarmAction(new SnsAction(topic));
  alarm.addOkAction(new SnsAction(topic));
  return alarm;
}
