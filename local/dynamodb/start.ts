import {
  jsonAnswer,
  listenLocally,
  ServiceError,
  type EndpointAnswer,
  type EndpointRequest,
} from '../http-endpoint.ts';
import { DynamoDbAdapter, type ConsumedUnits } from './adapter.ts';
import type { Faults } from './faults.ts';

export interface LocalDynamoDb {
  endpoint: string;
  /** Replaces the faults injected before; `{}` ends them. @throws Error where the endpoint is not the local one */
  inject(faults: Faults): void;
  /** Capacity units since the start, those of transactions doubled; undefined where the endpoint is not the local one. */
  consumed(): ConsumedUnits | undefined;
  stop(): Promise<void>;
}

export interface DynamoDbOptions {
  /** Milliseconds since the epoch: items and request tokens expire on it. */
  now: () => number;
  /** Another DynamoDB to use, that of `DYNAMODB_ENDPOINT` by default; empty for the one in this process. */
  endpoint?: string | undefined;
  /** A directory in which the tables survive the process, which one process at a time may have open; in memory without it. */
  path?: string | undefined;
}

/** DynamoDB on 127.0.0.1 in this process, or the endpoint named in its place. */
export async function startDynamoDb(options: DynamoDbOptions): Promise<LocalDynamoDb> {
  const { now, path, endpoint = process.env['DYNAMODB_ENDPOINT'] } = options;
  if (endpoint) return namedEndpoint(endpoint);
  const adapter = new DynamoDbAdapter(now, path);
  await adapter.open();
  const server = await listenLocally((request) => answer(adapter, request));
  return {
    endpoint: server.endpoint,
    inject: (faults) => adapter.faults.inject(faults),
    consumed: () => ({ ...adapter.consumed }),
    stop: async () => {
      await server.stop();
      await adapter.close();
    },
  };
}

function namedEndpoint(endpoint: string): LocalDynamoDb {
  return {
    endpoint,
    inject: () => {
      throw new Error(`faults cannot be injected into ${endpoint}`);
    },
    consumed: () => undefined,
    stop: async () => {},
  };
}

async function answer(adapter: DynamoDbAdapter, { target, body }: EndpointRequest): Promise<EndpointAnswer> {
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  try {
    const result = await adapter.answer(target, JSON.parse(body || '{}') as Record<string, unknown>);
    if (adapter.isWrite(target) && adapter.faults.losesAnswer()) return 'dropped';
    return jsonAnswer(200, result, headers);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return jsonAnswer(error.status, errorBody(error), headers);
  }
}

/** DynamoDB writes `Message` in some of its errors and `message` in others; SDKs read both. */
function errorBody(error: ServiceError): unknown {
  const type = error.code === 'ValidationException' ? 'com.amazon.coral.validate' : 'com.amazonaws.dynamodb.v20120810';
  const word = error.code === 'TransactionCanceledException' ? 'Message' : 'message';
  return { __type: `${type}#${error.code}`, [word]: error.message, ...error.fields };
}
