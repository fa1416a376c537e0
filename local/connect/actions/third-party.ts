import { type FlowAction, isTrue } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import { type ActionKinds, textParameter } from './action-kind.ts';
import { callerIdOf } from './caller-id.ts';

const DEFAULT_TIME_LIMIT_SECONDS = 30;

async function transfer(action: FlowAction, run: FlowRun): Promise<Step> {
  const to = textParameter(action, 'ThirdPartyPhoneNumber', run) ?? '';
  if (!/^\+[1-9]\d{1,14}$/.test(to)) return failed(`${to || 'nothing'} is no telephone number`);
  if (!run.host.mayDial(to)) return failed(`${to} may not be rung`, 'CallFailed');
  if (run.host.faults.meets({ of: 'transfer' })) return failed('the transfer fails');
  const timeLimitSeconds =
    numberParameter(action, 'ThirdPartyConnectionTimeLimitSeconds') ?? DEFAULT_TIME_LIMIT_SECONDS;
  const digits = textParameter(action, 'ThirdPartyDTMFDigits', run) ?? '';
  const request = { to, timeLimitSeconds, callerId: callerIdOf(action, run), digits };
  const result = await run.host.transfer(run.contact, request, run.signal);
  if (result === 'failed') return failed(`${to} cannot be reached`, 'CallFailed');
  if (result === 'late') return failed(`${to} does not answer`, 'ConnectionTimeLimitExceeded');
  const continues = result === 'over' && isTrue(action.parameters.ContinueFlowExecution);
  return continues ? next : { kind: 'end', end: 'transferred' };
}

export const thirdPartyActions: ActionKinds = {
  TransferParticipantToThirdParty: { run: transfer },
};
