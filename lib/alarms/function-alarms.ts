import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { positionMetrics } from '../../domain/position/contract.ts';
import type { Hooks } from '../call-flows.ts';
import type { FlowLambdaName } from '../flows/lambda-contracts.ts';
import { callerAlarm, fiveMinutes, ownMetric, silenceIsGood, sumOf, type Watch } from './caller-alarm.ts';

/** What callers ask of the ledger of promises. */
const bookingHooks = [
  'checkNumber',
  'offerSlots',
  'bookSlot',
  'keepPlace',
  'findBooking',
  'moveBooking',
  'cancelBooking',
] as const satisfies FlowLambdaName[];
/**
 * What tells callers and agents something, or takes their answer. A failure of those that are in neither list is seen at once by the supervisor
 * who asked (`changeLine`, `tellLine`), or is repeated and then kept as a failed event (`noteOutcome`).
 */
const tellingHooks = [
  'tellPosition',
  'tellAlert',
  'briefAgent',
  'sendSms',
  'sendInformation',
  'sendForAgent',
  'stopWriting',
  'recordAnswer',
] as const satisfies FlowLambdaName[];

const errorsOf = (hooks: Hooks, names: readonly FlowLambdaName[]) =>
  Object.fromEntries(names.map((name) => [name, hooks[name].function.metricErrors({ period: fiveMinutes })]));

/** Their expected outcomes are values: an error is a caller who got nothing. */
export function alarmsOfHooks(watch: Watch, hooks: Hooks): void {
  callerAlarm(watch, {
    name: 'BookingFailing',
    suffers: 'Callers who ask for a callback, or to change theirs, hear that it is not possible: a function fails.',
    metric: sumOf(errorsOf(hooks, bookingHooks), fiveMinutes),
    breaches: { atLeast: 1 },
    missing: silenceIsGood,
  });
  const unknown = ownMetric(positionMetrics.waitUnknown, { administration: watch.line }, fiveMinutes);
  callerAlarm(watch, {
    name: 'CallersUninformed',
    suffers: 'Callers are not told how long they will wait, or get no SMS: a function that their call asks fails.',
    metric: sumOf({ ...errorsOf(hooks, tellingHooks), waitUnknown: unknown }, fiveMinutes),
    breaches: { atLeast: 1 },
    missing: silenceIsGood,
  });
}

/** Of the whole account and region: the metric without a dimension. New accounts run ten functions at once. */
export function alarmOfConcurrency(watch: Watch): void {
  callerAlarm(watch, {
    name: 'FunctionsThrottled',
    suffers: 'Callers hear apologies in place of answers: this account runs as many functions at once as it may.',
    metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: 'Sum', period: fiveMinutes }),
    breaches: { atLeast: 1 },
    missing: silenceIsGood,
  });
}

export function alarmOfFailedEvents(watch: Watch, deadLetters: IQueue): void {
  callerAlarm(watch, {
    name: 'FailedEvents',
    suffers: 'People may get no SMS, or no call, that they were promised: a function kept failing on an event.',
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: fiveMinutes }),
    breaches: { atLeast: 1 },
    missing: silenceIsGood,
  });
}
