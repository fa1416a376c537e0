import type { BookingEvent } from '../../domain/callback/contract.ts';
import { Promises } from '../../local/page/promises.ts';

const day = '2026-11-24';
const slot = '2026-11-24T09:30:00Z';

function promisesOf(...events: [string, Partial<BookingEvent>][]): Promises {
  const promises = new Promises('Europe/Paris');
  for (const [bookingId, event] of events) {
    promises.note({
      administration: 'caf',
      contactId: 'contact',
      callerKey: 'caller',
      bookingId,
      revision: 1,
      queue: 'allocations',
      slot,
      from: 'none',
      to: 'booked',
      at: '2026-11-24T09:00:00Z',
      ...event,
    });
  }
  return promises;
}

describe('the promises of a day', () => {
  it.each([
    ['due', [{ to: 'booked' }]],
    ['kept', [{ to: 'booked' }, { to: 'dialling' }, { to: 'answered' }, { to: 'connected' }]],
    ['broken', [{ to: 'booked' }, { to: 'booked', reason: 'notAttempted' }, { to: 'done' }]],
    ['broken', [{ to: 'answered' }, { to: 'missed', reason: 'noAgent' }]],
    ['unanswered', [{ to: 'missed', reason: 'noAnswer' }, { to: 'exhausted' }]],
    ['cancelled', [{ to: 'cancelled' }]],
  ] as [string, Partial<BookingEvent>[]][])('count one as %s that went through %j', (fate, events) => {
    const promises = promisesOf(...events.map((event): [string, Partial<BookingEvent>] => ['one', event]));
    expect(promises.counts(day)).toEqual({ due: 0, kept: 0, broken: 0, unanswered: 0, cancelled: 0, [fate]: 1 });
  });

  it('are those whose hour is on it, wherever midnight is in UTC', () => {
    const promises = promisesOf(
      ['today', {}],
      ['tomorrow', { slot: '2026-11-24T23:30:00Z' }],
      ['place', { slot: '', to: 'queued' }],
    );
    expect(promises.of(day).map(({ id }) => id)).toEqual(['place', 'today']);
  });

  it('are a file with a header, a line for each and Windows line ends', () => {
    expect(promisesOf(['one', {}]).csv(day).split('\r\n')).toEqual([
      '"promesse";"file";"heure promise";"issue";"état";"depuis"',
      '"one";"allocations";"2026-11-24T10:30:00.000+01:00";"à tenir";"booked";"2026-11-24T10:00:00.000+01:00"',
      '',
    ]);
  });
});
