import { callerKey } from '../../domain/callback/caller-key.ts';
import { placesKey, placeShards, seatsPerShard } from '../../domain/callback/shards.ts';
import { type BookingDesk, key, openBookingDesk, person } from './booking-desk.ts';

/** On the engine that `DYNAMODB_ENDPOINT` names, where it names one. */
let desk: BookingDesk;
beforeAll(async () => {
  desk = await openBookingDesk();
});
afterAll(() => desk.database.stop());

describe('keeping one’s place', () => {
  it('notes the person among the queue’s places, with a code for the whisper', async () => {
    const { keep, bookingOf, placesOf } = desk.line();
    const number = person();
    const answer = await keep(number, {}, 'arrival');
    const booking = (await bookingOf(number))!;
    expect(answer).toEqual({
      status: 'kept',
      announcement: "C'est noté : nous gardons votre place. Nous vous rappellerons à votre tour.",
      callerKey: callerKey(number, key),
      bookingId: booking.id,
      revision: '1',
      spokenCode: Array.from(booking.code).join(', '),
    });
    expect(booking).toMatchObject({ kind: 'place', state: 'queued', slot: '', contactId: 'arrival', attempts: 0 });
    expect((await placesOf(booking))?.['seats']).toEqual(new Set([booking.callerKey]));
  });

  it('tells a landline its code twice', async () => {
    const { keep } = desk.line();
    const { announcement, spokenCode } = await keep('+33140000002', { numberKind: 'landline' });
    expect(announcement.split(spokenCode)).toHaveLength(3);
  });

  it('gives a repeated invocation the place of the first one', async () => {
    const { keep, placesOf, bookingOf } = desk.line();
    const number = person();
    const first = await keep(number, {}, 'one contact');
    desk.now = new Date(desk.now.getTime() + 2000);
    expect(await keep(number, {}, 'one contact')).toEqual(first);
    expect((await placesOf((await bookingOf(number))!))?.['seats']).toHaveProperty('size', 1);
  });

  it('is one callback a person: a second request hears of the first, be it a place or an hour', async () => {
    const { keep, book } = desk.line();
    const [kept, booked] = [person(), person()];
    await keep(kept);
    await book(booked);
    expect((await keep(kept)).announcement).toContain('Nous gardons déjà votre place');
    expect((await book(kept)).status).toBe('already');
    expect(await keep(booked)).toMatchObject({ status: 'already', bookingId: '', spokenCode: '' });
  });

  it('finds room in whichever shard there is, and promises nothing where there is none', async () => {
    const { keep, ledger, queue } = desk.line();
    const fill = (shard: number, count: number) =>
      ledger.put({
        pk: placesKey(queue, shard),
        seats: new Set(Array.from({ length: count }, (_, place) => `kept-${shard}-${place}`)),
      });
    await Promise.all(
      Array.from({ length: placeShards }, (_, shard) => fill(shard, seatsPerShard - (shard === 7 ? 1 : 0))),
    );
    expect((await keep(person())).status).toBe('kept');
    expect(await keep(person())).toMatchObject({ status: 'busy', bookingId: '' });
  });
});
