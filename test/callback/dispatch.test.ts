import * as fc from 'fast-check';
import {
  callsAllowed,
  callsUnderWay,
  decideDispatch,
  isStuck,
  spentAfter,
  type DispatchFacts,
} from '../../domain/callback/dispatch.ts';
import { missedReason, outcomeSteps } from '../../domain/callback/outcome.ts';
import { retryInstant } from '../../domain/callback/retry.ts';
import { begunSlots, stillWatched, watchedSlots } from '../../domain/callback/watched-slots.ts';
import type { Booking, BookingState } from '../../domain/callback/contract.ts';
import { aBooking, lineRules, tuesdayMorning } from './fixtures.ts';

const slotMilliseconds = 30 * 60_000;
const inSlot = new Date('2026-11-24T09:31:00.000Z');
const bookings = (count: number, changes: Partial<Booking> = {}): Booking[] =>
  Array.from({ length: count }, (_, index) => aBooking({ id: `${changes.state ?? 'booked'}-${index}`, ...changes }));
const facts = (changes: Partial<DispatchFacts>): DispatchFacts => ({
  bookings: bookings(20),
  agentsStaffed: 60,
  agentsFree: 0,
  handleTimeSeconds: 360,
  allowance: 100,
  mayDial: true,
  slotMilliseconds,
  ...changes,
});
const dialled = (changes: Partial<DispatchFacts>, now = inSlot): number =>
  decideDispatch(facts(changes), now).dial.length;

describe('a pass', () => {
  it('rings for the agents who will be free when the telephone is picked up', () => {
    expect(dialled({})).toBe(6);
    expect(dialled({ agentsFree: 3 })).toBe(9);
  });

  it('counts who is ringing and who waits answered', () => {
    const underWay = [...bookings(2, { state: 'dialling' }), ...bookings(3, { state: 'answered' })];
    expect(dialled({ bookings: [...bookings(20), ...underWay] })).toBe(1);
    expect(dialled({ bookings: [...bookings(20), ...underWay, ...bookings(5, { state: 'connected' })] })).toBe(1);
  });

  it('rings for one at least while an agent is there, busy as all may be', () => {
    expect(dialled({ agentsStaffed: 1 })).toBe(1);
    expect(dialled({ agentsStaffed: 1, bookings: [...bookings(2), ...bookings(1, { state: 'dialling' })] })).toBe(0);
  });

  it('rings for nobody without staff, where nobody is to be dialled or beyond its allowance', () => {
    expect(dialled({ agentsStaffed: 0 })).toBe(0);
    expect(dialled({ mayDial: false })).toBe(0);
    expect(dialled({ allowance: 2 })).toBe(2);
  });

  it('takes who has been due longest first, and nobody before the hour', () => {
    const early = aBooking({ id: 'early', slot: '2026-11-24T10:00:00.000Z' });
    const retry = aBooking({ id: 'retry', state: 'missed', attempts: 1, dueAt: '2026-11-24T09:30:30.000Z' });
    const notYet = aBooking({ id: 'notYet', state: 'missed', attempts: 1, dueAt: '2026-11-24T09:50:00.000Z' });
    const { dial } = decideDispatch(facts({ bookings: [early, retry, notYet, aBooking({ id: 'due' })] }), inSlot);
    expect(dial.map(({ id }) => id)).toEqual(['due', 'retry']);
  });

  it('carries over who was not called in the slot, even when nobody can be called', () => {
    const after = new Date('2026-11-24T10:00:00.000Z');
    const all = [
      aBooking({ id: 'notCalled' }),
      aBooking({ id: 'neverRang', state: 'missed', missedReason: 'notAttempted', dueAt: '2026-11-24T09:59:00.000Z' }),
      aBooking({ id: 'calledOnce', state: 'missed', attempts: 1, dueAt: '2026-11-24T10:10:00.000Z' }),
      aBooking({ id: 'nowhereToGo', dueAt: '2026-11-24T09:59:00.000Z' }),
    ];
    const busy = decideDispatch(facts({ bookings: all, agentsStaffed: 0 }), after);
    expect(busy.carryOver.map(({ id }) => id)).toEqual(['notCalled', 'neverRang']);
    const { dial, carryOver } = decideDispatch(facts({ bookings: all }), after);
    expect(carryOver).toHaveLength(2);
    expect(dial.map(({ id }) => id)).toEqual(['nowhereToGo']);
  });

  it('never has more calls under way than agents for them, but one', () => {
    const states = fc.constantFrom<BookingState>('booked', 'dialling', 'answered', 'connected', 'missed', 'done');
    const some = fc.array(
      states.map((state) => aBooking({ state, attempts: 1 })),
      { maxLength: 30 },
    );
    const few = fc.nat({ max: 50 });
    fc.assert(
      fc.property(some, few, few, few, (all, agentsStaffed, agentsFree, allowance) => {
        const { dial } = decideDispatch(facts({ bookings: all, agentsStaffed, agentsFree, allowance }), inSlot);
        const limit = agentsStaffed === 0 ? 0 : Math.max(1, agentsFree + Math.floor((agentsStaffed * 40) / 360));
        expect(dial.length).toBeLessThanOrEqual(Math.max(0, limit - callsUnderWay(all)));
        expect(dial.length).toBeLessThanOrEqual(allowance);
      }),
    );
  });
});

