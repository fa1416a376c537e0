import type { ForgetContinuation, ForgetResult } from '../../domain/administration/forgetting.ts';
import { aliasKey, callerItemKey, placesKey, resumingKey, slotKey } from '../../domain/callback/shards.ts';
import { triesKey } from '../../domain/callback/traces.ts';
import {
  bookingClaimKey,
  doNotWriteKey,
  informationDayKey,
  messageKey,
  smsFaultKey,
} from '../../domain/sms/ledger-keys.ts';
import { dueSurveysKey, laterSurveyKey } from '../../domain/survey/contract.ts';
import type { Item } from '../../lambdas/runtime/dynamodb.ts';
import { person, slot } from '../callback/booking-desk.ts';
import { keyOf, openForgettingDesk, type Line } from './forgetting-desk.ts';

type Desk = Awaited<ReturnType<typeof openForgettingDesk>>;
let forgetting: Desk;
let line: Line;
let written: string[];
let realWrite: typeof process.stdout.write;
beforeAll(async () => {
  forgetting = await openForgettingDesk();
});
afterAll(() => forgetting.stop());
beforeEach(() => {
  line = forgetting.openLine();
  written = [];
  realWrite = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text) => written.push(String(text)) > 0;
});
afterEach(() => {
  process.stdout.write = realWrite;
});

const by = 'marie.durand';
/** What is left in the ledger that names these persons. */
async function namesOf(...numbers: string[]): Promise<string[]> {
  const all = [...(await line.everything())];
  return all
    .filter(([, text]) => numbers.some((number) => text.includes(number) || text.includes(keyOf(number))))
    .map(([pk]) => pk);
}
async function forgetAll(number: string, of = line): Promise<ForgetResult> {
  let continuation: ForgetContinuation | undefined;
  for (;;) {
    const answer = await of.forget({ number, by, continuation });
    if (answer.status !== 'more') return answer;
    continuation = answer.continuation;
  }
}

describe('a person with a promise, who is forgotten', () => {
  it('is called no more: the seat is free, the reports are told, no SMS is written, and nothing in the ledger names them', async () => {
    const number = person();
    await line.callers.book(number, {}, 'the-call');
    expect(await forgetAll(number)).toMatchObject({
      status: 'done',
      forgotten: { promisesCancelled: 1, ledgerItems: 1, contacts: 1, wishesKept: 0 },
    });
    expect(await namesOf(number)).toEqual([]);
    expect(await line.callers.seats()).toBeUndefined();
    expect(line.events).toMatchObject([{ from: 'booked', to: 'cancelled', contactId: 'the-call' }]);
    expect(line.events[0]).not.toHaveProperty('sms');
    expect(line.erased).toEqual(['the-call']);
  });

  it('loses the place in the queue, and Connect’s callback is stopped', async () => {
    const number = person();
    line.callers.connect.callbacks.set('arrival', ['callback']);
    await line.callers.keep(number, {}, 'arrival');
    expect(await forgetAll(number)).toMatchObject({ status: 'done', forgotten: { promisesCancelled: 1 } });
    expect(line.callers.connect.stopped).toEqual(['callback']);
    expect(line.erased).toEqual(['arrival', 'callback']);
    expect(await namesOf(number)).toEqual([]);
  });

  it.each(['dialling', 'answered', 'connected'] as const)(
    'is to be asked for again where the booking is %s, and keeps all until then',
    async (state) => {
      const number = person();
      await line.callers.book(number);
      await line.callers.alter(number, { state });
      const before = await line.everything();
      expect(await forgetAll(number)).toMatchObject({ status: 'underWay', forgotten: { ledgerItems: 0, contacts: 0 } });
      expect(await line.everything()).toEqual(before);
      expect(line.erased).toEqual([]);
    },
  );

  it('who is on the line keeps what names the call, so that asking again finds it', async () => {
    const number = person();
    await line.callers.book(number, {}, 'the-call');
    await line.callers.alter(number, { apologies: 9 });
    line.underWay.add('the-call');
    expect(await forgetAll(number)).toMatchObject({ status: 'underWay', forgotten: { promisesCancelled: 1 } });
    expect(await namesOf(number)).toEqual([callerItemKey(keyOf(number))]);
    // Nor is this person asked later why nobody called.
    expect(await line.callers.bookingOf(number)).toMatchObject({ state: 'cancelled', apologies: undefined });
    line.underWay.clear();
    expect(await forgetAll(number)).toMatchObject({ status: 'done', forgotten: { promisesCancelled: 0, contacts: 1 } });
    expect(await namesOf(number)).toEqual([]);
  });

  it('is forgotten by asking again where Connect failed, and asking once more finds nothing', async () => {
    const number = person();
    await line.callers.book(number, {}, 'the-call');
    line.faults.push(new Error('Connect is down'));
    await expect(forgetAll(number)).rejects.toThrow('Connect is down');
    expect(await forgetAll(number)).toMatchObject({ status: 'done', forgotten: { contacts: 1, ledgerItems: 1 } });
    const { forgotten } = (await forgetAll(number)) as Extract<ForgetResult, { status: 'done' }>;
    expect(new Set(Object.values(forgotten))).toEqual(new Set([0]));
  });

  it('who rings again while the work goes on keeps the new promise', async () => {
    const stepwise = forgetting.openLine({ workSeconds: 0 });
    const number = person();
    await stepwise.callers.book(number, {}, 'first');
    expect(await stepwise.forget({ number, by })).toMatchObject({ status: 'more', continuation: { step: 'ledger' } });
    await stepwise.callers.book(number, {}, 'second');
    expect(await stepwise.forget({ number, by, continuation: { step: 'ledger' } })).toMatchObject({ status: 'more' });
    expect(await stepwise.callers.bookingOf(number)).toMatchObject({ contactId: 'second', state: 'booked' });
    expect(await stepwise.callers.seats()).toEqual(new Set([keyOf(number)]));
  });
});

