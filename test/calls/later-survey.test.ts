import { heard, eventsOfContact, outcomes, tellCall, type PlacedCall, type ToldCall } from './place-call.ts';
import { faultyLambdas } from './lambda-faults.ts';
import { faultsOf } from './sound-end.ts';
import { laterSurveyFolder } from './synthesised.ts';

/** Rings at 10:05, hangs up in the queue, and is rung at 12:30. */
const leaveInVain = (press: string, more: PlacedCall = {}): Promise<ToldCall> =>
  tellCall({ folder: laterSurveyFolder(), queue: 60, press: `1 w40 x ${press}`, until: '2026-11-24T12:31', ...more });

function laterCall({ events }: ToldCall) {
  const ringing = events.find(({ kind }) => kind === 'ringing');
  return { rungAt: ringing?.at.slice(11, 16), told: eventsOfContact(events, ringing?.contactId) };
}

describe('a machine calls who hung up in the queue', () => {
  it('who presses 0, finds a long queue, keeps a place in it and is called back', async () => {
    const call = await leaveInVain('0 1 1 1 - 5 1', {
      until: '2026-11-24T13:00',
      before: (line, { clock }) => {
        clock.at(Date.parse('2026-11-24T11:29:00Z'), () => line.addWaitingCallers(200));
      },
    });
    expect(faultsOf(call)).toEqual([]);
    const { rungAt, told } = laterCall(call);
    expect(rungAt).toBe('12:30');
    expect(heard(told)).toContainEqual(
      expect.stringMatching(/Vous devriez attendre .* Pour être rappelé à votre tour, tapez 1/u),
    );
    expect(outcomes(told)).toEqual(['booked']);
    expect(call.ledger.bookings).toMatchObject([{ kind: 'place', state: 'done' }]);
    expect(call.events.filter(({ kind }) => kind === 'ringing')).toHaveLength(2);
  });

  it('who presses 2 while nothing can be noted, and is told so', async () => {
    const call = await leaveInVain('2', { lambdas: faultyLambdas({ 'record-answer': { throws: 'down' } }) });
    expect(heard(laterCall(call).told).slice(1)).toEqual([
      "Nous n'avons pas réussi à le noter. Nous en sommes désolés. Au revoir.",
    ]);
  });

  it('who presses 1 while nothing can be noted, and is asked all the same', async () => {
    const call = await leaveInVain('1 1 5 1', { lambdas: faultyLambdas({ 'record-answer': { throws: 'down' } }) });
    expect(heard(laterCall(call).told).slice(-3)).toEqual([
      'Depuis, avez-vous eu la réponse à votre demande ? Pour oui, tapez 1. Pour non, tapez 2.',
      'Merci de vos réponses. Pour parler à un agent, tapez 0.',
      'Au revoir.',
    ]);
  });

  it('but nobody on a line whose file does not say so', async () => {
    const call = await leaveInVain('1', { folder: 'administrations' });
    expect(call.events.filter(({ kind }) => kind === 'ringing')).toEqual([]);
    expect(call.ledger.laterSurveys).toEqual([]);
  });
});
