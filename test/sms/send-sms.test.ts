import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { jest } from '@jest/globals';
import { type Booking, type BookingEvent, bookingEventType } from '../../domain/callback/contract.ts';
import type { SmsKind } from '../../domain/sms/contract.ts';
import type { Ledger } from '../../lambdas/runtime/dynamodb.ts';
import type { Sms } from '../../lambdas/runtime/sms.ts';
import { type LocalDynamoDb, startDynamoDb } from '../../local/dynamodb/start.ts';
import { booking, line } from './example-booking.ts';
import { accepted, failure, SmsService } from './sms-service.ts';

const noon = new Date('2026-11-24T11:00:00.000Z');
const service = new SmsService();
const printed: string[] = [];
let database: LocalDynamoDb;
let table: Ledger;
let carrier: Sms;
let lambda: typeof import('../../lambdas/sms/send-sms.ts');

beforeAll(async () => {
  database = await startDynamoDb({ now: () => noon.getTime(), endpoint: '' });
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: await service.start(),
    RULES: JSON.stringify(line),
    LEDGER_TABLE: 'ledger',
    SMS_SENDER_ID: 'CAF',
    SMS_CONFIGURATION_SET: 'rappel-caf',
  });
  const client = new DynamoDBClient({});
  await client.send(
    new CreateTableCommand({
      TableName: 'ledger',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    }),
  );
  client.destroy();
  const { ledger } = await import('../../lambdas/runtime/dynamodb.ts');
  const { sms } = await import('../../lambdas/runtime/sms.ts');
  lambda = await import('../../lambdas/sms/send-sms.ts');
  table = ledger('ledger');
  carrier = sms({ senderId: 'CAF', configurationSet: 'rappel-caf' });
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await service.stop();
  await database.stop();
});
afterEach(() => {
  service.reset();
  database.inject({});
});

let bookings = 0;
/** A booking of its own for each test, in the ledger. */
async function given(changes: Partial<Booking> = {}): Promise<Booking> {
  bookings += 1;
  const item: Booking = { ...booking, id: `b${bookings}`, callerKey: `CALLER${bookings}`, ...changes };
  await table.put({ pk: `CALLER#${item.callerKey}`, ttl: 4_000_000_000, ...item });
  return item;
}

const fromFlow = ({ callerKey, id, revision }: Booking, kind: SmsKind = 'confirmation') => ({
  Details: { Parameters: { callerKey, bookingId: id, revision: String(revision), kind } },
});

function fromBus({ callerKey, contactId, id, revision, queue, slot }: Booking, sms?: SmsKind) {
  const detail: BookingEvent = {
    administration: 'caf',
    callerKey,
    contactId,
    bookingId: id,
    revision,
    queue,
    slot,
    from: 'missed',
    to: 'booked',
    sms,
    at: noon.toISOString(),
  };
  return { 'detail-type': bookingEventType, detail } as const;
}

const send = (event: Parameters<typeof lambda.handler>[0], at = noon) =>
  lambda.sendSms({ table, carrier, line, now: () => at })(event);

const claimOf = ({ id, revision }: Booking, kind: SmsKind = 'confirmation') =>
  table.get(`SMS#${id}#${revision}#${kind}`, { consistent: true });

describe('the SMS asked for by the flow', () => {
  it('is sent from the sender ID, through the configuration set, and its message id is kept', async () => {
    const item = await given();
    const result = await send(fromFlow(item));
    expect(result).toEqual({ status: 'sent', announcement: 'Nous vous envoyons un SMS de confirmation.' });
    expect(service.requests).toEqual([
      {
        DestinationPhoneNumber: '+33612345678',
        OriginationIdentity: 'CAF',
        ConfigurationSetName: 'rappel-caf',
        MessageType: 'TRANSACTIONAL',
        MessageBody: expect.stringMatching(/^CAF : .*14h30.*Code 482/),
        Context: { contactId: 'c1', kind: 'confirmation' },
      },
    ]);
    const thirtyDays = noon.getTime() / 1000 + 30 * 86_400;
    expect(await claimOf(item)).toMatchObject({ messageId: 'm-1', ttl: thirtyDays, at: noon.toISOString() });
    expect(JSON.stringify(await claimOf(item))).not.toContain('612345678');
  });

  it('is sent by the function as it is wired', async () => {
    expect(await lambda.handler(fromFlow(await given()))).toMatchObject({ status: 'sent' });
    expect(service.requests).toHaveLength(1);
  });

  it('is sent once, however often and by whomever it is asked for', async () => {
    const item = await given();
    const results = [];
    for (const event of [fromFlow(item), fromFlow(item), fromBus(item, 'confirmation')])
      results.push(await send(event));
    expect(results.map((result) => result?.status)).toEqual(['sent', 'alreadySent', 'alreadySent']);
    expect(service.requests).toHaveLength(1);
  });

  it('is sent once when asked for eight times at once', async () => {
    const item = await given();
    const results = await Promise.all(Array.from({ length: 8 }, () => send(fromFlow(item))));
    expect(results.filter((result) => result?.status === 'sent')).toHaveLength(1);
    expect(service.requests).toHaveLength(1);
  });

  it('is sent once where the ledger loses the answer to the claim', async () => {
    const item = await given();
    // With this seed the first write loses its answer, the others do not.
    database.inject({ lostAnswers: 0.5, seed: 18 });
    expect(await send(fromFlow(item))).toMatchObject({ status: 'sent' });
    expect(service.requests).toHaveLength(1);
  });

  it('is not sent to a landline, without asking the service', async () => {
    const item = await given({ number: '+33142345678', numberKind: 'landline' });
    expect(await send(fromFlow(item))).toMatchObject({ status: 'landline' });
    expect(service.requests).toEqual([]);
  });

  it('is not sent where the booking has changed, was replaced or is gone', async () => {
    const cancelled = await given({ state: 'cancelled', revision: 2 });
    const replaced = await given();
    const gone = { ...booking, callerKey: 'NOBODY' };
    for (const asked of [{ ...cancelled, revision: 1 }, { ...replaced, id: 'old' }, gone]) {
      expect(await send(fromFlow(asked))).toMatchObject({ status: 'refused' });
    }
    expect(service.requests).toEqual([]);
  });
});

