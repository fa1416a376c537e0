import { type FlowAction, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, type Step } from '../flow-run.ts';
import type { ActionKinds } from './action-kind.ts';
import { objectParameter, onlyFor, standIn } from './stand-in.ts';

/** Nothing is sent: nobody would read it, and no contact begins. */
function unsendable(action: FlowAction, run: FlowRun): Step | undefined {
  const to = scalar(objectParameter(action, 'DestinationEndpoint', run).Address) ?? '';
  if (!/^\+[1-9]\d{1,14}$/.test(to)) return failed('the destination is no telephone number');
  const from = scalar(objectParameter(action, 'SourceEndpoint', run).Address) ?? '';
  return from === '' ? failed('the source is empty') : undefined;
}

export const contactStandIns: ActionKinds = {
  StartOutboundChatContact: standIn({ refusal: unsendable }),
  StartOutboundEmailContact: standIn({}),
  CreatePersistentContactAssociation: standIn({ refusal: (_action, run) => onlyFor('CHAT', run) }),
  UpdatePreviousContactParticipantState: standIn({ refusal: (_action, run) => onlyFor('VOICE', run) }),
  ResumeContact: standIn({ refusal: (_action, run) => onlyFor('TASK', run) }),
  // A module may be invoked from any flow: only of a contact that waits does Connect offer an agent.
  RouteContactToAgent: standIn({
    refusal: (_action, run) => (run.contact.waiting ? undefined : failed('the contact is in no queue')),
  }),
};
