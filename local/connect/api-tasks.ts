import type { Deployment } from '../deployment.ts';
import { ServiceError } from '../http-endpoint.ts';
import { refuseLongAttributes } from './api-attributes.ts';
import type { ContactCentre } from './centre.ts';

interface TaskBody {
  ContactFlowId?: string;
  Name?: string;
  Description?: string;
  Attributes?: Record<string, string>;
  References?: Record<string, { Type?: string; Value?: string }>;
  ScheduledTime?: number;
  ClientToken?: string;
  PreviousContactId?: string;
  RelatedContactId?: string;
  TaskTemplateId?: unknown;
  QuickConnectId?: unknown;
  SegmentAttributes?: unknown;
  Attachments?: unknown;
}
const notPlayed = ['TaskTemplateId', 'QuickConnectId', 'SegmentAttributes', 'Attachments'] as const;
const longestName = 512;
const furthestSeconds = 6 * 24 * 3600;

/** `StartTaskContact` @throws ServiceError InvalidParameterException, ResourceNotFoundException */
export function startTaskContact(centre: ContactCentre, deployment: Deployment, now: number, body: TaskBody): unknown {
  const { Name: name = '', Attributes: attributes = {}, ContactFlowId = '', ScheduledTime } = body;
  const { PreviousContactId: previousContactId, RelatedContactId: relatedContactId } = body;
  const option = notPlayed.find((each) => body[each] !== undefined);
  if (option) {
    throw new ServiceError(
      'NotPlayedLocally',
      `Amazon Connect ${option} of StartTaskContact is not played locally`,
      501,
    );
  }
  const delaySeconds = ScheduledTime === undefined ? 0 : ScheduledTime - now / 1000;
  if (delaySeconds < 0 || delaySeconds > furthestSeconds) throw invalid('ScheduledTime is not within the next 6 days');
  if (name === '' || name.length > longestName) throw invalid(`Name has from 1 to ${longestName} characters`);
  refuseLongAttributes(attributes);
  const flow = deployment.flows.find(({ id, arn }) => ContactFlowId === id || ContactFlowId === arn);
  if (!flow) throw notFound('contact flow');
  for (const contactId of [previousContactId, relatedContactId]) {
    if (contactId !== undefined && !centre.describeContact(contactId)) throw notFound('contact');
  }
  const { contactId } = centre.startTaskContact({
    flowId: flow.id,
    name,
    description: body.Description,
    attributes,
    references: referencesOf(body),
    delaySeconds,
    clientToken: body.ClientToken ?? '',
    previousContactId,
    relatedContactId,
  });
  return { ContactId: contactId };
}

function referencesOf({ References = {} }: TaskBody): Record<string, { Type: string; Value: string }> {
  const entries = Object.entries(References);
  return Object.fromEntries(entries.map(([key, { Type = 'STRING', Value = '' }]) => [key, { Type, Value }]));
}

function invalid(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', message, 400);
}

function notFound(what: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', `No such ${what}`, 404);
}
