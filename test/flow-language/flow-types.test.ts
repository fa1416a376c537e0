import { checkFlow, flowToCheck } from '../../flow-language/check/check-flow.ts';
import { type FlowType, flowTypes } from '../../flow-language/flow-document.ts';
import { action, documentOf } from '../flow-command/exported-flows.ts';

const inbound: FlowType[] = ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'];
const whispers: FlowType[] = ['CUSTOMER_WHISPER', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'];
const holds: FlowType[] = ['CUSTOMER_HOLD', 'AGENT_HOLD'];

/** The table of the Developer Guide, typed anew: where each action may stand, modules apart. */
const documented: [allowedIn: FlowType[], types: string[]][] = [
  [[...inbound, 'CUSTOMER_QUEUE', ...whispers], ['MessageParticipant']],
  [['CUSTOMER_QUEUE', ...holds], ['MessageParticipantIteratively']],
  [
    [...inbound, 'CUSTOMER_QUEUE'],
    [
      'GetParticipantInput',
      'DisconnectParticipant',
      'ConnectParticipantWithLexBot',
      'CheckHoursOfOperation',
      'CheckMetricData',
      'DistributeByPercentage',
      'UpdateContactCallbackNumber',
      'CreateCallbackContact',
    ],
  ],
  [
    [...inbound, 'CUSTOMER_QUEUE', ...whispers, ...holds],
    [
      'GetMetricData',
      'Compare',
      'Loop',
      'InvokeLambdaFunction',
      'UpdateContactAttributes',
      'UpdateFlowAttributes',
      'UpdateContactEventHooks',
      'UpdateFlowLoggingBehavior',
      'TagContact',
      'UpdateContactTextToSpeechVoice',
      'UpdateContactData',
      'CreateTask',
    ],
  ],
  [inbound, ['TransferToFlow', 'TransferContactToQueue', 'UpdateContactTargetQueue']],
  [['CUSTOMER_QUEUE'], ['DequeueContactAndTransferToQueue']],
  [['AGENT_TRANSFER', 'QUEUE_TRANSFER'], ['TransferContactToAgent']],
  [['CUSTOMER_QUEUE', ...whispers], ['EndFlowExecution']],
  [[...inbound, 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER'], ['UpdateContactRecordingBehavior']],
  [['OUTBOUND_WHISPER'], ['CompleteOutboundCall']],
];
const cases = documented.flatMap(([allowedIn, types]) => types.map((type) => [type, allowedIn] as const));

const isPublished = (type: string, flowType: FlowType): boolean =>
  checkFlow(flowToCheck(JSON.stringify(documentOf([action('it', type)])), 'flow', flowType)).every(
    ({ rule }) => rule !== 'flow-type' && rule !== 'unknown-action',
  );

describe('where an action may stand', () => {
  it.each(cases)('%s', (type, allowedIn) => {
    const everywhere = flowTypes.filter((flowType) => flowType !== 'MODULE');
    expect(everywhere.filter((flowType) => isPublished(type, flowType)).toSorted()).toEqual(allowedIn.toSorted());
  });

  it('a module ends itself, and nothing else does', () => {
    expect(flowTypes.filter((flowType) => isPublished('EndFlowModuleExecution', flowType))).toEqual(['MODULE']);
  });
});
