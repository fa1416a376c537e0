import type { Deployment } from '../deployment.ts';
import type { AgentPart, ContactDescription } from './centre.ts';
import type { ContactRecord } from './contact.ts';

/** A telephone number; `null` where it is withheld, or where there is none. */
type Endpoint = { Address: string; Type: 'TELEPHONE_NUMBER' } | null;

const formatVersion = '2017-03-10';
const subtypes = { VOICE: 'connect:Telephony', TASK: 'connect:Task', CHAT: 'connect:Guide' };

/**
 * A contact record as Amazon Connect streams it: Administrator Guide, "Data model for contact records". Instants are told to the second,
 * `2026-11-24T09:00:00Z`, durations in whole seconds; what did not happen is null.
 */
export function contactRecord(deployment: Deployment, { description, attributes }: ContactRecord): unknown {
  const { channel = 'VOICE' } = description;
  return {
    AWSAccountId: deployment.accountId,
    AWSContactTraceRecordFormatVersion: formatVersion,
    Agent: agent(description),
    AgentConnectionAttempts: description.agentConnectionAttempts ?? 0,
    AnsweringMachineDetectionStatus: null,
    Attributes: attributes,
    Channel: channel,
    ...links(description),
    ...instants(description),
    CustomerEndpoint: endpoint(description.customerNumber),
    DisconnectReason: description.disconnectReason ?? null,
    InitiationMethod: description.initiationMethod,
    InstanceARN: deployment.instanceArn,
    Queue: queue(deployment, description),
    Recording: null,
    Recordings: null,
    SegmentAttributes: { 'connect:Subtype': { ValueString: subtypes[channel] } },
    SystemEndpoint: endpoint(description.systemNumber),
    Tags: { 'aws:connect:instanceId': deployment.instanceId },
    TransferredToEndpoint: endpoint(description.transferredTo),
  };
}

function links({ id, ...description }: ContactDescription): Record<string, string | null> {
  return {
    ContactId: id,
    InitialContactId: description.initialContactId ?? null,
    PreviousContactId: description.previousContactId ?? null,
    NextContactId: description.nextContactId ?? null,
    RelatedContactId: description.relatedContactId ?? null,
  };
}

function instants(description: ContactDescription): Record<string, string | null> {
  return {
    InitiationTimestamp: timestamp(description.initiatedAt),
    ConnectedToSystemTimestamp: timestamp(description.connectedToSystemAt),
    DisconnectTimestamp: timestamp(description.disconnectedAt),
    LastUpdateTimestamp: timestamp(description.recordedAt),
    ScheduledTimestamp: null,
    TransferCompletedTimestamp: timestamp(description.transferCompletedAt),
  };
}

function queue({ queues }: Deployment, description: ContactDescription): unknown {
  const { queueId, enqueuedAt, dequeuedAt } = description;
  const found = queues.find(({ id }) => id === queueId);
  if (!found) return null;
  return {
    ARN: found.arn,
    Name: found.name,
    EnqueueTimestamp: timestamp(enqueuedAt),
    DequeueTimestamp: timestamp(dequeuedAt),
    Duration: enqueuedAt && dequeuedAt ? seconds(enqueuedAt, dequeuedAt) : null,
  };
}

function agent({ agentPart, disconnectedAt }: ContactDescription): unknown {
  if (!agentPart) return null;
  const { arn, name, connectedAt, leftAt = disconnectedAt ?? connectedAt, writtenUpAt = leftAt } = agentPart;
  const holds = holdSeconds(agentPart, leftAt);
  const onHold = holds.reduce((sum, each) => sum + each, 0);
  return {
    ARN: arn,
    Username: name,
    ConnectedToAgentTimestamp: timestamp(connectedAt),
    // The talk, without what was on hold.
    AgentInteractionDuration: seconds(connectedAt, leftAt) - onHold,
    AfterContactWorkStartTimestamp: timestamp(leftAt),
    AfterContactWorkEndTimestamp: timestamp(writtenUpAt),
    AfterContactWorkDuration: seconds(leftAt, writtenUpAt),
    CustomerHoldDuration: onHold,
    LongestHoldDuration: Math.max(0, ...holds),
    NumberOfHolds: holds.length,
    HierarchyGroups: null,
    RoutingProfile: null,
  };
}

const holdSeconds = ({ holds }: AgentPart, leftAt: Date): number[] =>
  holds.map(({ from, to = leftAt }) => seconds(from, to));

function endpoint(number: string | undefined): Endpoint {
  return number ? { Address: number, Type: 'TELEPHONE_NUMBER' } : null;
}

function timestamp(date: Date | undefined): string | null {
  return date ? date.toISOString().replace(/\.\d+Z$/, 'Z') : null;
}

/** Between the instants as they are told, so that a record agrees with itself. */
function seconds(from: Date, to: Date): number {
  return Math.floor(to.getTime() / 1000) - Math.floor(from.getTime() / 1000);
}
