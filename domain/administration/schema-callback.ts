import { z } from 'zod';
import { described, oneOf, wholeNumber, yesOrNo } from './schema-values.ts';

/** What is promised to callers, and what they are asked afterwards. */

const allowedShare = 'a share above 0, up to 1';
const allowedSeats = 'auto, or seats, a whole number from 0 to 10000';

const wholeSeats = z.int().min(0, { error: allowedSeats }).max(10_000, { error: allowedSeats });
const seats = z.union([z.literal('auto'), wholeSeats], { error: allowedSeats });
const share = z.number({ error: allowedShare }).gt(0, { error: allowedShare }).max(1, { error: allowedShare });

export const callbackSchema = described(
  z
    .strictObject({
      offerAboveSeconds: wholeNumber(0, 3600, 'seconds', {
        description: 'A callback is offered when one caller in five would wait longer than this, in seconds.',
        effect:
          'Below it callers hear their place and their wait, and simply wait. It is offered at any wait when the wait is not ' +
          'known or has grown; only an hour is offered when nobody is there or the line closes first.',
        examples: [300],
      }).default(180),
      offerEveryMinutes: wholeNumber(1, 10, 'minutes', {
        description: 'A caller in the queue is offered a callback again after this time, in minutes.',
        effect: 'In between, the queue tells place and wait without the offer.',
        examples: [5],
      }).default(3),
      horizonDays: wholeNumber(0, 14, 'days', {
        description: 'Hours are offered today and on this many days after on which the line opens.',
        effect: 'With 0 callers can choose an hour of today only; in the evening there is then none left.',
        examples: [5],
      }).default(2),
      slotMinutes: oneOf([10, 15, 20, 30, 60], 'minutes that divide an hour', {
        description: 'Length of the window announced for a callback, in minutes.',
        effect:
          'With 30 the SMS says "entre 10h30 et 11h". Windows follow one another from the opening; a remainder shorter than ' +
          'one, before lunch or closing, is not offered. A callback not attempted in its window moves on, with an apology.',
        examples: [60],
      }).default(30),
      seats: described(
        seats,
        {
          description:
            'Callbacks promised in each window of a queue: auto computes them, a number is the same for all.',
          effect:
            'auto is slot / handle time × agents on duty × share, rounded down, and half of it for a later day. A window ' +
            'without a seat left is not offered; with 0 no hour is offered at all.',
          examples: ['auto', 12],
        },
        allowedSeats,
      ).default('auto'),
      share: described(
        share,
        {
          description: 'Share of the computed seats that are promised, above 0 and up to 1.',
          effect:
            'Lower, fewer hours are promised and more agents are left for those who wait. Without effect on seats given as a number.',
          examples: [0.7],
        },
        allowedShare,
      ).default(0.85),
      attempts: wholeNumber(1, 3, 'attempts', {
        description: 'How often a caller who does not answer is called, in all.',
        effect:
          'After each one but the last, an SMS says when we try again; after the last, an SMS says that it is over. At the ' +
          'last, who picks up and presses no key is put through to an agent all the same. Connect rings as often for a place ' +
          'that was kept.',
        examples: [3],
      }).default(2),
      retryMinutes: wholeNumber(1, 240, 'minutes', {
        description: 'Time from one attempt to the next, in minutes.',
        effect: 'Where the queue is closed by then, a booked hour is tried again when it next opens.',
        examples: [45],
      }).default(20),
    })
    .prefault({}),
  {
    description: 'Callbacks: when they are offered, how many are promised, how often somebody is called.',
    effect: 'What callers are offered instead of waiting, and what it costs those who wait.',
  },
);

export const surveySchema = described(
  z
    .strictObject({
      afterInformation: yesOrNo({
        description: 'Ask callers helped by information alone, too.',
        effect: 'true: after an answer without an agent, the two questions follow. false: the line says goodbye.',
        examples: [true],
      }).default(true),
      afterNoAnswer: yesOrNo({
        description: 'Call those who were never served once, later and by a machine, to ask them too.',
        effect:
          'true: who left without an agent, a promise or an information, and whom we gave up calling back, is called once ' +
          'within four days, from 10 to 13 and 14 to 20 hours, Monday to Friday; 0 leads to an agent, 2 ends such calls for ever. ' +
          'A queue that is never open then is refused. false: nobody is called for it.',
        examples: [true],
      }).default(false),
    })
    .prefault({}),
  {
    description: 'The two questions after a call.',
    effect: 'Callers served by an agent, or called back, are always asked; here is who else is.',
  },
);
