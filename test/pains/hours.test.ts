import {
  bookingStates,
  eventsOfContact,
  heard,
  outcomes,
  tellCall,
  textsSent,
  type ToldCall,
} from '../calls/place-call.ts';

const keeper = '+33612345601';
const canceller = '+33612345602';
const tomorrowAtNine = '2026-11-25T08:00:00.000Z';

describe('a line that closes at half past four', () => {
  let call: ToldCall;
  beforeAll(async () => {
    call = await tellCall({
      at: '2026-11-24T16:00',
      queue: 100,
      from: keeper,
      press: '1 1 1',
      answers: ['yes'],
      others: [
        { from: canceller, press: '1 1 1', answers: ['yes'] },
        { at: '2026-11-24T16:12', from: canceller, press: '3 1' },
        { at: '2026-11-24T16:14', from: 'anonymous', press: '# 0612345601# 000# x' },
        { at: '2026-11-24T16:31', from: '+33612345603', press: '1' },
      ],
      until: '2026-11-24T16:36',
      before: (line, { clock }) => {
        clock.at(Date.parse('2026-11-24T15:02:00Z'), () => line.staff('none'));
        clock.at(Date.parse('2026-11-24T15:32:00Z'), () => line.staff(40));
      },
    });
  });
  const bookingOf = (number: string) => call.ledger.bookings.find((booking) => booking.number === number);

  it('pain: queued callbacks are called outside the hours of operation', () => {
    expect(outcomes(call.events)).not.toContain('dropped');
    expect(call.events.filter(({ kind }) => kind === 'ringing')).toEqual([]);
    expect(bookingOf(keeper)).toMatchObject({ kind: 'slot', state: 'booked', slot: tomorrowAtNine });
    expect(textsSent(call.events)).toContain('carriedOver');
  });

  it('pain: after closing, the line still behaves as open', () => {
    expect(heard(eventsOfContact(call.events, call.contactIds[4])).join(' ')).toContain(
      'Ils ouvriront demain, mercredi 25 novembre, à 9 heures.',
    );
  });

  it('pain: a single callback that waits cannot be seen, nor taken out of the queue', () => {
    expect(bookingStates(eventsOfContact(call.events, call.contactIds[1]))).toContain('cancelled');
    expect(bookingOf(canceller)).toMatchObject({ state: 'cancelled' });
    const stopped = call.events.filter((event) => event.kind === 'ended' && event.text === 'API');
    expect(stopped).toHaveLength(2);
    expect(stopped[0]?.at).toMatch(/T16:12/u);
  });

  it('pain: whoever keys in a number cancels the callback of somebody else', () => {
    const stranger = eventsOfContact(call.events, call.contactIds[3]);
    expect(heard(stranger)).toContain('Ce numéro et ce code ne correspondent à aucun rappel.');
    expect(bookingOf(keeper)?.state).toBe('booked');
  });
});
