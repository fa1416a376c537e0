/** The flow language, version 2019-10-30, as far as it is interpreted here. Scalars come as strings or as JSON numbers. */
export interface FlowAction {
  identifier: string;
  type: string;
  parameters: Record<string, unknown>;
  transitions: Transitions;
}
export interface Transitions {
  /** Undefined on terminal actions. */
  next: string | undefined;
  conditions: { operator: string; operand: string; next: string }[];
  errors: { type: string; next: string }[];
}
export interface FlowDocument {
  arn: string;
  id: string;
  name: string;
  type: FlowType;
  startAction: string;
  actions: ReadonlyMap<string, FlowAction>;
}

export const flowTypes = [
  'CONTACT_FLOW',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'CUSTOMER_QUEUE',
  'CUSTOMER_WHISPER',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
  'CUSTOMER_HOLD',
  'AGENT_HOLD',
  // A flow module: in Connect a resource of its own, without a type.
  'MODULE',
] as const;
export type FlowType = (typeof flowTypes)[number];

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A scalar parameter as text; undefined where it is absent or no scalar. */
export function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** `"True"` in the console's spelling, `"true"` and the JSON literal alike. */
export function isTrue(value: unknown): boolean {
  return scalar(value)?.toLowerCase() === 'true';
}
