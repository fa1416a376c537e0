import * as fc from 'fast-check';
import type { BookingState } from '../../domain/callback/contract.ts';
import { isStillUnserved, wasGivenUp, wasNeverServed, type EndedCall } from '../../domain/survey/never-served.ts';
import { laterSurveysAllowed } from '../../domain/survey/pace.ts';
import { aBooking } from '../callback/fixtures.ts';
import { aLaterSurvey } from './later-survey-desk.ts';

const rang = new Date('2026-11-24T09:05:00.000Z');
const after = (seconds: number): Date => new Date(rang.getTime() + seconds * 1000);

/** Hung up in the queue after a minute. */
const inTheQueue: EndedCall = {
  initiatedAt: rang,
  enqueuedAt: after(25),
  connectedToAgentAt: undefined,
  disconnectedAt: after(60),
  attributes: { queue: 'allocations', canWait: 'yes', bookingId: '' },
};
const inTheMenus: EndedCall = { ...inTheQueue, enqueuedAt: undefined };
const attributes = (changes: Record<string, string>) => ({ ...inTheQueue.attributes, ...changes });

describe('somebody was never served', () => {
  it.each<[string, EndedCall, boolean]>([
    ['who hung up in the queue', inTheQueue, true],
    ['who hung up in the menus', inTheMenus, true],
    ['who hung up on hearing the wait', { ...inTheMenus, disconnectedAt: after(20) }, true],
    ['who hung up at once', { ...inTheMenus, disconnectedAt: after(19) }, false],
    ['with whom an agent spoke', { ...inTheQueue, connectedToAgentAt: after(40) }, false],
    ['who was promised a callback', { ...inTheQueue, attributes: attributes({ bookingId: 'ABC' }) }, false],
    ['who was informed, or handed over', { ...inTheMenus, attributes: attributes({ queue: '' }) }, false],
    ['who was told when the line opens', { ...inTheMenus, attributes: attributes({ canWait: 'no' }) }, false],
    ['who waited in a queue that was full later', { ...inTheQueue, attributes: attributes({ canWait: 'no' }) }, true],
    ['about whom nothing is known', { ...inTheQueue, attributes: {} }, false],
  ])('%s: %#', (_, call, expected) => {
    expect(wasNeverServed(call)).toBe(expected);
  });
});

describe('a promise was given up', () => {
  it.each<[BookingState, number, boolean]>([
    ['exhausted', 0, true],
    ['missed', 0, false],
    ['booked', 3, false],
    ['done', 0, false],
    ['cancelled', 0, false],
    ['cancelled', 2, false],
    ['cancelled', 3, true],
  ])('that is %s after %i apologies: %s', (state, apologies, expected) => {
    expect(wasGivenUp(aBooking({ state, apologies }), { attempts: 2 })).toBe(expected);
  });
});

describe('there is still reason to call', () => {
  const survey = aLaterSurvey({ leftAt: '2026-11-24T09:06:00.000Z' });
  it.each<[string, Parameters<typeof aBooking>[0] | undefined, boolean]>([
    ['nothing was ever promised', undefined, true],
    ['a promise lives', { state: 'booked' }, false],
    ['we ring for it at this moment', { state: 'dialling' }, false],
    ['it was kept since', { state: 'done', changedAt: '2026-11-24T09:30:00.000Z' }, false],
    ['one was kept the day before', { state: 'done', changedAt: '2026-11-23T09:30:00.000Z' }, true],
    ['it was given up', { state: 'exhausted' }, true],
  ])('where %s: %#', (_, booking, expected) => {
    expect(isStillUnserved(survey, booking && aBooking(booking))).toBe(expected);
  });
});

describe('the pace of later surveys', () => {
  const now = new Date('2026-11-24T11:30:00.000Z');
  it('is two calls a minute for each call a second of the quota', () => {
    expect(laterSurveysAllowed([], undefined, now)).toBe(2);
    expect(laterSurveysAllowed([0, 0], 10, now)).toBe(20);
  });

  it('is none while a callback of any queue has been dialled in the last seconds', () => {
    expect(laterSurveysAllowed([0, now.getTime() - 4000], undefined, now)).toBe(0);
    expect(laterSurveysAllowed([0, now.getTime() - 5000], undefined, now)).toBe(2);
  });

  it('with a whole burst of callbacks stays under what Connect starts in that time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (quota) => {
        // Connect: five at once, and two a second, where the quota is the default one of 1 in our file.
        expect(laterSurveysAllowed([], quota, now) + 5 * quota).toBeLessThanOrEqual((5 + 2) * quota);
      }),
    );
  });
});
