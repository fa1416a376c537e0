import type { Deployment } from '../deployment.ts';
import { isOfCountries } from '../destination.ts';
import { ServiceError } from '../http-endpoint.ts';
import { refuseLongAttributes } from './api-attributes.ts';
import type { ContactCentre, OutboundRequest } from './centre.ts';
import { TooManyCalls } from './refused-calls.ts';

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
  const { contactId } = started(centre, {
    to,
    flowId: flow.id,
    queueId: queue.id,
    attributes: Attributes,
    clientToken: body.ClientToken ?? '',
    ringTimeoutSeconds: RingTimeoutInSeconds,
  });
  return { ContactId: contactId };
}

function started(centre: ContactCentre, request: OutboundRequest): { contactId: string } {
  try {
    return centre.startOutboundVoiceContact(request);
  } catch (fault) {
    if (!(fault instanceof TooManyCalls)) throw fault;
    throw new ServiceError('LimitExceededException', 'The quota of concurrent calls is reached', 429);
  }
}

function invalid(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', message, 400);
}
