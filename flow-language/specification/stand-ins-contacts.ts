import { type FlowAction, isObject, type JsonObject, scalar } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor, inEveryFlow } from './action-specification.ts';

/** Of the previous contact, who hears silence and who is heard. */
const participantStates = ['AgentOnHold', 'CustomerOnHold', 'OffHold'] as const;

function stateProblems({ parameters }: FlowAction): string[] {
  const state = scalar(parameters.PreviousContactParticipantState) ?? 'absent';
  return participantStates.some((known) => known === state)
    ? []
    : [`PreviousContactParticipantState is one of ${participantStates.join(', ')}, not ${state}`];
}

function typeProblems(name: string, endpoint: unknown, type: string): string[] {
  const given: JsonObject = isObject(endpoint) ? endpoint : {};
  return given.Type === type ? [] : [`${name}.Type is ${type}`];
}

function chatProblems({ parameters }: FlowAction): string[] {
  const { SourceEndpoint, DestinationEndpoint, ContactFlowArn, ContactSubtype, RelatedContact } = parameters;
  return [
    ...typeProblems('SourceEndpoint', SourceEndpoint, 'CONNECT_PHONENUMBER_ARN'),
    ...typeProblems('DestinationEndpoint', DestinationEndpoint, 'TELEPHONE_NUMBER'),
    ...(scalar(ContactFlowArn) ? [] : ['StartOutboundChatContact has no ContactFlowArn']),
    // The Developer Guide knows SMS alone; the console writes WhatsApp with the same action.
    ...(ContactSubtype === 'connect:SMS' || ContactSubtype === 'connect:WhatsApp'
      ? []
      : ['ContactSubtype is connect:SMS or connect:WhatsApp']),
    ...(RelatedContact === undefined || RelatedContact === 'CURRENT' ? [] : ['RelatedContact is CURRENT']),
  ];
}

/** Other contacts, and who takes part in them. Where the two guides differ on flow types, both are allowed. */
export const contactStandIns: ActionSpecifications = {
  StartOutboundChatContact: { ...inEveryFlow, standIn: 'Connect outbound messages', problems: chatProblems },
  // A third party's reading of the console: neither guide says more than that the block sends e-mail as well.
  StartOutboundEmailContact: { ...inEveryFlow, standIn: 'Connect outbound messages' },
  // The same: its block is in the Administrator Guide, for chats alone.
  CreatePersistentContactAssociation: { ...inEveryFlow, standIn: 'Connect chat' },
  UpdatePreviousContactParticipantState: {
    ...inEveryFlow,
    allowedIn: [...flowTypesFor.conversation, 'OUTBOUND_WHISPER'],
    standIn: 'Connect multi-party calls',
    problems: stateProblems,
  },
  ResumeContact: { ...inEveryFlow, standIn: 'Connect paused tasks' },
  /** Interrupt agent: Administrator Guide. Its parameters are not documented. */
  RouteContactToAgent: { ...inEveryFlow, allowedIn: flowTypesFor.queue, standIn: 'Connect interrupt routing' },
};
