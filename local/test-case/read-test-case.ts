import { z } from 'zod';
import { isObject, type JsonObject } from '../../flow-language/flow-document.ts';
import { chainFaults } from './chains.ts';
import { type Observation, testContent } from './language.ts';

/** A test case that cannot be run: one problem a line, each with the path to it. */
export class TestCaseRefused extends Error {}

/** A test case, read. */
export interface TestCase {
  name: string | undefined;
  observations: Observation[];
  /** Id, ARN or name of the flow that the caller enters; undefined: the one of the line's number. */
  flow: string | undefined;
  /** E.164; undefined: the caller shows no number. */
  from: string | undefined;
  /** E.164. */
  to: string | undefined;
  /** Contact attributes that are there before the first action. */
  attributes: Record<string, string>;
}

const number = z.string('a telephone number').regex(/^\+\d{6,15}$/, 'a number such as +33612345678');
const voiceCall = z
  .object({
    FlowId: z.string('the id of a flow').optional(),
    SourcePhoneNumber: number.optional(),
    DestinationPhoneNumber: number.optional(),
  })
  .refine(({ SourcePhoneNumber, DestinationPhoneNumber }) => {
    return DestinationPhoneNumber === undefined || SourcePhoneNumber !== undefined;
  }, 'DestinationPhoneNumber requires SourcePhoneNumber');
const json = z.string('JSON in a text').transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    context.addIssue(`not JSON: ${String(error)}`);
    return z.NEVER;
  }
});
const properties = z.object({
  Name: z.string('a text').optional(),
  // The API has it as a text; a person writes it as it is.
  Content: z.preprocess((content) => (isObject(content) ? JSON.stringify(content) : content), json),
  EntryPoint: z
    .object({
      Type: z.literal('VOICE_CALL', '"VOICE_CALL": no chat is played here').optional(),
      VoiceCallEntryPointParameters: voiceCall.optional(),
    })
    .optional(),
  InitializationData: json.pipe(z.record(z.string(), z.string('a text'), 'an object of texts')).optional(),
});

/**
 * Reads a test case: its content alone, the properties of an `AWS::Connect::TestCase` or the whole resource, or an answer of the API that
 * holds it in `TestCase`. @throws TestCaseRefused with every problem
 */
export function readTestCase(written: unknown): TestCase {
  const value = isObject(written) ? unwrapped(written) : {};
  const around = checked(properties, 'Observations' in value ? { Content: value } : value);
  const { Observations } = checked(testContent, around.Content);
  const faults = chainFaults(Observations);
  if (faults.length > 0) throw new TestCaseRefused(faults.join('\n'));
  const { FlowId, SourcePhoneNumber, DestinationPhoneNumber } = around.EntryPoint?.VoiceCallEntryPointParameters ?? {};
  return {
    name: around.Name,
    observations: Observations,
    flow: FlowId,
    from: SourcePhoneNumber,
    to: DestinationPhoneNumber,
    attributes: around.InitializationData ?? {},
  };
}

function unwrapped(written: JsonObject): JsonObject {
  const [inner] = [written.Properties, written.TestCase].filter(isObject);
  return inner ?? written;
}

/** @throws TestCaseRefused */
function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new TestCaseRefused(result.error.issues.flatMap(faultsOf).join('\n'));
}

function faultsOf({ path, message }: z.core.$ZodIssue): string[] {
  const named = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return [`${named.replace(/^\./, '') || 'the test case'}: ${message}`];
}
