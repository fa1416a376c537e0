import type { Answer } from '../../local/scripted-caller.ts';
import { ServiceError } from '../../local/http-endpoint.ts';
import { bookingStates, heard, outcomes, type PlacedCall, tellCall, textsSent } from './place-call.ts';
import { faultsOf } from './sound-end.ts';

const booked: PlacedCall = { queue: 40, press: '1 2 1 - 1 5 1', until: '2026-11-24T11:10' };

describe('a callback that nobody takes', () => {
  it('at first is told by SMS, tried again, and served', async () => {
    const call = await tellCall({ ...booked, answers: ['no', 'yes'] });
    expect(faultsOf(call)).toEqual([]);
    expect(textsSent(call.events)).toEqual(['confirmation', 'missedRetry']);
    expect(call.ledger.bookings).toMatchObject([{ state: 'done', attempts: 2 }]);
    expect(outcomes(call.events).at(-1)).toBe('served');
  });

  it.each<[string, Answer, string]>([
    ['is not answered', 'no', 'noAnswer'],
    ['is busy', 'busy', 'busy'],
  ])('because the telephone %s twice is closed, with an SMS each time', async (_, answer, reason) => {
    const call = await tellCall({ ...booked, answers: [answer] });
    expect(faultsOf(call)).toEqual([]);
    expect(textsSent(call.events)).toEqual(['confirmation', 'missedRetry', 'missedLast']);
    expect(call.ledger.bookings).toMatchObject([{ state: 'exhausted', attempts: 2, missedReason: reason }]);
    expect(bookingStates(call.events).filter((state) => state === 'dialling')).toHaveLength(2);
  });

  it('but a machine is told who called, then put through at the last attempt, since some people cannot press a key', async () => {
    const call = await tellCall({ ...booked, answers: ['machine'] });
    expect(faultsOf(call)).toEqual([]);
    expect(
      heard(call.events).some((text) => text.endsWith('Nous vous rappellerons un peu plus tard. Au revoir.')),
    ).toBe(true);
    expect(textsSent(call.events)).toEqual(['confirmation', 'missedRetry']);
    expect(call.ledger.bookings).toMatchObject([{ state: 'done', attempts: 2 }]);
  });

  it('because Connect may not dial the number is closed, with an SMS', async () => {
    const call = await tellCall({
      ...booked,
      before: (line) =>
        line.connect.faults.inject('StartOutboundVoiceContact', {
          error: new ServiceError('DestinationNotAllowedException', 'not allowed', 403),
        }),
    });
    expect(faultsOf(call)).toEqual([]);
    expect(call.ledger.bookings).toMatchObject([{ state: 'exhausted', missedReason: 'unreachable' }]);
    expect(textsSent(call.events)).toEqual(['confirmation', 'missedRetry', 'missedLast']);
  });

  it.each<['refused' | 'unreachable']>([['refused'], ['unreachable']])(
    'because it is %s is tried again',
    async (reason) => {
      const call = await tellCall({
        ...booked,
        answers: ['no'],
        until: '2026-11-24T10:40',
        before: ({ centre }, { clock }) =>
          centre.onOutboundCall((ringing) => clock.at(clock.now() + 5000, () => ringing.refuse(reason))),
      });
      expect(faultsOf(call)).toEqual([]);
      expect(call.ledger.bookings).toMatchObject([{ state: 'missed', attempts: 1, missedReason: reason }]);
      expect(textsSent(call.events)).toEqual(['confirmation', 'missedRetry']);
    },
  );
});

describe('a callback without an agent', () => {
  it('that the caller leaves before one is free is promised anew, with an apology', async () => {
    const call = await tellCall({
      ...booked,
      press: '1 2 1 - 1 w20 x',
      until: '2026-11-24T10:50',
      before: (line, { clock }) => {
        clock.at(Date.parse('2026-11-24T09:30:02Z'), () => line.staff('none'));
      },
    });
    expect(faultsOf(call)).toEqual([]);
    expect(textsSent(call.events)).toEqual(['confirmation', 'carriedOver']);
    expect(call.ledger.bookings).toMatchObject([{ state: 'booked', missedReason: 'noAgent', attempts: 0 }]);
  });

  it('because nobody is staffed at the hour is carried over with an apology', async () => {
    const call = await tellCall({ ...booked, agents: 'none', press: '1 2 1', until: '2026-11-24T11:05' });
    expect(faultsOf(call)).toEqual([]);
    expect(outcomes(call.events)).toEqual(['booked']);
    expect(textsSent(call.events)).toEqual(['confirmation', 'carriedOver']);
    expect(call.ledger.bookings).toMatchObject([{ state: 'booked', missedReason: 'notAttempted', attempts: 0 }]);
  });
});

describe('an agent who answers', () => {
  it('while an hour is being chosen is told so, and nothing is booked', async () => {
    const call = await tellCall({
      queue: 300,
      press: '1 0 w61 2 -',
      before: (line) => {
        line.onEvent((event) => {
          if (event.kind === 'lambda' && event.function === 'offer-slots') line.staff(300);
        });
      },
    });
    expect(faultsOf(call)).toEqual([]);
    const whispered = call.events
      .filter((event) => event.kind === 'heard' && event.by === 'agent')
      .map(({ text }) => text);
    expect(whispered).toContain('La personne était en train de demander un rappel.');
    expect(outcomes(call.events)).toEqual(['served']);
    expect(call.ledger).toMatchObject({ bookings: [], seats: [] });
  });

  it('right after an hour was booked in the queue serves the caller, and the callback is cancelled by SMS', async () => {
    const call = await tellCall({
      queue: 300,
      press: '1 0 w61 2 1 -',
      before: (line) => {
        line.onEvent((event) => {
          if (event.kind === 'lambda' && event.function === 'book-slot') line.staff(300);
        });
      },
    });
    expect(faultsOf(call)).toEqual([]);
    expect(outcomes(call.events)).toEqual(['served']);
    expect(textsSent(call.events).at(-1)).toBe('cancelled');
    expect(call.ledger.bookings).toMatchObject([{ state: 'cancelled' }]);
    expect(call.ledger.seats).toEqual([]);
  });
});
