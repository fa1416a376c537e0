import { heard, outcomes, placeCall, tellCall, textsSent } from './place-call.ts';
import { faultsOf } from './sound-end.ts';

const askForNumber = /Composez les dix chiffres/;

describe('the number to be called back', () => {
  it('is asked of who hides it, read back, confirmed, and booked', async () => {
    const call = await tellCall({ queue: 40, from: 'anonymous', press: '1 2 0612345678# 1 1' });
    expect(faultsOf(call)).toEqual([]);
    const said = heard(call.events);
    expect(said).toContain(
      "Nous n'avons pas reçu votre numéro. Composez les dix chiffres du numéro à rappeler, puis la touche dièse.",
    );
    expect(said).toContain(
      "J'ai noté le zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit ; pour confirmer, tapez 1. Pour recommencer, tapez 2.",
    );
    expect(outcomes(call.events)).toEqual(['booked']);
    expect(call.ledger.bookings).toMatchObject([{ number: '+33612345678', numberKind: 'mobile', state: 'booked' }]);
    expect(textsSent(call.events)).toEqual(['confirmation']);
  });

  it('is that of the line where a landline rings: the code is said twice, and no SMS is promised', async () => {
    const call = await tellCall({ queue: 40, from: '+33142345678', press: '1 2 1' });
    expect(faultsOf(call)).toEqual([]);
    const { code } = call.ledger.bookings[0] ?? { code: '' };
    const spoken = heard(call.events).find((text) => text.includes("C'est noté")) ?? '';
    expect(spoken.split(Array.from(code).join(', '))).toHaveLength(3);
    expect(spoken).toContain("Nous n'envoyons pas de SMS sur une ligne fixe.");
    expect(heard(call.events).some((text) => askForNumber.test(text))).toBe(false);
    expect(textsSent(call.events)).toEqual([]);
    expect(outcomes(call.events)).toEqual(['booked']);
  });

  it.each([
    ['the caller ID is', '+262692123456', '1 2 1'],
    ['keyed in as there is', 'anonymous', '1 2 0692123456# 1 1'],
    ['keyed in from abroad is', 'anonymous', '1 2 00262692123456# 1 1'],
  ])('is repaired to its own country where %s of La Réunion', async (_, from, press) => {
    const call = await tellCall({ queue: 40, from, press });
    expect(faultsOf(call)).toEqual([]);
    expect(call.ledger.bookings).toMatchObject([{ number: '+262692123456', numberKind: 'mobile' }]);
    expect(call.events.find(({ kind }) => kind === 'sms')).toMatchObject({ to: '+262692123456', parts: 1 });
  });

  it('is refused with its reason and asked again where it is surtaxed; a good one is then booked', async () => {
    const call = await tellCall({ queue: 40, from: 'anonymous', press: '1 2 0899123456# 0612345678# 1 1' });
    expect(faultsOf(call)).toEqual([]);
    expect(heard(call.events)).toContain(
      "Nous ne rappelons pas les numéros surtaxés. Composez les dix chiffres d'un autre numéro, puis la touche dièse.",
    );
    expect(outcomes(call.events)).toEqual(['booked']);
    expect(call.ledger.bookings).toMatchObject([{ number: '+33612345678' }]);
  });

  it('is given up after three refusals, and the caller goes to the queue', async () => {
    const call = await tellCall({ queue: 40, from: 'anonymous', press: '1 2 0899123456# 3230# 15#' });
    expect(faultsOf(call)).toEqual([]);
    expect(heard(call.events)).toContain("Nous n'avons pas pu noter votre numéro.");
    expect(outcomes(call.events)).toEqual(['served']);
    expect(call.ledger.bookings).toEqual([]);
  });

  it('is keyed in anew by who hears that it was wrong', async () => {
    const call = await tellCall({ queue: 40, from: 'anonymous', press: '1 2 0612345679# 2 0612345678# 1 1' });
    expect(faultsOf(call)).toEqual([]);
    expect(call.ledger.bookings).toMatchObject([{ number: '+33612345678' }]);
  });

  it('is asked of a call that another administration forwards with its own short number', async () => {
    const events = await placeCall({ queue: 40, from: '3646', press: '1 2 0612345678# 1 1' });
    expect(heard(events).some((text) => askForNumber.test(text))).toBe(true);
    expect(outcomes(events)).toEqual(['booked']);
  });
});
