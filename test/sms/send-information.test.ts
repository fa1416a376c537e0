import { callerKey } from '../../domain/callback/caller-key.ts';
import { doNotWriteKey, informationClaimKey, messageKey, smsFaultKey } from '../../domain/sms/ledger-keys.ts';
import { ledgerKey } from '../../lambdas/runtime/secret.ts';
import { flowEvent } from '../callback/local-ledger.ts';
import { line } from './example-booking.ts';
import { later, noon, openSmsDesk, type SmsDesk } from './sms-desk.ts';
import { accepted, failure } from './sms-service.ts';

const texts = {
  pieces: { fr: 'les pièces : carte, relevé.', en: 'what to enclose.' },
  attestation: { fr: 'à la borne.' },
};
const key = ledgerKey('secret');
let desk: SmsDesk;
let lambda: typeof import('../../lambdas/sms/send-information.ts');

beforeAll(async () => {
  desk = await openSmsDesk(texts);
  lambda = await import('../../lambdas/sms/send-information.ts');
});
afterAll(() => desk.close());
afterEach(() => desk.reset());

let persons = 0;
const person = (): string => `+336${String((persons += 1)).padStart(8, '0')}`;
const asked = (number: string, contactId: string, changes: Record<string, string> = {}) =>
  flowEvent(contactId, { number, numberKind: 'mobile', text: 'pieces', language: 'fr', ...changes });
const send = (event: unknown, at = noon) => {
  const { table, carrier, bus } = desk;
  return lambda.sendInformation({ table, carrier, bus, line, texts, ledgerKey: key, now: () => at })(event);
};

describe('an information asked for', () => {
  it('is sent with the name first, in the language of the caller, and its message is known to be of this person', async () => {
    const number = person();
    const result = await send(asked(number, 'c1'));
    expect(result).toEqual({ status: 'sent', announcement: 'Nous vous envoyons ces informations par SMS.' });
    expect(desk.service.requests).toMatchObject([
      {
        DestinationPhoneNumber: number,
        MessageBody: 'CAF : les pièces : carte, relevé.',
        Context: { kind: 'information', contactId: 'c1' },
      },
    ]);
    const claim = informationClaimKey('c1', 'pieces');
    expect(await desk.table.get(claim)).toMatchObject({ messageId: 'm-1' });
    expect(await desk.table.get(messageKey('m-1'))).toEqual({
      pk: 'MESSAGE#m-1',
      claim,
      callerKey: callerKey(number, key),
      ttl: later(4 * 24 * 60).getTime() / 1000,
    });
    expect(await send(asked(number, 'c1-en', { language: 'en' }))).toMatchObject({ status: 'sent' });
    expect(desk.service.requests[1]).toMatchObject({ MessageBody: 'CAF: what to enclose.' });
  });

  it('is sent by the function as it is wired, at any hour', async () => {
    expect(await lambda.handler(asked(person(), 'c2'))).toMatchObject({ status: 'sent' });
    expect(await send(asked(person(), 'c3'), later(11 * 60))).toMatchObject({ status: 'sent' });
  });

  it('is sent once in a call when asked for eight times at once, and anew in another call', async () => {
    const number = person();
    const results = await Promise.all(Array.from({ length: 8 }, () => send(asked(number, 'c4'))));
    expect(results.filter(({ status }) => status !== 'sent' && status !== 'unknown')).toEqual([]);
    expect(await send(asked(number, 'c4'))).toMatchObject({ status: 'sent' });
    expect(desk.service.requests).toHaveLength(1);
    await send(asked(number, 'c4', { text: 'attestation' }));
    await send(asked(number, 'c5'));
    expect(desk.service.requests).toHaveLength(3);
  });

  it('is sent once where the ledger loses answers', async () => {
    // With this seed what is counted for the day and the claim lose their answers, the other writes do not.
    desk.database.inject({ lostAnswers: 0.4, seed: 313 });
    expect(await send(asked(person(), 'c6'))).toMatchObject({ status: 'sent' });
    expect(desk.service.requests).toHaveLength(1);
  });

  it('is not sent to a landline: a mobile is asked for', async () => {
    const result = await send(asked('+33142345678', 'c7', { numberKind: 'landline' }));
    expect(result).toMatchObject({ status: 'landline', announcement: expect.stringMatching(/Composez .* portable/) });
    expect(await send(asked(person(), 'c7'))).toMatchObject({ status: 'sent' });
  });

  it('is not sent to who wishes no SMS', async () => {
    const number = person();
    await desk.table.put({ pk: doNotWriteKey(callerKey(number, key)), at: noon.toISOString() });
    expect(await send(asked(number, 'c8'))).toEqual({
      status: 'stopped',
      announcement: 'Comme demandé, nous ne vous envoyons pas de SMS.',
    });
    expect(desk.service.requests).toEqual([]);
  });

  it('is refused after five in a day, however they are asked for, until the next day', async () => {
    const number = person();
    const results = await Promise.all(Array.from({ length: 8 }, (_, call) => send(asked(number, `d${call}`))));
    expect(results.filter(({ status }) => status === 'sent')).toHaveLength(5);
    const refused = { status: 'refused', announcement: expect.stringMatching(/plusieurs SMS aujourd'hui/) };
    expect(results.filter(({ status }) => status === 'refused')).toEqual([refused, refused, refused]);
    expect(await send(asked(number, 'd9'), later(12 * 60 - 1))).toEqual(refused);
    expect(await send(asked(number, 'd9'), later(12 * 60))).toMatchObject({ status: 'sent' });
    expect(desk.service.requests).toHaveLength(6);
  });

  it('that the service refuses is told at once, and again by voice at the next call', async () => {
    const number = person();
    desk.service.answers = [failure('ConflictException', { Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' })];
    const result = await send(asked(number, 'c9'));
    expect(result).toMatchObject({
      status: 'refused',
      announcement: expect.stringMatching(/pas pu vous envoyer ce SMS/),
    });
    expect(await send(asked(number, 'c9'))).toEqual(result);
    expect(await desk.table.get(smsFaultKey(callerKey(number, key)))).toEqual({
      pk: smsFaultKey(callerKey(number, key)),
      reason: 'ConflictException DESTINATION_PHONE_NUMBER_OPTED_OUT',
      at: noon.toISOString(),
      ttl: later(30 * 24 * 60).getTime() / 1000,
    });
    expect(desk.printed.join('')).toContain('"administration":"caf","SmsRefused":1');
  });

  it('is unknown where the answer is lost, and never sent again', async () => {
    const number = person();
    desk.service.answers = ['hangUp', accepted];
    for (let time = 0; time < 2; time += 1) {
      expect(await send(asked(number, 'c10'))).toMatchObject({ status: 'unknown' });
    }
    expect(desk.service.requests).toHaveLength(1);
  });

  it.each([{ text: 'inconnu' }, { number: '' }, { numberKind: '' }, { language: 'de' }])(
    'is a fault of the flow where it says %j',
    async (changes) => {
      await expect(send(asked(person(), 'c11', changes))).rejects.toThrow(/^no (?:such|number)/);
    },
  );

  it('is told in the log without a number or a text', () => {
    const log = desk.printed.join('');
    for (const code of ['informationHandled', 'informationLimit', 'smsUnknown']) expect(log).toContain(code);
    expect(log).not.toMatch(/\+33|0000000|borne|relevé|enclose/);
  });
});
