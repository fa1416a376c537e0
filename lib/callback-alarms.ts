import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { metricNamespace } from '../domain/administration/contract.ts';
import { callbackMetrics } from '../domain/callback/contract.ts';
import { alarmOf } from './alarms.ts';
import type { ConnectFunction } from './connect-function.ts';

const period = Duration.minutes(5);

export function alarmOfPromises(
  scope: Construct,
  topic: ITopic,
  { administration, queue }: { administration: Administration; queue: string },
): void {
  alarmOf(scope, `NotDialled-${queue}`, {
    topic,
    suffers: `People to whom a call was promised were not called in their hour (${queue}).`,
    runbook: callbackMetrics.notDialled,
    metric: new Metric({
      namespace: metricNamespace,
      metricName: callbackMetrics.notDialled,
      dimensionsMap: { administration: administration.id, queue },
      statistic: 'Sum',
      period,
    }),
    breaches: 'atLeastOne',
    missing: TreatMissingData.NOT_BREACHING,
  });
}

/** A dispatcher that fails counts nothing, so that no promise would ever seem broken. */
export function alarmOfPasses(scope: Construct, topic: ITopic, { function: dispatcher }: ConnectFunction): void {
  alarmOf(scope, 'Stopped', {
    topic,
    suffers: 'Nobody is called back: no pass of the dispatcher succeeds.',
    runbook: 'DispatcherStopped',
    metric: new MathExpression({
      expression: 'invocations - errors',
      usingMetrics: {
        invocations: dispatcher.metricInvocations({ period }),
        errors: dispatcher.metricErrors({ period }),
      },
      period,
    }),
    breaches: 'belowOne',
    missing: TreatMissingData.BREACHING,
  });
}
