import { z } from 'zod';
import { isObject } from '../../flow-language/flow-document.ts';

const text = z.string('a text').min(1, 'not empty');
const DelaySeconds = z.number('a number of seconds').min(0, 'not negative').optional();

/** The pages of overrides name the action without "Contact"; the flow language has it. */
const dequeue = ['DequeueAndTransferToQueue', 'DequeueContactAndTransferToQueue'] as const;

const substitute = z.object({ Type: z.literal('SubstituteResource'), SubstituteArn: text });

function errorOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  const Value = z.enum(values, values.join(' or '));
  return z.object({ Type: z.literal('Error'), Error: z.object({ Value, DelaySeconds }) });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const serialised = z
  .string('the answer as JSON in a text')
  .transform(parsed)
  .refine(isObject, 'a JSON object, in a text')
  .optional();

/** `LoadedData` is documented; `Value` is what others report to work as well. */
const answer = z
  .object({ LoadedData: serialised, Value: serialised, DelaySeconds })
  .refine(({ LoadedData, Value }) => (LoadedData === undefined) !== (Value === undefined), 'LoadedData is missing')
  .transform((result) => ({ answer: result.LoadedData ?? result.Value ?? {}, delaySeconds: result.DelaySeconds ?? 0 }));

const strategies = 'SubstituteResource or MockResponse';
const ofService = errorOf(['TimeLimitExceeded', 'NoMatchingError']);
const serviceStrategy = z.discriminatedUnion(
  'Type',
  [
    substitute,
    ofService,
    z.object({
      Type: z.literal('MockResponse'),
      Response: z.discriminatedUnion(
        'Type',
        [z.object({ Type: z.literal('ExecutionResult'), ExecutionResult: answer }), ofService],
        'ExecutionResult or Error',
      ),
    }),
  ],
  strategies,
);

const ofHours = errorOf(['NoMatchingError']);
const hoursStrategy = z.discriminatedUnion(
  'Type',
  [
    substitute,
    ofHours,
    z.object({
      Type: z.literal('MockResponse'),
      Response: z.discriminatedUnion(
        'Type',
        [
          z.object({
            Type: z.literal('ExecutionResult'),
            ExecutionResult: z.object({ Value: z.enum(['InHours', 'OutOfHours'], 'InHours or OutOfHours') }),
          }),
          ofHours,
        ],
        'ExecutionResult or Error',
      ),
    }),
  ],
  strategies,
);

const ofQueue = errorOf(['QueueAtCapacity', 'NoMatchingError']);
const queueResponse = z.discriminatedUnion('Type', [ofQueue], 'Error: a queue has no result');
const queueStrategy = z.discriminatedUnion(
  'Type',
  [substitute, ofQueue, z.object({ Type: z.literal('MockResponse'), Response: queueResponse })],
  strategies,
);

const queue = z.object({ QueueId: text });
const flowAction = z.discriminatedUnion(
  'ActionType',
  [
    z.object({
      ActionType: z.literal('InvokeLambdaFunction'),
      ActionParameters: z.object({ LambdaFunctionARN: text }),
      Strategy: serviceStrategy,
    }),
    z.object({
      ActionType: z.literal('CheckHoursOfOperation'),
      ActionParameters: z.object({ HoursOfOperationId: text }),
      Strategy: hoursStrategy,
    }),
    z.object({ ActionType: z.literal('TransferContactToQueue'), ActionParameters: queue, Strategy: queueStrategy }),
    z.object({ ActionType: z.enum(dequeue), ActionParameters: queue, Strategy: queueStrategy }),
    z.object({
      ActionType: z.literal('ConnectParticipantWithLexBot'),
      ActionParameters: z.object({ LexV2Bot: z.object({ AliasArn: text }) }),
      Strategy: serviceStrategy,
    }),
  ],
  `InvokeLambdaFunction, CheckHoursOfOperation, TransferContactToQueue, ${dequeue[0]} or ConnectParticipantWithLexBot`,
);

/** What of a flow a test case overrides: Developer Guide, "Override system behavior". */
export const behavior = z.object({ Type: z.literal('FlowAction', '"FlowAction"'), Properties: flowAction });
export type OverriddenAction = z.output<typeof flowAction>;
