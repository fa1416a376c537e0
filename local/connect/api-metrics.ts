import { ServiceError } from '../http-endpoint.ts';
import type { ContactCentre, CurrentMetrics } from './centre.ts';

interface MetricsRequest {
  Filters?: { Queues?: string[]; Channels?: string[] };
  Groupings?: string[];
  CurrentMetrics?: { Name: string; Unit?: string }[];
}
const mostQueues = 100;
const valueOf: Record<string, (metrics: CurrentMetrics) => number> = {
  CONTACTS_IN_QUEUE: (metrics) => metrics.contactsInQueue,
  OLDEST_CONTACT_AGE: (metrics) => metrics.oldestContactAgeSeconds,
  AGENTS_STAFFED: (metrics) => metrics.agentsStaffed,
  AGENTS_ONLINE: (metrics) => metrics.agentsOnline,
  AGENTS_AVAILABLE: (metrics) => metrics.agentsAvailable,
  AGENTS_ON_CONTACT: (metrics) => metrics.agentsOnContact,
};

/** `GetCurrentMetricData`, grouped by queue: without groupings the service measures ages in other units. */
export function currentMetricData(centre: ContactCentre, request: MetricsRequest, now: number): unknown {
  const queues = request.Filters?.Queues ?? [];
  if (queues.length === 0 || queues.length > mostQueues) {
    throw new ServiceError('InvalidParameterException', `Between 1 and ${mostQueues} queues are required`, 400);
  }
  const wanted = request.CurrentMetrics ?? [];
  if (wanted.length === 0) throw new ServiceError('InvalidParameterException', 'No metric was requested', 400);
  if (!request.Groupings?.includes('QUEUE')) refuse('GetCurrentMetricData without the grouping QUEUE');
  const unknown = wanted.find(({ Name }) => !(Name in valueOf));
  if (unknown) refuse(`the metric ${unknown.Name} of GetCurrentMetricData`);
  const ids = queues.map((queue) => queue.slice(queue.lastIndexOf('/') + 1));
  const active = centre.currentMetrics(ids).filter(isActive);
  return {
    MetricResults: active.map((metrics) => ({
      Dimensions: { Queue: { Id: metrics.queueId }, Channel: 'VOICE' },
      Collections: wanted.map((Metric) => ({ Metric, Value: valueOf[Metric.Name]?.(metrics) ?? 0 })),
    })),
    DataSnapshotTime: now / 1000,
    ApproximateTotalCount: active.length,
  };
}

/** The service leaves out a queue where nobody waits and nobody is logged in. */
function isActive(metrics: CurrentMetrics): boolean {
  return metrics.contactsInQueue + metrics.agentsStaffed + metrics.agentsOnContact > 0;
}

interface ContactMetricsRequest {
  ContactId?: string;
  Metrics?: { Name: string }[];
}

/** `GetContactMetrics`: the position, only while the contact waits in a queue. */
export function contactMetrics(centre: ContactCentre, request: ContactMetricsRequest, instanceArn: string): unknown {
  const contactId = request.ContactId ?? '';
  if (!centre.describeContact(contactId)) throw new ServiceError('ResourceNotFoundException', 'No such contact', 404);
  const unknown = (request.Metrics ?? []).find(({ Name }) => Name !== 'POSITION_IN_QUEUE');
  if (unknown) refuse(`the metric ${unknown.Name} of GetContactMetrics`);
  const metrics = centre.contactMetrics(contactId);
  if (!metrics) throw new ServiceError('InvalidRequestException', 'The contact is not in a queue', 400);
  return {
    MetricResults: [{ Name: 'POSITION_IN_QUEUE', Value: { Number: metrics.positionInQueue } }],
    Id: contactId,
    Arn: `${instanceArn}/contact/${contactId}`,
  };
}

function refuse(what: string): never {
  throw new ServiceError('NotPlayedLocally', `Amazon Connect ${what} is not played locally`, 501);
}
