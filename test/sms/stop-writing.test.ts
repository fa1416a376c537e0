import { callerKey } from '../../domain/callback/caller-key.ts';
import { doNotWriteKey } from '../../domain/sms/ledger-keys.ts';
import { ledgerKey } from '../../lambdas/runtime/secret.ts';
import { flowEvent } from '../callback/local-ledger.ts';
import { line } from './example-booking.ts';
import { noon, openSmsDesk, type SmsDesk } from './sms-desk.ts';

const number = '+33612345678';
const person = callerKey(number, ledgerKey('secret'));
let desk: SmsDesk;
let stopWriting: typeof import('../../lambdas/sms/stop-writing.ts');
let sendSms: typeof import('../../lambdas/sms/send-sms.ts');

beforeAll(async () => {
  desk = await openSmsDesk();
  stopWriting = await import('../../lambdas/sms/stop-writing.ts');
  sendSms = await import('../../lambdas/sms/send-sms.ts');
});
afterAll(() => desk.close());
afterEach(() => desk.reset());

const wish = (write: string, language = 'fr') => stopWriting.handler(flowEvent('c1', { number, write, language }));
const confirmation = async (revision: number) => {
  const { table, carrier, bus } = desk;
  const { id: bookingId, callerKey: caller } = await desk.given({ callerKey: person, revision });
  const Parameters = { callerKey: caller, bookingId, revision: String(revision), kind: 'confirmation' as const };
  return sendSms.sendSms({ table, carrier, bus, line, now: () => noon })({ Details: { Parameters } });
};

describe('a person who wishes no SMS', () => {
  it('gets none, hears so with the code, and gets them again once the wish is taken back', async () => {
    expect(await wish('stop')).toEqual({
      status: 'stopped',
      announcement: "C'est noté. Nous ne vous enverrons plus de SMS.",
    });
    expect(await wish('stop')).toMatchObject({ status: 'alreadyStopped' });
    const result = await confirmation(1);
    expect(result?.status).toBe('stopped');
    expect(result?.announcement).toMatch(/Comme demandé, nous ne vous envoyons pas de SMS.*quatre, huit, deux/);
    expect(desk.service.requests).toEqual([]);

    const resumed = { status: 'resumed', announcement: "C'est noté. Vous recevrez de nouveau nos SMS." };
    expect(await wish('resume')).toEqual(resumed);
    expect(await wish('resume')).toEqual(resumed);
    expect(await confirmation(2)).toMatchObject({ status: 'sent' });
    expect(await wish('stop', 'en')).toMatchObject({
      status: 'stopped',
      announcement: expect.stringMatching(/^It is/),
    });
  });

  it('is known by a keyed hash only, for as long as the wish stands', async () => {
    const item = await desk.table.get(doNotWriteKey(person));
    expect(item).toEqual({ pk: `NOSMS#${person}`, at: expect.any(String) });
    expect(JSON.stringify(item)).not.toContain('612345678');
  });

  it('is written down once, however often the ledger loses the answer', async () => {
    await wish('resume');
    desk.database.inject({ lostAnswers: 0.5, seed: 18 });
    expect(['stopped', 'alreadyStopped']).toContain((await wish('stop')).status);
    expect(await desk.table.get(doNotWriteKey(person))).toBeDefined();
  });

  it('is a fault of the flow where it names no wish, number or language', async () => {
    await expect(wish('perhaps')).rejects.toThrow('no such wish: perhaps');
    await expect(wish('stop', 'de')).rejects.toThrow('no such language: de');
    const nobody = flowEvent('c1', { number: '', write: 'stop', language: 'fr' });
    await expect(stopWriting.handler(nobody)).rejects.toThrow('no number in E.164');
  });

  it('is told in the log without a number or a code', () => {
    const log = desk.printed.join('');
    for (const code of ['smsWish', 'smsStopped']) expect(log).toContain(`"code":"${code}"`);
    expect(log).not.toMatch(/\+33|612345678|482/);
  });
});
