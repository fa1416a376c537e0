import { z } from 'zod';
import { septets } from '../sms/gsm7.ts';
import { builtLanguages } from './language.ts';
import { publicNumberFault } from './publicly-known-numbers.ts';
import { account, alias, identity, quotas, region, retentionDays } from './schema-account.ts';
import { callbackSchema, surveySchema } from './schema-callback.ts';
import { holidaysSchema, numberSchema, timeZoneSchema } from './schema-line.ts';
import { queuesSchema } from './schema-queues.ts';
import { smsSchema } from './schema-sms.ts';
import { subjectsSchema } from './schema-subjects.ts';
import { spokenText } from './schema-texts.ts';
import { described, identifier, textWithout, weeklyHours } from './schema-values.ts';

const longestNameSeptets = 20;
const allowedName = `1 to ${longestNameSeptets} characters of GSM-7 (no ê, ô, û, ë, ï, ç, œ) on one line`;

/** SMS are one part of 160 septets, name and all. */
function nameFault(name: string): string | undefined {
  const size = septets(name);
  if (size === undefined) return 'letters that SMS can carry in one part: no ê, ô, û, ë, ï, ç, œ';
  if (size > longestNameSeptets || !/^\S.*$/.test(name)) return `1 to ${longestNameSeptets} characters on one line`;
  return undefined;
}

const notBuilt = `not built yet: languages other than ${builtLanguages.join(', ')}`;

const languages = described(
  z.array(z.enum(builtLanguages, { error: notBuilt }), { error: 'a list of languages' }),
  {
    description: 'Languages of the line, French first.',
    effect:
      'With English the greeting ends with "For English, press 8.", and every text of the file is needed in English too. Agents ' +
      'hear French, with the language of the caller.',
    examples: [['fr', 'en']],
  },
  `a list of ${builtLanguages.join(', ')}, French first`,
).default(['fr']);

/** The service itself decides who interprets; callers are told its name and its number. */
const accessibility = described(
  z.strictObject({
    name: textWithout(nameFault, 'a short name', {
      allowed: allowedName,
      description: 'Name of the service, 20 characters at most.',
      effect: 'Written in the SMS about it.',
      examples: ['Acceo'],
    }),
    number: textWithout(publicNumberFault, 'the number people dial', {
      allowed: 'a number as people dial it; no premium or mobile number',
      description: 'The number to dial; never a premium one.',
      effect: 'Written in the SMS about it.',
      examples: ['01 99 00 32 31'],
    }),
  }),
  {
    description: 'The accessible service for deaf callers, open the same hours as the line.',
    effect: 'Callers of the closed line may press 3, and get name and number by SMS. Left out, it is not offered.',
  },
).optional();

/**
 * A file of `administrations/`, described once: its type, its validation, the editor's JSON Schema and docs/configuration.md
 * come from here. The message of a fault says what is allowed; description, effect and examples are what people are shown.
 */
export const administrationSchema = z.strictObject({
  id: identifier({
    description: 'Names the stack, `Rappel-<id>`; unique over all files; never changed.',
    effect: 'Commands name the line by it (`npm run call -- caf`), and logs. Another id is another line.',
    examples: ['caf'],
  }),
  name: textWithout(nameFault, 'a short name', {
    allowed: allowedName,
    description: 'First word of every SMS, 20 characters at most.',
    effect: 'SMS begin "CAF : nous vous rappelons …".',
    examples: ['CAF'],
  }),
  spokenName: spokenText(60, {
    description: 'The name as callers hear it, with its article.',
    effect: 'Callers hear "Bonjour, ici la Caisse d\'allocations familiales."; so do those who are called back.',
    example: { fr: "la Caisse d'allocations familiales", en: 'the family benefits office' },
  }),
  region,
  account,
  alias,
  identity,
  publicNumber: textWithout(publicNumberFault, 'the number people dial', {
    allowed: 'ten digits that start with 01 to 05, 09 or 0800 to 0809, or a short number such as 3230; in quotes',
    description: 'The number people dial, as published; never a premium one.',
    effect: 'While the line has no number of its own, SMS name it as the number to call; then they name that one.',
    examples: ['3230'],
  }),
  number: numberSchema,
  timeZone: timeZoneSchema,
  holidays: holidaysSchema,
  hours: weeklyHours({
    description: 'Opening hours of the line, local time, 00:00 to 24:00; a day not named is closed.',
    effect:
      'Outside them, callers who choose a queue hear when the line opens, and may choose an hour to be called back; answers ' +
      'without an agent are given at any hour. Callbacks are made within them only.',
    examples: [
      {
        monday: ['09:00-16:30'],
        tuesday: ['09:00-12:00', '13:30-16:30'],
        wednesday: ['09:00-16:30'],
        thursday: ['09:00-16:30'],
        friday: ['09:00-16:30'],
      },
    ],
  }),
  languages,
  queues: queuesSchema,
  subjects: subjectsSchema,
  callback: callbackSchema,
  sms: smsSchema,
  survey: surveySchema,
  accessibility,
  quotas,
  retentionDays,
});
