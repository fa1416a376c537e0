import { z } from 'zod';
import { informationSubjectExample, queueSubjectExample } from './example-subjects.ts';
import { transferNumberFault } from './publicly-known-numbers.ts';
import { smsText, spokenText } from './schema-texts.ts';
import { described, identifier, text, textWithout } from './schema-values.ts';

/** What a subject is made of. */

export const subject = {
  key: text(/^[1-8]$/, 'one key, "1" to "8"; 9 (slower), 0 (an agent) and * (again) are reserved', {
    description: 'The key to press, "1" to "8", once a menu.',
    effect:
      'Heard from the first word of the greeting on. Where the line speaks English, 8 of the first menu is its key and no ' +
      'subject may have it.',
    examples: ['1'],
  }),
  id: identifier({
    description: 'Names the subject in reports; unique in the file.',
    effect: 'Kept with the call as the contact attribute `subject`. Callers never hear it.',
    examples: ['allocations'],
  }),
  spoken: spokenText(100, {
    description: 'What follows "pour": "vos droits et vos paiements".',
    effect:
      'Callers hear "Pour vos droits et vos paiements, tapez 1.", agents a whisper before they answer. The choices of a menu have ' +
      '30 words in all, since nobody listens longer than 12 seconds.',
    example: queueSubjectExample.spoken,
  }),
};

/** Named in full where nothing says what the subject leads to. */
export const queueName = described(
  z.string({
    error: ({ input }) =>
      input === undefined ? 'queue, or information, transferNumber, subjects' : 'the name of a queue',
  }),
  {
    description: 'The queue it leads to, one of queues.',
    effect:
      'Callers wait there, or are offered a callback from it. Whoever presses 0, a wrong key or nothing goes where the first such ' +
      'subject of the file leads.',
    examples: ['allocations'],
  },
  'the name of a queue',
);

export const information = described(
  z.strictObject({
    spoken: spokenText(1000, {
      description: 'The answer itself, read aloud.',
      effect:
        'Callers hear it at any hour, then may press 0 for an agent, 1 for the SMS where there is one, * to hear it again.',
      example: informationSubjectExample.information.spoken,
    }),
    sms: smsText({
      description: 'The same by SMS, for callers who ask for it; the name of the administration comes first.',
      effect:
        'After the answer callers may press 1 for it: once in a call, five texts a person and day. Left out, it is not offered.',
      example: informationSubjectExample.information.sms,
    }).optional(),
  }),
  {
    description: 'An answer that needs no agent.',
    effect:
      'Callers are helped without waiting, also when the line is closed; the two questions may follow (`survey.afterInformation`).',
  },
);

export const transferNumber = textWithout(transferNumberFault, 'E.164: "+33" and nine digits', {
  allowed: 'E.164: "+33" and nine digits; no short, premium or mobile number, and no way back to this line',
  description: 'The line of another administration that the call is handed over to, E.164.',
  effect:
    'Callers hear that they are put through, at no cost; it rings for 30 seconds. Where nobody answers they try again, choose ' +
    'another subject, or press 0 for an agent.',
  examples: ['+33199003646'],
});
