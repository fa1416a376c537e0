import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { InvocationMessage, WorkerMessage, WorkerStart } from './protocol.ts';
import { installDate } from './worker-date.ts';

type Handler = (event: unknown, context: Record<string, unknown>) => unknown;

const start = workerData as WorkerStart;
const port = parentPort;
if (!port) throw new Error('local/lambda/worker.ts runs as a worker thread');
const send = (message: WorkerMessage): void => port.postMessage(message);

// Standard output goes with the invocation it belongs to, in order, also when the worker is stopped for taking too long.
function forwardOutput(stream: NodeJS.WriteStream): void {
  stream.write = (chunk: string | Uint8Array): boolean => {
    send({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') });
    return true;
  };
}
forwardOutput(process.stdout);
forwardOutput(process.stderr);

const setDate = installDate(start.nowMilliseconds);

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function contextOf({ requestId, timeLimitMilliseconds }: InvocationMessage): Record<string, unknown> {
  const startedAt = performance.now();
  return {
    awsRequestId: requestId,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: '128',
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, timeLimitMilliseconds - (performance.now() - startedAt)),
  };
}

async function invoke(handler: Handler, invocation: InvocationMessage): Promise<void> {
  setDate(invocation.nowMilliseconds);
  try {
    const value = await handler(JSON.parse(invocation.event), contextOf(invocation));
    send({ kind: 'returned', value: JSON.stringify(value ?? null) });
  } catch (error) {
    send({ kind: 'threw', message: describe(error) });
  }
}

const loaded = (await import(pathToFileURL(start.module).href)) as Record<string, unknown>;
const handler = loaded[start.exportName];
if (typeof handler !== 'function') {
  throw new TypeError(`${start.exportName} is undefined or not exported by ${start.functionName}`);
}
port.on('message', (invocation: InvocationMessage) => void invoke(handler as Handler, invocation));
send({ kind: 'ready' });
