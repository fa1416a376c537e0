import { createHmac } from 'node:crypto';
import type { RecordedLine } from '../../domain/reporting/prepared-contact.ts';

export const line: RecordedLine = {
  id: 'caf',
  timeZone: 'Europe/Paris',
  ownNumbers: ['+33970000001'],
  keyOfYear: (year) => createHmac('sha256', 'secret').update(year).digest(),
};

export const contactId = '3f1c0f0e-53a5-4c1a-9d3c-0a6a5c1d2e3f';
export const callerNumber = '+33612345678';

/** A contact record as Connect streams it, of a caller whom an agent served; every field is told. */
export const rawContact = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  AWSAccountId: '111111111111',
  AWSContactTraceRecordFormatVersion: '2017-03-10',
  Agent: {
    ARN: 'arn:aws:connect:eu-central-1:111111111111:instance/i/agent/a',
    Username: 'claire.martin',
    ConnectedToAgentTimestamp: '2026-11-24T09:10:00Z',
    AgentInteractionDuration: 200,
    CustomerHoldDuration: 25,
    AfterContactWorkDuration: 30,
    RoutingProfile: { Name: 'agents' },
  },
  AgentConnectionAttempts: 1,
  Attributes: {
    stage: 'arrival',
    firstAnnouncedWaitSeconds: '300',
    offerReason: 'longWait',
    callbackRefusal: '',
    surveyOffered: 'yes',
    language: 'fr',
    subject: 'allocations',
    queue: 'allocations',
    offeredAt: '2026-11-24T09:05:20.000Z',
    queuedAt: '2026-11-24T09:05:40.000Z',
    promise: 'none',
    resumes: 'no',
    bookingId: 'WC2HFHQ6DMR474ZV',
    attempt: '1',
    survey: 'later',
    callbackNumber: callerNumber,
    callerKey: 'L4T7N4IK22V2GX',
    reason: 'La personne a choisi : vos droits.',
    speechRate: '80%',
  },
  Channel: 'VOICE',
  ConnectedToSystemTimestamp: '2026-11-24T09:05:00Z',
  ContactId: contactId,
  CustomerEndpoint: { Address: callerNumber, Type: 'TELEPHONE_NUMBER' },
  DisconnectReason: 'AGENT_DISCONNECT',
  DisconnectTimestamp: '2026-11-24T09:14:00Z',
  InitialContactId: null,
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: '2026-11-24T09:05:00Z',
  InstanceARN: 'arn:aws:connect:eu-central-1:111111111111:instance/i',
  LastUpdateTimestamp: '2026-11-24T09:14:30Z',
  NextContactId: null,
  PreviousContactId: null,
  Queue: {
    ARN: 'arn:aws:connect:eu-central-1:111111111111:instance/i/queue/q',
    Name: 'allocations',
    EnqueueTimestamp: '2026-11-24T09:05:40Z',
    DequeueTimestamp: '2026-11-24T09:10:00Z',
    Duration: 260,
  },
  Recording: null,
  Recordings: null,
  SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
  SystemEndpoint: { Address: '+33970000001', Type: 'TELEPHONE_NUMBER' },
  Tags: { 'aws:connect:instanceId': 'i' },
  TransferredToEndpoint: null,
  ...changes,
});

/** An event as EventBridge delivers it. */
export const envelope = (detailType: string, detail: object, source = 'rappel'): Record<string, unknown> => ({
  version: '0',
  id: 'f4a1c1d2-0000-4000-8000-000000000001',
  'detail-type': detailType,
  source,
  account: '111111111111',
  time: '2026-11-24T09:05:41Z',
  region: 'eu-central-1',
  resources: [],
  detail,
});

export const rawBooking = (changes: object = {}): Record<string, unknown> =>
  envelope('Rappel Booking Event', {
    administration: 'caf',
    contactId,
    callerKey: 'L4T7N4IK22V2GX',
    bookingId: 'WC2HFHQ6DMR474ZV',
    revision: 2,
    queue: 'allocations',
    slot: '2026-11-24T09:30:00.000Z',
    from: 'dialling',
    to: 'missed',
    reason: 'noAnswer',
    sms: 'missedRetry',
    at: '2026-11-24T09:31:00.000Z',
    ...changes,
  });

export const rawDelivery = (changes: object = {}): Record<string, unknown> =>
  envelope(
    'Text Message Delivery Status Updated',
    {
      eventType: 'TEXT_DELIVERED',
      eventTimestamp: Date.parse('2026-11-25T06:00:00Z'),
      isFinal: true,
      originationPhoneNumber: 'CAF',
      isoCountryCode: 'FR',
      messageId: 'm-1',
      messageRequestTimestamp: Date.parse('2026-11-24T09:31:01Z'),
      messageStatus: 'DELIVERED',
      totalMessageParts: 1,
      totalMessagePrice: 0.0789,
      totalCarrierFee: 0.01,
      ...changes,
    },
    'aws.sms-voice',
  );
