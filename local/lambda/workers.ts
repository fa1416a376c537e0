import type { DeployedFunction } from '../deployment.ts';
import type { InvocationResult, LambdaInvoker } from './invoker.ts';
import { type Invocation, LambdaWorker } from './lambda-worker.ts';

const payloadLimitBytes = 6 * 1024 * 1024;

export interface LambdaWorkersOptions {
  functions: DeployedFunction[];
  /** The whole environment of a function; nothing of this process's own is added. */
  environment: (deployed: DeployedFunction) => Record<string, string>;
  /** Milliseconds since the epoch, read at each invocation: the worker's `Date` stands at it. */
  now: () => number;
  /** Invocations beyond this wait for a worker. */
  workers?: number | undefined;
}

/** Runs the functions in warm workers that they share: as many as there are invocations at once, none ahead of the first. */
export function createLambdaWorkers(options: LambdaWorkersOptions): LambdaInvoker {
  const functions = new Map(options.functions.map((deployed) => [deployed.arn, deployed]));
  const workers = new WorkerPool(options);
  return {
    invoke: async (functionArn, event, timeLimitSeconds = Infinity) => {
      const deployed = functions.get(functionArn);
      if (!deployed) return failed(`ResourceNotFoundException: Function not found: ${functionArn}`);
      const payload = JSON.stringify(event ?? null);
      if (Buffer.byteLength(payload) > payloadLimitBytes) {
        return failed('RequestTooLargeException: the event exceeds 6 MB');
      }
      const timeLimitMilliseconds = Math.min(timeLimitSeconds, deployed.timeoutSeconds) * 1000;
      return withinLimit(await workers.invoke({ deployed, event: payload, timeLimitMilliseconds }), payloadLimitBytes);
    },
    stop: () => workers.stop(),
  };
}

class WorkerPool {
  readonly #options: LambdaWorkersOptions;
  readonly #workers = new Set<LambdaWorker>();
  readonly #idle: LambdaWorker[] = [];
  readonly #waiting: ((worker: LambdaWorker) => void)[] = [];

  constructor(options: LambdaWorkersOptions) {
    this.#options = options;
  }

  async invoke(invocation: Invocation): Promise<InvocationResult> {
    const worker = await this.#take(invocation.deployed);
    try {
      return await worker.invoke(invocation);
    } finally {
      this.#giveBack(worker);
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.stop()));
  }

  /** One that has the function's bundle already, if any is idle; else the one that was busy last. */
  async #take(deployed: DeployedFunction): Promise<LambdaWorker> {
    const index = this.#idle.findLastIndex((worker) => worker.hasLoaded(deployed));
    const [idle] = this.#idle.splice(index, 1);
    if (idle) return idle;
    if (this.#workers.size < (this.#options.workers ?? 16)) return this.#start();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #start(): LambdaWorker {
    const worker = new LambdaWorker(this.#options);
    this.#workers.add(worker);
    return worker;
  }

  #giveBack(worker: LambdaWorker): void {
    if (!worker.usable) this.#workers.delete(worker);
    const next = this.#waiting.shift();
    if (next) next(worker.usable ? worker : this.#start());
    else if (worker.usable) this.#idle.push(worker);
  }
}

/** The worker hands over JSON text; only an answer within the limit is parsed. */
function withinLimit(result: InvocationResult, limitBytes: number): InvocationResult {
  if (result.result !== 'ok') return result;
  const text = String(result.value);
  const size = Buffer.byteLength(text);
  if (size > limitBytes) {
    return { ...failed(`Function.ResponseSizeTooLarge: ${size} bytes exceed ${limitBytes}`), logs: result.logs };
  }
  return { ...result, value: JSON.parse(text) as unknown };
}

function failed(message: string): InvocationResult {
  return { result: 'error', message, logs: [] };
}