/** One item of every kind that may name a person. */
function traces(number: string, other: string): Item[] {
  const [mine, theirs] = [keyOf(number), keyOf(other)];
  const both = new Set([mine, theirs]);
  const ttl = 2_000_000_000;
  return [
    { pk: aliasKey(mine), callerKey: theirs, bookingId: 'of another', ttl },
    { pk: aliasKey(theirs), callerKey: mine, bookingId: 'mine', ttl },
    { pk: resumingKey(mine), contactId: 'resuming', bookingId: 'mine', ttl },
    { pk: triesKey(mine, '2026-11-23'), failures: 1, ttl },
    { pk: informationDayKey(mine, '2026-11-23'), texts: new Set(['logement']), ttl },
    { pk: slotKey('allocations', '2026-11-20T09:00:00.000Z', 0), seats: both, ttl },
    { pk: placesKey('allocations', 3), seats: new Set([theirs]), talking: new Set([mine]) },
    { pk: dueSurveysKey('allocations', slot), callers: both, ttl },
    { pk: laterSurveyKey(mine), callerKey: mine, number, contactId: 'in-vain', dueAt: slot, ttl },
    { pk: smsFaultKey(mine), reason: 'CARRIER_BLOCKED', at: slot, ttl },
    { pk: messageKey(`m-${mine}`), callerKey: mine, claim: bookingClaimKey(`b-${mine}`, 1, 'confirmation'), ttl },
    { pk: bookingClaimKey(`b-${mine}`, 1, 'confirmation'), messageId: `m-${mine}`, ttl },
  ];
}

