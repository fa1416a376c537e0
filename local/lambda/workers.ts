import type { DeployedFunction } from '../deployment.ts';
import type { InvocationResult, LambdaInvoker } from './invoker.ts';
import { LambdaWorker } from './lambda-worker.ts';

const payloadLimitBytes = 6 * 1024 * 1024;

export interface LambdaWorkersOptions {
  functions: DeployedFunction[];
  /** The whole environment of a function's worker; nothing of this process's own is added. */
  environment: (deployed: DeployedFunction) => Record<string, string>;
  /** Milliseconds since the epoch, read at each invocation: the worker's `Date` stands at it. */
  now: () => number;
  /** Invocations of one function beyond this wait for a worker. */
  workersPerFunction?: number;
}

/** Runs each function in a pool of warm workers. */
export function createLambdaWorkers(options: LambdaWorkersOptions): LambdaInvoker {
  const pools = new Map(options.functions.map((deployed) => [deployed.arn, new WorkerPool(deployed, options)]));
  return {
    invoke: async (functionArn, event, timeLimitSeconds) => {
      const pool = pools.get(functionArn);
      if (!pool) return failed(`ResourceNotFoundException: Function not found: ${functionArn}`);
      return pool.invoke(event, timeLimitSeconds);
    },
    stop: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
}

class WorkerPool {
  readonly #deployed: DeployedFunction;
  readonly #options: LambdaWorkersOptions;
  readonly #workers = new Set<LambdaWorker>();
  readonly #idle: LambdaWorker[] = [];
  readonly #waiting: ((worker: LambdaWorker) => void)[] = [];

  constructor(deployed: DeployedFunction, options: LambdaWorkersOptions) {
    this.#deployed = deployed;
    this.#options = options;
  }

  async invoke(event: unknown, timeLimitSeconds = Infinity): Promise<InvocationResult> {
    const payload = JSON.stringify(event ?? null);
    if (Buffer.byteLength(payload) > payloadLimitBytes)
      return failed('RequestTooLargeException: the event exceeds 6 MB');
    const limitSeconds = Math.min(timeLimitSeconds, this.#deployed.timeoutSeconds);
    const worker = await this.#take();
    try {
      const result = await worker.invoke(payload, this.#options.now, limitSeconds * 1000);
      return withinLimit(result, payloadLimitBytes);
    } finally {
      this.#giveBack(worker);
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.stop()));
  }

  async #take(): Promise<LambdaWorker> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#workers.size < (this.#options.workersPerFunction ?? 16)) return this.#start();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #start(): LambdaWorker {
    const worker = new LambdaWorker(this.#deployed, this.#options.environment(this.#deployed), this.#options.now());
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