describe('the calls that a pass may start', () => {
  it('are those saved up since the last ones, five seconds’ worth at most', () => {
    expect(callsAllowed(0, undefined, inSlot)).toBe(5);
    expect(callsAllowed(inSlot.getTime() - 2500, undefined, inSlot)).toBe(2);
    expect(callsAllowed(inSlot.getTime() - 2500, 4, inSlot)).toBe(10);
    expect(callsAllowed(inSlot.getTime() + 1000, undefined, inSlot)).toBe(0);
  });

  it('stay under one a second, however often passes come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8000 }), { minLength: 1, maxLength: 100 }), (pauses) => {
        const start = inSlot.getTime();
        let [now, spentUntil, calls] = [start, 0, 0];
        for (const pause of pauses) {
          now += pause;
          const allowed = callsAllowed(spentUntil, undefined, new Date(now));
          spentUntil = spentAfter(allowed, spentUntil, undefined, new Date(now));
          calls += allowed;
        }
        expect(calls).toBeLessThanOrEqual(5 + (now - start) / 1000);
      }),
    );
  });
});

describe('a booking that stays under way', () => {
  it.each<[BookingState, number, boolean]>([
    ['dialling', 2, false],
    ['dialling', 3, true],
    ['answered', 1, false],
    ['answered', 2, true],
    ['connected', 10, false],
    ['connected', 11, true],
    ['booked', 60, false],
  ])('%s for %d minutes is asked about: %s', (state, minutes, asked) => {
    const changedAt = new Date(inSlot.getTime() - minutes * 60_000).toISOString();
    expect(isStuck(aBooking({ state, changedAt }), inSlot)).toBe(asked);
  });
});

describe('what came of a contact', () => {
  const at = new Date(0);
  const ended = (disconnectReason?: string) => ({
    connectedToAgentAt: undefined,
    disconnectedAt: at,
    disconnectReason,
  });

  it.each([
    ['TELECOM_BUSY', 'busy'],
    ['TELECOM_UNANSWERED', 'noAnswer'],
    ['CUSTOMER_DISCONNECT', 'refused'],
    ['CONTACT_FLOW_DISCONNECT', 'machine'],
    ['TELECOM_NUMBER_INVALID', 'unreachable'],
    [undefined, 'unreachable'],
  ])('%s is a missed call: %s', (reason, missed) => {
    expect(missedReason(reason)).toBe(missed);
    expect(outcomeSteps({ state: 'dialling' }, ended(reason))).toEqual([{ type: 'missed', reason: missed }]);
  });

  it('after an answer and without an agent is ours to apologise for', () => {
    expect(outcomeSteps({ state: 'answered' }, ended('CUSTOMER_DISCONNECT'))).toEqual([{ type: 'noAgent' }]);
  });

  it('is done once an agent has spoken, though the answer was never noted', () => {
    const served = { ...ended(), connectedToAgentAt: at };
    expect(outcomeSteps({ state: 'dialling' }, served).map(({ type }) => type)).toEqual([
      'answer',
      'connect',
      'finish',
    ]);
    expect(outcomeSteps({ state: 'answered' }, { ...served, disconnectedAt: undefined })).toEqual([
      { type: 'connect' },
    ]);
    expect(outcomeSteps({ state: 'connected' }, served)).toEqual([{ type: 'finish' }]);
  });

  it('is nothing while it goes on, and changes nothing that has ended', () => {
    const going = { ...ended(), disconnectedAt: undefined };
    expect(outcomeSteps({ state: 'dialling' }, going)).toEqual([]);
    expect(outcomeSteps({ state: 'cancelled' }, ended())).toEqual([]);
  });
});

describe('a new attempt', () => {
  it('comes after the delay, or when the line next opens', () => {
    expect(retryInstant(lineRules(), 'allocations', inSlot)).toBe('2026-11-24T09:51:00.000Z');
    const beforeClosing = new Date('2026-11-27T15:20:00.000Z');
    expect(retryInstant(lineRules(), 'allocations', beforeClosing)).toBe('2026-11-30T08:00:00.000Z');
  });
});

describe('the slots watched', () => {
  it('are at first those of the last days and to come', () => {
    const { starts, shards } = watchedSlots(lineRules(), 'allocations', undefined, tuesdayMorning);
    expect([...starts].toSorted()[0]).toBe('2026-11-23T08:00:00.000Z');
    expect(shards).toBe(6);
  });

  it('stay watched when the file changes hours and agents', () => {
    const before = watchedSlots(lineRules(), 'allocations', undefined, tuesdayMorning);
    const changed = lineRules({ seats: 1, slotMinutes: 20 }, { hours: { friday: ['09:00-12:00'] } });
    const after = watchedSlots(changed, 'allocations', before, inSlot);
    expect(begunSlots(after, inSlot)).toContain('2026-11-24T09:30:00.000Z');
    expect(after.shards).toBe(6);
  });

  it('are let go once over with nothing under way', () => {
    const watched = {
      starts: new Set(['2026-11-24T08:00:00.000Z', '2026-11-24T08:30:00.000Z', '2026-11-24T09:30:00.000Z']),
      shards: 1,
    };
    const { starts } = stillWatched(watched, new Set(['2026-11-24T08:30:00.000Z']), slotMilliseconds, inSlot);
    expect([...starts]).toEqual(['2026-11-24T08:30:00.000Z', '2026-11-24T09:30:00.000Z']);
  });
});
