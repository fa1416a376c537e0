import type { Deployment } from '../deployment.ts';
import { ServiceError } from '../http-endpoint.ts';
import type { ContactCentre, ContactDescription } from './centre.ts';

const mostAssociated = 100;

/** `DescribeContact` @throws ServiceError ResourceNotFoundException */
export function describeContact(centre: ContactCentre, deployment: Deployment, contactId: string): unknown {
  const contact = centre.describeContact(contactId);
  if (!contact) throw noContact();
  return { Contact: { Arn: `${deployment.instanceArn}/contact/${contactId}`, ...contactFields(contact) } };
}

function contactFields(contact: ContactDescription): Record<string, unknown> {
  return {
    Id: contact.id,
    ...linkFields(contact),
    InitiationTimestamp: epochSeconds(contact.initiatedAt),
    ConnectedToSystemTimestamp: epochSeconds(contact.connectedToSystemAt),
    DisconnectTimestamp: epochSeconds(contact.disconnectedAt),
    DisconnectReason: contact.disconnectReason,
    QueueInfo: contact.queueId && { Id: contact.queueId, EnqueueTimestamp: epochSeconds(contact.enqueuedAt) },
    CustomerEndpoint: contact.customerNumber && { Address: contact.customerNumber, Type: 'TELEPHONE_NUMBER' },
    AgentInfo: contact.agentId && {
      Id: contact.agentId,
      ConnectedToAgentTimestamp: epochSeconds(contact.agentConnectedAt),
    },
  };
}

function linkFields(contact: ContactDescription): Record<string, unknown> {
  return {
    Channel: contact.channel ?? 'VOICE',
    InitiationMethod: contact.initiationMethod,
    InitialContactId: contact.initialContactId,
    PreviousContactId: contact.previousContactId,
    RelatedContactId: contact.relatedContactId,
  };
}

/** `ListAssociatedContacts`, in pages whose token is where the next one begins. @throws ServiceError ResourceNotFoundException, … */
export function listAssociatedContacts(centre: ContactCentre, deployment: Deployment, query: URLSearchParams): unknown {
  const contacts = centre.associatedContacts(query.get('contactId') ?? '');
  if (contacts.length === 0) throw noContact();
  const most = Number(query.get('maxResults') ?? mostAssociated);
  const from = Number(query.get('nextToken') ?? 0);
  if (!(most >= 1 && most <= mostAssociated)) throw invalid(`MaxResults is from 1 to ${mostAssociated}`);
  if (!(from >= 0 && from < contacts.length)) throw invalid('NextToken is not valid');
  return {
    ContactSummaryList: contacts.slice(from, from + most).map((contact) => ({
      ContactId: contact.id,
      ContactArn: `${deployment.instanceArn}/contact/${contact.id}`,
      InitiationTimestamp: epochSeconds(contact.initiatedAt),
      DisconnectTimestamp: epochSeconds(contact.disconnectedAt),
      ...linkFields(contact),
    })),
    ...(from + most < contacts.length && { NextToken: String(from + most) }),
  };
}

/** `StopContact` @throws ServiceError ContactNotFoundException */
export function stopContact(
  centre: ContactCentre,
  { ContactId = '', DisconnectReason }: { ContactId?: string; DisconnectReason?: unknown },
): unknown {
  if (DisconnectReason !== undefined) {
    throw new ServiceError('InvalidRequestException', 'Only outbound campaigns provide a DisconnectReason', 400);
  }
  if (centre.stopContact(ContactId)) return {};
  throw new ServiceError('ContactNotFoundException', 'The contact does not exist or has ended', 410);
}

const ofEmailOnly: readonly unknown[] = ['ADDITIONAL_EMAIL_RECIPIENTS', 'EMAIL_SUBJECT'];

/** `DeleteContactData` @throws ServiceError ContactNotTerminatedException, ResourceNotFoundException, InvalidParameterException */
export function deleteContactData(
  centre: ContactCentre,
  contactId: string,
  { ContactFields: fields }: { ContactFields?: unknown },
): unknown {
  if (!Array.isArray(fields) || fields.length === 0) throw invalid('ContactFields is missing');
  if (fields.some((field) => ofEmailOnly.includes(field))) throw invalid('There are no e-mails here');
  if (fields.some((field) => field !== 'CUSTOMER_ENDPOINT')) throw invalid('ContactFields has an unknown field');
  const deleted = centre.deleteCustomerNumber(contactId);
  if (deleted === 'noContact') throw noContact();
  if (deleted === 'notEnded') throw new ServiceError('ContactNotTerminatedException', 'The contact has not ended', 400);
  return {};
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
