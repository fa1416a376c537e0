import { type BookingDesk, openBookingDesk, person } from './booking-desk.ts';

let desk: BookingDesk;
beforeAll(async () => {
  desk = await openBookingDesk('');
});
afterEach(() => desk.database.inject({}));
afterAll(() => desk.database.stop());

describe('a booking on the engine of this process', () => {
  it('costs four write units', async () => {
    const { book } = desk.line();
    const before = desk.database.consumed()?.write ?? 0;
    await book(person());
    expect(desk.database.consumed()?.write).toBe(before + 4);
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
