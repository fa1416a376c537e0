import { z } from 'zod';
import { firstDeployedYear } from './deployed-closures.ts';
import { displayedNumberFault } from './publicly-known-numbers.ts';
import { dates, text, textWithout, wholeNumber } from './schema-values.ts';

/** The line itself: its number, its clock, its holidays. */

const connectNumber = z.strictObject({
  arn: text(
    /^arn:aws:connect:[a-z0-9-]+:\d{12}:phone-number\/[A-Za-z0-9-]+$/,
    'the ARN of a Connect phone number',
    'ARN of the number, in the region and account of this administration.',
  ),
  displayed: textWithout(
    displayedNumberFault,
    'E.164: "+33" and nine digits',
    'The number itself, E.164: caller ID of callbacks, written in SMS.',
  ),
  takeOver: z
    .boolean({ error: 'true or false' })
    .default(false)
    .describe('true: take the number from another instance on which it is in use.'),
});

export const numberSchema = z
  .union([z.literal('none'), connectNumber], { error: 'none, or { arn, displayed, takeOver }' })
  .default('none')
  .describe('none until the number has been ordered or ported for the instance, which the first deployment creates.');

const timeZones = [
  'Europe/Paris',
  'America/Cayenne',
  'America/Guadeloupe',
  'America/Marigot',
  'America/Martinique',
  'America/Miquelon',
  'America/St_Barthelemy',
  'Indian/Kerguelen',
  'Indian/Mayotte',
  'Indian/Reunion',
  'Pacific/Gambier',
  'Pacific/Marquesas',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Wallis',
];
const allowedTimeZone = `a time zone of France: ${timeZones.join(', ')}`;

export const timeZoneSchema = z
  .string({ error: allowedTimeZone })
  .refine((zone) => timeZones.includes(zone), { error: allowedTimeZone })
  .default('Europe/Paris')
  .meta({ description: 'Time zone of every hour in the file.', enum: timeZones });

const holidayZones = [
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint-barthelemy',
  'saint-martin',
  'saint-pierre-et-miquelon',
  'wallis-et-futuna',
  'polynesie',
  'nouvelle-caledonie',
] as const;

export const defaultThrough = 2028;

export const holidaysSchema = z
  .strictObject({
    zone: z
      .enum(holidayZones, { error: `one of ${holidayZones.join(', ')}` })
      .default('metropole')
      .describe('Whose public holidays the line observes.'),
    through: wholeNumber(
      firstDeployedYear,
      2035,
      'a year',
      'Last year whose movable holidays are deployed; raise it before it ends.',
    ).default(defaultThrough),
    extra: dates('Further dates on which the line is closed, "YYYY-MM-DD".'),
    openOn: dates('Public holidays on which the line is open all the same, "YYYY-MM-DD".'),
  })
  .prefault({})
  .describe('Public holidays, on which the line is closed.');
