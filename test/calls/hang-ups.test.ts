import type { CallEvent } from '../../local/call-event.ts';
import { bookingStates, eventsOfContact, outcomes, tellCall, textsSent } from './place-call.ts';
import { faultsOf } from './sound-end.ts';

/** `a b` gives `x`, `a x`, `a b x`. */
function hangUpsAlong(path: string): string[] {
  const tokens = path.split(' ');
  return Array.from({ length: tokens.length + 1 }, (_, kept) => [...tokens.slice(0, kept), 'x'].join(' '));
}
const numberOf = (index: number): string => `+3361234567${index}`;

const invoked = (name: string) => (event: CallEvent) => event.kind === 'lambda' && event.function === name;

describe('hanging up', () => {
  it('at any input of the booking leaves a whole booking with its SMS, or none', async () => {
    const scripts = hangUpsAlong('1 2 1 *');
    const [, ...others] = scripts.map((press, index) => ({ press, from: numberOf(index) }));
    const call = await tellCall({ queue: 200, press: scripts[0] ?? '', from: numberOf(0), others });
    expect(faultsOf(call)).toEqual([]);
    const ends = call.contactIds.map((contactId) => {
      const events = eventsOfContact(call.events, contactId);
      return [...outcomes(events), ...textsSent(events)];
    });
    const booked = ['booked', 'confirmation'];
    expect(ends).toEqual([['callerLeft'], ['callerLeft'], ['callerLeft'], booked, booked]);
    expect(call.ledger.bookings).toHaveLength(2);
  });

  it('at any input of a number that is keyed in does the same', async () => {
    const scripts = hangUpsAlong('1 2 0899123456# 0612345678# 2 0612345679# 1 1');
    const ends = [];
    const call = await tellCall({
      queue: 200,
      from: 'anonymous',
      press: scripts[0] ?? '',
      others: scripts.slice(1).map((press) => ({ press, from: 'anonymous' })),
    });
    expect(faultsOf(call)).toEqual([]);
    for (const contactId of call.contactIds) ends.push(...outcomes(eventsOfContact(call.events, contactId)));
    expect(ends).toEqual([...Array.from({ length: 8 }, () => 'callerLeft'), 'booked']);
    expect(textsSent(call.events)).toEqual(['confirmation']);
  });

  it.each(['book-slot', 'send-sms'])('right after %s still brings the SMS, once', async (name) => {
    const call = await tellCall({ queue: 40, press: '1 2 1', hangsUpAt: invoked(name) });
    expect(faultsOf(call)).toEqual([]);
    expect(outcomes(call.events)).toEqual(['booked']);
    expect(textsSent(call.events)).toEqual(['confirmation']);
    expect(call.ledger.bookings).toMatchObject([{ state: 'booked' }]);
  });

  it('in the queue books nothing', async () => {
    const call = await tellCall({ queue: 40, press: '1 0 w20 x' });
    expect(faultsOf(call)).toEqual([]);
    expect(outcomes(call.events)).toEqual(['callerLeft']);
  });

  it.each([
    [
      'when the code has been said, counts as a refusal: we call again',
      'x',
      ['missed', 'dialling'],
      ['confirmation', 'missedRetry'],
    ],
    [
      'at the first question of the survey closes the booking',
      '1 x',
      ['answered', 'connected', 'done'],
      ['confirmation'],
    ],
    [
      'at the second question of the survey closes the booking',
      '1 5 x',
      ['answered', 'connected', 'done'],
      ['confirmation'],
    ],
  ])('on the callback, %s', async (_, press, states, texts) => {
    const call = await tellCall({
      queue: 40,
      press: `1 2 1 - ${press}`,
      until: '2026-11-24T10:52',
      answers: ['yes', 'no'],
    });
    expect(faultsOf(call)).toEqual([]);
    expect(bookingStates(call.events)).toEqual(expect.arrayContaining(states));
    expect(textsSent(call.events).slice(0, texts.length)).toEqual(texts);
  });
});
