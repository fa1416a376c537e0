import { tell } from '../flow-run.ts';
import type { ActionKinds } from './action-kind.ts';

/** The only action of the flow that stands in for one that is not here: what happens in it, nobody knows. No document can hold it. */
export const FLOW_ELSEWHERE = 'FlowElsewhere';

export const elsewhereActions: ActionKinds = {
  [FLOW_ELSEWHERE]: {
    run: (_action, run) => {
      const { contact, flow } = run;
      tell(run, { kind: 'heard', by: run.hearer, text: `[${flow.name}]` });
      // A whisper or a queue flow leaves the contact where it is.
      if (contact.waiting || contact.agent) return { kind: 'end', end: 'ended' };
      contact.facts.transferred = true;
      contact.transferredTo = flow.name;
      return { kind: 'end', end: 'transferred' };
    },
  },
};
