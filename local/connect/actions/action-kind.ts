import { referenceValues } from '../contact-data.ts';
import { type FlowAction, type FlowType, scalar } from '../flow-document.ts';
import type { FlowRun, Step } from '../flow-run.ts';
import { resolveText } from '../references.ts';

/** How one type of action is checked and run. */
export interface ActionKind {
  allowedIn: readonly FlowType[];
  /** Whether a NextAction must follow; absent means it must. */
  nextAction?: 'optional';
  /** What of this action is wrong or not implemented: complete sentences, none where all is well. */
  problems?(action: FlowAction): string[];
  run(action: FlowAction, run: FlowRun): Step | Promise<Step>;
}
export type ActionKinds = Record<string, ActionKind>;

const conversational = ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'] as const;
const whispers = ['CUSTOMER_WHISPER', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'] as const;

/** Where actions may stand: Developer Guide, "Supported flow types" of each action. */
export const flowTypesFor = {
  conversation: conversational,
  conversationAndQueue: [...conversational, 'CUSTOMER_QUEUE'],
  queue: ['CUSTOMER_QUEUE'],
  queueAndHolds: ['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'AGENT_HOLD'],
  queueAndWhispers: ['CUSTOMER_QUEUE', ...whispers],
  allButHolds: [...conversational, 'CUSTOMER_QUEUE', ...whispers],
  recording: [...conversational, 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER'],
  all: [...conversational, 'CUSTOMER_QUEUE', ...whispers, 'CUSTOMER_HOLD', 'AGENT_HOLD'],
} as const satisfies Record<string, readonly FlowType[]>;

/** A scalar parameter with its references resolved; undefined where it is absent. */
export function textParameter(action: FlowAction, name: string, run: FlowRun): string | undefined {
  const value = scalar(action.parameters[name]);
  return value === undefined ? undefined : resolveText(value, referenceValues(run));
}

/** A number parameter; undefined where it is absent or no number. */
export function numberParameter(action: FlowAction, name: string): number | undefined {
  const value = scalar(action.parameters[name]);
  return value === undefined || value.trim() === '' || !Number.isFinite(Number(value)) ? undefined : Number(value);
}

export function refusedParameters(action: FlowAction, ...names: string[]): string[] {
  return names
    .filter((name) => action.parameters[name] !== undefined)
    .map((name) => `${name} of ${action.type} is not implemented`);
}
