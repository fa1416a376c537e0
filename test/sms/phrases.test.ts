import * as fc from 'fast-check';
import type { LineRules } from '../../domain/administration/administration.ts';
import { builtLanguages } from '../../domain/administration/language.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import { composeSms } from '../../domain/sms/compose-sms.ts';
import type { SmsKind } from '../../domain/sms/contract.ts';
import { septets, smsSize } from '../../domain/sms/gsm7.ts';
import { phrases } from '../../domain/sms/phrases.ts';
import { refusals } from '../phrases/every-phrase.ts';
import { booking, line } from './example-booking.ts';

const kinds: SmsKind[] = [
  'confirmation',
  'placeKept',
  'reminder',
  'moved',
  'missedRetry',
  'missedLast',
  'cancelled',
  'carriedOver',
];
const everyText = builtLanguages.flatMap((language) => kinds.map((kind) => ({ kind, language })));
const inFrench = phrases('fr');

const texts: Record<SmsKind, string> = {
  confirmation:
    'CAF : nous vous rappelons mardi 24/11 entre 14h30 et 15h. Code 482, que nous vous dirons. Pour changer, appelez le 3230.',
  placeKept:
    'CAF : nous gardons votre place et vous rappelons dès que possible. Code 482, que nous vous dirons. Pour changer, appelez le 3230.',
  reminder:
    "CAF : nous vous rappelons tout à l'heure, entre 14h30 et 15h. Restez près du téléphone. Code 482. Pour changer, appelez le 3230.",
  moved:
    'CAF : nouvelle heure notée, nous vous rappelons mardi 24/11 entre 14h30 et 15h. Code 482. Pour changer, appelez le 3230.',
  missedRetry:
    "CAF : notre appel n'a pas abouti. Nouvel essai mardi 24/11 dès 14h53. Code 482. Pour changer, appelez le 3230.",
  missedLast:
    "CAF : nous n'avons pas réussi à vous joindre. Votre demande de rappel est terminée. Pour un nouveau rappel, appelez le 3230.",
  cancelled:
    'CAF : votre rappel prévu mardi 24/11 entre 14h30 et 15h est annulé. Pour un nouveau rappel, appelez le 3230.',
  carriedOver:
    'CAF : avec nos excuses, votre rappel est reporté à mardi 24/11 entre 14h30 et 15h. Code 482. Pour changer, appelez le 3230.',
};

describe('the SMS', () => {
  it.each(kinds)('of %s says the whole of it', (kind) => {
    const dueAt = kind === 'missedRetry' ? '2026-11-24T13:53:10.000Z' : undefined;
    expect(composeSms(kind, { ...booking, dueAt }, line)).toBe(texts[kind]);
  });

  it('of a callback carried over without a slot says from when we call', () => {
    const text = composeSms('carriedOver', { ...booking, dueAt: '2026-11-25T08:00:00.000Z' }, line);
    expect(text).toContain('reporté à mercredi 25/11 dès 9h. Code 482.');
  });

  it('names the number that calls as people write it', () => {
    const text = composeSms('confirmation', { ...booking, callUs: '+33199003230' }, line);
    expect(text).toMatch(/appelez le 01 99 00 32 30\.$/);
  });

  it('tells the hour of the line, on both sides of a clock change and overseas', () => {
    const summer = { ...booking, slot: '2027-03-30T08:00:00.000Z' };
    expect(composeSms('cancelled', summer, line)).toContain('mardi 30/03 entre 10h et 10h30');
    const reunion: LineRules = { ...line, timeZone: 'Indian/Reunion' };
    expect(composeSms('cancelled', summer, reunion)).toContain('mardi 30/03 entre 12h et 12h30');
  });

  it.each(everyText)('of $kind in $language is one part at the longest name, date, hours and number', (each) => {
    const { kind, language } = each;
    const longest: Booking = {
      ...booking,
      language,
      slot: '2026-12-30T10:45:00.000Z',
      callUs: '+33 8 09 40 14 01',
    };
    const rules: LineRules = { ...line, name: 'N'.repeat(20), callback: { ...line.callback, slotMinutes: 45 } };
    const undated = ['placeKept', 'reminder', 'missedLast'].includes(kind);
    expect(composeSms(kind, longest, rules)).toMatch(undated ? /^N{20}/ : /mercredi 30\/12|Wednesday 30\/12/);
    expect(septets(composeSms(kind, longest, rules))).toBeLessThanOrEqual(160);
  });

  it('is one GSM-7 part for every booking of a file the schema accepts', () => {
    const start = fc
      .integer({ min: 0, max: 4 * 365 * 96 })
      .map((quarters) => Date.UTC(2026, 0, 1) + quarters * 900_000);
    const name = fc.string({ unit: fc.constantFrom(...Array.from('ABCdéèàùÇ -.')), minLength: 1, maxLength: 20 });
    const callUs = fc.constantFrom(
      '3230',
      '0 800 123 456',
      '+33199003230',
      '+262262161234',
      '+508411234',
      '+687251234',
    );
    const zone = fc.constantFrom('Europe/Paris', 'America/Cayenne', 'Indian/Reunion', 'Pacific/Noumea');
    fc.assert(
      fc.property(fc.constantFrom(...everyText), start, name, callUs, zone, (each, at, spelt, number, timeZone) => {
        const { kind, language } = each;
        const asked = { ...booking, language, slot: new Date(at).toISOString(), callUs: number };
        const text = composeSms(kind, asked, { ...line, name: spelt, timeZone });
        expect(smsSize(text)).toMatchObject({ encoding: 'gsm7', parts: 1 });
        expect(text.startsWith(spelt)).toBe(true);
      }),
    );
  });

  it('of a kept place, which has no hour, names none', () => {
    const place: Booking = { ...booking, slot: '' };
    expect(composeSms('placeKept', place, line)).toBe(texts.placeKept);
    expect(composeSms('cancelled', place, line)).toBe(
      'CAF : votre rappel est annulé. Pour un nouveau rappel, appelez le 3230.',
    );
  });

  it.each(everyText)('of $kind in $language has no link, asks for no reply and names no person', (each) => {
    const text = composeSms(each.kind, { ...booking, language: each.language }, line);
    expect(text).not.toMatch(/https?:|www\.|répon|reply|STOP/i);
    expect(text).not.toContain('12345678');
  });
});

