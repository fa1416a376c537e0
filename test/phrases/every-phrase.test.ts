import { spokenTextFault } from '../../domain/administration/caller-texts.ts';
import type { Language } from '../../domain/administration/language.ts';
import { smsSize } from '../../domain/sms/gsm7.ts';
import { administrationTexts } from './administration-texts.ts';
import { everyPhrase, type Rendering } from './every-phrase.ts';
import { longestName } from './extreme-values.ts';

const everything = [...everyPhrase, ...administrationTexts];
const heard = everything.filter(({ kind }) => kind !== 'written');
const sentences = everything.filter(({ kind }) => kind === 'spoken');
const sms = everything.filter(({ kind }) => kind === 'written');

// The name of an administration is French in every language.
const inOwnWords = everything.map((each) => ({ ...each, text: each.text.replaceAll(longestName, '') }));

/** The first few that a rule does not hold for, to be read. */
function refused(renderings: readonly Rendering[], isWrong: (text: string, language: Language) => boolean): string[] {
  const wrong = renderings.filter(({ text, language }) => isWrong(text, language));
  return wrong.slice(0, 8).map(({ name, language, text }) => `${name} (${language}): ${text}`);
}

const clauses = (text: string): string[] => text.split(/\s*[.;:?!](?:\s+|$)/u).filter((clause) => clause !== '');
/** A telephone number is heard pair by pair. */
const breaths = (text: string): string[] => clauses(text).flatMap((clause) => clause.split(','));
/** "vingt et une" is as one word as "20" is. */
const words = (text: string): number =>
  text
    .replaceAll('vingt et une', '21')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Words that a sentence of the language hardly does without, and that the other one does not have. */
const functionWords: Record<Language, RegExp> = {
  fr: /(?<![\p{L}-])(?:les?|des|du|une?|est|et|vous|nous|votre|notre|pour|dans|avec|tapez|appelez|ne|pas|à|où|rappel|heures?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?![\p{L}-])/iu,
  en: /(?<![\p{L}-])(?:the|and|you|your|our|we|is|are|to|of|for|with|press|call|at|in|this|that|hour|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?![\p{L}-])/iu,
};
const otherLanguage: Record<Language, Language> = { fr: 'en', en: 'fr' };

/** What an office says, and nobody at home. */
const jargon =
  /\b(?:incident|technique|mettre en relation|mise en relation|usager|interlocuteur|valider|procédure|identifiant|accéder|modalités?|préalablement|ultérieurement|démarche|internet|application|technical|prevents|regarding|assistance|terminate|proceed)\b/iu;

const passiveFrench =
  /\b(?:est|sont|sera|seront|a été|ont été) (?:réservée?s?|promise?s?|annoncée?s?|maintenue?s?|effectuée?s?|confirmée?s?|enregistrée?s?|transmise?s?|traitée?s?)\b/iu;

const keyMentioned: Record<Language, RegExp> = { fr: /\btapez (?:\d|étoile)/iu, en: /\bpress (?:\d|star)/iu };
const actionFirst: Record<Language, RegExp> = {
  fr: /^pour [^,]+(?:, [^,]+)*, tapez (?:\d|étoile)$/iu,
  en: /^(?:to|for) [^,]+(?:, [^,]+)*, press (?:\d|star)$/iu,
};

const longestSentence = 22;
const longestBreath = 16;

describe('every phrase, with extreme values', () => {
  it('is rendered, hundreds of them in each language', () => {
    for (const language of ['fr', 'en']) {
      const texts = new Set(everything.filter((each) => each.language === language).map(({ text }) => text));
      expect(texts.size).toBeGreaterThan(1000);
    }
  });

  it('is whole: no markup, nothing left to fill in, no space or punctuation twice', () => {
    expect(
      refused(
        everything,
        (text) => text.trim() !== text || /[<>&{}]|\$\.|undefined|NaN|null| {2}|[.,;:?!]\s*[.,;:?!]| [.,]/u.test(text),
      ),
    ).toEqual([]);
  });
});

describe('what is heard', () => {
  it('is sentences, from a capital or a figure to a full stop', () => {
    expect(refused(sentences, (text) => !/^[\p{Lu}\d].*[.?!]$/su.test(text))).toEqual([]);
  });

  it('has no figure of three digits or more: numbers are words, or pairs', () => {
    expect(refused(heard, (text) => /\d{3}|\d[ .,]\d{3}/u.test(text))).toEqual([]);
  });

  it('has no address, no "veuillez" and no markup sign', () => {
    expect(refused(heard, (text) => spokenTextFault(text) !== undefined)).toEqual([]);
  });

  it('is in its own language', () => {
    expect(refused(inOwnWords, (text, language) => functionWords[otherLanguage[language]].test(text))).toEqual([]);
  });

  it('is said in plain words, and by somebody rather than in the passive', () => {
    expect(refused(sentences, (text) => jargon.test(text) || passiveFrench.test(text))).toEqual([]);
  });

  it('names the action before the key', () => {
    expect(
      refused(sentences, (text, language) =>
        clauses(text).some((clause) => keyMentioned[language].test(clause) && !actionFirst[language].test(clause)),
      ),
    ).toEqual([]);
  });

  it('denies once in a sentence at most', () => {
    const denials = /(?<!\p{L})(?:ne|not|no|cannot|nobody|nothing)(?!\p{L})|(?<!\p{L})n'/giu;
    expect(
      refused(sentences, (text) => clauses(text).some((clause) => (clause.match(denials) ?? []).length > 1)),
    ).toEqual([]);
  });

  it(`is of ${longestSentence} words in a sentence at most, and of ${longestBreath} in one breath`, () => {
    expect(refused(sentences, (text) => clauses(text).some((clause) => words(clause) > longestSentence))).toEqual([]);
    expect(refused(sentences, (text) => breaths(text).some((breath) => words(breath) > longestBreath))).toEqual([]);
  });
});

describe('what is written', () => {
  it('is one GSM-7 part, with the name of the administration first', () => {
    expect(sms.length).toBeGreaterThan(500);
    expect(refused(sms, (text) => JSON.stringify({ ...smsSize(text), units: 0 }) !== oneGsm7Part)).toEqual([]);
    expect(refused(sms, (text) => !/^\S.{0,19} ?: /u.test(text))).toEqual([]);
  });
});

const oneGsm7Part = JSON.stringify({ encoding: 'gsm7', units: 0, parts: 1 });
