import { z } from 'zod';
import { described, oneOf, text, wholeNumber } from './schema-values.ts';

/** What the cloud team decides: where the line runs, how agents sign in, how long data are kept. */

export const quotas = described(
  z.strictObject({
    outboundCallsPerSecond: wholeNumber(1, 50, 'calls a second', {
      description: 'Raised quota of StartOutboundVoiceContact, in calls a second; 1 where absent.',
      effect:
        'Callbacks are dialled no faster. Where AWS allows less, the calls beyond are refused, and dialled again soon after.',
      examples: [5],
    }).optional(),
    concurrentCalls: wholeNumber(1, 10_000, 'calls at once', {
      description: 'Raised quota of calls at once of the Connect instance; 10 where absent.',
      effect:
        'The local contact centre refuses calls beyond it, as Connect does with a busy tone; where it is absent it refuses none, and only counts how much of 10 is used.',
      examples: [120],
    }).optional(),
  }),
  {
    description: 'AWS quotas that were raised for this account.',
    effect: 'Nothing is raised by writing it here: AWS is asked first.',
  },
).default({});

/** CloudWatch Logs keeps logs for these numbers of days only (PutRetentionPolicy). */
const logRetentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const retentionDays = described(
  z
    .strictObject({
      bookings: wholeNumber(1, 365, 'days', {
        description: 'How long a booking is kept once its day is over, in days.',
        effect: 'Number, hour, subject and code of a callback, and what was sent about it, are then deleted.',
        examples: [60],
      }).default(30),
      reports: wholeNumber(1, 3650, 'days', {
        description: 'How long reports are kept, in days.',
        effect: 'Answers to the two questions are deleted after as long.',
        examples: [730],
      }).default(400),
      logs: oneOf(logRetentionDays, 'days, as CloudWatch Logs has them', {
        description: 'How long logs are kept, in days.',
        effect: 'Logs of functions and of flows are deleted after as long; none holds a telephone number.',
        examples: [365],
      }).default(90),
    })
    .prefault({}),
  {
    description: 'How long what is stored is kept.',
    effect: 'What the data protection register says of the line. Contact records of Amazon Connect are not concerned.',
  },
);

const regions = 'Amazon Connect exists in eu-central-1 and eu-west-2 in Europe, not in Paris';

export const region = described(
  z.enum(['eu-central-1', 'eu-west-2'], { error: regions }),
  {
    description: 'AWS region: eu-central-1 (Frankfurt) or eu-west-2 (London); never changed.',
    effect: 'Where calls are handled and data are kept. Another region is another line beside the first.',
    examples: ['eu-central-1'],
  },
  'eu-central-1 or eu-west-2',
);

export const account = text(/^\d{12}$/, 'the twelve digits of an AWS account', {
  description: 'AWS account, twelve digits; where absent, that of the credentials.',
  effect: 'Named, a deployment with the credentials of another account is refused.',
  examples: ['111111111111'],
}).optional();

export const alias = text(
  /^(?!d-)[a-z0-9](?:[a-z0-9-]{0,43}[a-z0-9])?$/,
  '1 to 45 lower-case letters, digits and hyphens, not "d-" first, no hyphen at either end',
  {
    description: 'Alias of the Connect instance: unique in the world, never changed.',
    effect:
      'Agents sign in at `https://<alias>.my.connect.aws`. Changed, CloudFormation makes a new instance, without the number.',
    examples: ['rappel-caf'],
  },
);

export const identity = described(
  z.enum(['saml', 'connect'], { error: 'saml or connect' }),
  {
    description: 'Where agents sign in: saml (your directory) or connect (Amazon Connect); never changed.',
    effect:
      'saml: agents use the password they have. connect: they get one more. Changed, CloudFormation makes a new instance.',
    examples: ['saml'],
  },
  'saml or connect',
);