describe('a number', () => {
  it.each([
    ['+33612345678', 'zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit'],
    ['+33199003230', 'zéro un, quatre-vingt-dix-neuf, zéro zéro, trente-deux, trente'],
    ['+262692123456', 'zéro six, quatre-vingt-douze, douze, trente-quatre, cinquante-six'],
    ['+508411234', 'zéro cinq, zéro huit, quarante et un, douze, trente-quatre'],
    ['+508708412345', 'zéro sept, zéro huit, quarante et un, vingt-trois, quarante-cinq'],
    ['+687751234', 'soixante-quinze, douze, trente-quatre'],
    ['+41791234567', 'zéro zéro, quatre, dix-sept, quatre-vingt-onze, vingt-trois, quarante-cinq, soixante-sept'],
  ])('%s is read as %s', (e164, spoken) => {
    expect(inFrench.spokenNumber(e164)).toBe(spoken);
  });

  it('is recognised by its ending', () => {
    expect(inFrench.spokenEnding('+33612345678')).toBe('cinquante-six, soixante-dix-huit');
    expect(inFrench.spokenEnding('+33612340007')).toBe('zéro zéro, zéro sept');
  });

  it.each(refusals)('refused as %s is explained by a sentence of its own, and another is asked for', (refusal) => {
    const sentence = inFrench.refusedNumber(refusal);
    expect(sentence).toMatch(/^[A-ZÀÉN].*\. Composez les dix chiffres .*, puis la touche dièse\.$/);
    expect(refusals.filter((other) => inFrench.refusedNumber(other) === sentence)).toEqual([refusal]);
  });
});

describe('what is said after an SMS', () => {
  it('gives the code by voice, twice, where the SMS may not come', () => {
    for (const sentence of [inFrench.smsRefused('482'), inFrench.smsUnknown('482'), inFrench.smsStopped('482')]) {
      expect(sentence.match(/quatre, huit, deux/g)).toHaveLength(2);
      expect(sentence).toContain('votre rappel est bien noté');
    }
  });

  it('gives no code where nothing is promised any more', () => {
    for (const sentence of [
      inFrench.smsRefused(undefined),
      inFrench.smsUnknown(undefined),
      inFrench.smsStopped(undefined),
    ])
      expect(sentence).toMatch(/, mais votre demande est bien notée\.$/);
  });

  it.each(builtLanguages)('in %s is whole sentences without digits, addresses or the other language', (language) => {
    const speak = phrases(language);
    const sentences = [
      speak.smsRefused('482'),
      speak.smsUnknown('482'),
      speak.smsStopped('482'),
      speak.smsStopped(undefined),
      ...Object.values(speak).filter((phrase) => typeof phrase === 'string'),
    ];
    expect(sentences).toHaveLength(17);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/\d|www|https?|<|undefined|veuillez/i);
      expect(sentence).not.toMatch(language === 'fr' ? /\b(?:the|you|text message)\b/i : /\b(?:vous|nous|le)\b|[éèà]/i);
    }
  });
});
