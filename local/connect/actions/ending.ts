import { failed, type Step } from '../flow-run.ts';
import { type ActionKinds, flowTypesFor, textParameter } from './action-kind.ts';

const disconnect: Step = { kind: 'end', end: 'disconnect' };
const end: Step = { kind: 'end', end: 'ended' };

export const endingActions: ActionKinds = {
  DisconnectParticipant: {
    allowedIn: flowTypesFor.conversationAndQueue,
    nextAction: 'optional',
    run: () => disconnect,
  },
  EndFlowExecution: {
    allowedIn: flowTypesFor.queueAndWhispers,
    nextAction: 'optional',
    run: (_action, run) => (run.resumeAt === undefined ? end : { kind: 'resume', action: run.resumeAt }),
  },
  TransferToFlow: {
    allowedIn: flowTypesFor.conversation,
    nextAction: 'optional',
    run: (action, run) => {
      const id = textParameter(action, 'ContactFlowId', run) ?? '';
      const flow = run.host.resources.flow(id);
      return flow ? { kind: 'flow', flow } : failed(`no flow ${id}`);
    },
  },
};
