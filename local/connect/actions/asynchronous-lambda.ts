import type { FlowAction } from '../../../flow-language/flow-document.ts';
import { resolveValue } from '../../../flow-language/references.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import type { InvocationResult } from '../../lambda/invoker.ts';
import { lambdaEvent, referenceValues } from '../contact-data.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { shortName } from '../known-functions.ts';
import { textParameter } from './action-kind.ts';
import { acceptedAnswer, INVOCATION_MILLISECONDS } from './lambda-answer.ts';

const LONGEST_SECONDS = 60;

/** Begins it and goes on. `$.LambdaInvocation.ResultData` is there once it has answered, in the flow that began it. */
export function startLambda(action: FlowAction, run: FlowRun): Step {
  const { clock, lambdas, deployment, newId } = run.host;
  const arn = textParameter(action, 'LambdaFunctionARN', run) ?? '';
  const deployed = deployment.functions.find((candidate) => candidate.arn === arn);
  if (!deployed) return failed(`no function ${arn}`);
  const parameters = resolveValue(action.parameters.LambdaInvocationAttributes ?? {}, referenceValues(run));
  const seconds = Math.min(numberParameter(action, 'InvocationTimeLimitSeconds') ?? LONGEST_SECONDS, LONGEST_SECONDS);
  run.lambdaInvocation = { InvocationId: newId() };
  const finish = finisher(action, run, shortName(deployed));
  void clock.during(lambdas.invoke(arn, lambdaEvent(run, parameters), seconds)).then(
    (outcome) => clock.at(clock.now() + INVOCATION_MILLISECONDS, () => finish(outcome)),
    (fault: unknown) => finish({ result: 'error', message: String(fault), logs: [] }),
  );
  return next;
}

/** What is to be done with the outcome, wherever the call is by then. */
function finisher(action: FlowAction, run: FlowRun, name: string): (outcome: InvocationResult) => void {
  const { contact, lambdaInvocation: invocation } = run;
  const place = { flow: run.flow.name, action: action.identifier };
  const tellResult = (result: InvocationResult['result'], text: string): void => {
    if (!contact.ended) run.host.tell(contact, { kind: 'lambda', function: name, result, text }, place);
  };
  return (outcome) => {
    if (outcome.result === 'timeout') return tellResult('timeout', '');
    const answer = outcome.result === 'ok' ? acceptedAnswer(outcome.value, action) : outcome.message;
    if (typeof answer === 'string') return tellResult('error', answer);
    if (invocation) invocation.ResultData = answer;
    tellResult('ok', '');
  };
}
