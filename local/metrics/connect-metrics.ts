import type { ContactCentre, ContactEvent } from '../connect/centre.ts';
import type { MetricStore } from './metric-store.ts';

/** How many calls an instance may have at once where nobody has asked for more. */
export const defaultConcurrentCalls = 10;

export interface ConnectMeter {
  /** To be called for every contact event. */
  note(event: ContactEvent): void;
  /** Listens to the centre. */
  follow(centre: ContactCentre): void;
  /** Records what stands at this moment: Connect sends such metrics once a minute. */
  sample(): void;
}
interface Settings {
  store: MetricStore;
  instanceId: string;
  now: () => number;
}

const ofFlow = (ContactFlowName: string) => ({ MetricGroup: 'ContactFlow', ContactFlowName });

/**
 * What Amazon Connect counts in CloudWatch, namespace `AWS/Connect`. Names, dimensions and units: Amazon Connect Administrator Guide, "Monitor your
 * instance using CloudWatch". Which branches of a flow count as its errors is not documented: here, those taken for want of any other.
 */
export function meterConnect({ store, instanceId, now }: Settings): ConnectMeter {
  const callsUnderWay = new Set<string>();
  let centre: ContactCentre | undefined;
  const record = (name: string, dimensions: Record<string, string>, value: number, at = now()): void =>
    store.record({ namespace: 'AWS/Connect', name, dimensions: { InstanceId: instanceId, ...dimensions } }, value, at);
  const voice = { MetricGroup: 'VoiceCalls' };
  return {
    note: ({ eventType, contactId, description: { channel = 'VOICE', initiationMethod } }) => {
      if (channel !== 'VOICE') return;
      // A queued callback is no call until it rings; who is passed on goes on in the same call.
      const begins = eventType === (initiationMethod === 'CALLBACK' ? 'CONNECTED_TO_SYSTEM' : 'INITIATED');
      if (begins) callsUnderWay.add(contactId);
      if (begins && !initiationMethod.endsWith('TRANSFER')) record('CallsPerInterval', voice, 1);
      if (eventType === 'DISCONNECTED') callsUnderWay.delete(contactId);
    },
    follow: (followed) => {
      centre = followed;
      followed.onTransition(({ flow, taken }) => {
        if (typeof taken === 'object' && 'error' in taken && taken.error === 'NoMatchingError') {
          record('ContactFlowErrors', ofFlow(flow), 1);
        }
      });
      followed.onEvent((event) => {
        if (event.kind === 'error' && event.flow !== null) record('ContactFlowFatalErrors', ofFlow(event.flow), 1);
        if (event.kind === 'state' && event.of === 'agent' && event.to === 'missed') record('MissedCalls', voice, 1);
      });
      followed.onRefusedCall((reason) => {
        record(reason === 'quota' ? 'CallsBreachingConcurrencyQuota' : 'MisconfiguredPhoneNumbers', voice, 1);
      });
    },
    sample: () => {
      // What stands at the end of a minute is of that minute.
      const at = now() - 1;
      record('ConcurrentCalls', voice, callsUnderWay.size, at);
      const quota = centre?.quotas.concurrentCalls ?? defaultConcurrentCalls;
      record('ConcurrentCallsPercentage', voice, callsUnderWay.size / quota, at);
      for (const { queueArn, name: QueueName, waiting } of centre?.queueSizes() ?? []) {
        const [metrics] = centre?.currentMetrics([queueArn.slice(queueArn.lastIndexOf('/') + 1)]) ?? [];
        const ofQueue = { MetricGroup: 'Queue', QueueName };
        record('QueueSize', ofQueue, waiting, at);
        record('LongestQueueWaitTime', ofQueue, metrics?.oldestContactAgeSeconds ?? 0, at);
      }
    },
  };
}
