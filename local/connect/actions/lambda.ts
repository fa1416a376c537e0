import type { InvocationResult } from '../../lambda/invoker.ts';
import { lambdaEvent, referenceValues } from '../contact-data.ts';
import { type FlowAction, scalar } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step, tell } from '../flow-run.ts';
import { noteResult, shortName } from '../known-functions.ts';
import { resolveValue } from '../../../flow-language/references.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import { type ActionKinds, textParameter } from './action-kind.ts';
import { startLambda } from './asynchronous-lambda.ts';
import { acceptedAnswer, INVOCATION_MILLISECONDS } from './lambda-answer.ts';

const LONGEST_SECONDS = 8;
/** Of functions that follow one another without a prompt between them. */
const LONGEST_SILENCE_MILLISECONDS = 20_000;
const DEFAULT_SECONDS = 3;

async function invoke(action: FlowAction, run: FlowRun): Promise<Step> {
  if (scalar(action.parameters.InvocationType) === 'ASYNCHRONOUS') return startLambda(action, run);
  const { clock } = run.host;
  const beganAt = clock.now();
  try {
    return await invokeAndWait(action, run);
  } finally {
    run.silentMilliseconds += clock.now() - beganAt;
  }
}

async function invokeAndWait(action: FlowAction, run: FlowRun): Promise<Step> {
  const { clock, lambdas, deployment } = run.host;
  const leftSeconds = (LONGEST_SILENCE_MILLISECONDS - run.silentMilliseconds) / 1000;
  const arn = textParameter(action, 'LambdaFunctionARN', run) ?? '';
  const deployed = deployment.functions.find((candidate) => candidate.arn === arn);
  const limitSeconds = Math.min(invocationLimitSeconds(action), leftSeconds);
  const parameters = resolveValue(action.parameters.LambdaInvocationAttributes ?? {}, referenceValues(run));
  run.external = {};
  if (leftSeconds <= 0) return failed('functions have taken 20 s without a word to the caller');
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

export const lambdaActions: ActionKinds = {
  InvokeLambdaFunction: { run: invoke },
};
