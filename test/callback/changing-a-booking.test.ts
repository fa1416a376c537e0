import { type BookingDesk, openBookingDesk, person, slot } from './booking-desk.ts';

/** On the engine that `DYNAMODB_ENDPOINT` names, where it names one. */
let desk: BookingDesk;
beforeAll(async () => {
  desk = await openBookingDesk();
});
afterAll(() => desk.database.stop());

describe('a caller who rings again', () => {
  const later = '2026-11-25T08:00:00.000Z';

  it('cancels an hour: its seat is free, and an SMS says so', async () => {
    const { book, find, cancel, seats, events, bookingOf } = desk.line();
    const number = person();
    await book(number);
    const found = await find(number);
    const answer = await cancel(found);
    expect(answer).toEqual({
      status: 'cancelled',
      announcement: "C'est noté : votre rappel est annulé.",
      revision: '2',
    });
    expect(await seats()).toBeUndefined();
    expect(await cancel(found)).toEqual(answer);
    expect(events).toMatchObject([
      { from: 'none' },
      { from: 'booked', to: 'cancelled', sms: 'cancelled', revision: 2 },
    ]);
    expect((await bookingOf(number))?.state).toBe('cancelled');
  });

  it('cancels a place, and Connect’s callback with it', async () => {
    const { keep, find, cancel, connect, placesOf, bookingOf } = desk.line();
    const number = person();
    await keep(number, {}, 'arrival');
    connect.callbacks.set('arrival', ['first attempt', 'second attempt']);
    connect.contacts.set('first attempt', { disconnectedAt: desk.now });
    expect((await cancel(await find(number))).status).toBe('cancelled');
    expect(connect.stopped).toEqual(['second attempt']);
    expect((await placesOf((await bookingOf(number))!))?.['seats']).toBeUndefined();
  });

  it('tells the truth where Connect cannot be asked: cancelled, and what is to be stopped is noted', async () => {
    const { keep, find, cancel, connect, ledger, queue } = desk.line();
    const number = person();
    await keep(number, {}, 'arrival');
    connect.refusals.push(new Error('timed out'));
    expect((await cancel(await find(number))).status).toBe('cancelled');
    expect((await ledger.get(`STOPS#${queue}`))?.['contacts']).toEqual(new Set(['arrival']));
  });

  it('moves an hour, and a repeated invocation moves nothing more', async () => {
    const { book, find, move, seats, events } = desk.line();
    const number = person();
    await book(number);
    const found = await find(number);
    const answer = await move(found, later);
    expect(answer).toEqual({
      status: 'moved',
      announcement: "C'est noté : nous vous rappellerons demain, mercredi 25 novembre, entre 9 heures et 9 heures 30.",
      revision: '2',
    });
    expect(await move(found, later)).toEqual(answer);
    expect(await seats()).toBeUndefined();
    expect((await seats(later))?.valueOf()).toEqual(new Set([found.callerKey]));
    expect(events).toMatchObject([{ from: 'none' }, { from: 'booked', to: 'booked', sms: 'moved', slot: later }]);
  });

  it('moves a place to an hour, and stops Connect’s callback', async () => {
    const { keep, find, move, connect, bookingOf, seats } = desk.line();
    const number = person();
    await keep(number, {}, 'arrival');
    connect.callbacks.set('arrival', ['callback']);
    expect((await move(await find(number), later)).status).toBe('moved');
    expect(connect.stopped).toEqual(['callback']);
    expect(await bookingOf(number)).toMatchObject({ kind: 'slot', state: 'booked', slot: later, revision: 2 });
    expect(await seats(later)).toHaveProperty('size', 1);
  });

  it('moves what was missed, and what its caller answers but cannot take now, with a whole new promise', async () => {
    const { book, move, bookingOf, alter } = desk.line();
    const [missed, busy] = [person(), person()];
    for (const number of [missed, busy]) await book(number);
    await alter(missed, { state: 'missed', attempts: 1, revision: 3 });
    await alter(busy, { state: 'answered', attempts: 2, revision: 3, callbackContactId: 'call' });
    const named = async (number: string, revision: string) => {
      const { callerKey: caller, id } = (await bookingOf(number))!;
      return { callerKey: caller, bookingId: id, revision };
    };
    expect((await move(await named(missed, '3'), later)).status).toBe('moved');
    expect((await move(await named(busy, '2'), later, 'another call')).status).toBe('changed');
    expect((await move(await named(busy, '2'), later, 'call')).status).toBe('moved');
    for (const number of [missed, busy]) {
      expect(await bookingOf(number)).toMatchObject({ state: 'booked', attempts: 0, slot: later, revision: 4 });
    }
  });

  it('leaves the booking where it was where the hour is full, past, or the very same', async () => {
    const { book, find, move, seats, bookingOf } = desk.line({ seats: 1 });
    const number = person();
    await book(number);
    await book(person(), { slot: later });
    const found = await find(number);
    expect((await move(found, later)).status).toBe('full');
    expect((await move(found, '2026-11-24T08:00:00.000Z')).status).toBe('closed');
    expect(await move(found, slot)).toMatchObject({ status: 'moved', revision: '1' });
    expect(await seats()).toHaveProperty('size', 1);
    expect((await bookingOf(number))?.revision).toBe(1);
  });

  it('refuses what is no longer as the caller heard it', async () => {
    const { book, find, move, cancel } = desk.line();
    const number = person();
    await book(number);
    const heard = await find(number);
    await move(heard, later);
    await move(await find(number), '2026-11-25T09:00:00.000Z');
    expect((await cancel(heard)).status).toBe('changed');
    expect((await move(heard, later)).status).toBe('changed');
    expect(await cancel({ ...heard, bookingId: 'another' })).toMatchObject({ status: 'changed', revision: '' });
  });
});
