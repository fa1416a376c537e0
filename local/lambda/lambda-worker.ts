import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DeployedFunction } from '../deployment.ts';
import type { InvocationResult } from './invoker.ts';
import type { InvocationMessage, WorkerMessage, WorkerStart } from './protocol.ts';

/** One worker thread with the bundle loaded; it serves one invocation at a time. */
export class LambdaWorker {
  readonly #worker: Worker;
  #settle: ((result: InvocationResult) => void) | undefined;
  #output = '';
  #usable = true;
  readonly #ready: Promise<void>;

  constructor(deployed: DeployedFunction, environment: Record<string, string>, nowMilliseconds: number) {
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: startOf(deployed, nowMilliseconds),
      env: environment,
      execArgv: ['--disable-warning=NodeVersionSupportWarning'],
    });
    this.#ready = new Promise((resolve) => {
      this.#worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'ready') resolve();
        else this.#receive(message);
      });
      const leave = (reason: string): void => {
        this.#usable = false;
        this.#finish({ result: 'error', message: reason, logs: [] });
        resolve();
      };
      this.#worker.on('error', (error) => leave(`${error.name}: ${error.message}`));
      this.#worker.on('exit', () => leave('Runtime.ExitError: the function ended its process'));
    });
  }

  /** False once the thread has ended, or was stopped for taking too long. */
  get usable(): boolean {
    return this.#usable;
  }

  /** Loading the bundle is not counted in the time limit: it is Lambda's init phase. */
  async invoke(event: string, now: () => number, timeLimitMilliseconds: number): Promise<InvocationResult> {
    this.#worker.ref();
    const settled = new Promise<InvocationResult>((settle) => {
      this.#settle = settle;
    });
    await this.#ready;
    if (!this.#usable) return settled;
    const message: InvocationMessage = {
      requestId: randomUUID(),
      event,
      nowMilliseconds: now(),
      timeLimitMilliseconds,
    };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#worker.postMessage(message);
    const timer = setTimeout(() => {
      this.#finish({ result: 'timeout', logs: [] });
      void this.stop();
    }, timeLimitMilliseconds);
    const result = await settled;
    clearTimeout(timer);
    this.#worker.unref();
    return result;
  }

  async stop(): Promise<void> {
    this.#usable = false;
    await this.#worker.terminate();
  }

  #receive(message: Exclude<WorkerMessage, { kind: 'ready' }>): void {
    if (message.kind === 'log') this.#output += message.text;
    else if (message.kind === 'threw') this.#finish({ result: 'error', message: message.message, logs: [] });
    else this.#finish({ result: 'ok', value: message.value, logs: [] });
  }

  /** A worker that fails while it loads finds no invocation yet: its reason waits in the promise of the first one. */
  #finish(result: InvocationResult): void {
    const logs = this.#output.split('\n').filter((line) => line !== '');
    if (!this.#settle) return;
    this.#settle({ ...result, logs });
    this.#settle = undefined;
    this.#output = '';
  }
}

function startOf(deployed: DeployedFunction, nowMilliseconds: number): WorkerStart {
  const dot = deployed.handler.lastIndexOf('.');
  const file = join(deployed.directory, deployed.handler.slice(0, dot));
  const module = ['.mjs', '.js', '.cjs'].map((extension) => file + extension).find((path) => existsSync(path));
  if (!module) throw new Error(`${deployed.logicalId}: no module ${deployed.handler.slice(0, dot)} in its asset`);
  const exportName = deployed.handler.slice(dot + 1);
  return { module, exportName, functionName: deployed.name, functionArn: deployed.arn, nowMilliseconds };
}
