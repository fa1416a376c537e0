import type { CallEvent } from '../../local/call-event.ts';
import { eventsOfContact, heard, outcomes, tellCall, type ToldCall } from '../calls/place-call.ts';
import { faultsOf } from '../calls/sound-end.ts';

describe('callers, their numbers and their places', () => {
  let call: ToldCall;
  beforeAll(async () => {
    call = await tellCall({
      queue: 60,
      from: '+33612345601',
      press: '1 1 2 0612345651# 1',
      others: [
        { from: 'anonymous', press: '1 1 0612345652# 1' },
        { from: '', press: '1 2 # 0612345653# 1 1' },
        { from: '+33899123456', press: '1 2 0899123456# 3230# 0612345654# 1 1' },
        { from: '+4930123456', press: '1 2 004930123456# 0612345655# 1 1' },
        { at: '2026-11-24T10:08', from: '+33612345606', press: '1 0 w30 x' },
      ],
      before: (line) => {
        const queueArn = line.deployment.queues.find(({ name }) => name === 'allocations')?.arn ?? '';
        line.centre.staffQueue(queueArn, { busyAgents: 60, freeAgents: 0, handleTimeSeconds: 360_000 });
      },
    });
  });
  const of = (index: number): CallEvent[] => eventsOfContact(call.events, call.contactIds[index]);
  const bookingOf = (index: number) =>
    call.ledger.bookings.find(({ contactId }) => contactId === call.contactIds[index])?.number;

  it('pain: only the number one calls from can be called back', () => {
    expect(faultsOf(call)).toEqual([]);
    expect(bookingOf(0)).toBe('+33612345651');
    expect(heard(of(0)).join(' ')).toContain('Pour un autre numéro, tapez 2');
  });

  it('pain: the call breaks where the number is hidden or missing', () => {
    expect(bookingOf(1)).toBe('+33612345652');
    expect(bookingOf(2)).toBe('+33612345653');
  });

  it('pain: a premium, short or foreign number is dialled at the expense of the administration', () => {
    expect(bookingOf(3)).toBe('+33612345654');
    expect(bookingOf(4)).toBe('+33612345655');
    expect(heard(of(3)).filter((text) => /surtaxé|court/u.test(text)).length).toBeGreaterThan(0);
  });

  it('pain: the place that is told forgets those who wait to be called back', () => {
    expect(outcomes(of(0))).toEqual(['booked']);
    const told = heard(of(5)).find((text) => text.includes('personnes avant vous')) ?? '';
    expect(Number(/(\d+) personnes/u.exec(told)?.[1])).toBeGreaterThanOrEqual(62);
  });
});

it('pain: hours know neither public holidays nor the clock of the country', async () => {
  const call = await tellCall({
    at: '2026-12-25T10:05',
    press: '1',
    others: [{ at: '2026-12-25T10:06', from: '+33612345601', press: '1 2 1' }],
  });
  expect(heard(eventsOfContact(call.events, call.contactIds[0])).join(' ')).toContain(
    'Ils ouvriront lundi 28 décembre à 9 heures',
  );
  expect(call.ledger.bookings).toMatchObject([{ slot: '2026-12-28T08:00:00.000Z' }]);
});
