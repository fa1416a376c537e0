import { jest } from '@jest/globals';
import { type BookingDesk, openBookingDesk, person, slot } from './booking-desk.ts';

/** On the engine that `DYNAMODB_ENDPOINT` names, where it names one. */
let desk: BookingDesk;
type Line = ReturnType<BookingDesk['line']>;
type Offer = Awaited<ReturnType<Line['offer']>>;
beforeAll(async () => {
  desk = await openBookingDesk();
});
afterAll(() => desk.database.stop());

const choices = ({ choice1, choice2, choice3 }: Offer): string[] => [choice1, choice2, choice3].filter(Boolean);
const take = async ({ book }: Line, ...starts: string[]): Promise<void> => {
  for (const start of starts) expect((await book(person(), { slot: start })).status).toBe('booked');
};
const today = (...times: string[]): string[] => times.map((time) => `2026-11-24T${time}:00.000Z`);

describe('the first offer', () => {
  it('is the soonest hour, one two hours later and one of another day, then the way to all others', async () => {
    expect(await desk.line().offer(person())).toEqual({
      status: 'offered',
      kind: 'slots',
      choice1: slot,
      choice2: '2026-11-24T11:30:00.000Z',
      choice3: '2026-11-25T08:00:00.000Z',
      more: 'days 2026-11-24',
      announcement:
        "Pour aujourd'hui vers 10 heures 30, tapez 1. Pour 12 heures 30, tapez 2. Pour demain vers 9 heures, tapez 3. " +
        'Pour un autre moment, tapez 4.',
    });
  });

  it('passes over hours whose last seat is taken', async () => {
    const line = desk.line({ seats: 1 });
    await take(line, slot, ...today('11:30', '12:00'));
    expect(choices(await line.offer(person()))).toEqual([
      '2026-11-24T10:00:00.000Z',
      '2026-11-24T12:30:00.000Z',
      '2026-11-25T08:00:00.000Z',
    ]);
  });

  it('takes the last hour of the day where none is two hours later', async () => {
    const line = desk.line();
    desk.now = new Date('2026-11-24T13:40:00.000Z');
    const offer = await line.offer(person());
    desk.now = new Date('2026-11-24T09:05:00.000Z');
    expect(choices(offer).slice(0, 2)).toEqual(today('14:00', '15:00'));
  });

  it('has fewer choices where fewer hours are free, and no key 4 where there is nothing else', async () => {
    const line = desk.line({ seats: 1, horizonDays: 0, slotMinutes: 150 });
    const offer = await line.offer(person());
    expect(choices(offer)).toEqual(today('10:30', '13:00'));
    expect(offer.more).toBe('');
    expect(offer.announcement).toBe("Pour aujourd'hui vers 11 heures 30, tapez 1. Pour 14 heures, tapez 2.");
    await take(line, ...today('10:30'));
    expect(choices(await line.offer(person()))).toEqual(today('13:00'));
    await take(line, ...today('13:00'));
    expect(await line.offer(person())).toMatchObject({ status: 'full', choice1: '', more: '' });
  });

  it('costs one request on most days', async () => {
    const line = desk.line();
    const getMany = jest.spyOn(line.ledger, 'getMany');
    await line.offer(person());
    expect(getMany).toHaveBeenCalledTimes(1);
    getMany.mockRestore();
  });

  it('reminds a person of the callback already promised', async () => {
    const { offer, book } = desk.line();
    const number = person();
    await book(number);
    const answer = await offer(number);
    expect(answer.status).toBe('already');
    expect(answer.announcement).toContain("aujourd'hui entre 10 heures 30 et 11 heures");
  });

  it('is made to who moves that very callback, without the hour they have', async () => {
    const { offer, book } = desk.line();
    const number = person();
    const { bookingId } = await book(number);
    expect((await offer(number, { bookingId })).choice1).toBe('2026-11-24T10:00:00.000Z');
    expect((await offer(number, { bookingId: 'another' })).status).toBe('already');
  });

  it('is not made while a supervisor has stopped it, and is made again after', async () => {
    const { offer, ledger, queue } = desk.line();
    await ledger.put({ pk: `SWITCH#${queue}`, offering: 'off', dialling: 'on' });
    expect(await offer(person())).toMatchObject({ status: 'paused', choice1: '', more: '' });
    await ledger.put({ pk: `SWITCH#${queue}`, offering: 'on' });
    expect((await offer(person())).status).toBe('offered');
  });

  it('says the hour of the territory where the number is at home', async () => {
    const { offer, book } = desk.line({ seats: 5 });
    expect((await offer('+262692123456')).announcement).toBe(
      "Heure de La Réunion. Pour aujourd'hui vers 13 heures 30, tapez 1. Pour 15 heures 30, tapez 2. " +
        'Pour demain vers midi, tapez 3. Pour un autre moment, tapez 4.',
    );
    const { announcement } = await book('+687751234');
    expect(announcement).toBe(
      "C'est noté : nous vous rappellerons aujourd'hui entre 10 heures 30 et 11 heures. Il sera 20 heures 30 en Nouvelle-Calédonie.",
    );
  });

  it('is two hours instead of three where those would take more than 12 s to say', async () => {
    const { offer } = desk.line({ seats: 5 }, { hours: { wednesday: ['08:30-12:00'] } });
    expect(await offer('+262692123457')).toMatchObject({
      choice1: '2026-11-25T07:30:00.000Z',
      choice2: '2026-12-02T07:30:00.000Z',
      choice3: '',
      announcement:
        'Heure de La Réunion. Pour demain vers 11 heures 30, tapez 1. Pour mercredi 2 décembre vers 11 heures 30, tapez 2. ' +
        'Pour un autre moment, tapez 4.',
    });
    expect((await offer('+33612345679')).choice3).toBe('2026-12-02T07:30:00.000Z');
  });

  it('says no second hour on a line of that territory', async () => {
    const { offer } = desk.line({ seats: 5 }, { timeZone: 'Indian/Reunion' });
    expect((await offer('+262692123456')).announcement).not.toContain('Réunion');
  });
});

