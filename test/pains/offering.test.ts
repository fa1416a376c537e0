import { eventsOfContact, heard, outcomes, tellCall, type ToldCall } from '../calls/place-call.ts';
import { changeLine } from '../../local/change-line.ts';
import { faultsOf } from '../calls/sound-end.ts';
import { watchFunctions } from './watched-functions.ts';

const offers = /pour (être rappelé|choisir une heure)/iu;

describe('callers to whom a callback is offered, or not', () => {
  const { logs, wrapping } = watchFunctions({});
  let call: ToldCall;
  const saidTo = (index: number): string[] => heard(eventsOfContact(call.events, call.contactIds[index]));

  beforeAll(async () => {
    const others = ['2026-11-24T10:11', '2026-11-24T10:21', '2026-11-24T16:25'].map((at, index) => ({
      at,
      from: `+3361234560${index}`,
      press: '1',
    }));
    call = await tellCall({
      queue: 400,
      from: '+33612345609',
      press: '1',
      others,
      until: '2026-11-24T16:32',
      lambdas: wrapping,
      before: (line, { clock }) => {
        const turn = (at: string, to: 'on' | 'off') =>
          clock.at(Date.parse(at), () => {
            const change = { change: 'switch', queue: 'allocations', what: 'offering', to, by: 'supervisor' };
            void clock.during(changeLine(line, change));
          });
        turn('2026-11-24T09:10:00Z', 'off');
        turn('2026-11-24T09:20:00Z', 'on');
        clock.at(Date.parse('2026-11-24T15:20:00Z'), () => line.addWaitingCallers(400));
      },
    });
  });

  it('pain: callbacks can only be stopped by a new deployment', () => {
    expect(faultsOf(call)).toEqual([]);
    const offered = eventsOfContact(call.events, call.contactIds[1]).filter(
      ({ kind, text }) => kind === 'heard' && offers.test(text),
    );
    expect(offered[0]?.at.slice(0, 16)).toBe('2026-11-24T10:20');
    expect(saidTo(2).some((text) => offers.test(text))).toBe(true);
  });

  it('pain: a callback is refused, and nobody can say why', () => {
    const announced = logs.map((line) => JSON.parse(line)).filter(({ code }) => code === 'waitAnnounced');
    const reasons = (offer: string) =>
      new Set(announced.filter((said) => said.offer === offer).map(({ offerReason }) => String(offerReason)));
    expect(reasons('no')).toEqual(new Set(['switchedOff', 'offeredRecently', 'waitShort']));
    expect(reasons('both')).toEqual(new Set(['longWait']));
    expect(reasons('hour')).toEqual(new Set(['nearClosing']));
  });

  it('pain: the last callers of a day wait for nothing', () => {
    const told = saidTo(3).find((text) => offers.test(text)) ?? '';
    expect(told).toContain('Nos bureaux ferment à 16 heures 30.');
    expect(told).toContain('Pour choisir une heure de rappel, tapez 2');
    expect(told).not.toContain('rappelé à votre tour');
  });
});

it('pain: who presses wrong keys is caught in a loop of messages, or cut off', async () => {
  const call = await tellCall({ queue: 5, press: '7 '.repeat(12) });
  expect(outcomes(call.events)).toEqual(['served']);
});

describe('a telephone that a machine answers', () => {
  it('pain: a voicemail is told why we call, and the code that proves who we are', async () => {
    const call = await tellCall({ queue: 40, press: '1 2 1', answers: ['machine'], until: '2026-11-24T10:50' });
    const { contactId } = call.events.find(({ kind }) => kind === 'ringing') ?? {};
    const said = heard(eventsOfContact(call.events, contactId)).join(' ');
    expect(said).toContain("Caisse d'allocations familiales");
    const [booking] = call.ledger.bookings;
    expect(said).not.toContain(booking?.code.split('').join(', '));
    expect(said).not.toMatch(/code|droits|paiements|dossier/iu);
  });
});
