import { type SmsEvent, smsEventType } from '../../domain/reporting/contract.ts';
import { countryOf } from '../../domain/sms/country-of.ts';
import { line } from './example-booking.ts';
import { later, noon, openSmsDesk, type SmsDesk } from './sms-desk.ts';
import { failure } from './sms-service.ts';

const texts = { pieces: { fr: 'les pièces : carte, relevé.' }, long: { fr: 'à la borne. '.repeat(20) } };
const number = '+262692123456';
let desk: SmsDesk;
let booking: typeof import('../../lambdas/sms/send-sms.ts');
let information: typeof import('../../lambdas/sms/send-text.ts');

beforeAll(async () => {
  desk = await openSmsDesk(texts);
  booking = await import('../../lambdas/sms/send-sms.ts');
  information = await import('../../lambdas/sms/send-text.ts');
});
afterAll(() => desk.close());
afterEach(() => desk.reset());

const told = (): SmsEvent[] => desk.events.told(smsEventType) as SmsEvent[];
const sender = (at = noon) => ({ table: desk.table, carrier: desk.carrier, bus: desk.bus, line, now: () => at });
async function confirm(at = noon, kind: 'confirmation' | 'missedRetry' = 'confirmation') {
  const {
    id: bookingId,
    callerKey,
    revision,
  } = await desk.given(kind === 'missedRetry' ? { state: 'missed', attempts: 1 } : {});
  const Parameters = { callerKey, bookingId, revision: String(revision), kind };
  const send = () => booking.sendSms(sender(at))({ Details: { Parameters } });
  return { bookingId, first: await send(), again: await send() };
}
let contacts = 0;
const inform = (text: keyof typeof texts) =>
  information.sendText(
    { ...sender(), texts, ledgerKey: Buffer.from('key') },
    { text, contactId: `informed-${(contacts += 1)}`, number, language: 'fr' },
  );

describe('the reports', () => {
  it('are told once of an SMS that was sent, and neither the number nor the text', async () => {
    const { bookingId } = await confirm();
    expect(told()).toEqual([
      {
        administration: 'caf',
        id: `SMS#${bookingId}#1#confirmation`,
        contactId: 'c1',
        bookingId,
        template: 'confirmation',
        country: 'FR',
        parts: 1,
        outcome: 'sent',
        reason: '',
        messageId: 'm-1',
        at: noon.toISOString(),
      },
    ]);
    expect(JSON.stringify(desk.events.entries)).not.toMatch(/612345678|Code|482/u);
  });

  it('are told of how many parts an information was, and to which territory', async () => {
    expect(await inform('long')).toBe('sent');
    expect(told()).toMatchObject([
      { template: 'information', bookingId: '', country: 'RE', parts: 2, outcome: 'sent' },
    ]);
    expect(JSON.stringify(desk.events.entries)).not.toContain('692123456');
  });

  it('are told why the service refused one, and that it is not known of one whose answer was lost', async () => {
    desk.service.answers = [failure('ConflictException', { Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' })];
    await inform('pieces');
    desk.service.answers = ['hangUp'];
    await inform('pieces');
    expect(told()).toMatchObject([
      { outcome: 'refused', reason: 'ConflictException DESTINATION_PHONE_NUMBER_OPTED_OUT', messageId: '' },
      { outcome: 'unknown', messageId: '' },
    ]);
  });

  it('are told of one that was withheld because of the hour', async () => {
    await confirm(later(10 * 60), 'missedRetry');
    expect(desk.service.requests).toEqual([]);
    expect(told()).toMatchObject([{ outcome: 'withheld', reason: 'outsideHours', messageId: '' }]);
  });

  it.each(['refusesEntries', 'down'] as const)(
    'may not hear of an SMS where the bus %s: it is sent, once, and what is lost is counted',
    async (mood) => {
      desk.events.mood = mood;
      const { first, again } = await confirm();
      expect([first?.status, again?.status]).toEqual(['sent', 'alreadySent']);
      expect(desk.service.requests).toHaveLength(1);
      const lines = desk.printed.splice(0).map((text): Record<string, unknown> => JSON.parse(text));
      expect(lines.filter(({ ReportEventsLost }) => ReportEventsLost)).toHaveLength(1);
      expect(lines.filter(({ code }) => code === 'reportEventLost')).toMatchObject([{ contactId: 'c1' }]);
    },
  );
});

it.each([
  ['+33612345678', 'FR'],
  ['+262639123456', 'YT'],
  ['+590690123456', 'GP'],
  ['+687123456', 'NC'],
  ['+32470123456', ''],
])('the country of %s is "%s"', (e164, country) => expect(countryOf(e164)).toBe(country));
