import type { ContactEvent } from '../connect/centre.ts';
import type { Deployment } from '../deployment.ts';
import type { BusEntry } from './bus-entry.ts';

/** An `Amazon Connect Contact Event`: it holds no number of the caller, no attribute and no reason. */
export function contactEventEntry(deployment: Deployment, event: ContactEvent): BusEntry {
  const { description } = event;
  return {
    source: 'aws.connect',
    detailType: 'Amazon Connect Contact Event',
    resources: [deployment.instanceArn, `${deployment.instanceArn}/contact/${event.contactId}`],
    detail: withoutAbsent({
      eventType: event.eventType,
      contactId: event.contactId,
      initialContactId: description.initialContactId,
      previousContactId: description.previousContactId,
      relatedContactId: description.relatedContactId,
      channel: description.channel ?? 'VOICE',
      instanceArn: deployment.instanceArn,
      initiationMethod: event.initiationMethod,
      initiationTimestamp: timestamp(description.initiatedAt),
      connectedToSystemTimestamp: timestamp(description.connectedToSystemAt),
      disconnectTimestamp: timestamp(description.disconnectedAt),
      queueInfo: event.queueArn && {
        queueArn: event.queueArn,
        queueType: 'STANDARD',
        enqueueTimestamp: timestamp(description.enqueuedAt),
      },
      agentInfo: event.agentArn && {
        agentArn: event.agentArn,
        connectedToAgentTimestamp: timestamp(description.agentConnectedAt),
      },
      tags: { 'aws:connect:instanceId': deployment.instanceId },
    }),
  };
}

function timestamp(date: Date | undefined): string | undefined {
  return date?.toISOString();
}
function withoutAbsent(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
