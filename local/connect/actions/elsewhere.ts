import { recordedPrompt } from '../speech.ts';
import { tell } from '../flow-run.ts';
import type { ActionKinds } from './action-kind.ts';

/** The only action of the flow that stands in for one that is not here: what happens in it, nobody knows. No document can hold it. */
export const FLOW_ELSEWHERE = 'FlowElsewhere';

export const elsewhereActions: ActionKinds = {
  [FLOW_ELSEWHERE]: {
    run: async (_action, run) => {
      const { contact, flow } = run;
      const heard = recordedPrompt(flow.name);
      tell(run, { kind: 'heard', by: run.hearer, text: heard.text });
      await run.host.clock.sleep(heard.seconds * 1000, run.signal);
      // What a module has done nobody knows either: the flow goes on.
      if (flow.type === 'MODULE') return { kind: 'return', result: undefined, data: {} };
      // A whisper or a queue flow leaves the contact where it is.
      if (contact.waiting || contact.agent) return { kind: 'end', end: 'ended' };
      contact.facts.transferred = true;
      contact.transferredTo = flow.name;
      return { kind: 'end', end: 'transferred' };
    },
  },
};
