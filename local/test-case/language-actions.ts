import { z } from 'zod';
import { isOperator } from '../../flow-language/conditions.ts';
import { isObject } from '../../flow-language/flow-document.ts';
import { behavior } from './language-overrides.ts';

const text = z.string('a text').min(1, 'not empty');

const keys = z
  .union([z.string(), z.number()], 'the keys, a text or a number')
  .transform(String)
  .refine((value) => /^[0-9*#]+$/.test(value), 'keys of a telephone: 0 to 9, * and #');

/** The word is another one on each page. */
const instructionsInWords: readonly unknown[] = ['Utterance', 'TextUtterance', 'TextInput'];
const instruction = z.discriminatedUnion(
  'Type',
  [
    z.object({ Type: z.literal('DtmfInput'), Properties: z.object({ Value: keys }) }),
    z.object({ Type: z.literal('Disconnect') }),
  ],
  {
    error: ({ input }) =>
      isObject(input) && instructionsInWords.includes(input.Type)
        ? 'words are for a bot, and none listens on this telephone line: DtmfInput or Disconnect'
        : 'DtmfInput or Disconnect',
  },
);

const assertion = z
  .object({
    Namespace: z.string('a reference').startsWith('$', 'a reference such as $.Attributes.subject'),
    Operator: z.string('an operator').refine((name) => name === 'Exists' || isOperator(name), 'no such operator'),
    Operand: z.union([z.string(), z.number()], 'a text').transform(String).optional(),
  })
  .refine(({ Operator, Operand }) => Operator === 'Exists' || Operand !== undefined, 'Operand is missing');

const ofEveryAction = {
  Identifier: text,
  Transitions: z.object({ NextAction: z.string('the name of an action').optional() }).optional(),
};
const echoed = <const Type extends string>(type: Type) => z.literal(type, `"${type}"`);

/** What a test does once it has observed something: Developer Guide, "Actions in the Testing language". */
export const testAction = z.discriminatedUnion(
  'Type',
  [
    z.object({
      ...ofEveryAction,
      Type: z.literal('SendInstruction'),
      Parameters: z.object({
        ActionType: echoed('SendInstruction'),
        Actor: z.literal('Customer', '"Customer"'),
        Instruction: instruction,
      }),
    }),
    z.object({ ...ofEveryAction, Type: z.literal('Assert'), Parameters: assertion }),
    z.object({
      ...ofEveryAction,
      Type: z.literal('OverrideSystemBehavior'),
      Parameters: z.object({ ActionType: echoed('OverrideSystemBehavior'), Behavior: behavior }),
    }),
    z.object({
      ...ofEveryAction,
      Type: z.literal('TestControl'),
      Parameters: z.object({
        ActionType: echoed('TestControl'),
        Command: z.object({ Type: z.literal('EndTest', '"EndTest"') }),
      }),
    }),
  ],
  'SendInstruction, Assert, OverrideSystemBehavior or TestControl',
);
export type TestAction = z.output<typeof testAction>;
export type Assertion = z.output<typeof assertion>;
