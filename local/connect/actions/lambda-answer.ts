import { type FlowAction, isObject, type JsonObject } from '../../../flow-language/flow-document.ts';

const MAXIMUM_BYTES = 32 * 1024;
/** What an invocation takes on the simulated clock, however long it really took: the same call is the same twice. */
export const INVOCATION_MILLISECONDS = 50;

/** The answer, or why Connect would not take it. */
export function acceptedAnswer(value: unknown, action: FlowAction): JsonObject | string {
  if (!isObject(value)) return 'the answer is not an object';
  if (Buffer.byteLength(JSON.stringify(value)) >= MAXIMUM_BYTES) return 'the answer is 32 KB or more';
  const validation = action.parameters.ResponseValidation;
  if (isObject(validation) && validation.ResponseType === 'JSON') return value;
  const odd = Object.entries(value).find(([, inner]) => inner !== null && typeof inner !== 'string');
  return odd ? `the answer is no STRING_MAP: ${odd[0]} is not a string` : value;
}
