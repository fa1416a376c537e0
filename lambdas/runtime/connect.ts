import {
  ConnectClient,
  DescribeContactCommand,
  GetContactAttributesCommand,
  GetContactMetricsCommand,
  GetCurrentMetricDataCommand,
  StartOutboundVoiceContactCommand,
  type CurrentMetricResult,
} from '@aws-sdk/client-connect';
import { unlessNotFound } from './connect-absence.ts';
import { callbackRequests } from './connect-callbacks.ts';

export interface QueueMetrics {
  contactsInQueue: number;
  /** 0 where nobody waits. */
  oldestContactAgeSeconds: number;
  agentsStaffed: number;
  agentsAvailable: number;
  agentsOnContact: number;
}
export interface OutboundCall {
  /** E.164. */
  to: string;
  flowId: string;
  /** Its caller ID is shown. */
  queueId: string;
  attributes: Record<string, string>;
  /** The same token rings once, for 7 days. */
  clientToken: string;
  ringTimeoutSeconds: number;
}
export interface ContactDescription {
  initiationMethod: string | undefined;
  connectedToAgentAt: Date | undefined;
  /** Of a call that we made: when the customer picked up, which is after the agent did where Connect finds an agent first. */
  connectedToSystemAt: Date | undefined;
  disconnectedAt: Date | undefined;
  /** Connect's words: CUSTOMER_DISCONNECT, TELECOM_BUSY, … */
  disconnectReason: string | undefined;
  initiatedAt?: Date | undefined;
  /** Undefined of a contact that never was in a queue. */
  enqueuedAt?: Date | undefined;
  /** E.164; undefined where it is withheld. */
  customerNumber?: string | undefined;
}

const metrics = [
  ['CONTACTS_IN_QUEUE', 'COUNT'],
  ['OLDEST_CONTACT_AGE', 'SECONDS'],
  ['AGENTS_STAFFED', 'COUNT'],
  ['AGENTS_AVAILABLE', 'COUNT'],
  ['AGENTS_ON_CONTACT', 'COUNT'],
] as const;

/** One Connect instance. Every call throws the service's own errors, except where it says otherwise. */
export function connect(instanceId: string) {
  const client = new ConnectClient({ maxAttempts: 3 });
  /** A caller hears silence meanwhile: one attempt, 1 s. */
  const quickClient = new ConnectClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 1000, throwOnRequestTimeout: true },
  });
  const InstanceId = instanceId;
  return {
    ...callbackRequests(instanceId),

    /** By Connect queue id, all queues in one request (at most 100). A queue without any activity is absent. */
    async currentMetrics(queueIds: readonly string[]): Promise<Map<string, QueueMetrics>> {
      const { MetricResults } = await client.send(currentMetricsCommand(InstanceId, queueIds));
      return new Map((MetricResults ?? []).map((result) => [result.Dimensions?.Queue?.Id ?? '', queueMetrics(result)]));
    },

    /** 1 is the next to be served; undefined where Connect does not say. Only while the contact is in a queue. */
    async positionInQueue(contactId: string): Promise<number | undefined> {
      const { MetricResults } = await quickClient.send(
        new GetContactMetricsCommand({
          InstanceId,
          ContactId: contactId,
          Metrics: [{ Name: 'POSITION_IN_QUEUE' }],
        }),
      );
      return MetricResults?.find(({ Name }) => Name === 'POSITION_IN_QUEUE')?.Value?.Number;
    },

    /** Returns the id of the contact that rings. */
    async startOutboundVoiceContact(call: OutboundCall): Promise<string> {
      const { ContactId } = await client.send(
        new StartOutboundVoiceContactCommand({
          InstanceId,
          DestinationPhoneNumber: call.to,
          ContactFlowId: call.flowId,
          QueueId: call.queueId,
          Attributes: call.attributes,
          ClientToken: call.clientToken,
          RingTimeoutInSeconds: call.ringTimeoutSeconds,
        }),
      );
      if (!ContactId) throw new Error('StartOutboundVoiceContact answered no ContactId');
      return ContactId;
    },

    /** Undefined where Connect knows no such contact. */
    async describeContact(contactId: string): Promise<ContactDescription | undefined> {
      const { Contact } = await unlessNotFound(
        client.send(new DescribeContactCommand({ InstanceId, ContactId: contactId })),
        {},
      );
      return (
        Contact && {
          initiationMethod: Contact.InitiationMethod,
          connectedToAgentAt: Contact.AgentInfo?.ConnectedToAgentTimestamp,
          connectedToSystemAt: Contact.ConnectedToSystemTimestamp,
          disconnectedAt: Contact.DisconnectTimestamp,
          disconnectReason: Contact.DisconnectReason,
          initiatedAt: Contact.InitiationTimestamp,
          enqueuedAt: Contact.QueueInfo?.EnqueueTimestamp,
          customerNumber: Contact.CustomerEndpoint?.Address,
        }
      );
    },

    /** Empty where Connect knows no such contact. */
    async contactAttributes(contactId: string): Promise<Record<string, string>> {
      const { Attributes } = await unlessNotFound(
        client.send(new GetContactAttributesCommand({ InstanceId, InitialContactId: contactId })),
        {},
      );
      return Attributes ?? {};
    },
  };
}
export type Connect = ReturnType<typeof connect>;

const currentMetricsCommand = (InstanceId: string, queueIds: readonly string[]): GetCurrentMetricDataCommand =>
  new GetCurrentMetricDataCommand({
    InstanceId,
    Filters: { Queues: [...queueIds], Channels: ['VOICE'] },
    // Grouped, the oldest contact's age is in seconds; ungrouped it is in milliseconds.
    Groupings: ['QUEUE'],
    CurrentMetrics: metrics.map(([Name, Unit]) => ({ Name, Unit })),
    MaxResults: 100,
  });

function queueMetrics({ Collections }: CurrentMetricResult): QueueMetrics {
  const value = (name: string): number => Collections?.find(({ Metric }) => Metric?.Name === name)?.Value ?? 0;
  return {
    contactsInQueue: value('CONTACTS_IN_QUEUE'),
    oldestContactAgeSeconds: value('OLDEST_CONTACT_AGE'),
    agentsStaffed: value('AGENTS_STAFFED'),
    agentsAvailable: value('AGENTS_AVAILABLE'),
    agentsOnContact: value('AGENTS_ON_CONTACT'),
  };
}
