import type { Deployment } from '../deployment.ts';
import { isOfCountries } from '../destination.ts';
import { ServiceError } from '../http-endpoint.ts';
import type { ContactCentre, ContactDescription } from './centre.ts';

interface OutboundBody {
  DestinationPhoneNumber?: string;
  ContactFlowId?: string;
  QueueId?: string;
  SourcePhoneNumber?: string;
  Attributes?: Record<string, string>;
  ClientToken?: string;
  RingTimeoutInSeconds?: number;
  TrafficType?: string;
  AnswerMachineDetectionConfig?: unknown;
  OutboundStrategy?: unknown;
}
const attributeLimitBytes = 32 * 1024;
const ringTimeoutSeconds = { least: 15, most: 60 };

/** `StartOutboundVoiceContact` @throws ServiceError DestinationNotAllowedException, InvalidParameterException, … */
export function startOutboundVoiceContact(
  centre: ContactCentre,
  deployment: Deployment,
  allowedCountries: readonly string[],
  body: OutboundBody,
): unknown {
  const { DestinationPhoneNumber: to = '', Attributes = {}, RingTimeoutInSeconds = ringTimeoutSeconds.most } = body;
  for (const option of [
    'SourcePhoneNumber',
    'TrafficType',
    'AnswerMachineDetectionConfig',
    'OutboundStrategy',
  ] as const) {
    if (body[option] === undefined || (option === 'TrafficType' && body[option] === 'GENERAL')) continue;
    const message = `Amazon Connect ${option} of StartOutboundVoiceContact is not played locally`;
    throw new ServiceError('NotPlayedLocally', message, 501);
  }
  if (!/^\+[1-9]\d{1,14}$/.test(to)) throw invalid('DestinationPhoneNumber is not in E.164 format');
  if (RingTimeoutInSeconds < ringTimeoutSeconds.least || RingTimeoutInSeconds > ringTimeoutSeconds.most) {
    throw invalid(`RingTimeoutInSeconds is from ${ringTimeoutSeconds.least} to ${ringTimeoutSeconds.most}`);
  }
  refuseLongAttributes(Attributes);
  const flow = deployment.flows.find(({ id, arn }) => body.ContactFlowId === id || body.ContactFlowId === arn);
  const queue = deployment.queues.find(({ id, arn }) => body.QueueId === id || body.QueueId === arn);
  if (!flow) throw new ServiceError('ResourceNotFoundException', 'No such contact flow', 404);
  if (!queue) throw new ServiceError('ResourceNotFoundException', 'No such queue', 404);
  if (!isOfCountries(to, allowedCountries)) {
    throw new ServiceError('DestinationNotAllowedException', 'Outbound calls to the destination are not allowed', 403);
  }
  const { contactId } = centre.startOutboundVoiceContact({
    to,
    flowId: flow.id,
    queueId: queue.id,
    attributes: Attributes,
    clientToken: body.ClientToken ?? '',
    ringTimeoutSeconds: RingTimeoutInSeconds,
  });
  return { ContactId: contactId };
}

/** `DescribeContact` @throws ServiceError ResourceNotFoundException */
export function describeContact(centre: ContactCentre, deployment: Deployment, contactId: string): unknown {
  const contact = centre.describeContact(contactId);
  if (!contact) throw noContact();
  return { Contact: { Arn: `${deployment.instanceArn}/contact/${contactId}`, ...contactFields(contact) } };
}

function contactFields(contact: ContactDescription): Record<string, unknown> {
  return {
    Id: contact.id,
    Channel: 'VOICE',
    InitiationMethod: contact.initiationMethod,
    InitiationTimestamp: epochSeconds(contact.initiatedAt),
    ConnectedToSystemTimestamp: epochSeconds(contact.connectedToSystemAt),
    DisconnectTimestamp: epochSeconds(contact.disconnectedAt),
    DisconnectReason: contact.disconnectReason,
    QueueInfo: contact.queueId && { Id: contact.queueId, EnqueueTimestamp: epochSeconds(contact.enqueuedAt) },
    AgentInfo: contact.agentId && {
      Id: contact.agentId,
      ConnectedToAgentTimestamp: epochSeconds(contact.agentConnectedAt),
    },
  };
}

/** `GetContactAttributes` @throws ServiceError ResourceNotFoundException */
export function contactAttributes(centre: ContactCentre, contactId: string): unknown {
  const Attributes = centre.attributes(contactId);
  if (!Attributes) throw noContact();
  return { Attributes };
}

/** `UpdateContactAttributes` @throws ServiceError ResourceNotFoundException, InvalidParameterException */
export function updateContactAttributes(
  centre: ContactCentre,
  { InitialContactId = '', Attributes = {} }: { InitialContactId?: string; Attributes?: Record<string, string> },
): unknown {
  refuseLongAttributes({ ...centre.attributes(InitialContactId), ...Attributes });
  if (!centre.updateAttributes(InitialContactId, Attributes)) throw noContact();
  return {};
}

/** `StopContact` @throws ServiceError ContactNotFoundException */
export function stopContact(centre: ContactCentre, { ContactId = '' }: { ContactId?: string }): unknown {
  if (centre.stopContact(ContactId)) return {};
  throw new ServiceError('ContactNotFoundException', 'The contact does not exist or has ended', 410);
}

function refuseLongAttributes(attributes: Record<string, string>): void {
  if (Object.values(attributes).some((value) => typeof value !== 'string'))
    throw invalid('An attribute is not a string');
  const size = Object.entries(attributes).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
  if (size > attributeLimitBytes) throw invalid('Attributes exceed 32 KB');
}
function noContact(): ServiceError {
  return new ServiceError('ResourceNotFoundException', 'No such contact', 404);
}
function invalid(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', message, 400);
}
function epochSeconds(date: Date | undefined): number | undefined {
  return date && date.getTime() / 1000;
}
