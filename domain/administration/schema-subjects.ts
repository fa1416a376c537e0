import { z } from 'zod';
import { transferNumberFault } from './publicly-known-numbers.ts';
import { identifier, smsText, spokenText, text, textWithout } from './schema-values.ts';

/** What callers choose from, on two levels: each subject leads to a queue, an answer, another line, or further subjects. */

const mostSubjects = 3;
const destinations = ['queue', 'information', 'transferNumber', 'subjects'];

const subject = {
  key: text(
    /^[1-8]$/,
    'one key, "1" to "8"; 9 (slower), 0 (an agent) and * (again) are reserved',
    'The key to press, "1" to "8".',
  ),
  id: identifier('Names the subject in reports; unique in the file.'),
  spoken: spokenText(100, 'What follows "pour": "vos droits et vos paiements".'),
};

/** What a subject may not have besides; of the second level, `subjects` are one level too many. */
const besides =
  (level: 'first' | 'second') =>
  (issue: z.core.$ZodRawIssue): string | undefined => {
    const further = issue.code === 'unrecognized_keys' ? destinations.filter((key) => issue.keys.includes(key)) : [];
    if (further.length === 0) return undefined;
    if (level === 'second' && further.includes('subjects')) return 'two levels of subjects, no third';
    return 'a subject has one of queue, information, transferNumber and subjects';
  };

/** Named in full where nothing says what the subject leads to. */
const queueName = z
  .string({
    error: ({ input }) =>
      input === undefined ? 'queue, or information, transferNumber, subjects' : 'the name of a queue',
  })
  .describe('The queue it leads to, one of queues.');

const information = z
  .strictObject({
    spoken: spokenText(1000, 'The answer itself, read aloud.'),
    sms: smsText('The same by SMS, for callers who ask for it; the name of the administration comes first.').optional(),
  })
  .describe('An answer that needs no agent.');

const transferNumber = textWithout(
  transferNumberFault,
  'E.164: "+33" and nine digits',
  'The line of another administration that the call is handed over to, E.164.',
);

const leadingTo = (level: 'first' | 'second') => ({
  queue: z.strictObject({ ...subject, queue: queueName }, { error: besides(level) }),
  information: z.strictObject({ ...subject, information }, { error: besides(level) }),
  transfer: z.strictObject({ ...subject, transferNumber }, { error: besides(level) }),
});

const first = leadingTo('first');
const second = leadingTo('second');
export const queueSubjectSchema = second.queue;
export const informationSubjectSchema = second.information;
export const transferSubjectSchema = second.transfer;

const allowedList = 'a list of subjects';
const tooMany = 'at most three subjects: callers do not remember more';

export const menuSubjectSchema = z.strictObject(
  {
    ...subject,
    subjects: z
      .array(
        z.union([second.queue, second.information, second.transfer], {
          error: 'a map: key, id, spoken, and queue, information or transferNumber',
        }),
        { error: allowedList },
      )
      .min(1, { error: 'at least one subject' })
      .max(mostSubjects, { error: tooMany })
      .describe('A second choice, of three subjects at most; what is chosen leads on.'),
  },
  { error: besides('first') },
);

export const subjectsSchema = z
  .array(
    z.union([first.queue, first.information, first.transfer, menuSubjectSchema], {
      error: 'a map: key, id, spoken, and queue, information, transferNumber or subjects',
    }),
    { error: allowedList },
  )
  .max(mostSubjects, { error: tooMany })
  .describe('What callers choose from, three at most.');
