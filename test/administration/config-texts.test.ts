import { smsTextFault, spokenTextFault } from '../../domain/administration/caller-texts.ts';
import { septets } from '../../domain/sms/gsm7.ts';
import { cafFile, faultLines, faultsWith, withValues } from './configuration-files.ts';

describe('what callers hear', () => {
  it.each([
    "la Caisse d'allocations familiales",
    'votre dossier, à ce point français',
    'vos points de retraite',
    'le point frontière',
    'M. Franck et 50 % de vos droits',
  ])('may be %j', (text) => {
    expect(spokenTextFault(text)).toBeUndefined();
  });

  it.each([
    ['vos droits & vos paiements', 'in words'],
    ['<break time="1s"/>', 'in words'],
    ['plus de > 10', 'in words'],
    ['sur le site caf point fr', 'web'],
    ['on the site caf dot org', 'web'],
    ['sur caf.fr', 'web'],
    ['sur CAF.FR.', 'web'],
    ['sur impots.gouv.fr', 'web'],
    ['http://caf', 'web'],
    ['sur www.caf', 'web'],
    ['à contact@caf', 'web'],
    ['contact arobase caf', 'web'],
    ['Veuillez patienter', 'veuillez'],
  ])('is not %j', (text, reason) => {
    expect(spokenTextFault(text)).toContain(reason);
  });
});

describe('what follows the name in an SMS', () => {
  it('is at most 130 characters of GSM-7, of which some count twice', () => {
    expect(smsTextFault('é'.repeat(130))).toBeUndefined();
    expect(smsTextFault('é'.repeat(131))).toMatch(/^131 characters, and 130 fit/);
    expect(smsTextFault('€'.repeat(66))).toMatch(/^132 characters/);
    expect(smsTextFault('votre dossier est prêt')).toMatch(/^letters that SMS can carry/);
    expect(smsTextFault(' ')).toMatch(/^a text of 1 to 130/);
  });

  it('leaves one part with the longest name there is', () => {
    const name = 'x'.repeat(20);
    expect(septets(`${name} : ${'x'.repeat(130)}`)).toBeLessThanOrEqual(160);
  });

  it.each(['voir caf.fr', 'https://caf', 'écrivez à x@caf'])('has no address: %j', (text) => {
    expect(smsTextFault(text)).toMatch(/^no link/);
  });
});

describe('the languages of a line', () => {
  it('that speaks French alone refuse the texts of another, each where it stands', () => {
    const faults = faultsWith([['languages'], ['fr']]);
    const texts = cafFile.text.match(/\ben: /g) ?? [];
    expect(faults).toHaveLength(texts.length);
    expect(faults[0]).toBe(
      'spokenName.en "the family benefits office": the line does not speak en: name it in languages, or leave it out',
    );
  });

  it('are asked for in every text, at its line and column', () => {
    const text = withValues(cafFile.text, [[['subjects', 1, 'information', 'sms', 'en'], undefined]]);
    const line = text.split('\n').findIndex((written) => /^ +sms:/.test(written)) + 1;
    expect(faultLines([{ path: 'caf.yaml', text }])).toEqual([
      expect.stringMatching(
        new RegExp(
          `^caf\\.yaml:${line}:7 subjects\\[1\\]\\.information\\.sms .*: missing in en, a language of this line$`,
        ),
      ),
    ]);
  });

  it('begin with French, in which the line answers', () => {
    expect(faultsWith([['languages'], ['en', 'fr']])).toEqual([
      'languages ["en","fr"]: French (fr) comes first: the line answers in it',
    ]);
  });

  it('hide no fault of a text, and add none to it', () => {
    expect(faultsWith([['spokenName'], { fr: 'la Caf', en: '' }])).toEqual([
      'spokenName.en "": a text of 1 to 60 characters',
    ]);
    expect(faultsWith([['spokenName'], { en: 'the office' }])).toEqual([
      'spokenName.fr: missing; a text of 1 to 60 characters',
    ]);
    expect(faultsWith([['languages'], 'fr'])).toEqual(['languages "fr": a list of languages']);
  });
});

const manyTexts = (count: number): object =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`texte-${index}`, { fr: 'à la borne.', en: 'here.' }]),
  );

describe('what agents send', () => {
  it('fits on one screen: fifteen texts', () => {
    expect(faultsWith([['sms', 'texts'], manyTexts(15)])).toEqual([]);
    const [fault, ...others] = faultsWith([['sms', 'texts'], manyTexts(16)]);
    expect(fault).toMatch(/^sms\.texts .*: 16 texts, at most 15: agents choose on one screen$/);
    expect(others).toEqual([]);
  });

  it.each(['attestation', 'accessibility'])('has a name of its own: not %s, by which callers get a text', (name) => {
    const [fault] = faultsWith([['sms', 'texts'], { [name]: { fr: 'à la borne.', en: 'here.' } }]);
    expect(fault).toContain('another name: callers get a text of this one');
  });
});
