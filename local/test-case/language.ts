import { z } from 'zod';
import { testAction } from './language-actions.ts';
import { expectedEvent } from './language-events.ts';

const text = z.string('a text').min(1, 'not empty');

const usageTypes = ['Exactly', 'AtLeast', 'AtMost', 'Always'] as const;
const usageWords = usageTypes.join(', ');
/** An older page writes them in capitals. */
const usageType = z
  .string(usageWords)
  .transform((word) => usageTypes.find((type) => [type, type.toUpperCase()].includes(word.replace('_', ''))))
  .refine((type) => type !== undefined, usageWords);

const usage = z
  .object({ Type: usageType, Times: z.int('a whole number').min(1, 'at least 1').optional() })
  .refine(({ Type, Times }) => Times !== undefined || (Type !== 'AtLeast' && Type !== 'AtMost'), 'Times is missing')
  .transform(({ Type, Times = 1 }) => ({ type: Type, times: Times }));

const observation = z.object({
  Identifier: text,
  Event: expectedEvent,
  Actions: z.array(testAction, 'a list of actions').optional(),
  Usage: usage.optional(),
  Transitions: z.object({ NextObservations: z.array(text, 'a list of observations').optional() }).optional(),
});

/**
 * The content of a test case: Developer Guide, "Testing language", version 2019-10-30. What it does not name is not looked at. Each refusal
 * says what would be right.
 */
export const testContent = z.object({
  Version: z.literal('2019-10-30', '"2019-10-30"'),
  Observations: z.array(observation, 'a list of observations').min(1, 'at least one observation'),
});
export type Observation = z.output<typeof observation>;
export type Usage = z.output<typeof usage>;
