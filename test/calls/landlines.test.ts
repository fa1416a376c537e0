import { heard, eventsOfContact, outcomes, tellCall, type ToldCall } from './place-call.ts';
import { faultsOf } from './sound-end.ts';

const scripts = [
  '1 2 1 1 0612345690# 1',
  '1 1 1 1 0142345679# 0612345691# 1',
  '1 2 1 1 0612345692# 2 0612345693# 1',
  '1 2 1',
  '1 2 1 1 0612345694# -',
  '1 2 1 1 0142345679# 3230#',
  '1 2 1 * 1 -',
];
const numberOf = (index: number): string => `+3314234560${index}`;

describe('a caller from a landline', () => {
  let call: ToldCall;
  beforeAll(async () => {
    const [press = '', ...others] = scripts;
    call = await tellCall({
      queue: 200,
      from: numberOf(0),
      press,
      others: others.map((script, index) => ({ from: numberOf(index + 1), press: script })),
    });
  });
  const textsOf = (index: number): string[] =>
    eventsOfContact(call.events, call.contactIds[index]).flatMap((event) =>
      event.kind === 'sms' ? [`${event.template} ${event.to}`] : [],
    );
  const heardBy = (index: number): string[] => heard(eventsOfContact(call.events, call.contactIds[index]));

  it('may key in a mobile for the SMS of the booking, which is read back and written to once', () => {
    expect(faultsOf(call)).toEqual([]);
    expect(textsOf(0)).toEqual(['confirmation +33612345690']);
    expect(heardBy(0).join(' ')).toMatch(/J'ai noté le zéro six, .* Nous vous envoyons un SMS de confirmation\./u);
    expect(heardBy(0).at(-1)).toBe('Vous pouvez raccrocher. Merci de votre appel, au revoir.');
  });

  it('may do so for a kept place, and after a number that is no mobile', () => {
    expect(textsOf(1)).toEqual(['placeKept +33612345691']);
    expect(heardBy(1)).toContain(
      "Ce numéro n'est pas celui d'un téléphone portable. Nous ne pouvons pas y envoyer de SMS.",
    );
  });

  it('may correct it, and the first number is not written to', () => {
    expect(textsOf(2)).toEqual(['confirmation +33612345693']);
  });

  it('who wishes none, confirms none or has none keeps the booking, whose code was said', () => {
    for (const index of [3, 4, 5, 6]) {
      expect(textsOf(index)).toEqual([]);
      expect(heardBy(index).join(' ')).toMatch(/Notez votre code : \d, \d, \d\. Je répète/u);
      expect(outcomes(eventsOfContact(call.events, call.contactIds[index]))).toEqual(['booked']);
    }
  });

  it('is called back on the landline: the mobile is kept nowhere', () => {
    expect(call.ledger.bookings.map(({ number }) => number).toSorted()).toEqual(
      scripts.map((_, index) => numberOf(index)),
    );
    expect(JSON.stringify(call.ledger)).not.toMatch(/\+3361234569/u);
    expect(call.ledger.smsClaims).toHaveLength(3);
  });
});
