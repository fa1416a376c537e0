import { callerKey } from '../../domain/callback/caller-key.ts';
import { slotKey } from '../../domain/callback/shards.ts';
import { type BookingDesk, key, openBookingDesk, person, slot } from './booking-desk.ts';

/** On the engine that `DYNAMODB_ENDPOINT` names, where it names one. */
let desk: BookingDesk;
beforeAll(async () => {
  desk = await openBookingDesk();
});
afterAll(() => desk.database.stop());

describe('booking a slot', () => {
  it('takes a seat and keeps the person’s one booking', async () => {
    const { book, seats, bookingOf, itemOf } = desk.line();
    const number = person();
    const answer = await book(number, { callUs: '+33801000000' });
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
    });
    expect((await itemOf(number))?.['ttl']).toBe(Date.parse(slot) / 1000 + 30 * 86_400);
  });

  it('tells a landline its code twice, and the number people dial where the queue shows none', async () => {
    const { book, bookingOf } = desk.line();
    const number = '+33140000001';
    const { announcement } = await book(number, { numberKind: 'landline' });
    const stored = await bookingOf(number);
    const code = Array.from(stored!.code).join(', ');
    expect(announcement.split(code)).toHaveLength(3);
    expect(stored!.callUs).toBe('3230');
  });

  it('gives a repeated invocation the booking of the first one', async () => {
    const { book, seats } = desk.line();
    const number = person();
    const first = await book(number, {}, 'one contact');
    desk.now = new Date(desk.now.getTime() + 2000);
    expect(await book(number, {}, 'one contact')).toEqual(first);
    expect((await seats())?.valueOf()).toEqual(new Set([first.callerKey]));
  });

  it('promises a person one callback at a time, whichever call asks', async () => {
    const { book, seats } = desk.line();
    const number = person();
    await book(number);
    const later = '2026-11-24T10:00:00.000Z';
    const again = await book(number, { slot: later }, 'another contact');
    expect(again).toMatchObject({ status: 'already', bookingId: '' });
    expect(await seats(later)).toBeUndefined();
  });

  it('books anew once the former callback is done', async () => {
    const { book, bookingOf, alter } = desk.line();
    const number = person();
    await book(number);
    await alter(number, { state: 'done' });
    const later = '2026-11-24T10:00:00.000Z';
    expect((await book(number, { slot: later, dialogue: '2' })).status).toBe('booked');
    expect((await bookingOf(number))?.slot).toBe(later);
  });

  it('refuses the second person for the last seat, and keeps nothing of the refusal', async () => {
    const { book, bookingOf } = desk.line({ seats: 1 });
    await book(person());
    const second = person();
    expect(await book(second)).toMatchObject({ status: 'full', announcement: expect.stringContaining('prise') });
    expect(await bookingOf(second)).toBeUndefined();
  });

  it('finds the last seats of a slot in whichever shard they are', async () => {
    const { book, ledger, queue } = desk.line({ seats: 101 });
    const taken = (shard: number, count: number) =>
      ledger.put({
        pk: slotKey(queue, slot, shard),
        seats: new Set(Array.from({ length: count }, (_, seat) => `taken-${shard}-${seat}`)),
      });
    await Promise.all([taken(0, 34), taken(1, 33), taken(2, 33)]);
    expect((await book(person())).status).toBe('booked');
    expect((await book(person())).status).toBe('full');
  });

  it('remembers how fast the caller wants us to speak, and why they rang', async () => {
    const { book, bookingOf } = desk.line();
    const number = person();
    await book(number, { speechRate: '80%' });
    expect(await bookingOf(number)).toMatchObject({ speechRate: '80%', subject: '' });
  });

  it.each([
    ['one that has begun', '2026-11-24T09:00:00.000Z'],
    ['an hour that is no slot', '2026-11-24T09:45:00.000Z'],
    ['nonsense', 'Timeout'],
  ])('is closed to %s', async (_, start) => {
    expect((await desk.line().book(person(), { slot: start })).status).toBe('closed');
  });
});
