// @ts-check
// JavaScript, since each thread would strip the types anew: that doubles the time it takes to start.
import { enableCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { installDate } from './worker-date.js';

/**
 * @import { FunctionToLoad, InvocationMessage, WorkerMessage } from './protocol.ts'
 * @typedef {(event: unknown, context: Record<string, unknown>) => unknown} Handler
 * @typedef {FunctionToLoad & { handler: Handler }} LoadedFunction
 */

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
const setDate = installDate(0);

/** @type {Map<string, LoadedFunction>} */
const functions = new Map();

/** @param {unknown} error */
const describe = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/**
 * Each function has a module of its own, also where two share an asset, and finds only its own environment: one loads or is invoked at a time.
 * @param {FunctionToLoad} toLoad
 */
async function load(toLoad) {
  const { functionArn, functionName, load: number, module, exportName, environment, nowMilliseconds } = toLoad;
  process.env = environment;
  setDate(nowMilliseconds);
  const url = pathToFileURL(module);
  url.searchParams.set('function', `${functionName} ${number}`);
  /** @type {Record<string, unknown>} */
  const loaded = await import(url.href);
  const handler = loaded[exportName];
  if (typeof handler !== 'function') {
    throw new TypeError(`${exportName} is undefined or not exported by ${functionName}`);
  }
  functions.set(functionArn, { ...toLoad, handler: /** @type {Handler} */ (handler) });
  send({ kind: 'loaded' });
}

/**
 * @param {LoadedFunction} invoked
 * @param {InvocationMessage} invocation
 * @returns {Record<string, unknown>}
 */
function contextOf({ functionName, functionArn }, { requestId, timeLimitMilliseconds }) {
  const startedAt = performance.now();
  return {
    awsRequestId: requestId,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: '128',
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, timeLimitMilliseconds - (performance.now() - startedAt)),
  };
}

/** @param {InvocationMessage} invocation */
async function invoke(invocation) {
  const invoked = functions.get(invocation.functionArn);
  if (!invoked) throw new Error(`${invocation.functionArn} was not loaded`);
  process.env = invoked.environment;
  setDate(invocation.nowMilliseconds);
  const value = await invoked.handler(JSON.parse(invocation.event), contextOf(invoked, invocation));
  send({ kind: 'returned', value: JSON.stringify(value ?? null) });
}

/** @param {FunctionToLoad | InvocationMessage} message */
async function receive(message) {
  try {
    if (message.kind === 'load') await load(message);
    else await invoke(message);
  } catch (error) {
    send({ kind: 'threw', message: describe(error) });
  }
}
port.on('message', (message) => void receive(message));
