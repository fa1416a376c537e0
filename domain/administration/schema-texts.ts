import { z } from 'zod';
import { smsTextFault, spokenTextFault } from './caller-texts.ts';
import type { Language } from './language.ts';
import { described, textWithout, type KeyText } from './schema-values.ts';

/** What the administration itself says and writes to callers, in each language of its line. */

type LanguageText = KeyText & { example: Record<Language, string> };

/** A sentence, or part of one, in each language; French is always there. */
export function spokenText(longest: number, about: LanguageText) {
  const allowed = `a text of 1 to ${longest} characters`;
  const fault = (spoken: string): string | undefined =>
    spoken.length > longest || !/\S/.test(spoken) ? allowed : spokenTextFault(spoken);
  const forbidden = 'without "<", ">", "&", "veuillez", or a web or e-mail address';
  return inEachLanguage(about, (example, { name, callers }) =>
    textWithout(fault, allowed, {
      allowed: `${allowed}, ${forbidden}`,
      description: `In ${name}, as it is to be read aloud.`,
      effect: `What ${callers} hear, word for word, from a synthetic voice.`,
      examples: [example],
    }),
  );
}

/** What follows the administration's name in an SMS, in each language. */
export function smsText(about: LanguageText) {
  const allowed = 'at most 130 characters of GSM-7 (no ê, ô, û, ë, ï, ç, œ), no link, no web or e-mail address';
  return inEachLanguage(about, (example, { name, callers }) =>
    textWithout(smsTextFault, 'the text of an SMS', {
      allowed,
      description: `In ${name}, in letters of GSM-7.`,
      effect: `What ${callers} read after the name and a colon, in an SMS of one part.`,
      examples: [example],
    }),
  );
}

const french = { name: 'French, with its accents', callers: 'callers' };
const english = { name: 'English, where the line speaks it', callers: 'callers who chose English' };

function inEachLanguage<Text extends z.ZodType>(
  { description, effect, example }: LanguageText,
  textIn: (example: string, language: typeof french) => Text,
) {
  const texts = z.strictObject({ fr: textIn(example.fr, french), en: textIn(example.en, english).optional() });
  return described(texts, { description, effect });
}
