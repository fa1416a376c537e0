/** Types of flows, as the API and CloudFormation spell them (`ContactFlowType`). */
export type ContactFlowType =
  | 'CONTACT_FLOW'
  | 'CUSTOMER_QUEUE'
  | 'CUSTOMER_HOLD'
  | 'CUSTOMER_WHISPER'
  | 'AGENT_HOLD'
  | 'AGENT_WHISPER'
  | 'OUTBOUND_WHISPER'
  | 'AGENT_TRANSFER'
  | 'QUEUE_TRANSFER';

const arrivals = ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'] as const;
const whispers = ['CUSTOMER_WHISPER', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'] as const;
const holds = ['CUSTOMER_HOLD', 'AGENT_HOLD'] as const;
const everywhere = [...arrivals, 'CUSTOMER_QUEUE', ...whispers, ...holds] as const;

/**
 * The flow types in which Connect publishes each action that our flows use.
 * Source: the action pages of the Amazon Connect Developer Guide.
 */
export const flowTypesOfAction = {
  MessageParticipant: [...arrivals, 'CUSTOMER_QUEUE', ...whispers],
  MessageParticipantIteratively: ['CUSTOMER_QUEUE', ...holds],
  GetParticipantInput: [...arrivals, 'CUSTOMER_QUEUE'],
  ShowView: ['CONTACT_FLOW'],
  DisconnectParticipant: [...arrivals, 'CUSTOMER_QUEUE'],
  EndFlowExecution: ['CUSTOMER_QUEUE', ...whispers],
  CheckHoursOfOperation: [...arrivals, 'CUSTOMER_QUEUE'],
  Compare: everywhere,
  InvokeLambdaFunction: everywhere,
  UpdateContactAttributes: everywhere,
  UpdateContactData: everywhere,
  UpdateContactTextToSpeechVoice: everywhere,
  UpdateContactEventHooks: everywhere,
  UpdateFlowLoggingBehavior: everywhere,
  UpdateContactRoutingBehavior: ['CONTACT_FLOW'],
  UpdateContactTargetQueue: arrivals,
  TransferContactToQueue: arrivals,
  TransferToFlow: arrivals,
  TransferParticipantToThirdParty: [...arrivals, 'CUSTOMER_QUEUE'],
  UpdateContactCallbackNumber: [...arrivals, 'CUSTOMER_QUEUE'],
  CreateCallbackContact: [...arrivals, 'CUSTOMER_QUEUE'],
  CreateTask: everywhere,
} as const satisfies Record<string, readonly ContactFlowType[]>;

type ActionType = keyof typeof flowTypesOfAction;

/** The actions that are legal in every one of the flow types given. */
export type ActionIn<Type extends ContactFlowType> = {
  [A in ActionType]: [Type] extends [(typeof flowTypesOfAction)[A][number]] ? A : never;
}[ActionType];

/** Connect's console writes every scalar as a string; so do we. */
export type Parameter = string | Parameter[] | { [name: string]: Parameter };

export type ErrorType =
  | 'NoMatchingError'
  | 'NoMatchingCondition'
  | 'InputTimeLimitExceeded'
  | 'QueueAtCapacity'
  | 'InvalidCallbackNumber'
  | 'CallbackNumberNotDialable'
  | 'CallFailed'
  | 'ConnectionTimeLimitExceeded'
  | 'TimeLimitExceeded';

export type Operator = 'Equals' | 'NumberLessThan' | 'TextStartsWith';

interface Transitions {
  NextAction?: string;
  Conditions?: { NextAction: string; Condition: { Operator: Operator; Operands: [string] } }[];
  Errors?: { NextAction: string; ErrorType: ErrorType }[];
}

/** One action of a flow, still without its identifier. */
export interface Action<Type extends ActionType = ActionType> {
  Type: Type;
  Parameters: { [name: string]: Parameter };
  Transitions: Transitions;
}

export interface FlowAction extends Action {
  Identifier: string;
}

/** A flow as Connect publishes it (Amazon Connect flow language 2019-10-30). */
export interface FlowDocument {
  Version: '2019-10-30';
  StartAction: string;
  Metadata: { name: string; type: string };
  Actions: FlowAction[];
}

/** Every action that may follow this one. */
export function successors({ Transitions: { NextAction, Conditions = [], Errors = [] } }: Action): string[] {
  const branches = [...Conditions, ...Errors].map((branch) => branch.NextAction);
  return [...new Set(NextAction === undefined ? branches : [NextAction, ...branches])];
}
