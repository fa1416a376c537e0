import type { DeliveryEvent } from '../../domain/sms/contract.ts';
import { deliveryOutcome } from '../../domain/sms/delivery.ts';
import { messageKey, smsFaultKey } from '../../domain/sms/ledger-keys.ts';
import { line } from './example-booking.ts';
import { later, noon, openSmsDesk, type SmsDesk } from './sms-desk.ts';

let desk: SmsDesk;
let lambda: typeof import('../../lambdas/sms/note-delivery.ts');

beforeAll(async () => {
  desk = await openSmsDesk();
  lambda = await import('../../lambdas/sms/note-delivery.ts');
});
afterAll(() => desk.close());
afterEach(() => desk.reset());

let messages = 0;
/** A message of its own to that person. */
async function message(callerKey: string): Promise<string> {
  const messageId = `message-${(messages += 1)}`;
  await desk.table.put({ pk: messageKey(messageId), claim: 'SMS#b1#1#confirmation', callerKey, ttl: 4_000_000_000 });
  return messageId;
}
const event = (messageId: string, messageStatus: string, minutes: number, isFinal = true): DeliveryEvent => ({
  messageId,
  messageStatus,
  isFinal,
  eventTimestamp: later(minutes).getTime(),
  messageRequestTimestamp: noon.getTime(),
});
const note = (detail: DeliveryEvent, at = later(10)) =>
  lambda.noteDelivery({ table: desk.table, line, now: () => at })({ detail });
const faultOf = (callerKey: string) => desk.table.get(smsFaultKey(callerKey), { consistent: true });
const statusOf = async (messageId: string) => (await desk.table.get(messageKey(messageId)))?.['status'];
const counted = (name: string): number => desk.printed.filter((text) => text.includes(`"${name}":1`)).length;

describe('the delivery of an SMS', () => {
  it.each([
    ['PENDING', false, 'underWay'],
    ['CARRIER_UNREACHABLE', false, 'underWay'],
    ['SUCCESSFUL', true, 'delivered'],
    ['DELIVERED', true, 'delivered'],
    ['UNREACHABLE', true, 'undelivered'],
    ['TTL_EXPIRED', true, 'undelivered'],
    ['UNKNOWN', true, 'unknown'],
  ])('%s, final %s, is %s', (messageStatus, isFinal, outcome) => {
    expect(deliveryOutcome({ messageStatus, isFinal })).toBe(outcome);
  });

  it('that fails for good is said at the next call, by its reason', async () => {
    await note(event(await message('A'), 'UNREACHABLE', 5));
    const ttl = later(5 + 30 * 24 * 60).getTime() / 1000;
    expect(await faultOf('A')).toEqual({
      pk: 'SMSFAULT#A',
      reason: 'UNREACHABLE',
      at: later(5).toISOString(),
      ttl,
    });
    expect(counted('SmsUndelivered')).toBe(1);
    expect(await lambda.handler({ detail: event(await message('A'), 'DELIVERED', 6) })).toBeUndefined();
    expect(await faultOf('A')).toBeUndefined();
    expect(counted('SmsDelivered')).toBe(1);
  });

  it('takes back an earlier fault only', async () => {
    const [slow, failed] = [await message('B'), await message('B')];
    await note(event(failed, 'BLOCKED', 5));
    await note(event(slow, 'DELIVERED', 4));
    expect(await faultOf('B')).toMatchObject({ reason: 'BLOCKED' });
    await note(event(await message('B'), 'INVALID', 3));
    expect(await faultOf('B')).toMatchObject({ reason: 'BLOCKED' });
  });

  it('is what the final and latest status says, in whatever order they come', async () => {
    const statuses = [
      ['PENDING', 1, false],
      ['CARRIER_UNREACHABLE', 4, false],
      ['UNREACHABLE', 2, true],
      ['DELIVERED', 3, true],
    ] as const;
    for (const order of permutations([0, 1, 2, 3])) {
      const person = `order-${order.join('')}`;
      const messageId = await message(person);
      for (const index of order) {
        const [status, minutes, isFinal] = statuses[index] ?? statuses[0];
        await note(event(messageId, status, minutes, isFinal));
      }
      expect([await statusOf(messageId), await faultOf(person)]).toEqual(['DELIVERED', undefined]);
    }
  });

  it('that comes again is noted again, in case what followed it failed', async () => {
    const failed = event(await message('C'), 'UNREACHABLE', 5);
    await note(failed);
    await desk.table.remove(smsFaultKey('C'));
    await note(failed);
    expect(await faultOf('C')).toMatchObject({ reason: 'UNREACHABLE' });
  });

  it('is not known where the carrier says nothing: nobody is told that it did not arrive', async () => {
    const before = counted('SmsUndelivered');
    await note(event(await message('D'), 'UNKNOWN', 5));
    expect(await faultOf('D')).toBeUndefined();
    expect(counted('SmsUndelivered')).toBe(before);
  });

  it('that overtakes the note of its message is given back, and left alone once that is old', async () => {
    const early = event('nobody', 'DELIVERED', 0);
    await expect(note(early, new Date(noon.getTime() + 59_000))).rejects.toThrow('message nobody is not noted yet');
    await expect(note(early, new Date(noon.getTime() + 60_000))).resolves.toBeUndefined();
    expect(await desk.table.get(messageKey('nobody'))).toBeUndefined();
  });

  it('is told in the log by the message, never by the person', () => {
    const log = desk.printed.join('');
    for (const code of ['smsDelivery', 'smsOfNobody']) expect(log).toContain(`"code":"${code}"`);
    expect(log).not.toMatch(/\+33|order-|callerKey/);
  });
});

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((others) => [item, ...others]),
  );
}
