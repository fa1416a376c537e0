import { randomUUID } from 'node:crypto';
import { smsSize } from '../../domain/sms/gsm7.ts';
import type { Deployment } from '../deployment.ts';
import { isOfCountries } from '../destination.ts';
import { EndpointFaults } from '../endpoint-faults.ts';
import { jsonAnswer, listenLocally, ServiceError, type Endpoint } from '../http-endpoint.ts';

/** An SMS that was accepted. Its number and text are for the page of the person who runs it, never for a log. */
export interface SentSms {
  messageId: string;
  /** Milliseconds since the epoch, on the clock. */
  at: number;
  /** E.164. */
  to: string;
  senderId: string;
  body: string;
  parts: number;
  /** `Context` of the request: what the sender says the message is about. */
  context: Record<string, string>;
}
export interface SmsApi extends Endpoint {
  sent: readonly SentSms[];
  onSent(listener: (sms: SentSms) => void): void;
  /** Counts these as sent, before those to come. */
  restore(messages: readonly SentSms[]): void;
  /** Numbers, E.164, that asked for no more messages. */
  optedOut: Set<string>;
  /** Numbers, E.164, at which what was accepted never arrives; the service's own number for that is one. */
  undeliverable: Set<string>;
  faults: EndpointFaults;
}
interface SendRequest {
  DestinationPhoneNumber?: string;
  OriginationIdentity?: string;
  MessageBody?: string;
  ConfigurationSetName?: string;
  Context?: Record<string, string>;
  DryRun?: boolean;
}
const longestBody = 1600;
const mostContextPairs = 5;
/** The French destinations of AWS's simulator are this one and +33755512501, at which everything arrives. */
const simulatedFailure = '+33755512502';

/** AWS End User Messaging SMS: `SendTextMessage` with its validations; every other operation is refused by name. */
export async function startSmsApi(sms: Deployment['sms'], now: () => number): Promise<SmsApi> {
  const sent: SentSms[] = [];
  const listeners: ((message: SentSms) => void)[] = [];
  const optedOut = new Set<string>();
  const undeliverable = new Set([simulatedFailure]);
  const faults = new EndpointFaults();
  const endpoint = await listenLocally(async ({ target, body }) => {
    try {
      const injected = await faults.before(target);
      if (injected) return injected;
      if (target !== 'SendTextMessage') {
        throw new ServiceError('NotPlayedLocally', `AWS End User Messaging SMS ${target} is not played locally`, 501);
      }
      const request = JSON.parse(body) as SendRequest;
      const message = accept(sms, optedOut, request, now());
      if (request.DryRun === true) return jsonAnswer(200, { MessageId: message.messageId });
      sent.push(message);
      for (const listener of listeners) listener(message);
      return jsonAnswer(200, { MessageId: message.messageId }, { 'content-type': 'application/x-amz-json-1.0' });
    } catch (error) {
      if (error instanceof ServiceError) return error.toAnswer();
      throw error;
    }
  });
  const onSent: SmsApi['onSent'] = (listener) => void listeners.push(listener);
  const restore: SmsApi['restore'] = (messages) => void sent.unshift(...messages);
  return { ...endpoint, sent, optedOut, undeliverable, faults, onSent, restore };
}

function accept(sms: Deployment['sms'], optedOut: Set<string>, request: SendRequest, at: number): SentSms {
  const { DestinationPhoneNumber: to, MessageBody: body, Context: context = {} } = request;
  if (to === undefined) throw invalid('MISSING_PARAMETER', 'DestinationPhoneNumber');
  if (body === undefined || body === '') throw invalid('MISSING_PARAMETER', 'MessageBody');
  if (!/^\+[1-9]\d{4,14}$/.test(to)) throw invalid('INVALID_PARAMETER', 'DestinationPhoneNumber');
  if (body.length > longestBody) throw invalid('INVALID_PARAMETER', 'MessageBody');
  if (Object.keys(context).length > mostContextPairs) throw invalid('INVALID_PARAMETER', 'Context');
  refuseUnknownConfigurationSet(sms, request.ConfigurationSetName);
  const senderId = knownSenderId(sms, request.OriginationIdentity);
  if (!isOfCountries(to, sms.allowedCountries)) {
    throw conflict('DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION');
  }
  if (optedOut.has(to)) throw conflict('DESTINATION_PHONE_NUMBER_OPTED_OUT');
  return { messageId: randomUUID(), at, to, senderId, body, parts: smsSize(body).parts, context };
}

/** A sender ID, or its ARN `…:sender-id/<sender ID>/<country>`. */
function knownSenderId({ senderIds }: Deployment['sms'], identity: string | undefined): string {
  if (identity === undefined) throw conflict('NO_ORIGINATION_IDENTITIES_FOUND');
  const named = /:sender-id\/([^/]+)/.exec(identity)?.[1] ?? identity;
  if (senderIds.some(({ senderId }) => senderId === named)) return named;
  throw notFound('sender-id', named);
}

function refuseUnknownConfigurationSet({ configurationSetName }: Deployment['sms'], named: string | undefined): void {
  if (named === undefined || named === configurationSetName || named.endsWith(`/${configurationSetName}`)) return;
  throw notFound('configuration-set', named);
}

function invalid(Reason: string, field: string): ServiceError {
  const Fields = [{ Name: field, Message: Reason }];
  return new ServiceError('ValidationException', `${field} is not valid`, 400, { Reason, Fields });
}
function conflict(Reason: string): ServiceError {
  return new ServiceError('ConflictException', 'The message cannot be sent', 400, { Reason });
}
function notFound(ResourceType: string, ResourceId: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', 'Resource not found', 400, { ResourceType, ResourceId });
}