describe('every kind of item that names a person', () => {
  it('names them no more, whatever else it is of stays, and nobody else loses anything', async () => {
    const [number, other] = [person(), person()];
    await line.callers.book(other);
    const before = await line.everything();
    const kinds = traces(number, other);
    for (const item of kinds) await line.callers.ledger.put(item);
    expect(await namesOf(number)).toHaveLength(kinds.length);
    expect(await forgetAll(number)).toMatchObject({
      status: 'done',
      forgotten: { ledgerItems: 9, mentions: 3, contacts: 2, wishesKept: 0 },
    });
    expect(await namesOf(number)).toEqual([]);
    const after = await line.everything();
    for (const [pk, text] of before) expect([pk, after.get(pk)]).toEqual([pk, text]);
    const left = [...after.keys()].filter((pk) => !before.has(pk));
    const shared = kinds.filter(({ seats, callers }) => seats !== undefined || callers !== undefined);
    expect(new Set(left)).toEqual(new Set(shared.map(({ pk }) => pk)));
    expect(line.erased.toSorted()).toEqual(['in-vain', 'resuming']);
  });

  it('but a wish for peace, which stands and holds nothing else', async () => {
    const number = person();
    const mine = keyOf(number);
    await line.callers.ledger.put({ pk: doNotWriteKey(mine), at: slot });
    await line.callers.ledger.put({ pk: laterSurveyKey(mine), calledAt: slot, stoppedAt: '2026-11-24T10:00:00.000Z' });
    expect(await forgetAll(number)).toMatchObject({ status: 'done', forgotten: { ledgerItems: 0, wishesKept: 2 } });
    const all = await line.everything();
    expect(all.get(doNotWriteKey(mine))).toBe(JSON.stringify({ pk: doNotWriteKey(mine), at: slot }));
    expect(JSON.parse(all.get(laterSurveyKey(mine))!)).toEqual({
      pk: laterSurveyKey(mine),
      stoppedAt: '2026-11-24T10:00:00.000Z',
    });
  });

  it('is found in as many invocations as it takes', async () => {
    const stepwise = forgetting.openLine({ workSeconds: 0 });
    const [number, other] = [person(), person()];
    for (const item of traces(number, other)) await line.callers.ledger.put(item);
    const steps: (string | undefined)[] = [];
    let continuation: ForgetContinuation | undefined;
    for (let more = true; more;) {
      const answer = await stepwise.forget({ number, by, continuation });
      continuation = answer.status === 'more' ? answer.continuation : undefined;
      steps.push(continuation && `${continuation.step} ${continuation.after ?? ''}`.trim());
      more = answer.status === 'more';
    }
    expect(steps).toEqual([
      'ledger',
      'reports',
      'reports 2026-11-24',
      'reports 2026-11-23',
      'reports 2026-11-22',
      undefined,
    ]);
    expect(await namesOf(number)).toEqual([]);
  });
});

describe('a request', () => {
  it.each([
    ['of no number', { by }],
    ['of a number with a digit too many', { number: '06123456789', by }],
    ['of a premium number', { number: '0899123456', by }],
    ['of the line itself', { number: '+33970000001', by }],
    ['by nobody', { number: '+33612345678' }],
    ['that goes on nowhere', { number: '+33612345678', by, continuation: { step: 'reports', after: 'yesterday' } }],
  ])('%s is refused with the reason, which quotes no number', async (_, event) => {
    const answer = await line.forget(event);
    expect(answer).toMatchObject({
      status: 'refused',
      reasons: [expect.stringMatching(/^(number|by|continuation): /)],
    });
    expect(JSON.stringify(answer)).not.toMatch(/0899|970000001|06123456789/);
  });

  it('takes a number as people write it', async () => {
    const number = person();
    await line.callers.book(number);
    expect(await forgetAll(`0${number.slice(3)}`.replaceAll(/(..)/g, '$1 '))).toMatchObject({
      forgotten: { promisesCancelled: 1 },
    });
    expect(await namesOf(number)).toEqual([]);
  });

  it('leaves in the log who asked and how much it was, and of whom nowhere', async () => {
    const number = person();
    await line.callers.book(number);
    await forgetAll(number);
    const [logged] = written.filter((text) => text.includes('personForgotten'));
    expect(JSON.parse(logged!)).toMatchObject({ code: 'personForgotten', by, status: 'done', promisesCancelled: 1 });
    expect(written.join('')).not.toContain(number.slice(3));
    expect(logged).not.toContain(keyOf(number));
  });
});
