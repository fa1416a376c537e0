import * as fc from 'fast-check';
import { smsSize } from '../../domain/sms/gsm7.ts';
import { informationSmsFault, smsTextsFault } from '../../domain/sms/information-fault.ts';
import { accessibilityText, composeInformation, smsTexts } from '../../domain/sms/information.ts';

const written = { fr: 'les pièces à joindre : pièce d’identité, relevé de compte.', en: 'what to enclose.' };
const administration = {
  subjects: [
    { id: 'allocations' },
    { id: 'attestation', information: { spoken: { fr: '…' }, sms: { fr: 'de premier niveau.' } } },
    { id: 'sans-sms', information: { spoken: { fr: '…' } } },
    { id: 'logement', subjects: [{ id: 'aide', information: { sms: { fr: 'de second niveau.' } } }] },
  ],
  accessibility: { name: 'Acceo', number: '+33199001234' },
  sms: { texts: { pieces: written } },
};

describe('the texts sent on request', () => {
  it('are those of the subjects of both levels, of the service for deaf callers, and of the agents', () => {
    expect(smsTexts(administration)).toEqual({
      attestation: { fr: 'de premier niveau.' },
      aide: { fr: 'de second niveau.' },
      pieces: written,
      [accessibilityText]: {
        fr: 'pour les personnes sourdes ou malentendantes, Acceo, 01 99 00 12 34, aux heures de notre ligne.',
        en: 'for people who are deaf or hard of hearing, Acceo, 01 99 00 12 34, at the hours of our line.',
      },
    });
    expect(smsTexts({ subjects: [], sms: {} })).toEqual({});
  });

  it('begin with the name of the administration, in the language that the text has', () => {
    expect(composeInformation('CAF', written, 'fr')).toBe(
      "CAF : les pièces à joindre : pièce d'identité, relevé de compte.",
    );
    expect(composeInformation('CAF', written, 'en')).toBe('CAF: what to enclose.');
    expect(composeInformation('CAF', { fr: 'pièces.\n' }, 'en')).toBe('CAF : pièces.');
  });

  it('of the service for deaf callers have no fault', () => {
    const { accessibility } = smsTexts({ ...administration, accessibility: { name: 'Acceo', number: '+33199001234' } });
    for (const text of [accessibility?.fr, accessibility?.en])
      expect(informationSmsFault('N'.repeat(20), text ?? '')).toBeUndefined();
  });
});

/** One part where there is no fault; a fault of length where there are more. */
const isOnePartOrAtFault = (name: string, text: string): boolean => {
  const { encoding, parts } = smsSize(composeInformation(name, { fr: text }, 'fr'));
  const fault = informationSmsFault(name, text);
  if (fault === undefined) return encoding === 'gsm7' && parts === 1;
  return parts === 1 || text.trim() === '' || fault.includes('characters at most');
};

describe('a text of the file', () => {
  it.each([
    ['apportez votre carte vitale, un relevé de compte et une pièce d’identité.'],
    ['être reçu coûte 0 € ; ouvert de 9 h à 12 h.'],
    ['un agent va vous répondre sous 10 jours. Appelez le 3230.'],
    ['vous recevrez une réponse par courrier.'],
  ])('may be: %s', (text) => expect(informationSmsFault('CAF', text)).toBeUndefined());

  it.each([
    [' \n', /^a text$/],
    ['CAF : vos pièces.', /without CAF, which is put in front/],
    ['merci 🙂', /^letters that SMS can carry: no 🙂$/u],
    ['voyez https://caf', /no web or mail address/],
    ['voyez www caf fr, ou caf.fr', /no web or mail address/],
    ['écrivez à aide@caf', /no web or mail address/],
    ['voyez service-public.fr.', /no web or mail address/],
    ['Répondez OUI pour venir.', /no request for an answer/],
    ['vous pouvez répondre à ce SMS.', /no request for an answer/],
    ['envoyez STOP pour ne plus en recevoir.', /no request for an answer/],
    ['please reply to us.', /no request for an answer/],
    ['x'.repeat(155), /^154 characters at most, with the name in front of them, not 155$/],
    ['€'.repeat(80), /^154 characters at most, with the name in front of them, not 160$/],
  ])('may not be: %j', (text, fault) => expect(informationSmsFault('CAF', text)).toMatch(fault));

  it('is one GSM-7 part with its name in front, wherever it has no fault', () => {
    const letters = fc.constantFrom(...Array.from("abc éèêçœ€'’ «»…{}[]?!,;-\n"));
    const texts = fc.string({ unit: letters, minLength: 1, maxLength: 170 });
    const names = fc.string({ unit: fc.constantFrom('N', 'é'), minLength: 1, maxLength: 20 });
    expect(fc.check(fc.property(names, texts, isOnePartOrAtFault))).toMatchObject({ failed: false });
  });
});

const longTexts = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`texte-${index}`, { fr: 'x'.repeat(150) }]));

describe('the texts together', () => {
  it('fit into the environment of the function that sends them, or are refused', () => {
    expect(smsTextsFault(longTexts(15))).toBeUndefined();
    expect(smsTextsFault(longTexts(20))).toMatch(/^the texts of SMS take \d+ bytes where Lambda has room for 3200/);
  });
});