describe('other hours', () => {
  it('are looked for by day, then by half-day, then three at a time', async () => {
    const { offer } = desk.line({ seats: 5, horizonDays: 4 });
    const number = person();
    const days = await offer(number, { wish: 'days 2026-11-24' });
    expect(days).toMatchObject({ kind: 'wishes', choice2: 'day 2026-11-25', more: 'days 2026-11-27' });
    expect(days.announcement).toBe(
      "Pour aujourd'hui, tapez 1. Pour demain, mercredi 25 novembre, tapez 2. Pour jeudi 26 novembre, tapez 3. Pour les jours suivants, tapez 4.",
    );
    const day = await offer(number, { wish: days.choice2 });
    expect(day.announcement).toBe(
      "Demain, mercredi 25 novembre. Pour le matin, tapez 1. Pour l'après-midi, tapez 2. Pour un autre jour, tapez 4.",
    );
    const hours = await offer(number, { wish: day.choice2 });
    expect(hours).toMatchObject({ kind: 'slots', choice1: '2026-11-25T11:00:00.000Z' });
    expect(hours.announcement).toBe(
      'Pour demain vers midi, tapez 1. Pour 12 heures 30, tapez 2. Pour 13 heures, tapez 3. Pour plus tard, tapez 4.',
    );
    expect((await offer(number, { wish: hours.more })).choice1).toBe('2026-11-25T12:30:00.000Z');
    expect((await offer(number, { wish: days.more })).choice1).toBe('day 2026-11-27');
  });

  it('are not asked about by half-days where only one of them has a seat', async () => {
    const line = desk.line({ seats: 1, slotMinutes: 150 });
    await take(line, '2026-11-25T08:00:00.000Z', '2026-11-25T10:30:00.000Z');
    const hours = await line.offer(person(), { wish: 'day 2026-11-25' });
    expect([hours.kind, ...choices(hours)]).toEqual(['slots', '2026-11-25T13:00:00.000Z']);
  });

  it.each(['nonsense', 'day 2020-01-01', 'morning 2026-11-29', 'from 2030-01-01T00:00:00.000Z', 'Timeout', '<say/>'])(
    'that do not exist, as %s, lead to the first offer',
    async (wish) => {
      expect((await desk.line().offer(person(), { wish })).choice1).toBe(slot);
    },
  );

  it.each([1, 2, 3, 4, 5, 6])('with a seat, and only those, are all reached by keys (%i)', async (seed) => {
    const line = desk.line({ seats: 1, horizonDays: 5, slotMinutes: 60 });
    const all = await reached(line);
    const taken = all.filter((_, index) => (index * seed * 7 + seed) % 11 < seed + 3);
    await take(line, ...taken);
    expect(await reached(line)).toEqual(all.filter((start) => !taken.includes(start)));
  });
});

/** Every start that some sequence of keys offers. */
async function reached({ offer }: Line): Promise<string[]> {
  const number = person();
  const found = new Set<string>();
  const seen = new Set(['']);
  for (const wish of seen) {
    const answer = await offer(number, { wish });
    for (const choice of choices(answer)) (answer.kind === 'slots' ? found : seen).add(choice);
    if (answer.more !== '') seen.add(answer.more);
  }
  return [...found].toSorted();
}
