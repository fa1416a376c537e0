import { type BookingDesk, openBookingDesk, person, slot } from './booking-desk.ts';

let desk: BookingDesk;
beforeAll(async () => {
  desk = await openBookingDesk('');
});
afterEach(() => desk.database.inject({}));
afterAll(() => desk.database.stop());

async function unitsOf(work: () => Promise<unknown>): Promise<number> {
  const before = desk.database.consumed()?.write ?? 0;
  await work();
  return (desk.database.consumed()?.write ?? 0) - before;
}

describe('a booking on the engine of this process', () => {
  it('costs four write units', async () => {
    const { book } = desk.line();
    const before = desk.database.consumed()?.write ?? 0;
    await book(person());
    expect(desk.database.consumed()?.write).toBe(before + 4);
  });

  it('costs six with a caller ID of its own to be found by, and a place costs the same as an hour', async () => {
    const { book, keep } = desk.line();
    expect(await unitsOf(() => book(person(), { callerId: person() }))).toBe(6);
    const number = person();
    expect(await unitsOf(() => book(number, { callerId: number }))).toBe(4);
    expect(await unitsOf(() => keep(person()))).toBe(4);
    expect(await unitsOf(() => keep(person(), { callerId: person() }))).toBe(6);
  });

  it('costs six to be moved, four to be cancelled', async () => {
    const { book, find, move, cancel } = desk.line();
    const number = person();
    await book(number);
    const found = await find(number);
    expect(await unitsOf(() => move(found, '2026-11-25T08:00:00.000Z'))).toBe(6);
    const moved = await find(number);
    expect(await unitsOf(() => cancel(moved))).toBe(4);
  });

  it('that is moved to two hours and cancelled at once becomes one of these, whole', async () => {
    const { book, find, move, cancel, seats, bookingOf } = desk.line();
    desk.database.inject({ conflicts: 0.3, lostAnswers: 0.2, seed: 11 });
    const starts = [slot, '2026-11-25T08:00:00.000Z', '2026-11-25T09:00:00.000Z'];
    for (let round = 0; round < 12; round += 1) {
      const number = person();
      await book(number);
      const found = await find(number);
      const [, first = '', second = ''] = starts;
      await Promise.allSettled([move(found, first), move(found, second), cancel(found)]);
      const booking = (await bookingOf(number))!;
      const held: string[] = [];
      for (const start of starts) {
        const taken = await seats(start);
        if (taken instanceof Set && taken.has(booking.callerKey)) held.push(start);
      }
      expect(booking.revision).toBe(2);
      expect(held).toEqual(booking.state === 'cancelled' ? [] : [booking.slot]);
      desk.database.inject({ conflicts: 0.3, lostAnswers: 0.2, seed: round });
      if (booking.state === 'booked') await cancel(await find(number));
    }
  });

  it('survives conflicts, throttling and lost answers without booking twice', async () => {
    const { book, seats } = desk.line({ seats: 20 });
    desk.database.inject({ conflicts: 0.3, throttling: 0.1, lostAnswers: 0.2, seed: 7 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => book(person())));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 'booked'));
    expect((await seats())?.valueOf()).toEqual(new Set(answers.map(({ callerKey: taken }) => taken)));
  });

  it('offers another slot after three seconds of conflicts, and has booked nothing', async () => {
    const { book, bookingOf } = desk.line();
    desk.database.inject({ conflicts: 1 });
    const number = person();
    expect((await book(number)).status).toBe('full');
    desk.database.inject({});
    expect(await bookingOf(number)).toBeUndefined();
  });

  it('gives the last seat to exactly one of many who ask at once', async () => {
    const { book, seats } = desk.line({ seats: 1 });
    desk.database.inject({ conflicts: 0.3, seed: 3 });
    const answers = await Promise.all(Array.from({ length: 24 }, () => book(person())));
    expect(answers.filter(({ status }) => status === 'booked')).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 'full')).toHaveLength(23);
    expect((await seats())?.valueOf()).toHaveProperty('size', 1);
  });
});
