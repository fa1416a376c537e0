import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { createEventClock } from '../../local/event-clock.ts';
import type { BusEntry } from '../../local/events/bus-entry.ts';
import { startSmsApi, type SmsApi } from '../../local/sms/api.ts';
import { tellDeliveries } from '../../local/sms/deliveries.ts';
import { smallDeployment } from './small-deployment.ts';

const start = Date.parse('2026-11-24T09:05:00Z');
const clock = createEventClock(start);
const told: (BusEntry & { after: number })[] = [];
let api: SmsApi;
let client: PinpointSMSVoiceV2Client;

beforeAll(async () => {
  api = await startSmsApi(smallDeployment.sms, () => clock.now());
  tellDeliveries(api, clock, (entry) => told.push({ ...entry, after: clock.now() - start }));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new PinpointSMSVoiceV2Client({ endpoint: api.endpoint, region: 'eu-central-1', credentials });
});
afterAll(async () => {
  client.destroy();
  await api.stop();
});
afterEach(() => told.splice(0));

const send = (DestinationPhoneNumber: string) =>
  client.send(
    new SendTextMessageCommand({
      DestinationPhoneNumber,
      OriginationIdentity: 'ESSAI',
      MessageBody: 'ESSAI : bonjour.',
      Context: { kind: 'confirmation' },
    }),
  );
const statuses = (): unknown[] =>
  told.map(({ detail }) => {
    const { messageStatus, isFinal } = detail as Record<string, unknown>;
    return [messageStatus, isFinal];
  });

describe('what becomes of an SMS on the laptop', () => {
  it('comes on the bus some seconds later, with neither number nor context', async () => {
    const { MessageId } = await send('+33755512501');
    expect(told).toEqual([]);
    await clock.runUntil(start + 10_000);
    expect(told.map(({ after }) => after)).toEqual([1000, 4000]);
    expect(told[1]).toMatchObject({
      source: 'aws.sms-voice',
      detailType: 'Text Message Delivery Status Updated',
      detail: {
        eventType: 'TEXT_DELIVERED',
        isFinal: true,
        originationPhoneNumber: 'ESSAI',
        messageId: MessageId,
        messageStatus: 'DELIVERED',
        messageRequestTimestamp: start,
        eventTimestamp: start + 4000,
      },
    });
    expect(JSON.stringify(told)).not.toMatch(/33755512501|bonjour|context/);
  });

  it('is a failure at the number that AWS documents for it, and wherever a test says', async () => {
    api.undeliverable.add('+33639980003');
    for (const number of ['+33755512502', '+33639980003', '+33639980001']) await send(number);
    await clock.runUntil(clock.now() + 10_000);
    expect(statuses()).toEqual([
      ['PENDING', false],
      ['PENDING', false],
      ['PENDING', false],
      ['UNREACHABLE', true],
      ['UNREACHABLE', true],
      ['DELIVERED', true],
    ]);
  });
});
