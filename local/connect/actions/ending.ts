import { failed, type Step } from '../flow-run.ts';
import { type ActionKinds, textParameter } from './action-kind.ts';

const disconnect: Step = { kind: 'end', end: 'disconnect' };
const end: Step = { kind: 'end', end: 'ended' };

export const endingActions: ActionKinds = {
  DisconnectParticipant: {
    run: () => disconnect,
  },
  EndFlowExecution: {
    run: (_action, run) => (run.resumeAt === undefined ? end : { kind: 'resume', action: run.resumeAt }),
  },
  TransferToFlow: {
    run: (action, run) => {
      const id = textParameter(action, 'ContactFlowId', run) ?? '';
      const flow = run.host.resources.flow(id);
      return flow ? { kind: 'flow', flow } : failed(`no flow ${id}`);
    },
  },
};
