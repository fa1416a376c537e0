import type { DeployedStream } from '../deployment.ts';
import type { InvocationResult, LambdaInvoker } from '../lambda/invoker.ts';

/** A record in a stream, from its arrival on. */
export interface StreamRecord {
  id: string;
  data: Buffer;
  /** Milliseconds since the epoch. */
  arrivedAt: number;
  /** It is in an object, or was dropped. */
  settled: () => void;
}
export type Transformed =
  | { record: StreamRecord; result: 'ok'; data: Buffer; keys: Record<string, string> }
  | { record: StreamRecord; result: 'dropped' }
  | { record: StreamRecord; result: 'failed'; code: string; message: string; attempts: number };

interface Returned {
  recordId?: unknown;
  result?: unknown;
  data?: unknown;
  metadata?: { partitionKeys?: Record<string, string> } | undefined;
}
interface Stream {
  stream: DeployedStream;
  region: string;
  invoker: LambdaInvoker;
  /** A new id for each invocation. */
  newId: () => string;
}

/** Has the stream's function transform a batch, again and again where it fails; then says of each record what became of it. */
export async function transform(
  { stream, region, invoker, newId }: Stream,
  { functionArn, retries }: NonNullable<DeployedStream['transformation']>,
  batch: readonly StreamRecord[],
): Promise<Transformed[]> {
  const event = {
    invocationId: newId(),
    deliveryStreamArn: stream.arn,
    region,
    records: batch.map(({ id, data, arrivedAt }) => ({
      recordId: id,
      approximateArrivalTimestamp: arrivedAt,
      data: data.toString('base64'),
    })),
  };
  let result: InvocationResult = { result: 'timeout', logs: [] };
  let attempts = 0;
  while (attempts <= retries && result.result !== 'ok') {
    attempts++;
    result = await invoker.invoke(functionArn, event);
  }
  if (result.result === 'ok') return verdicts(batch, result.value, attempts);
  const message = result.result === 'error' ? result.message : 'The function did not answer in time';
  return batch.map((record) => ({ record, result: 'failed', code: 'Lambda.FunctionError', message, attempts }));
}

function verdicts(batch: readonly StreamRecord[], value: unknown, attempts: number): Transformed[] {
  const records = (value as { records?: unknown } | null)?.records;
  const returned = Array.isArray(records) ? (records as Returned[]) : [];
  return batch.map((record) =>
    verdict(
      record,
      returned.filter(({ recordId }) => recordId === record.id),
      attempts,
    ),
  );
}

function verdict(record: StreamRecord, [returned, again]: Returned[], attempts: number): Transformed {
  const failed = (code: string, message: string): Transformed => ({
    record,
    result: 'failed',
    code,
    message,
    attempts,
  });
  if (returned === undefined) return failed('Lambda.MissingRecordId', 'The function did not return this record');
  if (again !== undefined) return failed('Lambda.DuplicatedRecordId', 'The function returned this record twice');
  const { result, data, metadata } = returned;
  if (result === 'Dropped') return { record, result: 'dropped' };
  if (result === 'ProcessingFailed')
    return failed('Lambda.ProcessingFailedStatus', 'The function could not process it');
  if (result !== 'Ok' || typeof data !== 'string') {
    return failed('Lambda.InvalidReturnFormat', 'Expected are a result of Ok, Dropped or ProcessingFailed, and data');
  }
  return { record, result: 'ok', data: Buffer.from(data, 'base64'), keys: metadata?.partitionKeys ?? {} };
}
