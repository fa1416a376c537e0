import { z } from 'zod';
import { informationSubjectExample, menuSubjectExample, queueSubjectExample } from './example-subjects.ts';
import { information, queueName, subject, transferNumber } from './schema-subject-values.ts';
import { described } from './schema-values.ts';

/** What callers choose from, on two levels: each subject leads to a queue, an answer, another line, or further subjects. */

const mostSubjects = 3;
const destinations = ['queue', 'information', 'transferNumber', 'subjects'];

/** What a subject may not have besides; of the second level, `subjects` are one level too many. */
const besides =
  (level: 'first' | 'second') =>
  (issue: z.core.$ZodRawIssue): string | undefined => {
    const further = issue.code === 'unrecognized_keys' ? destinations.filter((key) => issue.keys.includes(key)) : [];
    if (further.length === 0) return undefined;
    if (level === 'second' && further.includes('subjects')) return 'two levels of subjects, no third';
    return 'a subject has one of queue, information, transferNumber and subjects';
  };

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

const secondLevel = described(
  z
    .array(
      z.union([second.queue, second.information, second.transfer], {
        error: 'a map: key, id, spoken, and queue, information or transferNumber',
      }),
      { error: allowedList },
    )
    .min(1, { error: 'at least one subject' })
    .max(mostSubjects, { error: tooMany }),
  {
    description: 'A second choice, of three subjects at most; what is chosen leads on.',
    effect:
      'Pressing the key leads to a second menu, of which each subject is written like one of the first; there is no third.',
    examples: [menuSubjectExample.subjects],
  },
  'one to three subjects, each with key, id, spoken, and queue, information or transferNumber',
);

export const menuSubjectSchema = z.strictObject({ ...subject, subjects: secondLevel }, { error: besides('first') });

export const subjectsSchema = described(
  z
    .array(
      z.union([first.queue, first.information, first.transfer, menuSubjectSchema], {
        error: 'a map: key, id, spoken, and queue, information, transferNumber or subjects',
      }),
      { error: allowedList },
    )
    .max(mostSubjects, { error: tooMany }),
  {
    description: 'What callers choose from, three at most.',
    effect:
      'The first menu, after the greeting. Each subject leads to a queue, an answer, another line or a second menu.',
    examples: [[queueSubjectExample, informationSubjectExample, menuSubjectExample]],
  },
  'one to three subjects, each with key, id, spoken, and one of queue, information, transferNumber and subjects',
);
