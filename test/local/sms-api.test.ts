import {
  DescribePoolsCommand,
  PinpointSMSVoiceV2Client,
  SendTextMessageCommand,
  type SendTextMessageRequest,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { ServiceError } from '../../local/http-endpoint.ts';
import { startSmsApi, type SentSms, type SmsApi } from '../../local/sms/api.ts';
import { smallDeployment } from './small-deployment.ts';

const now = Date.parse('2026-11-24T09:05:00Z');
const heard: SentSms[] = [];
let api: SmsApi;
let client: PinpointSMSVoiceV2Client;

beforeAll(async () => {
  api = await startSmsApi(smallDeployment.sms, () => now);
  api.onSent((sms) => heard.push(sms));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new PinpointSMSVoiceV2Client({
    endpoint: api.endpoint,
    region: 'eu-central-1',
    credentials,
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await api.stop();
});
const send = (change: Partial<SendTextMessageRequest> = {}) =>
  client.send(
    new SendTextMessageCommand({
      DestinationPhoneNumber: '+33639980001',
      OriginationIdentity: 'ESSAI',
      MessageBody: 'ESSAI : rappel demain à 9 h 30.',
      ConfigurationSetName: 'settings',
      ...change,
    }),
  );

describe('the local SMS service', () => {
  it('accepts a message, and shows it to the person who runs it', async () => {
    const { MessageId } = await send({ Context: { kind: 'confirmation' } });
    expect(heard.at(-1)).toEqual({
      messageId: MessageId,
      at: now,
      to: '+33639980001',
      senderId: 'ESSAI',
      body: 'ESSAI : rappel demain à 9 h 30.',
      parts: 1,
      context: { kind: 'confirmation' },
    });
    await send({ MessageBody: 'é'.repeat(161), OriginationIdentity: 'arn:aws:sms-voice:e:1:sender-id/ESSAI/FR' });
    expect(heard.at(-1)).toMatchObject({ parts: 2, senderId: 'ESSAI' });
    expect(api.sent).toEqual(heard);
  });

  it.each([
    [
      { DestinationPhoneNumber: '+14155550100' },
      'ConflictException',
      'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION',
    ],
    [{ DestinationPhoneNumber: '0612345678' }, 'ValidationException', 'INVALID_PARAMETER'],
    [{ MessageBody: 'x'.repeat(1601) }, 'ValidationException', 'INVALID_PARAMETER'],
    [{ MessageBody: '' }, 'ValidationException', 'MISSING_PARAMETER'],
    [{ OriginationIdentity: 'AUTRE' }, 'ResourceNotFoundException', undefined],
    [{ ConfigurationSetName: 'other' }, 'ResourceNotFoundException', undefined],
  ])('refuses %#: %j', async (change, name, Reason) => {
    const before = api.sent.length;
    await expect(send(change)).rejects.toMatchObject(Reason === undefined ? { name } : { name, Reason });
    expect(api.sent).toHaveLength(before);
  });

  it('refuses a number that opted out, and what a test asks it to refuse', async () => {
    api.optedOut.add('+33639980002');
    const optedOut = { name: 'ConflictException', Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' };
    await expect(send({ DestinationPhoneNumber: '+33639980002' })).rejects.toMatchObject(optedOut);
    const quota = new ServiceError('ServiceQuotaExceededException', 'No more this month', 400, {
      Reason: 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT',
    });
    api.faults.inject('SendTextMessage', { error: quota }, 1);
    await expect(send()).rejects.toMatchObject({ name: quota.name, Reason: 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT' });
    await expect(send()).resolves.toBeDefined();
  });

  it('refuses an operation that is not played, by name', async () => {
    await expect(client.send(new DescribePoolsCommand({}))).rejects.toThrow('DescribePools is not played locally');
  });
});
