import type { Action } from './flow-language.ts';
import type { FlowLambdaName, LambdaContracts } from './lambda-contracts.ts';
import { renderedAll, type Reference } from './references.ts';

export type LambdaArns = Record<FlowLambdaName, string>;

/** Connect's limit for a synchronous function. */
const timeLimitSeconds = 8;

type Parameters<L extends FlowLambdaName> = {
  [Key in keyof LambdaContracts[L]['parameters']]: LambdaContracts[L]['parameters'][Key] | Reference;
};

type Invocation = { [L in FlowLambdaName]: { lambda: L; parameters: Parameters<L> } }[FlowLambdaName] & {
  next: string;
  error: string;
};

/** Invokes a function; what it answers is in `external(…)` until the next invocation, and nothing is after an error. */
export function invoke(lambdas: LambdaArns, invocation: Invocation): Action<'InvokeLambdaFunction'> {
  return {
    Type: 'InvokeLambdaFunction',
    Parameters: {
      LambdaFunctionARN: lambdas[invocation.lambda],
      InvocationTimeLimitSeconds: String(timeLimitSeconds),
      LambdaInvocationAttributes: renderedAll(invocation.parameters),
      ResponseValidation: { ResponseType: 'STRING_MAP' },
    },
    Transitions: {
      NextAction: invocation.next,
      Errors: [{ NextAction: invocation.error, ErrorType: 'NoMatchingError' }],
    },
  };
}
