// @ts-check
// JavaScript, since each thread would strip the types anew: that doubles the time it takes to start.
import { enableCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { installDate } from './worker-date.js';

/**
 * @import { InvocationMessage, WorkerMessage, WorkerStart } from './protocol.ts'
 * @typedef {(event: unknown, context: Record<string, unknown>) => unknown} Handler
 */

/** @type {WorkerStart} */
const start = workerData;
const port = parentPort;
if (!port) throw new Error('local/lambda/worker.js runs as a worker thread');
/** @param {WorkerMessage} message */
const send = (message) => port.postMessage(message);

/**
 * Standard output goes with the invocation it belongs to, in order, also when the worker is stopped for taking too long.
 * @param {NodeJS.WriteStream} stream
 */
function forwardOutput(stream) {
  stream.write = (/** @type {string | Uint8Array} */ chunk) => {
    send({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') });
    return true;
  };
}
forwardOutput(process.stdout);
forwardOutput(process.stderr);

// A bundle is compiled once, not in each thread.
enableCompileCache();
const setDate = installDate(start.nowMilliseconds);

/** @param {unknown} error */
const describe = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/**
 * @param {InvocationMessage} invocation
 * @returns {Record<string, unknown>}
 */
function contextOf({ requestId, timeLimitMilliseconds }) {
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

/**
 * @param {Handler} handler
 * @param {InvocationMessage} invocation
 */
async function invoke(handler, invocation) {
  setDate(invocation.nowMilliseconds);
  try {
    const value = await handler(JSON.parse(invocation.event), contextOf(invocation));
    send({ kind: 'returned', value: JSON.stringify(value ?? null) });
  } catch (error) {
    send({ kind: 'threw', message: describe(error) });
  }
}

/** @type {Record<string, unknown>} */
const loaded = await import(pathToFileURL(start.module).href);
const handler = loaded[start.exportName];
if (typeof handler !== 'function') {
  throw new TypeError(`${start.exportName} is undefined or not exported by ${start.functionName}`);
}
port.on('message', (invocation) => void invoke(/** @type {Handler} */ (handler), invocation));
send({ kind: 'ready' });
