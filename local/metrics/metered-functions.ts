import type { DeployedFunction } from '../deployment.ts';
import type { InvocationResult, LambdaInvoker } from '../lambda/invoker.ts';
import { recordEmbedded } from './embedded-metrics.ts';
import type { MetricId, MetricStore } from './metric-store.ts';

export interface MeteredFunctions extends LambdaInvoker {
  /** How many functions of the account may run at once; an invocation beyond is refused, and counted as throttled. */
  limitConcurrency(most: number): void;
}
interface Meter {
  functions: DeployedFunction[];
  store: MetricStore;
  now: () => number;
}

const names = ['Invocations', 'Errors', 'Throttles', 'Duration'] as const;
type Recorders = Record<(typeof names)[number], (value: number) => void>;

/**
 * The functions, with what Lambda counts of them in CloudWatch: of each and, without a dimension, of all of the account. What they print in the
 * embedded metric format is recorded beside it. `Duration` is real time. An invocation that is refused is neither an invocation nor an error.
 */
export function meteredFunctions(invoker: LambdaInvoker, { functions, store, now }: Meter): MeteredFunctions {
  const ofAccount = recordersOf(store, now, {});
  const ofEach = new Map(functions.map(({ arn, name }) => [arn, recordersOf(store, now, { FunctionName: name })]));
  let mostAtOnce = Infinity;
  let running = 0;
  const record = (functionArn: string, name: keyof Recorders, value: number): void => {
    ofEach.get(functionArn)?.[name](value);
    ofAccount[name](value);
  };
  return {
    limitConcurrency: (most) => {
      mostAtOnce = most;
    },
    invoke: async (functionArn, event, ...limits) => {
      const throttled = running >= mostAtOnce;
      record(functionArn, 'Throttles', Number(throttled));
      if (throttled) return refused;
      running += 1;
      const began = performance.now();
      try {
        const result = await invoker.invoke(functionArn, event, ...limits);
        record(functionArn, 'Invocations', 1);
        record(functionArn, 'Errors', Number(result.result !== 'ok'));
        record(functionArn, 'Duration', performance.now() - began);
        recordEmbedded(store, result.logs);
        return result;
      } finally {
        running -= 1;
      }
    },
    stop: () => invoker.stop(),
  };
}

const refused: InvocationResult = { result: 'error', message: 'TooManyRequestsException: Rate Exceeded.', logs: [] };

function recordersOf(store: MetricStore, now: () => number, dimensions: MetricId['dimensions']): Recorders {
  const recorders = names.map((name) => {
    const record = store.recorder({ namespace: 'AWS/Lambda', name, dimensions });
    return [name, (value: number) => record(value, now())];
  });
  return Object.fromEntries(recorders) as Recorders;
}
