import { type FlowAction, type FlowType, scalar } from '../flow-document.ts';

/** What the documentation says of one type of action. Source: its page in the Amazon Connect Developer Guide. */
export interface ActionSpecification {
  /** The flow types in which Connect publishes it, modules apart. */
  allowedIn: readonly FlowType[];
  /** In a module it `runs`; or is published and `fails` as it runs, by its error branch; or is `refused`. */
  inModules: 'runs' | 'fails' | 'refused';
  /** `required`; `optional` where conditions or errors may lead on instead; `none` where the action ends the flow. */
  nextAction: 'required' | 'optional' | 'none';
  /** What conditions compare: nothing, one of these words by `Equals`, a key of a telephone, or any value by any operator. */
  results: readonly string[] | 'key' | 'anything' | 'nothing';
  /** The errors that it may meet, each a branch. */
  errors: readonly string[] | ((action: FlowAction) => readonly string[]);
  /** The service that answers it and is not there locally: a stand-in does. */
  standIn?: string;
  /** What of its parameters or branches Connect refuses: complete sentences, none where all is well. */
  problems?(action: FlowAction): string[];
}
export type ActionSpecifications = Record<string, ActionSpecification>;

const conversation = ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'] as const;
const whispers = ['CUSTOMER_WHISPER', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'] as const;

/** Where actions may stand: Developer Guide, "Supported flow types" of each action. */
export const flowTypesFor = {
  conversation,
  conversationAndQueue: [...conversation, 'CUSTOMER_QUEUE'],
  queue: ['CUSTOMER_QUEUE'],
  queueAndHolds: ['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'AGENT_HOLD'],
  queueAndWhispers: ['CUSTOMER_QUEUE', ...whispers],
  allButHolds: [...conversation, 'CUSTOMER_QUEUE', ...whispers],
  recording: [...conversation, 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER'],
  all: [...conversation, 'CUSTOMER_QUEUE', ...whispers, 'CUSTOMER_HOLD', 'AGENT_HOLD'],
} as const satisfies Record<string, readonly FlowType[]>;

/** Of an action that every flow may hold, that leads on, and that has no result but an error. */
export const inEveryFlow = {
  allowedIn: flowTypesFor.all,
  inModules: 'runs',
  nextAction: 'required',
  results: 'nothing',
  errors: ['NoMatchingError'],
} as const satisfies ActionSpecification;

/** Whether Connect publishes the action there, whatever it does as it runs. */
export function isAllowedIn(specification: ActionSpecification, type: FlowType): boolean {
  return type === 'MODULE' ? specification.inModules !== 'refused' : specification.allowedIn.includes(type);
}

/** An action is told a queue, or an agent whose own queue is meant. */
export function eitherQueueOrAgent({ type, parameters }: FlowAction): string[] {
  const both = parameters.QueueId !== undefined && parameters.AgentId !== undefined;
  return both ? [`${type} names either QueueId or AgentId`] : [];
}

/** A number parameter; undefined where it is absent or no number. */
export function numberParameter(action: FlowAction, name: string): number | undefined {
  const value = scalar(action.parameters[name]);
  return value === undefined || value.trim() === '' || !Number.isFinite(Number(value)) ? undefined : Number(value);
}
