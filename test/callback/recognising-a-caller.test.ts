import { callerKey } from '../../domain/callback/caller-key.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import { type BookingDesk, key, openBookingDesk, person } from './booking-desk.ts';

/** On the engine that `DYNAMODB_ENDPOINT` names, where it names one. */
let desk: BookingDesk;
const tuesday = new Date('2026-11-24T09:05:00.000Z');
beforeAll(async () => {
  desk = await openBookingDesk();
});
beforeEach(() => {
  desk.now = tuesday;
});
afterAll(() => desk.database.stop());

describe('a caller ID', () => {
  it('hears what is promised to it', async () => {
    const { book, find, queue } = desk.line();
    const number = person();
    const { bookingId, callerKey: caller } = await book(number);
    expect(await find(number)).toEqual({
      status: 'booked',
      announcement: "Votre rappel est prévu aujourd'hui entre 10 heures 30 et 11 heures.",
      callerKey: caller,
      bookingId,
      revision: '1',
      queue,
      number,
      numberKind: 'mobile',
    });
  });

  it('with nothing promised, or hidden, hears nothing', async () => {
    const { find } = desk.line();
    expect(await find(person())).toMatchObject({ status: 'none', announcement: '', bookingId: '' });
    expect((await find('anonymous')).status).toBe('none');
  });

  it('is also recognised by what it booked for another number, as long as that booking stands', async () => {
    const { book, find, cancel } = desk.line();
    const [mine, hers] = [person(), person()];
    await book(hers, { callerId: mine });
    const found = await find(mine);
    expect(found).toMatchObject({ status: 'booked', number: hers });
    await cancel(found);
    expect((await find(mine)).status).toBe('none');
    await book(hers, { dialogue: '2' });
    expect((await find(mine)).status).toBe('none');
  });

  it('of the administrations themselves is that of a forwarded call, and recognises nobody', async () => {
    const forwarded = '+33199003230';
    const { book, find, ledger } = desk.line({ seats: 5 }, { ownNumbers: [forwarded] });
    await book(person(), { callerId: forwarded });
    expect(await ledger.get(`ALIAS#${callerKey(forwarded, key)}`)).toBeUndefined();
    expect((await find(forwarded)).status).toBe('none');
  });

  it('overseas is recognised in whichever way its network writes it', async () => {
    const { book, find } = desk.line();
    await book('+262692000017');
    expect((await find('+33692000017')).status).toBe('booked');
  });

  it.each<[Partial<Booking>, string, string]>([
    [{ state: 'queued', kind: 'place', slot: '' }, 'queued', 'Nous gardons votre place'],
    [
      { state: 'missed', attempts: 1, dueAt: '2026-11-24T09:50:00.000Z' },
      'missed',
      "encore aujourd'hui vers 10 heures 50",
    ],
    [{ state: 'missed', attempts: 1, dueAt: '2026-11-24T09:00:00.000Z' }, 'missed', 'encore dans un moment'],
    [{ state: 'missed', attempts: 0, missedReason: 'notAttempted' }, 'booked', 'Votre rappel est prévu'],
    [{ state: 'booked', slot: '2026-11-24T08:00:00.000Z' }, 'booked', 'appel est en retard'],
    [{ state: 'dialling' }, 'underWay', 'rappeler ce numéro dans un instant'],
    [{ state: 'answered' }, 'underWay', 'rappeler ce numéro dans un instant'],
    [{ state: 'exhausted' }, 'none', ''],
    [{ state: 'done' }, 'none', ''],
  ])('of a booking that is %j hears %s', async (changes, status, sentence) => {
    const { book, find, alter } = desk.line();
    const number = person();
    await book(number);
    await alter(number, changes);
    const found = await find(number);
    expect(found.status).toBe(status);
    expect(found.announcement).toContain(sentence);
  });

  it('hears once that the last SMS came to nothing', async () => {
    const { book, find, ledger } = desk.line();
    const number = person();
    const { callerKey: caller } = await book(number);
    await ledger.put({ pk: `SMSFAULT#${caller}`, reason: 'CARRIER_UNREACHABLE', at: desk.now.toISOString() });
    expect((await find(number)).announcement).toContain("Vous n'avez pas reçu notre dernier SMS.");
    expect((await find(number)).announcement).not.toContain('SMS');
  });
});

const codeOf = async (line: ReturnType<BookingDesk['line']>, number: string): Promise<string> =>
  (await line.bookingOf(number))!.code;
const wrong = (code: string): string => (code === '111' ? '222' : '111');

describe('a number keyed in', () => {
  it('with its code finds the booking, again and again', async () => {
    const line = desk.line();
    const number = person();
    await line.book(number);
    const code = await codeOf(line, number);
    for (let time = 0; time < 5; time += 1) {
      expect(await line.find(person(), { number, code })).toMatchObject({ status: 'booked', number });
    }
  });

  it('without a code is not taken for the caller ID', async () => {
    const { book, find } = desk.line();
    const number = person();
    await book(number);
    expect(await find(person(), { number })).toMatchObject({ status: 'unknown', number: '', bookingId: '' });
  });

  it('sounds the same with a wrong code as one that nobody booked, and is refused after three failures of a day', async () => {
    const line = desk.line();
    const [booked, stranger] = [person(), person()];
    await line.book(booked);
    const code = await codeOf(line, booked);
    const answersOf = async (number: string) => {
      const answers = [];
      for (let time = 0; time < 4; time += 1) answers.push(await line.find(person(), { number, code: wrong(code) }));
      return answers;
    };
    const answers = await answersOf(booked);
    expect(answers.map(({ status }) => status)).toEqual(['unknown', 'unknown', 'unknown', 'refused']);
    expect(await answersOf(stranger)).toEqual(answers);
    expect((await line.find(person(), { number: booked, code })).status).toBe('refused');
    expect((await line.find(booked)).status).toBe('booked');
    desk.now = new Date('2026-11-25T08:00:00.000Z');
    expect((await line.find(person(), { number: booked, code })).status).toBe('booked');
  });

  it('is never found out by a thousand tries at once, whoever calls them', async () => {
    const line = desk.line();
    const number = person();
    await line.book(number);
    const right = await codeOf(line, number);
    const codes = Array.from({ length: 1000 }, (_, code) => String(code).padStart(3, '0'));
    const others = codes.filter((code) => code !== right);
    // The first of them are admitted: by chance alone, three in a thousand, would the right one be among those.
    const tries = [...others.slice(0, 20), ...codes.filter((code) => !others.slice(0, 20).includes(code))];
    const statuses: string[] = [];
    for (let from = 0; from < tries.length; from += 20) {
      const batch = tries.slice(from, from + 20).map((code) => line.find(person(), { number, code }));
      statuses.push(...(await Promise.all(batch)).map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 'unknown')).toHaveLength(3);
    expect(statuses.filter((status) => status === 'refused')).toHaveLength(997);
    expect((await line.find(number)).status).toBe('booked');
  });
});
