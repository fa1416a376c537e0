import type { AttributeName } from './flow-attributes.ts';
import type { FlowLambdaName, LambdaContracts } from './lambda-contracts.ts';

/** A JSONPath that Connect resolves during the call. */
export interface Reference {
  readonly path: `$.${string}`;
}

/** A value of a parameter or an attribute: a literal, or what a reference holds during the call. */
export type Value<Literal extends string = string> = Literal | Reference;

/** A key of what the Lambda invoked last answered; the attribute check proves that it was this one's kind of answer. */
export function external<L extends FlowLambdaName>(
  _lambda: L,
  key: keyof LambdaContracts[L]['result'] & string,
): Reference {
  return { path: `$.External.${key}` };
}

export function attribute(name: AttributeName): Reference {
  return { path: `$.Attributes.${name}` };
}

/** The caller's number; empty or `anonymous` when hidden. */
export const callerNumber: Reference = { path: '$.CustomerEndpoint.Address' };

/** The queue's id in the YAML: that is its name. */
export const targetQueueName: Reference = { path: '$.Queue.Name' };

/** Of the agent who has accepted; in whispers alone. */
export const agentFirstName: Reference = { path: '$.Agent.FirstName' };

/** What was keyed in a store input: digits, or `Timeout`. */
export const keyedInput: Reference = { path: '$.StoredCustomerInput' };

/** Text as Connect must read it; a literal that Connect would take for a reference is refused. */
export function rendered(value: Value): string {
  if (typeof value !== 'string') return value.path;
  if (value.includes('$.')) throw new Error(`"${value}": "$." in a text would be read as a reference`);
  return value;
}

export function renderedAll<Values extends { [Name in keyof Values]: Value | undefined }>(
  values: Values,
): Record<string, string> {
  const entries = Object.entries<Value | undefined>(values);
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, rendered(value)]])));
}
