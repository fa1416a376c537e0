import { z } from 'zod';
import { identifier, notBuiltYet, spokenText, text, weeklyHours, wholeNumber } from './schema-values.ts';

/** What callers choose from, and the queues of agents it leads to. */

const agents = (description: string) => wholeNumber(0, 10_000, 'agents', description);

export const queueSchema = z.strictObject({
  agents: z
    .strictObject({ default: agents('Agents on duty at any hour that no range names.') })
    .catchall(agents('Agents on duty in that range, "HH:MM-HH:MM" local time.'))
    .meta({
      description: 'Agents on duty by local time: default, and ranges "HH:MM-HH:MM" that replace it.',
      propertyNames: { pattern: String.raw`^(default|\d\d:\d\d-\d\d:\d\d)$` },
    }),
  handleTimeSeconds: wholeNumber(
    30,
    7200,
    'seconds',
    'Mean time an agent spends on a call, with what follows it, in seconds.',
  ),
  patienceSeconds: wholeNumber(
    30,
    7200,
    'seconds',
    'Mean time callers would wait before they hang up, in seconds.',
  ).default(360),
  hours: weeklyHours('Hours of this queue where they differ from those of the line, every open day named.').default({}),
});

const subject = {
  key: text(
    /^[1-8]$/,
    'one key, "1" to "8"; 9 (slower), 0 (an agent) and * (again) are reserved',
    'The key to press, "1" to "8".',
  ),
  id: identifier('Names the subject in reports; unique in the file.'),
  spoken: spokenText(100, 'What follows "pour": "vos droits et vos paiements".'),
  transferNumber: notBuiltYet('transferNumber'),
  subjects: notBuiltYet('a second level of subjects'),
};

function eitherOr(issue: z.core.$ZodRawIssue): string | undefined {
  const both = issue.code === 'unrecognized_keys' && issue.keys.some((key) => key === 'queue' || key === 'information');
  return both ? 'a subject leads to a queue or gives information, not both' : undefined;
}

export const queueSubjectSchema = z.strictObject(
  {
    ...subject,
    queue: z.string({ error: 'the name of a queue' }).describe('The queue it leads to, one of queues.'),
  },
  { error: eitherOr },
);

export const informationSubjectSchema = z.strictObject(
  {
    ...subject,
    information: z
      .strictObject({
        spoken: spokenText(1000, 'The answer itself, read aloud.'),
        sms: notBuiltYet('information.sms'),
      })
      .describe('An answer that needs no agent, in place of a queue.'),
  },
  { error: eitherOr },
);

export const subjectsSchema = z
  .array(
    z.union([queueSubjectSchema, informationSubjectSchema], {
      error: 'a map: key, id, spoken, and queue or information',
    }),
    { error: 'a list of subjects' },
  )
  .max(3, { error: 'at most three subjects: callers do not remember more' })
  .describe('What callers choose from, three at most.');
