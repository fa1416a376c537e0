import { flowFaults } from './flow-faults.ts';
import type { Action, ActionIn, ContactFlowType, FlowAction, FlowDocument } from './flow-language.ts';

/** Actions by identifier, all of them legal in every flow type given. */
export type Actions<Type extends ContactFlowType> = Record<string, Action<ActionIn<Type>>>;

/** The booking dialogue is compiled into both. */
export type EitherFlow = 'CONTACT_FLOW' | 'CUSTOMER_QUEUE';

const consoleTypes: Record<ContactFlowType, string> = {
  CONTACT_FLOW: 'contactFlow',
  CUSTOMER_QUEUE: 'customerQueue',
  CUSTOMER_HOLD: 'customerHold',
  CUSTOMER_WHISPER: 'customerWhisper',
  AGENT_HOLD: 'agentHold',
  AGENT_WHISPER: 'agentWhisper',
  OUTBOUND_WHISPER: 'outboundWhisper',
  AGENT_TRANSFER: 'agentTransfer',
  QUEUE_TRANSFER: 'queueTransfer',
};

/**
 * A flow made of parts; it starts at the first action of the first part.
 * The types refuse an action that the flow type does not allow and a branch left out.
 * @throws Error naming flow and identifier of everything else that Connect would refuse, or that nobody could reach
 */
export function flow<Type extends ContactFlowType>(name: string, type: Type, ...parts: Actions<Type>[]): FlowDocument {
  const actions: FlowAction[] = parts.flatMap((part) =>
    Object.entries(part).map(([Identifier, action]) => ({ Identifier, ...action })),
  );
  const document: FlowDocument = {
    Version: '2019-10-30',
    StartAction: actions[0]?.Identifier ?? '',
    Metadata: { name, type: consoleTypes[type] },
    Actions: actions,
  };
  const faults = flowFaults(name, type, document);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return document;
}
