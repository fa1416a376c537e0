import { faultyLambdas, type LambdaFault } from './lambda-faults.ts';
import {
  type Caller,
  eventsOfContact,
  heard,
  outcomes,
  type PlacedCall,
  tellCall,
  textsSent,
  type ToldCall,
} from './place-call.ts';
import { faultsOf } from './sound-end.ts';

/** What a function may do to a call; each meets a caller of its own. */
const faults: Record<string, LambdaFault> = {
  throws: { throws: 'Error: something is wrong' },
  'is too late': { timesOut: true },
  'is too late, its work done': { timesOut: true, afterwards: true },
  'fails once its work is done': { throws: 'Runtime.ExitError', afterwards: true },
  'answers a bare string': { answers: 'oui' },
  'answers nothing': { answers: null },
  'answers an empty map': { answers: {} },
  'answers words that nobody knows': {
    answers: { status: 'banane', offer: 'peut-être', count: '12', announcement: '' },
  },
  'answers what is no map of strings': { answers: { status: 'offered', slots: [1, 2, 3] } },
};
const kinds = Object.keys(faults);
const numberOf = (index: number): string => `+3361234567${index}`;

/** One caller for each fault of the function, all at once. */
async function tellFaultsOf(name: string, call: PlacedCall): Promise<ToldCall> {
  const { press = '', answers = [] } = call;
  const [first, ...others] = kinds.map((_, index): Caller => ({ press, answers, from: numberOf(index) }));
  const byCaller = Object.values(faults).map((fault, index) => [`${name} ${numberOf(index)}`, fault] as const);
  return tellCall({ queue: 60, ...call, ...first, others, lambdas: faultyLambdas(Object.fromEntries(byCaller)) });
}

/** Of each of the callers: how the call ended and the SMS it brought. */
const endsOf = ({ events, contactIds }: ToldCall): Record<string, string> =>
  Object.fromEntries(
    contactIds.map((contactId, index) => {
      const own = eventsOfContact(events, contactId);
      return [kinds[index], [...outcomes(own), ...textsSent(own)].join(', ')];
    }),
  );
const allEnd = (end: string, except: Record<string, string> = {}): Record<string, string> => ({
  ...Object.fromEntries(kinds.map((kind) => [kind, end])),
  ...except,
});
const howOften = ({ events }: ToldCall, pattern: RegExp): number =>
  heard(events).filter((text) => pattern.test(text)).length;

const notForEars = /undefined|null|NaN|\$\.|\[object|[{}]/;
function expectSound(call: ToldCall): void {
  expect(faultsOf(call)).toEqual([]);
  expect(heard(call.events).filter((text) => notForEars.test(text))).toEqual([]);
}

describe('a function that throws, is too late or answers nonsense', () => {
  it('tell-position: the caller is put through without figures', async () => {
    const call = await tellFaultsOf('tell-position', { press: '1' });
    expectSound(call);
    expect(endsOf(call)).toEqual(allEnd('served'));
    expect(howOften(call, /personnes? avant vous/)).toBe(0);
  });

  it('tell-position, on a closed line: that it is closed is said, and an hour can be booked', async () => {
    const call = await tellFaultsOf('tell-position', { at: '2026-11-24T19:30', queue: 0, press: '1 2 1' });
    expectSound(call);
    expect(endsOf(call)).toEqual(allEnd('booked, confirmation'));
    expect(howOften(call, /^Nos bureaux sont fermés/)).toBe(kinds.length);
  });

  it('check-number: the caller is told, and stays in the queue', async () => {
    const call = await tellFaultsOf('check-number', { press: '1 2' });
    expectSound(call);
    expect(endsOf(call)).toEqual(allEnd('served'));
    expect(howOften(call, /une panne|pas pu noter votre numéro/)).toBe(kinds.length);
  });

  it('offer-slots: the caller is told, and stays in the queue', async () => {
    const call = await tellFaultsOf('offer-slots', { press: '1 2 1' });
    expectSound(call);
    expect(endsOf(call)).toEqual(allEnd('served'));
    expect(howOften(call, /une panne/)).toBe(kinds.length);
    expect(call.ledger.bookings).toEqual([]);
  });

  it('book-slot: the caller is told, and stays in the queue; what was booked all the same is cancelled once served', async () => {
    const call = await tellFaultsOf('book-slot', { press: '1 2 1' });
    expectSound(call);
    const cancelled = 'served, cancelled';
    expect(endsOf(call)).toEqual(
      allEnd('served', { 'is too late, its work done': cancelled, 'fails once its work is done': cancelled }),
    );
    expect(howOften(call, /une panne/)).toBe(kinds.length);
    expect(call.ledger.bookings.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(call.ledger.seats).toEqual([]);
  });

  it('book-slot, on a closed line: what was booked all the same is confirmed by SMS', async () => {
    const call = await tellFaultsOf('book-slot', { at: '2026-11-24T19:30', queue: 0, press: '1 2 1' });
    expectSound(call);
    const ends = endsOf(call);
    expect(ends['is too late, its work done']).toMatch(/, confirmation$/);
    expect(ends['fails once its work is done']).toMatch(/, confirmation$/);
    expect(textsSent(call.events)).toHaveLength(2);
    expect(call.ledger.bookings.map(({ state }) => state)).toEqual(['booked', 'booked']);
  });

  it('send-sms: the hour stays booked, and the SMS comes once', async () => {
    const call = await tellFaultsOf('send-sms', { press: '1 2 1' });
    expectSound(call);
    expect(endsOf(call)).toEqual(allEnd('booked, confirmation'));
    expect(howOften(call, /C'est noté/)).toBe(kinds.length);
  });

  it('note-outcome: who answers our call reaches an agent', async () => {
    const press = '1 2 1 - 1';
    const call = await tellFaultsOf('note-outcome', { press, answers: ['yes'], until: '2026-11-24T10:50' });
    expectSound(call);
    expect(outcomes(call.events).toSorted()).toEqual([...kinds.map(() => 'booked'), ...kinds.map(() => 'served')]);
    expect(call.ledger.bookings.map(({ state }) => state)).toEqual(kinds.map(() => 'done'));
  });

  it('record-answer: the survey goes on to its thanks', async () => {
    const call = await tellFaultsOf('record-answer', { queue: 0, agents: 9, press: '1 5 1' });
    expectSound(call);
    expect(endsOf(call)).toEqual(allEnd('served'));
    expect(howOften(call, /Merci de vos réponses/)).toBe(kinds.length);
    expect(call.ledger.surveys).toHaveLength(2);
  });
});

describe('a function that is invoked again with the same event', () => {
  it('books once, texts once, notes once, counts an answer once', async () => {
    const again: LambdaFault = { repeated: true };
    const call = await tellCall({
      queue: 40,
      press: '1 2 1 - 1 5 1',
      until: '2026-11-24T10:45',
      lambdas: faultyLambdas({
        'book-slot': again,
        'send-sms': again,
        'note-outcome': again,
        'record-answer': again,
        'dial-due-callbacks': again,
      }),
    });
    expectSound(call);
    expect(outcomes(call.events)).toEqual(['booked', 'served']);
    expect(textsSent(call.events)).toEqual(['confirmation']);
    expect(call.ledger.bookings).toMatchObject([{ state: 'done', attempts: 1 }]);
    expect(call.ledger.seats).toHaveLength(1);
    expect(call.ledger.surveys).toMatchObject([{ quality: { S: '5' }, answered: { S: '1' } }]);
  });
});
