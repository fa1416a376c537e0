import type { Booking } from '../../domain/callback/contract.ts';
import { callerKey } from '../../domain/callback/caller-key.ts';
import { callerItemKey, slotKey } from '../../domain/callback/shards.ts';
import type { LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { lineRules, tuesdayMorning } from './fixtures.ts';
import { flowEvent, startLedger, tableName } from './local-ledger.ts';

const slot = '2026-11-24T09:30:00.000Z';
const key = Buffer.from('ledger key of the tests');
let now = tuesdayMorning;
let database: LocalDynamoDb;
let runtime: typeof import('../../lambdas/runtime/dynamodb.ts');
let booking: typeof import('../../lambdas/callback/book-slot.ts');
let offering: typeof import('../../lambdas/callback/offer-slots.ts');
let persons = 0;

beforeAll(async () => {
  database = await startLedger(() => now);
  runtime = await import('../../lambdas/runtime/dynamodb.ts');
  booking = await import('../../lambdas/callback/book-slot.ts');
  offering = await import('../../lambdas/callback/offer-slots.ts');
});
afterEach(() => database.inject({}));
afterAll(() => database.stop());

/** A line whose queue nobody else books in: each test has its own ledger. */
function line(callback: Partial<ReturnType<typeof lineRules>['callback']> = { seats: 5 }) {
  const queue = `queue-${(persons += 1)}`;
  const rules = lineRules(callback, {
    queues: { [queue]: { agents: { default: 60 }, handleTimeSeconds: 360, patienceSeconds: 360, hours: {} } },
  });
  const ledger = runtime.ledger(tableName);
  const dependencies = { rules, ledger, ledgerKey: key, now: () => now };
  const offer = offering.offerSlots(dependencies);
  const book = booking.bookSlot(dependencies);
  return {
    ledger,
    queue,
    offer: (number: string) => offer(flowEvent('contact', { queue, number, language: 'fr' })),
    book: (number: string, changes: Record<string, string> = {}, contactId = `contact-${(persons += 1)}`) => {
      const parameters = { queue, number, numberKind: 'mobile', slot, dialogue: '1', language: 'fr', ...changes };
      return book(flowEvent(contactId, parameters, changes['callUs']));
    },
    seats: async (start = slot, shard = 0) => (await ledger.get(slotKey(queue, start, shard)))?.['seats'],
    bookingOf: async (number: string) =>
      (await ledger.get(callerItemKey(callerKey(number, key)))) as unknown as Booking | undefined,
  };
}
const person = (): string => `+336${String((persons += 1)).padStart(8, '0')}`;

describe('offering slots', () => {
  it('names the three soonest with their keys, the day once', async () => {
    const answer = await line().offer(person());
    expect(answer).toEqual({
      status: 'offered',
      count: '3',
      slot1: slot,
      slot2: '2026-11-24T10:00:00.000Z',
      slot3: '2026-11-24T10:30:00.000Z',
      announcement:
        "Pour aujourd'hui entre 10 heures 30 et 11 heures, tapez 1. Entre 11 heures et 11 heures 30, tapez 2. Entre 11 heures 30 et midi, tapez 3.",
    });
  });

  it('passes over a slot whose last seat is taken', async () => {
    const { offer, book } = line({ seats: 1 });
    await book(person());
    expect((await offer(person())).slot1).toBe('2026-11-24T10:00:00.000Z');
  });

  it('goes on to later slots until three are free', async () => {
    const { offer, book } = line({ seats: 1 });
    for (const start of [
      '09:30',
      '10:00',
      '10:30',
      '11:00',
      '11:30',
      '12:30',
      '13:00',
      '13:30',
      '14:00',
      '14:30',
      '15:00',
    ]) {
      await book(person(), { slot: `2026-11-24T${start}:00.000Z` });
    }
    const { slot1, slot2 } = await offer(person());
    expect([slot1, slot2]).toEqual(['2026-11-24T12:00:00.000Z', '2026-11-25T08:00:00.000Z']);
  });

  it('says that all is taken where no seat is left in the horizon', async () => {
    const { offer, book } = line({ seats: 1, horizonDays: 0, slotMinutes: 180 });
    await book(person(), { slot: '2026-11-24T11:00:00.000Z' });
    expect(await offer(person())).toMatchObject({ status: 'full', count: '0', slot1: '' });
  });

  it('reminds a person of the callback already promised', async () => {
    const { offer, book } = line();
    const number = person();
    await book(number);
    const answer = await offer(number);
    expect(answer.status).toBe('already');
    expect(answer.announcement).toContain("aujourd'hui entre 10 heures 30 et 11 heures");
  });
});

describe('booking a slot', () => {
  it('takes a seat and keeps the person’s one booking, for four write units', async () => {
    const { book, seats, bookingOf } = line();
    const number = person();
    const before = database.consumed()?.write ?? 0;
    const answer = await book(number, { callUs: '+33801000000' });
    expect(database.consumed()?.write).toBe(before + 4);
    expect(answer).toMatchObject({ status: 'booked', revision: '1', callerKey: callerKey(number, key) });
    expect(answer.announcement).toBe(
      "C'est noté : nous vous rappellerons aujourd'hui entre 10 heures 30 et 11 heures.",
    );
    expect(await seats()).toEqual(new Set([answer.callerKey]));
    expect(await bookingOf(number)).toMatchObject({
      id: answer.bookingId,
      revision: 1,
      state: 'booked',
      slot,
      callUs: '+33801000000',
      ttl: Date.parse(slot) / 1000 + 30 * 86_400,
    });
  });

  it('tells a landline its code twice, and the number people dial where the queue shows none', async () => {
    const { book, bookingOf } = line();
    const number = '+33140000001';
    const { announcement } = await book(number, { numberKind: 'landline' });
    const stored = await bookingOf(number);
    const code = Array.from(stored!.code).join(', ');
    expect(announcement.split(code)).toHaveLength(3);
    expect(stored!.callUs).toBe('3230');
  });

  it('gives a repeated invocation the booking of the first one', async () => {
    const { book, seats } = line();
    const number = person();
    const first = await book(number, {}, 'one contact');
    now = new Date(now.getTime() + 2000);
    expect(await book(number, {}, 'one contact')).toEqual(first);
    expect((await seats())?.valueOf()).toEqual(new Set([first.callerKey]));
  });

  it('promises a person one callback at a time, whichever call asks', async () => {
    const { book, seats } = line();
    const number = person();
    await book(number);
    const later = '2026-11-24T10:00:00.000Z';
    const again = await book(number, { slot: later }, 'another contact');
    expect(again).toMatchObject({ status: 'already', bookingId: '' });
    expect(await seats(later)).toBeUndefined();
  });

  it('books anew once the former callback is done', async () => {
    const { book, bookingOf, ledger } = line();
    const number = person();
    await book(number);
    const former = await bookingOf(number);
    await ledger.put({ ...former, state: 'done' });
    const later = '2026-11-24T10:00:00.000Z';
    expect((await book(number, { slot: later, dialogue: '2' })).status).toBe('booked');
    expect((await bookingOf(number))?.slot).toBe(later);
  });

  it('refuses the second person for the last seat, and keeps nothing of the refusal', async () => {
    const { book, bookingOf } = line({ seats: 1 });
    await book(person());
    const second = person();
    expect(await book(second)).toMatchObject({ status: 'full', announcement: expect.stringContaining('prise') });
    expect(await bookingOf(second)).toBeUndefined();
  });

  it('finds the last seats of a slot in whichever shard they are', async () => {
    const { book, ledger, queue } = line({ seats: 101 });
    const taken = (shard: number, count: number) =>
      ledger.put({
        pk: slotKey(queue, slot, shard),
        seats: new Set(Array.from({ length: count }, (_, seat) => `taken-${shard}-${seat}`)),
      });
    await Promise.all([taken(0, 34), taken(1, 33), taken(2, 33)]);
    expect((await book(person())).status).toBe('booked');
    expect((await book(person())).status).toBe('full');
  });

  it.each([
    ['one that has begun', '2026-11-24T09:00:00.000Z'],
    ['an hour that is no slot', '2026-11-24T09:45:00.000Z'],
    ['nonsense', 'Timeout'],
  ])('is closed to %s', async (_, start) => {
    expect((await line().book(person(), { slot: start })).status).toBe('closed');
  });

  it('survives conflicts, throttling and lost answers without booking twice', async () => {
    const { book, seats } = line({ seats: 20 });
    database.inject({ conflicts: 0.3, throttling: 0.1, lostAnswers: 0.2, seed: 7 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => book(person())));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 'booked'));
    expect((await seats())?.valueOf()).toEqual(new Set(answers.map(({ callerKey: taken }) => taken)));
  });

  it('offers another slot after three seconds of conflicts, and has booked nothing', async () => {
    const { book, bookingOf } = line();
    database.inject({ conflicts: 1 });
    const number = person();
    expect((await book(number)).status).toBe('full');
    database.inject({});
    expect(await bookingOf(number)).toBeUndefined();
  });

  it('gives the last seat to exactly one of many who ask at once', async () => {
    const { book, seats } = line({ seats: 1 });
    database.inject({ conflicts: 0.3, seed: 3 });
    const answers = await Promise.all(Array.from({ length: 24 }, () => book(person())));
    expect(answers.filter(({ status }) => status === 'booked')).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 'full')).toHaveLength(23);
    expect((await seats())?.valueOf()).toHaveProperty('size', 1);
  });
});
