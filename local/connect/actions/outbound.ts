import type { FlowAction } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import type { ActionKinds } from './action-kind.ts';
import { callerIdOf } from './caller-id.ts';

/** Of a call that was made and answered. A machine has let its beep be heard. */
function checkStatus(_action: FlowAction, { contact }: FlowRun): Step {
  if (contact.answeredBy === undefined) return failed('the contact is no call that was made');
  return { kind: 'result', value: contact.answeredBy === 'machine' ? 'VoicemailBeep' : 'CallAnswered' };
}

/** In the whisper of somebody who is called back: only here does their telephone ring. */
async function completeCall(action: FlowAction, run: FlowRun): Promise<Step> {
  const { completeCall: ring } = run.contact;
  if (ring === undefined) return next;
  const answered = await ring(callerIdOf(action, run));
  run.signal.throwIfAborted();
  return answered ? next : { kind: 'end', end: 'ended' };
}

export const outboundActions: ActionKinds = {
  CheckOutboundCallStatus: { run: checkStatus },
  CompleteOutboundCall: { run: completeCall },
};
