import { z } from 'zod';
import { firstDeployedYear } from './deployed-closures.ts';
import { displayedNumberFault } from './publicly-known-numbers.ts';
import { dates, described, text, textWithout, wholeNumber, yesOrNo } from './schema-values.ts';

/** The line itself: its number, its clock, its holidays. */

const connectNumber = z.strictObject({
  arn: text(/^arn:aws:connect:[a-z0-9-]+:\d{12}:phone-number\/[A-Za-z0-9-]+$/, 'the ARN of a Connect phone number', {
    allowed: 'the ARN of a Connect phone number, in the region and account of this administration',
    description: 'ARN of the number, in the region and account of this administration.',
    effect:
      'The deployment places the number on the instance and lets its calls enter the line; callbacks show it. Deleting the ' +
      'stack detaches it, and never releases it.',
    examples: ['arn:aws:connect:eu-central-1:111111111111:phone-number/6d1d1ec0-3b8a-4c47-9b5d-1d0f5f2f3c11'],
  }),
  displayed: textWithout(displayedNumberFault, 'E.164: "+33" and nine digits', {
    allowed: 'E.164: "+33" and nine digits; no premium or mobile number',
    description: 'The number itself, E.164: caller ID of callbacks, written in SMS.',
    effect: 'A call that shows this number was forwarded: its caller counts as hidden, and is asked for a number.',
    examples: ['+33199003230'],
  }),
  takeOver: yesOrNo({
    description: 'true: take the number from another instance on which it is in use.',
    effect:
      'false: where another instance has the number, the deployment fails and says so, and its line keeps ringing.',
    examples: [true],
  }).default(false),
});

const allowedNumber = 'none, or { arn, displayed, takeOver }';

export const numberSchema = described(
  z.union([z.literal('none'), connectNumber], { error: allowedNumber }),
  {
    description:
      'none until the number has been ordered or ported for the instance, which the first deployment creates.',
    effect:
      'none: nobody can ring the deployed line. On the laptop it has +33 1 99 00 and the last four digits of publicNumber.',
    examples: [
      {
        arn: 'arn:aws:connect:eu-central-1:111111111111:phone-number/6d1d1ec0-3b8a-4c47-9b5d-1d0f5f2f3c11',
        displayed: '+33199003230',
        takeOver: false,
      },
      'none',
    ],
  },
  allowedNumber,
).default('none');

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

export const timeZoneSchema = described(
  z
    .string({ error: allowedTimeZone })
    .refine((zone) => timeZones.includes(zone), { error: allowedTimeZone })
    .meta({ enum: timeZones }),
  {
    description: 'Time zone of every hour in the file.',
    effect: 'When the line opens, and which hours callers hear and read; summer time is followed.',
    examples: ['Indian/Reunion'],
  },
  allowedTimeZone,
).default('Europe/Paris');

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

const allowedZones = `one of ${holidayZones.join(', ')}`;

export const holidaysSchema = described(
  z
    .strictObject({
      zone: described(
        z.enum(holidayZones, { error: allowedZones }),
        {
          description: 'Whose public holidays the line observes.',
          effect:
            'alsace-moselle adds Good Friday and 26 December, an overseas zone its own day or days. Customary days go into ' +
            'holidays.extra.',
          examples: ['alsace-moselle'],
        },
        allowedZones,
      ).default('metropole'),
      through: wholeNumber(firstDeployedYear, 2035, 'a year', {
        description: 'Last year whose movable holidays are deployed; raise it before it ends.',
        effect:
          'From the next year on, Amazon Connect would take Easter Monday, Ascension and Whit Monday for working days: callers ' +
          'would queue where nobody is. Fixed dates recur by themselves.',
        examples: [2029],
      }).default(defaultThrough),
      extra: dates({
        description: 'Further dates on which the line is closed, "YYYY-MM-DD".',
        effect: 'Callers hear that the line is closed and when it opens; no callback is offered or made on that day.',
        examples: [['2026-12-24']],
      }),
      openOn: dates({
        description: 'Public holidays on which the line is open all the same, "YYYY-MM-DD".',
        effect: 'The line opens at the hours of that weekday, and callbacks are offered.',
        examples: [['2026-11-11']],
      }),
    })
    .prefault({}),
  {
    description: 'Public holidays, on which the line is closed.',
    effect:
      'Callers hear when the line opens next, and no callback is offered or made. Amazon Connect keeps 50 closed days: with many ' +
      'dates in extra or openOn, lower through.',
  },
);
