import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type FlowAction } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import { type ActionKinds, textParameter } from './action-kind.ts';
import { namedQueue } from './named-queue.ts';

function setCallbackNumber(action: FlowAction, run: FlowRun): Step {
  const number = textParameter(action, 'CallbackNumber', run) ?? '';
  const valid = /^\+[1-9]\d{1,14}$/.test(number) && parsePhoneNumberFromString(number)?.isPossible();
  if (!valid) return failed(`${number || 'nothing'} is no telephone number`, 'InvalidCallbackNumber');
  if (!run.host.mayDial(number)) return failed(`${number} may not be rung`, 'CallbackNumberNotDialable');
  run.contact.callbackNumber = number;
  return next;
}

/** The caller's own number is rung where the flow sets none. */
function createCallback(action: FlowAction, run: FlowRun): Step {
  const { contact, host } = run;
  const number = contact.callbackNumber ?? contact.customerNumber;
  if (number === undefined) return failed('the caller’s number is withheld');
  const queue = namedQueue(action, run);
  if (typeof queue === 'string') return failed(queue);
  const flowId = textParameter(action, 'ContactFlowId', run);
  const creationFlow = flowId === undefined ? undefined : host.resources.flow(flowId);
  if (flowId !== undefined && creationFlow?.type !== 'CONTACT_FLOW') return failed(`no creation flow ${flowId}`);
  const created = host.createCallback(contact, {
    number,
    queue,
    creationFlow,
    initialDelaySeconds: numberParameter(action, 'InitialCallDelaySeconds') ?? 0,
    retries: numberParameter(action, 'MaximumConnectionAttempts') ?? 0,
    retryDelaySeconds: numberParameter(action, 'RetryDelaySeconds') ?? 0,
    callerId: textParameter(action, 'CallerId', run) || undefined,
  });
  return created === undefined ? failed(`queue ${queue.name} takes no callback`) : next;
}

export const callbackActions: ActionKinds = {
  UpdateContactCallbackNumber: { run: setCallbackNumber },
  CreateCallbackContact: { run: createCallback },
};
