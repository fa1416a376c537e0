import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { smsMetrics } from '../../domain/sms/contract.ts';
import { callerAlarm, ownMetric, silenceIsGood, type Watch } from './caller-alarm.ts';

/** One telephone that is switched off is no fault of ours, and of a few thousand some always are. */
const fewestLost = 3;
/** So many delivered for each lost one, or more, is as usual. */
const deliveredForEachLost = 4;

/** SMS that the service refused, or accepted and never delivered: three in an hour, and a fifth of all. */
export function alarmOfSms(watch: Watch): void {
  const period = Duration.hours(1);
  const metric = (name: string) => ownMetric(name, { administration: watch.line }, period);
  const lost = '(FILL(refused, 0) + FILL(undelivered, 0))';
  callerAlarm(watch, {
    name: 'SmsRefused',
    suffers: 'Callers do not get the SMS that they were told of: one in five is refused or does not arrive.',
    metric: new MathExpression({
      expression: `IF(${lost} >= ${fewestLost} AND ${deliveredForEachLost} * ${lost} >= FILL(delivered, 0), ${lost}, 0)`,
      usingMetrics: {
        refused: metric(smsMetrics.refused),
        undelivered: metric(smsMetrics.undelivered),
        delivered: metric(smsMetrics.delivered),
      },
      period,
    }),
    breaches: { atLeast: 1 },
    missing: silenceIsGood,
  });
}
