import { Duration } from 'aws-cdk-lib';
import { type Alarm, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { callbackMetrics } from '../../domain/callback/contract.ts';
import { callerAlarm, fiveMinutes, ownMetric, silenceIsGood, type Watch } from './caller-alarm.ts';

/** What the dispatcher tells of a queue at each pass. Returns the one of a queue where nobody serves. */
export function alarmsOfQueue(watch: Watch, queue: string): Alarm {
  const dimensions = { administration: watch.line, queue };
  callerAlarm(watch, {
    name: 'CallbacksNotDialled',
    of: queue,
    suffers: `People to whom a call was promised were not called in their hour (${queue}).`,
    metric: ownMetric(callbackMetrics.notDialled, dimensions, fiveMinutes),
    breaches: { atLeast: 1 },
    missing: silenceIsGood,
  });
  callerAlarm(watch, {
    name: 'CallbacksSwitchedOff',
    of: queue,
    suffers: `Callers are offered no callback, or are not called back, since a switch was turned off two hours ago (${queue}).`,
    metric: ownMetric(callbackMetrics.switchedOff, dimensions, Duration.minutes(30)),
    breaches: { atLeast: 1 },
    periods: { breaching: 4, of: 4 },
    missing: silenceIsGood,
  });
  return callerAlarm(watch, {
    name: 'QueueUnstaffed',
    of: queue,
    suffers: `Callers wait, or are to be called back, while the queue is open and nobody is logged in (${queue}).`,
    metric: ownMetric(callbackMetrics.unstaffed, dimensions, Duration.minutes(1)),
    breaches: { atLeast: 1 },
    periods: { breaching: 3, of: 5 },
    missing: silenceIsGood,
  });
}

/** A dispatcher that fails counts nothing, so that no promise would ever seem broken. */
export function alarmOfPasses(watch: Watch, dispatcher: Function): void {
  callerAlarm(watch, {
    name: 'DispatcherStopped',
    suffers: 'Nobody is called back: no pass of the dispatcher succeeds.',
    metric: new MathExpression({
      expression: 'invocations - errors',
      usingMetrics: {
        invocations: dispatcher.metricInvocations({ period: fiveMinutes }),
        errors: dispatcher.metricErrors({ period: fiveMinutes }),
      },
      period: fiveMinutes,
    }),
    breaches: { below: 1 },
    missing: TreatMissingData.BREACHING,
  });
}
