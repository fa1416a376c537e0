import type { InvocationResult } from '../../lambda/invoker.ts';
import { lambdaEvent, referenceValues } from '../contact-data.ts';
import { type FlowAction, isObject, type JsonObject, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step, tell } from '../flow-run.ts';
import { noteResult, shortName } from '../known-functions.ts';
import { resolveValue } from '../../../flow-language/references.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import { type ActionKinds, textParameter } from './action-kind.ts';

const MAXIMUM_BYTES = 32 * 1024;
const LONGEST_SECONDS = 8;
const DEFAULT_SECONDS = 3;
/** What an invocation takes on the simulated clock, however long it really took: the same call is the same twice. */
const INVOCATION_MILLISECONDS = 50;

async function invoke(action: FlowAction, run: FlowRun): Promise<Step> {
  const { clock, lambdas, deployment } = run.host;
  const arn = textParameter(action, 'LambdaFunctionARN', run) ?? '';
  const deployed = deployment.functions.find((candidate) => candidate.arn === arn);
  const limitSeconds = invocationLimitSeconds(action);
  const parameters = resolveValue(action.parameters.LambdaInvocationAttributes ?? {}, referenceValues(run));
  run.external = {};
  const outcome: InvocationResult = deployed
    ? await clock.during(lambdas.invoke(arn, lambdaEvent(run, parameters), limitSeconds))
    : { result: 'error', message: `no function ${arn}`, logs: [] };
  const name = deployed ? shortName(deployed) : arn;
  if (outcome.result === 'timeout') {
    await clock.sleep(Math.min(limitSeconds, deployed?.timeoutSeconds ?? limitSeconds) * 1000, run.signal);
    tell(run, { kind: 'lambda', function: name, result: 'timeout', text: '' });
    return failed(`${name} timed out`, 'TimeLimitExceeded');
  }
  const answer = outcome.result === 'ok' ? acceptedAnswer(outcome.value, action) : outcome.message;
  if (typeof answer === 'string') tell(run, { kind: 'lambda', function: name, result: 'error', text: answer });
  else {
    // What was done is done, even if an agent interrupts the flow before it takes the answer.
    tell(run, { kind: 'lambda', function: name, result: 'ok', text: '' });
    noteResult(name, parameters, answer, run);
  }
  await clock.sleep(INVOCATION_MILLISECONDS, run.signal);
  if (typeof answer === 'string') return failed(`${name}: ${answer}`);
  run.external = answer;
  return next;
}

/** How long a flow waits for an answer. */
export function invocationLimitSeconds(action: FlowAction): number {
  return Math.min(numberParameter(action, 'InvocationTimeLimitSeconds') ?? DEFAULT_SECONDS, LONGEST_SECONDS);
}

/** The answer, or why Connect would not take it. */
export function acceptedAnswer(value: unknown, action: FlowAction): JsonObject | string {
  if (!isObject(value)) return 'the answer is not an object';
  if (Buffer.byteLength(JSON.stringify(value)) >= MAXIMUM_BYTES) return 'the answer is 32 KB or more';
  const validation = action.parameters.ResponseValidation;
  if (isObject(validation) && validation.ResponseType === 'JSON') return value;
  const odd = Object.entries(value).find(([, inner]) => inner !== null && typeof inner !== 'string');
  return odd ? `the answer is no STRING_MAP: ${odd[0]} is not a string` : value;
}

export const lambdaActions: ActionKinds = {
  InvokeLambdaFunction: {
    notImplemented: ({ parameters }) =>
      scalar(parameters.InvocationType) === 'ASYNCHRONOUS' ? ['InvocationType ASYNCHRONOUS is not implemented'] : [],
    run: invoke,
  },
};
