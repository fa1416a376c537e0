import { tellCall, textsSent } from './place-call.ts';
import { faultsOf } from './sound-end.ts';

describe('an SMS that was sent', () => {
  it('arrives, and is followed by a reminder shortly before an hour booked long before', async () => {
    const call = await tellCall({ at: '2026-11-24T06:00', press: '1 2 1', until: '2026-11-24T08:55' });
    expect(faultsOf(call)).toEqual([]);
    expect(textsSent(call.events)).toEqual(['confirmation', 'reminder']);
    const reminder = call.events.find((event) => event.kind === 'sms' && event.template === 'reminder');
    expect(reminder?.at).toBe('2026-11-24T08:35:00.000+01:00');
    expect(call.ledger.smsFaults).toEqual([]);
    expect(call.deadLetters).toEqual([]);
  });

  it('and does not arrive is remembered for the next call of this person', async () => {
    const call = await tellCall({ from: '+33755512502', queue: 40, press: '1 2 1' });
    expect(faultsOf(call)).toEqual([]);
    expect(textsSent(call.events)).toEqual(['confirmation']);
    expect(call.ledger.smsFaults).toEqual(['UNREACHABLE']);
    expect(call.ledger.bookings).toMatchObject([{ state: 'booked' }]);
    expect(call.deadLetters).toEqual([]);
  });
});