describe('an SMS that the service refuses', () => {
  it.each([
    ['ConflictException', 'DESTINATION_PHONE_NUMBER_OPTED_OUT'],
    ['ConflictException', 'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION'],
    ['ValidationException', 'SENDER_ID_NOT_SUPPORTED'],
    ['ServiceQuotaExceededException', 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT'],
    ['AccessDeniedException', 'ACCOUNT_DISABLED'],
  ])('for %s %s is asked for once, said by voice with the code, and its reason kept', async (name, reason) => {
    const item = await given();
    service.answers = [failure(name, { Message: 'no SMS to +33612345678', Reason: reason })];
    const result = await send(fromFlow(item));
    expect(result).toMatchObject({ status: 'refused', announcement: expect.stringContaining('quatre, huit, deux') });
    expect(await send(fromFlow(item))).toEqual(result);
    expect(service.requests).toHaveLength(1);
    expect(await claimOf(item)).toMatchObject({ refusal: `${name} ${reason}` });
    expect(JSON.stringify(await claimOf(item))).not.toContain('612345678');
    expect(await table.get(`CALLER#${item.callerKey}`)).toMatchObject({ state: 'booked', revision: 1 });
  });

  it('is tried again when throttled or after an internal error', async () => {
    service.answers = [failure('ThrottlingException'), failure('InternalServerException'), accepted];
    expect(await send(fromFlow(await given()))).toMatchObject({ status: 'sent' });
    expect(service.requests).toHaveLength(3);
  });

  it('is given up after three times, as refused when throttled', async () => {
    const item = await given();
    service.answers = [failure('ThrottlingException')];
    expect(await send(fromFlow(item))).toMatchObject({ status: 'refused' });
    expect(service.requests).toHaveLength(3);
    expect(await claimOf(item)).toMatchObject({ refusal: 'ThrottlingException' });
  });

  it.each([
    ['the answer is lost', 'hangUp' as const, 1],
    ['the service keeps failing', failure('InternalServerException'), 3],
    ['the answer is nonsense', { status: 200, body: {} }, 1],
  ])('is unknown where %s, and never sent again', async (_, serviceAnswer, requests) => {
    const item = await given();
    service.answers = [serviceAnswer];
    const result = await send(fromFlow(item));
    expect(result).toMatchObject({ status: 'unknown', announcement: expect.stringContaining('quatre, huit, deux') });
    service.answers = [accepted];
    expect(await send(fromFlow(item))).toEqual(result);
    expect(await send(fromBus(item, 'confirmation'))).toEqual(result);
    expect(service.requests).toHaveLength(requests);
    expect(await claimOf(item)).not.toHaveProperty('messageId');
  });
});

describe('the SMS asked for by a booking event', () => {
  it('is sent where the transition asks for one', async () => {
    const item = await given({ revision: 4, dueAt: '2026-11-24T13:53:00.000Z' });
    expect(await send(fromBus(item, 'missedRetry'))).toMatchObject({ status: 'sent' });
    expect(service.requests[0]).toMatchObject({
      MessageBody: expect.stringContaining('Nouvel essai mardi 24/11 dès 14h53'),
    });
  });

  it('is none where the transition asks for none', async () => {
    expect(await send(fromBus(await given()))).toBeUndefined();
    expect(service.requests).toEqual([]);
  });

  it('is left out at night, and the reason kept', async () => {
    const item = await given({ slot: '2026-11-25T13:30:00.000Z' });
    await send(fromBus(item, 'carriedOver'), new Date('2026-11-24T20:00:00.000Z'));
    expect(service.requests).toEqual([]);
    expect(await claimOf(item, 'carriedOver')).toMatchObject({ refusal: 'outsideHours' });
  });
});

describe('the log', () => {
  it('of all that, says what happened without a number, a text or a code', () => {
    const log = printed.join('');
    for (const code of ['smsHandled', 'smsStale', 'smsUnknown']) expect(log).toContain(`"code":"${code}"`);
    expect(log).not.toMatch(/\+33|612345678|rappelons|482/);
  });
});
