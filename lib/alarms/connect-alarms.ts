import { Duration } from 'aws-cdk-lib';
import { type Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { entryFlow } from '../flows/flow-set.ts';
import { callerAlarm, fiveMinutes, silenceIsGood, sumOf, type Watch } from './caller-alarm.ts';

/**
 * A metric of an instance. Names, dimensions, units: Amazon Connect Administrator Guide, "Monitor your instance using CloudWatch". Metrics of flows
 * exist by the name of a flow only, and those of queues by the name of a queue.
 */
export function connectMetric(
  instanceId: string,
  metricName: string,
  of: { flow: string } | { queue: string } | 'calls',
  { statistic, period }: { statistic: 'Sum' | 'Maximum'; period: Duration },
): Metric {
  const group =
    of === 'calls'
      ? { MetricGroup: 'VoiceCalls' }
      : 'flow' in of
        ? { MetricGroup: 'ContactFlow', ContactFlowName: of.flow }
        : { MetricGroup: 'Queue', QueueName: of.queue };
  const dimensionsMap = { InstanceId: instanceId, ...group };
  return new Metric({ namespace: 'AWS/Connect', metricName, dimensionsMap, statistic, period });
}

/** Flows of each language that a caller is in when a fault of theirs would end the call. */
const kindsOfCallers = [
  'inbound',
  'promise',
  'queue',
  'waiting',
  'callback-created',
  'callback-answered',
  'survey',
  'later-survey',
  'customer-whisper',
  'customer-hold',
];
/** The same, for a caller about whom nothing could be remembered, and for who is called by an agent. */
const flowsOfNoLanguage = ['plain-waiting', 'plain-customer-whisper', 'plain-customer-hold', 'outbound-whisper'];

interface WatchedFlows {
  instanceId: string;
  languages: readonly string[];
  has: (flow: string) => boolean;
}

const sumOverFiveMinutes = { statistic: 'Sum', period: fiveMinutes } as const;

export function alarmsOfFlows(watch: Watch, { instanceId, languages, has }: WatchedFlows): void {
  const groups = {
    ...Object.fromEntries(languages.map((language) => [language, kindsOfCallers.map((kind) => `${kind}-${language}`)])),
    plain: flowsOfNoLanguage,
  };
  for (const [of, flows] of Object.entries(groups)) {
    const watched = flows.filter(has);
    const fatal = watched.map((flow) => [
      flow.replaceAll(/\W(\w)/gu, (_, letter: string) => letter.toUpperCase()),
      connectMetric(instanceId, 'ContactFlowFatalErrors', { flow }, sumOverFiveMinutes),
    ]);
    callerAlarm(watch, {
      name: 'CallersDropped',
      of,
      suffers: `Callers were cut off in the middle of a call: a flow failed (${watched.join(', ')}).`,
      metric: sumOf(Object.fromEntries(fatal), fiveMinutes),
      breaches: { atLeast: 1 },
      missing: silenceIsGood,
    });
  }
}

/** Several callers in five minutes who got no further than the flow that every call begins with. */
export function alarmOfEntry(watch: Watch, instanceId: string): Alarm {
  return callerAlarm(watch, {
    name: 'CallersDroppedAtOnce',
    suffers: 'Callers are cut off as soon as they have rung: the flow that every call begins with fails.',
    metric: connectMetric(instanceId, 'ContactFlowFatalErrors', { flow: entryFlow }, sumOverFiveMinutes),
    breaches: { atLeast: 3 },
    missing: silenceIsGood,
  });
}

export function alarmOfNumber(watch: Watch, instanceId: string): Alarm {
  return callerAlarm(watch, {
    name: 'NumberMisplaced',
    suffers: 'Callers hear that the number is not in service: it leads to no flow.',
    metric: connectMetric(instanceId, 'MisconfiguredPhoneNumbers', 'calls', sumOverFiveMinutes),
    breaches: { atLeast: 1 },
    missing: silenceIsGood,
  });
}

/** Connect answers calls beyond its quota with a busy tone. The percentage is a decimal: 0.8 of all calls that there may be. */
export function alarmsOfQuotas(watch: Watch, instanceId: string): void {
  const period = Duration.minutes(1);
  callerAlarm(watch, {
    name: 'ConcurrentCallsNearQuota',
    suffers: 'Callers will soon hear a busy tone: four fifths of the calls that there may be at once are under way.',
    metric: connectMetric(instanceId, 'ConcurrentCallsPercentage', 'calls', { statistic: 'Maximum', period }),
    breaches: { atLeast: 0.8 },
    periods: { breaching: 3, of: 5 },
    missing: silenceIsGood,
  });
  callerAlarm(watch, {
    name: 'CallsRefusedByQuota',
    suffers: 'Callers hear a busy tone: there are more calls than the instance may have.',
    metric: sumOf(
      {
        breaching: connectMetric(instanceId, 'CallsBreachingConcurrencyQuota', 'calls', sumOverFiveMinutes),
        throttled: connectMetric(instanceId, 'ThrottledCalls', 'calls', sumOverFiveMinutes),
      },
      fiveMinutes,
    ),
    breaches: { atLeast: 1 },
    missing: silenceIsGood,
  });
}
