import { z } from 'zod';
import { septets } from '../sms/gsm7.ts';
import { builtLanguages } from './language.ts';
import { publicNumberFault } from './publicly-known-numbers.ts';
import { callbackSchema, smsSchema, surveySchema } from './schema-callback.ts';
import { holidaysSchema, numberSchema, timeZoneSchema } from './schema-line.ts';
import { queueSchema } from './schema-queues.ts';
import { subjectsSchema } from './schema-subjects.ts';
import { identifier, oneOf, spokenText, text, textWithout, weeklyHours, wholeNumber } from './schema-values.ts';

const longestNameSeptets = 20;

/** SMS are one part of 160 septets, name and all. */
function nameFault(name: string): string | undefined {
  const size = septets(name);
  if (size === undefined) return 'letters that SMS can carry in one part: no ê, ô, û, ë, ï, ç, œ';
  if (size > longestNameSeptets || !/^\S.*$/.test(name)) return `1 to ${longestNameSeptets} characters on one line`;
  return undefined;
}

const languages = z
  .array(z.enum(builtLanguages, { error: `not built yet: languages other than ${builtLanguages.join(', ')}` }), {
    error: 'a list of languages',
  })
  .default(['fr'])
  .describe('Languages of the line; French is always one.');

/** The service itself decides who interprets; callers are told its name and its number. */
const accessibility = z
  .strictObject({
    name: textWithout(nameFault, 'a short name', 'Name of the service, 20 characters at most.'),
    number: textWithout(publicNumberFault, 'the number people dial', 'The number to dial; never a premium one.'),
  })
  .optional()
  .describe('The accessible service for deaf callers, open the same hours as the line; announced, and sent by SMS.');

const quotas = z
  .strictObject({
    outboundCallsPerSecond: wholeNumber(
      1,
      50,
      'calls a second',
      'Raised quota of StartOutboundVoiceContact, in calls a second; 1 where absent.',
    ).optional(),
  })
  .default({})
  .describe('AWS quotas that were raised for this account.');

/** CloudWatch Logs keeps logs for these numbers of days only (PutRetentionPolicy). */
const logRetentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const retentionDays = z
  .strictObject({
    bookings: wholeNumber(1, 365, 'days', 'How long a booking is kept once its day is over, in days.').default(30),
    reports: wholeNumber(1, 3650, 'days', 'How long reports are kept, in days.').default(400),
    logs: oneOf(logRetentionDays, 'days, as CloudWatch Logs has them', 'How long logs are kept, in days.').default(90),
  })
  .prefault({})
  .describe('How long what is stored is kept.');

/**
 * A file of `administrations/`, described once: its type, its validation and the editor's JSON Schema come from here.
 * The message of a fault says what is allowed; the description of a key is what the editor shows.
 */
export const administrationSchema = z.strictObject({
  id: identifier('Names the stack, Rappel-<id>; unique over all files; never changed.'),
  name: textWithout(nameFault, 'a short name', 'First word of every SMS, 20 characters at most.'),
  spokenName: spokenText(60, 'The name as callers hear it, with its article.'),
  region: z
    .enum(['eu-central-1', 'eu-west-2'], {
      error: 'Amazon Connect exists in eu-central-1 and eu-west-2 in Europe, not in Paris',
    })
    .describe('AWS region: eu-central-1 (Frankfurt) or eu-west-2 (London); never changed.'),
  account: text(
    /^\d{12}$/,
    'the twelve digits of an AWS account',
    'AWS account, twelve digits; where absent, that of the credentials.',
  ).optional(),
  alias: text(
    /^(?!d-)[a-z0-9](?:[a-z0-9-]{0,43}[a-z0-9])?$/,
    '1 to 45 lower-case letters, digits and hyphens, not "d-" first, no hyphen at either end',
    'Alias of the Connect instance: unique in the world, never changed.',
  ),
  identity: z
    .enum(['saml', 'connect'], { error: 'saml or connect' })
    .describe('Where agents sign in: saml (your directory) or connect (Amazon Connect); never changed.'),
  publicNumber: textWithout(
    publicNumberFault,
    'the number people dial',
    'The number people dial, as published; never a premium one.',
  ),
  number: numberSchema,
  timeZone: timeZoneSchema,
  holidays: holidaysSchema,
  hours: weeklyHours('Opening hours of the line, local time, 00:00 to 24:00; a day not named is closed.'),
  languages,
  queues: z
    .record(identifier('Name of a queue, in keys and reports.'), queueSchema, { error: 'a map of queues by name' })
    .describe('The queues of agents, by name.'),
  subjects: subjectsSchema,
  callback: callbackSchema,
  sms: smsSchema,
  survey: surveySchema,
  accessibility,
  quotas,
  retentionDays,
});
