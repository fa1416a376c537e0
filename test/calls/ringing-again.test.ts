import { heard, outcomes, tellCall, textsSent } from './place-call.ts';

const ringing = { queue: 60, until: '2026-11-24T10:20' };

describe('somebody who has an hour and rings again', () => {
  it('hears it at once, and moves it by two keys', async () => {
    const call = await tellCall({ ...ringing, press: '1 2 1 - r 2 2' });
    expect(outcomes(call.events)).toEqual(['booked', 'moved']);
    expect(textsSent(call.events)).toEqual(['confirmation', 'moved']);
    expect(call.ledger.bookings).toMatchObject([{ state: 'booked', slot: '2026-11-24T12:00:00.000Z', revision: 2 }]);
  });

  it('cancels it by two keys', async () => {
    const call = await tellCall({ ...ringing, press: '1 2 1 - r 3 1' });
    expect(outcomes(call.events)).toEqual(['booked', 'cancelled']);
    expect(textsSent(call.events)).toEqual(['confirmation', 'cancelled']);
    expect(call.ledger).toMatchObject({ bookings: [{ state: 'cancelled' }], seats: [] });
  });

  it('keeps it from another telephone as well, where number and code are keyed in', async () => {
    const call = await tellCall({ ...ringing, press: '1 2 1 - ranonymous # 0612345678# 452# 1' });
    expect(outcomes(call.events)).toEqual(['booked', 'told']);
    expect(heard(call.events).some((text) => text.startsWith('Nous gardons votre rappel.'))).toBe(true);
  });
});
