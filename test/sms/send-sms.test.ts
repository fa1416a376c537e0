import { type Booking, type BookingEvent, bookingEventType } from '../../domain/callback/contract.ts';
import type { SmsKind } from '../../domain/sms/contract.ts';
import { doNotWriteKey, messageKey, smsFaultKey } from '../../domain/sms/ledger-keys.ts';
import { booking, line } from './example-booking.ts';
import { noon, openSmsDesk, type SmsDesk } from './sms-desk.ts';
import { accepted, failure } from './sms-service.ts';

let desk: SmsDesk;
let lambda: typeof import('../../lambdas/sms/send-sms.ts');

beforeAll(async () => {
  desk = await openSmsDesk();
  lambda = await import('../../lambdas/sms/send-sms.ts');
});
afterAll(() => desk.close());
afterEach(() => desk.reset());

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
  lambda.sendSms({ table: desk.table, carrier: desk.carrier, bus: desk.bus, line, now: () => at })(event);

const claimOf = ({ id, revision }: Booking, kind: SmsKind = 'confirmation') =>
  desk.table.get(`SMS#${id}#${revision}#${kind}`, { consistent: true });

describe('the SMS asked for by the flow', () => {
  it('is sent from the sender ID, through the configuration set, and its message id is kept', async () => {
    const item = await desk.given();
    const result = await send(fromFlow(item));
    expect(result).toEqual({ status: 'sent', announcement: 'Nous vous envoyons un SMS de confirmation.' });
    expect(desk.service.requests).toEqual([
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
    expect(await desk.table.get(messageKey('m-1'))).toEqual({
      pk: 'MESSAGE#m-1',
      claim: `SMS#${item.id}#1#confirmation`,
      callerKey: item.callerKey,
      ttl: noon.getTime() / 1000 + 4 * 86_400,
    });
    expect(JSON.stringify(await claimOf(item))).not.toContain('612345678');
  });

  it('is sent by the function as it is wired', async () => {
    const justNow = await desk.given({ changedAt: new Date().toISOString() });
    expect(await lambda.handler(fromFlow(justNow))).toMatchObject({ status: 'sent' });
    expect(desk.service.requests).toHaveLength(1);
  });

  it('is sent once, however often and by whomever it is asked for', async () => {
    const item = await desk.given();
    const results = [];
    for (const event of [fromFlow(item), fromFlow(item), fromBus(item, 'confirmation')])
      results.push(await send(event));
    expect(results.map((result) => result?.status)).toEqual(['sent', 'alreadySent', 'alreadySent']);
    expect(desk.service.requests).toHaveLength(1);
  });

  it('is sent once when asked for eight times at once', async () => {
    const item = await desk.given();
    const results = await Promise.all(Array.from({ length: 8 }, () => send(fromFlow(item))));
    expect(results.filter((result) => result?.status === 'sent')).toHaveLength(1);
    expect(desk.service.requests).toHaveLength(1);
  });

  it('is sent once where the ledger loses the answer to the claim', async () => {
    const item = await desk.given();
    // With this seed the first write loses its answer, the others do not.
    desk.database.inject({ lostAnswers: 0.5, seed: 296 });
    expect(await send(fromFlow(item))).toMatchObject({ status: 'sent' });
    expect(desk.service.requests).toHaveLength(1);
  });

  it('is not sent to a landline, without asking the service', async () => {
    const item = await desk.given({ number: '+33142345678', numberKind: 'landline' });
    expect(await send(fromFlow(item))).toMatchObject({ status: 'landline' });
    expect(desk.service.requests).toEqual([]);
  });

  it('is not sent to who wishes none, and the code is said instead; none of a cancelled callback', async () => {
    const item = await desk.given();
    await desk.table.put({ pk: doNotWriteKey(item.callerKey), at: noon.toISOString() });
    const result = await send(fromFlow(item));
    expect(result).toMatchObject({ status: 'stopped', announcement: expect.stringContaining('quatre, huit, deux') });
    const cancelled = await desk.given({ callerKey: item.callerKey, state: 'cancelled' });
    const afterwards = await send(fromBus(cancelled, 'cancelled'));
    expect(afterwards).toMatchObject({ status: 'stopped', announcement: expect.not.stringContaining('code') });
    expect(desk.service.requests).toEqual([]);
  });

  it('is not sent where the booking has changed, was replaced or is gone', async () => {
    const cancelled = await desk.given({ state: 'cancelled', revision: 2 });
    const replaced = await desk.given();
    const gone = { ...booking, callerKey: 'NOBODY' };
    for (const asked of [{ ...cancelled, revision: 1 }, { ...replaced, id: 'old' }, gone]) {
      expect(await send(fromFlow(asked))).toMatchObject({ status: 'refused' });
    }
    expect(desk.service.requests).toEqual([]);
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
    const item = await desk.given();
    desk.service.answers = [failure(name, { Message: 'no SMS to +33612345678', Reason: reason })];
    const result = await send(fromFlow(item));
    expect(result).toMatchObject({ status: 'refused', announcement: expect.stringContaining('quatre, huit, deux') });
    expect(await send(fromFlow(item))).toEqual(result);
    expect(desk.service.requests).toHaveLength(1);
    expect(await claimOf(item)).toMatchObject({ refusal: `${name} ${reason}` });
    const fault = await desk.table.get(smsFaultKey(item.callerKey));
    expect(fault).toMatchObject({ reason: `${name} ${reason}`, at: noon.toISOString() });
    expect(JSON.stringify(await claimOf(item))).not.toContain('612345678');
    expect(await desk.table.get(`CALLER#${item.callerKey}`)).toMatchObject({ state: 'booked', revision: 1 });
  });

  it('is tried again when throttled or after an internal error', async () => {
    desk.service.answers = [failure('ThrottlingException'), failure('InternalServerException'), accepted];
    expect(await send(fromFlow(await desk.given()))).toMatchObject({ status: 'sent' });
    expect(desk.service.requests).toHaveLength(3);
  });

  it('is given up after three times, as refused when throttled', async () => {
    const item = await desk.given();
    desk.service.answers = [failure('ThrottlingException')];
    expect(await send(fromFlow(item))).toMatchObject({ status: 'refused' });
    expect(desk.service.requests).toHaveLength(3);
    expect(await claimOf(item)).toMatchObject({ refusal: 'ThrottlingException' });
  });

  it.each([
    ['the answer is lost', 'hangUp' as const, 1],
    ['the service keeps failing', failure('InternalServerException'), 3],
    ['the answer is nonsense', { status: 200, body: {} }, 1],
  ])('is unknown where %s, and never sent again', async (_, serviceAnswer, requests) => {
    const item = await desk.given();
    desk.service.answers = [serviceAnswer];
    const result = await send(fromFlow(item));
    expect(result).toMatchObject({ status: 'unknown', announcement: expect.stringContaining('quatre, huit, deux') });
    desk.service.answers = [accepted];
    expect(await send(fromFlow(item))).toEqual(result);
    expect(await send(fromBus(item, 'confirmation'))).toEqual(result);
    expect(desk.service.requests).toHaveLength(requests);
    expect(await claimOf(item)).not.toHaveProperty('messageId');
  });
});

describe('the SMS asked for by a booking event', () => {
  it('is sent where the transition asks for one', async () => {
    const item = await desk.given({ revision: 4, dueAt: '2026-11-24T13:53:00.000Z' });
    expect(await send(fromBus(item, 'missedRetry'))).toMatchObject({ status: 'sent' });
    expect(desk.service.requests[0]).toMatchObject({
      MessageBody: expect.stringContaining('Nouvel essai mardi 24/11 dès 14h53'),
    });
  });

  it('is none where the transition asks for none', async () => {
    expect(await send(fromBus(await desk.given()))).toBeUndefined();
    expect(desk.service.requests).toEqual([]);
  });

  it('is left out at night, and the reason kept', async () => {
    const item = await desk.given({ slot: '2026-11-25T13:30:00.000Z' });
    await send(fromBus(item, 'carriedOver'), new Date('2026-11-24T20:00:00.000Z'));
    expect(desk.service.requests).toEqual([]);
    expect(await claimOf(item, 'carriedOver')).toMatchObject({ refusal: 'outsideHours' });
    expect(await desk.table.get(smsFaultKey(item.callerKey))).toBeUndefined();
  });
});

describe('the log', () => {
  it('of all that, says what happened without a number, a text or a code', () => {
    const log = desk.printed.join('');
    for (const code of ['smsHandled', 'smsStale', 'smsStopped', 'smsUnknown'])
      expect(log).toContain(`"code":"${code}"`);
    expect(log).toContain('"administration":"caf","SmsRefused":1');
    expect(log).not.toMatch(/\+33|612345678|rappelons|482/);
  });
});
