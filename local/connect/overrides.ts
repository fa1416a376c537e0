import { type FlowAction, isObject, scalar } from '../../flow-language/flow-document.ts';
import type { ActionStarted, Override } from './action-started.ts';
import { textParameter } from './actions/action-kind.ts';
import { acceptedAnswer } from './actions/lambda-answer.ts';
import { invocationLimitSeconds } from './actions/lambda.ts';
import { referenceValues } from './contact-data.ts';
import { failed, type FlowRun, next, type Step, tell } from './flow-run.ts';
import { shortName } from './known-functions.ts';

type RunAction = (action: FlowAction, run: FlowRun) => Step | Promise<Step>;

/** The parameter that names what an action uses. */
const resourceParameters: Record<string, string> = {
  InvokeLambdaFunction: 'LambdaFunctionARN',
  CheckHoursOfOperation: 'HoursOfOperationId',
  TransferContactToQueue: 'QueueId',
  DequeueContactAndTransferToQueue: 'QueueId',
};

export function startOf(action: FlowAction, run: FlowRun): ActionStarted {
  return {
    contactId: run.contact.id,
    hearer: run.hearer,
    type: action.type,
    resource: resourceOf(action, run),
    values: () => referenceValues(run),
  };
}

/** Where nothing is named, hours and transfers are those of the target queue. */
function resourceOf(action: FlowAction, run: FlowRun): string | undefined {
  const { LexV2Bot } = action.parameters;
  if (isObject(LexV2Bot)) return scalar(LexV2Bot.AliasArn);
  const parameter = resourceParameters[action.type];
  if (parameter === undefined) return undefined;
  const { targetQueue } = run.contact;
  const ofTarget = action.type === 'CheckHoursOfOperation' ? targetQueue?.hoursArn : targetQueue?.arn;
  return textParameter(action, parameter, run) || ofTarget;
}

/** Does that instead; `itself` runs the action. */
export async function playOverride(
  override: Override,
  action: FlowAction,
  run: FlowRun,
  itself: RunAction,
): Promise<Step> {
  if (override.kind === 'resource') return itself(withResource(override.resource, action, run), run);
  const isFunction = action.type === 'InvokeLambdaFunction';
  const limitSeconds = isFunction ? invocationLimitSeconds(action) : Infinity;
  await run.host.clock.sleep(Math.min(override.delaySeconds, limitSeconds) * 1000, run.signal);
  const step =
    override.delaySeconds >= limitSeconds ? failed('too late', 'TimeLimitExceeded') : result(override, action, run);
  if (isFunction) tellInvocation(step, run);
  return step;
}

function result(override: Exclude<Override, { kind: 'resource' }>, action: FlowAction, run: FlowRun): Step {
  if (override.kind === 'error') return failed(override.error, override.error);
  if (override.kind === 'result') return { kind: 'result', value: override.result };
  const answer = acceptedAnswer(override.answer, action);
  if (typeof answer === 'string') return failed(answer);
  run.external = answer;
  return next;
}

function tellInvocation(step: Step, run: FlowRun): void {
  const action = run.flow.actions.get(run.action);
  const arn = action && resourceOf(action, run);
  const deployed = run.host.deployment.functions.find((candidate) => candidate.arn === arn);
  const name = deployed ? shortName(deployed) : (arn ?? '');
  if (step.kind !== 'error') return tell(run, { kind: 'lambda', function: name, result: 'ok', text: 'overridden' });
  const isLate = step.error === 'TimeLimitExceeded';
  tell(run, { kind: 'lambda', function: name, result: isLate ? 'timeout' : 'error', text: 'overridden' });
}

/** The contact itself moves on to another queue: its target is that one from now on. */
function withResource(resource: string, action: FlowAction, run: FlowRun): FlowAction {
  const { parameters, type } = action;
  if (type === 'TransferContactToQueue' && parameters.QueueId === undefined) {
    run.contact.targetQueue = run.host.resources.queue(resource);
    return action;
  }
  if (isObject(parameters.LexV2Bot))
    return { ...action, parameters: { ...parameters, LexV2Bot: { AliasArn: resource } } };
  const parameter = resourceParameters[type];
  return parameter === undefined ? action : { ...action, parameters: { ...parameters, [parameter]: resource } };
}
