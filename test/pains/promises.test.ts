import {
  bookingStates,
  eventsOfContact,
  heard,
  outcomes,
  tellCall,
  textsSent,
  type ToldCall,
} from '../calls/place-call.ts';
import { readLedger } from '../calls/ledger.ts';
import { faultsOf } from '../calls/sound-end.ts';
import { watchFunctions } from './watched-functions.ts';

const person = '+33612345678';
const leaver = '+33612345679';
const landline = '+33142345678';
const twice = '+33612345680';
const unlucky = '+33612345681';
const called = [person, leaver, landline, twice];

describe('promises, on a morning when passes are missed and functions are invoked twice', () => {
  let call: ToldCall;
  let isDispatcherDown = false;
  let isBookingDown = false;
  const committed: boolean[] = [];
  const { logs, wrapping } = watchFunctions({
    isDown: (name) => (isDispatcherDown && name === 'dial-due-callbacks') || (isBookingDown && name === 'book-slot'),
    isInvokedTwice: (name) => ['dial-due-callbacks', 'note-outcome', 'send-sms', 'book-slot'].includes(name),
  });

  beforeAll(async () => {
    call = await tellCall({
      queue: 120,
      from: person,
      press: '1 2 1 - 1 5 1',
      answers: ['no', 'yes'],
      others: [
        {
          from: leaver,
          press: '1 2 1 1 1',
          hangsUpAt: (event) => event.kind === 'lambda' && event.function === 'book-slot',
          answers: ['yes'],
        },
        { from: landline, press: '1 2 1 - 1', answers: ['yes'] },
        { from: 'anonymous', press: '1 2 0612345680# 1 1 - 1', answers: [] },
        { from: 'anonymous', press: '1 2 0612345680# 1 1 - 1', answers: [] },
        { at: '2026-11-24T10:09', from: unlucky, press: '1 2 1 0' },
      ],
      until: '2026-11-24T11:20',
      lambdas: wrapping,
      before: (line, laptop) => {
        const { clock } = laptop;
        clock.at(Date.parse('2026-11-24T09:08:30Z'), () => (isBookingDown = true));
        clock.at(Date.parse('2026-11-24T09:29:30Z'), () => (isDispatcherDown = true));
        clock.at(Date.parse('2026-11-24T09:45:30Z'), () => (isDispatcherDown = false));
        line.sms.onSent(({ to }) => {
          const reading = readLedger(laptop).then(({ bookings }) =>
            committed.push(bookings.some(({ number }) => number === to)),
          );
          void clock.during(reading);
        });
      },
    });
  });

  it('pain: a tick is missed, and the callback is lost for ever', () => {
    expect(faultsOf(call)).toEqual([]);
    expect(call.events.find(({ kind }) => kind === 'ringing')?.at).toMatch(/T10:46/u);
    const over = call.ledger.bookings.filter(({ number }) => number !== twice);
    expect(over.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  });

  it('pain: one promise makes several calls before the first is answered', () => {
    const rings = call.events.flatMap((event) => (event.kind === 'ringing' ? [event.to] : []));
    expect(rings.toSorted()).toEqual([...called, person, twice].toSorted());
  });

  it('pain: the booking is forgotten once dialled, so that nobody tries again', () => {
    expect(call.ledger.bookings.find(({ number }) => number === person)).toMatchObject({ attempts: 2, state: 'done' });
    expect(bookingStates(call.events)).toContain('missed');
  });

  it('pain: the number vanishes with who hangs up, and nobody is called', () => {
    expect(outcomes(eventsOfContact(call.events, call.contactIds[1]))).toEqual(['booked']);
    expect(call.ledger.bookings.find(({ number }) => number === leaver)).toMatchObject({ state: 'done' });
  });

  it('pain: the SMS confirms what is not booked yet', () => {
    expect(textsSent(call.events).filter((kind) => kind === 'confirmation')).toHaveLength(3);
    expect(committed.length).toBeGreaterThanOrEqual(3);
    expect(committed).not.toContain(false);
  });

  it('pain: an SMS promises a callback although none was booked', () => {
    const told = eventsOfContact(call.events, call.contactIds[5]);
    expect(heard(told)).toContain('Nous avons une panne. Nous ne pouvons pas noter votre rappel.');
    expect(call.events.some((event) => event.kind === 'sms' && event.to === unlucky)).toBe(false);
    expect(outcomes(told)).toEqual(['served']);
  });

  it('pain: between looking and writing, a second telephone books the same person again', () => {
    const both = [3, 4].flatMap((index) => outcomes(eventsOfContact(call.events, call.contactIds[index])));
    expect(both.toSorted()).toEqual(['booked', 'served']);
    expect(call.ledger.bookings.filter(({ number }) => number === twice)).toHaveLength(1);
  });

  it('pain: numbers and codes of people lie in the logs', () => {
    expect(logs.length).toBeGreaterThan(50);
    const told = logs.join('\n');
    for (const number of [...called, unlucky]) expect(told).not.toContain(number.slice(3));
    for (const { code } of call.ledger.bookings) expect(told).not.toContain(`"${code}"`);
  });

  it('pain: a callback that nobody took says no reason', () => {
    const [missed] = call.events.filter((event) => event.kind === 'ended' && event.text === 'TELECOM_UNANSWERED');
    expect(missed).toBeDefined();
    expect(logs.some((line) => line.includes(missed?.contactId ?? '-') && line.includes('TELECOM_UNANSWERED'))).toBe(
      true,
    );
  });
});
