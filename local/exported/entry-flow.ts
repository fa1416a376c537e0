import type { FlowType } from '../../flow-language/flow-document.ts';

/** The queue in which such a flow is heard. */
const queueId = 'queue';

const hooksInTheQueue: Partial<Record<FlowType, string>> = {
  CUSTOMER_QUEUE: 'CustomerQueue',
  CUSTOMER_WHISPER: 'CustomerWhisper',
  AGENT_WHISPER: 'AgentWhisper',
};

/**
 * A flow that leads to one which cannot begin a call: a queue flow is heard by who waits, a whisper when an agent answers, a module by who is
 * in a flow. Undefined where the flow can begin one; holds and the whispers of outbound calls are heard by themselves.
 */
export function entryFlow(type: FlowType, flowArn: string): { type: FlowType; content: string } | undefined {
  const hook = hooksInTheQueue[type];
  if (hook !== undefined) return entry('CONTACT_FLOW', queueSteps(hook, flowArn));
  if (type === 'MODULE') return entry('CONTACT_FLOW', moduleSteps(flowArn));
  return type === 'QUEUE_TRANSFER' ? entry(type, transferSteps(flowArn)) : undefined;
}

type Step = [type: string, parameters: Record<string, unknown>];

const queueSteps = (hook: string, flowArn: string): Step[] => [
  ['UpdateContactEventHooks', { EventHooks: { [hook]: flowArn } }],
  ['UpdateContactTargetQueue', { QueueId: queueId }],
  ['TransferContactToQueue', {}],
];
/** Which queue it is for is the choice of the agent who transfers. */
const transferSteps = (flowArn: string): Step[] => [
  ['UpdateContactTargetQueue', { QueueId: queueId }],
  ['TransferToFlow', { ContactFlowId: flowArn }],
];
const moduleSteps = (flowArn: string): Step[] => [['InvokeFlowModule', { FlowModuleId: flowArn }]];

const entry = (type: FlowType, steps: Step[]) => ({ type, content: JSON.stringify(document(steps)) });

/** One step after the other; whatever fails hangs up. */
function document(steps: Step[]): unknown {
  const hangUp = `step-${steps.length}`;
  return {
    Version: '2019-10-30',
    StartAction: 'step-0',
    Actions: [
      ...steps.map(([Type, Parameters], index) => ({
        Identifier: `step-${index}`,
        Type,
        Parameters,
        Transitions: {
          NextAction: `step-${index + 1}`,
          Errors: [{ ErrorType: 'NoMatchingError', NextAction: hangUp }],
        },
      })),
      { Identifier: hangUp, Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
    ],
  };
}
