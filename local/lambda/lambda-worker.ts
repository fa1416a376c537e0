import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DeployedFunction } from '../deployment.ts';
import type { InvocationResult } from './invoker.ts';
import type { FunctionToLoad, InvocationMessage, WorkerMessage } from './protocol.ts';

/** What a worker is to do: one event, for one function. */
export interface Invocation {
  deployed: DeployedFunction;
  /** JSON. */
  event: string;
  timeLimitMilliseconds: number;
}
interface WorkerSettings {
  /** The whole environment of a function; nothing of this process's own is added. */
  environment: (deployed: DeployedFunction) => Record<string, string>;
  now: () => number;
}

/** One worker thread. It loads the bundle of each function that it is first asked for, and serves one invocation at a time. */
export class LambdaWorker {
  readonly #worker: Worker;
  readonly #settings: WorkerSettings;
  /** With the environment that each was loaded with: a function that was deployed anew has another one, and is loaded anew. */
  readonly #loaded = new Map<string, DeployedFunction['environment']>();
  #answered: ((message: Answer) => void) | undefined;
  #loads = 0;
  #output = '';
  #ended: string | undefined;

  constructor(settings: WorkerSettings) {
    this.#settings = settings;
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), {
      env: {},
      execArgv: ['--disable-warning=NodeVersionSupportWarning'],
    });
    this.#worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'log') this.#output += message.text;
      else this.#answer(message);
    });
    this.#worker.on('error', (error) => this.#leave(`${error.name}: ${error.message}`));
    this.#worker.on('exit', () => this.#leave('Runtime.ExitError: the function ended its process'));
  }

  /** False once the thread has ended, or was stopped for taking too long. */
  get usable(): boolean {
    return this.#ended === undefined;
  }

  hasLoaded({ arn, environment }: DeployedFunction): boolean {
    return this.#loaded.get(arn) === environment;
  }

  async invoke(invocation: Invocation): Promise<InvocationResult> {
    this.#worker.ref();
    const result = resultOf(await this.#carryOut(invocation));
    this.#worker.unref();
    const logs = this.#output.split('\n').filter((line) => line !== '');
    this.#output = '';
    return { ...result, logs };
  }

  async stop(): Promise<void> {
    this.#ended ??= 'stopped';
    await this.#worker.terminate();
  }

  /** Loading the bundle is not counted in the time limit: it is Lambda's init phase. */
  async #carryOut({ deployed, event, timeLimitMilliseconds }: Invocation): Promise<Answer> {
    if (!this.hasLoaded(deployed)) {
      const answer = await this.#ask(this.#toLoad(deployed));
      if (answer.kind !== 'loaded') return answer;
      this.#loaded.set(deployed.arn, deployed.environment);
      this.#loads += 1;
    }
    const timer = setTimeout(() => {
      this.#answer({ kind: 'timeout' });
      void this.stop();
    }, timeLimitMilliseconds);
    const answer = await this.#ask({
      kind: 'invoke',
      functionArn: deployed.arn,
      requestId: randomUUID(),
      event,
      nowMilliseconds: this.#settings.now(),
      timeLimitMilliseconds,
    });
    clearTimeout(timer);
    return answer;
  }

  #toLoad(deployed: DeployedFunction): FunctionToLoad {
    return {
      kind: 'load',
      functionArn: deployed.arn,
      functionName: deployed.name,
      load: this.#loads,
      ...handlerOf(deployed),
      environment: this.#settings.environment(deployed),
      nowMilliseconds: this.#settings.now(),
    };
  }

  #ask(message: FunctionToLoad | InvocationMessage): Promise<Answer> {
    if (this.#ended !== undefined) return Promise.resolve({ kind: 'threw', message: this.#ended });
    return new Promise((resolve) => {
      this.#answered = resolve;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      this.#worker.postMessage(message);
    });
  }

  #answer(answer: Answer): void {
    this.#answered?.(answer);
    this.#answered = undefined;
  }

  #leave(reason: string): void {
    this.#ended ??= reason;
    this.#answer({ kind: 'threw', message: reason });
  }
}

type Answer = Exclude<WorkerMessage, { kind: 'log' }> | { kind: 'timeout' };

function resultOf(answer: Answer): InvocationResult {
  if (answer.kind === 'returned') return { result: 'ok', value: answer.value, logs: [] };
  if (answer.kind === 'threw') return { result: 'error', message: answer.message, logs: [] };
  return { result: 'timeout', logs: [] };
}

function handlerOf({ handler, directory, logicalId }: DeployedFunction): { module: string; exportName: string } {
  const dot = handler.lastIndexOf('.');
  const file = join(directory, handler.slice(0, dot));
  const module = ['.mjs', '.js', '.cjs'].map((extension) => file + extension).find((path) => existsSync(path));
  if (!module) throw new Error(`${logicalId}: no module ${handler.slice(0, dot)} in its asset`);
  return { module, exportName: handler.slice(dot + 1) };
}
