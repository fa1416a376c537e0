import { getCountries } from 'libphonenumber-js/max';
import { z } from 'zod';
import { identifier, oneOf, smsText, textWithout, wholeNumber } from './schema-values.ts';
import { senderIdFault } from './sender-id.ts';

/** What is promised to callers, how it is written to them, and what they are asked afterwards. */

const allowedShare = 'a share above 0, up to 1';

export const callbackSchema = z
  .strictObject({
    offerAboveSeconds: wholeNumber(
      0,
      3600,
      'seconds',
      'A callback is offered when one caller in five would wait longer than this, in seconds.',
    ).default(180),
    offerEveryMinutes: wholeNumber(
      1,
      10,
      'minutes',
      'A caller in the queue is offered a callback again after this time, in minutes.',
    ).default(3),
    horizonDays: wholeNumber(
      0,
      14,
      'days',
      'Hours are offered today and on this many days after on which the line opens.',
    ).default(2),
    slotMinutes: oneOf(
      [10, 15, 20, 30, 60],
      'minutes that divide an hour',
      'Length of the window announced for a callback, in minutes.',
    ).default(30),
    seats: z
      .union([z.literal('auto'), wholeNumber(0, 10_000, 'auto, or seats', 'The same number for every slot.')], {
        error: 'auto, or seats, a whole number from 0 to 10000',
      })
      .default('auto')
      .describe('Callbacks promised in each slot: auto computes them from agents and handle time.'),
    share: z
      .number({ error: allowedShare })
      .gt(0, { error: allowedShare })
      .max(1, { error: allowedShare })
      .default(0.85)
      .describe('Share of the computed seats that are promised, above 0 and up to 1.'),
    attempts: wholeNumber(1, 3, 'attempts', 'How often a caller who does not answer is called, in all.').default(2),
    retryMinutes: wholeNumber(1, 240, 'minutes', 'Time from one attempt to the next, in minutes.').default(20),
  })
  .prefault({})
  .describe('Callbacks at a booked hour.');

const allowedCountry = 'an ISO 3166 country code in capitals, such as FR';
const country = z
  .string({ error: allowedCountry })
  .refine((code) => getCountries().some((known) => known === code), { error: allowedCountry })
  .meta({ pattern: '^[A-Z]{2}$' });

export const smsSchema = z
  .strictObject({
    senderId: textWithout(
      senderIdFault,
      '3 to 11 letters and digits',
      'Name that SMS come from, 3 to 11 letters and digits, authorised by the operators.',
    ),
    countries: z
      .array(country, { error: 'a list of country codes' })
      .default(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC'])
      .describe('Countries whose numbers are written to and called back; overseas territories count one by one.'),
    texts: z
      .record(identifier('Name of a text, as agents choose it.'), smsText('One text, after the name.'), {
        error: 'a map of texts by name',
      })
      .default({})
      .describe('What agents send during or after a call, by name: a list of documents, an address.'),
  })
  .describe('SMS to callers, one way.');

export const surveySchema = z
  .strictObject({
    afterInformation: z
      .boolean({ error: 'true or false' })
      .default(true)
      .describe('Ask callers helped by information alone, too.'),
    afterNoAnswer: z
      .boolean({ error: 'true or false' })
      .default(false)
      .describe('Call those who were never served once, later and by a machine, to ask them too.'),
  })
  .prefault({})
  .describe('The two questions after a call.');
