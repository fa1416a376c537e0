import { shortName } from '../../local/connect/known-functions.ts';
import type { InvocationResult, LambdaInvoker } from '../../local/lambda/invoker.ts';
import type { LambdaWrapping } from '../../local/line.ts';

/**
 * What becomes of a function: it throws, is too late, answers something else; with `afterwards`, once it has done its work.
 * `repeated`: it is invoked twice with the same event, and the second answer is heard.
 */
export type LambdaFault =
  | { throws: string; afterwards?: boolean }
  | { timesOut: true; afterwards?: boolean }
  | { answers: unknown; afterwards?: boolean }
  | { repeated: true };

/** Faults by the name of the function, `book-slot`, or by that and the caller's number, `book-slot +33612345678`; `times` invocations meet it, all of them by default. */
export function faultyLambdas(faults: Record<string, LambdaFault & { times?: number }>): LambdaWrapping {
  return (invoker, { functions }) => {
    const left = new Map(Object.entries(faults).map(([name, { times = Infinity }]) => [name, times]));
    const invoke: LambdaInvoker['invoke'] = async (arn, event, ...limits) => {
      const deployed = functions.find((each) => each.arn === arn);
      const name = deployed ? shortName(deployed) : arn;
      const key = [`${name} ${callerOf(event)}`, name].find((each) => each in faults) ?? name;
      const fault = faults[key];
      const work = () => invoker.invoke(arn, event, ...limits);
      if (fault === undefined || (left.get(key) ?? 0) <= 0) return work();
      left.set(name, (left.get(key) ?? 0) - 1);
      if ('repeated' in fault || fault.afterwards === true) await work();
      return 'repeated' in fault ? work() : resultOf(fault);
    };
    return { invoke, stop: () => invoker.stop() };
  };
}

/** Of an event that a flow sends. */
function callerOf(event: unknown): string | undefined {
  const { Details } = event as { Details?: { ContactData: { CustomerEndpoint?: { Address?: string } } } };
  return Details?.ContactData.CustomerEndpoint?.Address;
}

function resultOf(fault: Exclude<LambdaFault, { repeated: true }>): InvocationResult {
  if ('throws' in fault) return { result: 'error', message: fault.throws, logs: [] };
  if ('timesOut' in fault) return { result: 'timeout', logs: [] };
  return { result: 'ok', value: fault.answers, logs: [] };
}
