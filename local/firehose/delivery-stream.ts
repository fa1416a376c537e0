import { gzipSync } from 'node:zlib';
import type { Clock } from '../clock.ts';
import type { DeployedStream } from '../deployment.ts';
import type { LambdaInvoker } from '../lambda/invoker.ts';
import type { ObjectStore } from '../s3/object-store.ts';
import { fileName, folderOf, partitionKeysOf } from './object-name.ts';
import { type StreamRecord, transform, type Transformed } from './transform.ts';
import { WaitingRecords } from './waiting-records.ts';

export interface DeliveryStreamSettings {
  stream: DeployedStream;
  region: string;
  clock: Clock;
  store: ObjectStore;
  invoker: LambdaInvoker;
  newId: () => string;
}
/** What waits to be written to one folder. */
interface Batch {
  keys: Record<string, string>;
  errorType: string;
  waiting: WaitingRecords<{ record: StreamRecord; data: Buffer }>;
}

const processingFailed = 'processing-failed';

/** One Firehose stream: gathers records, has them transformed, gathers what came of them by partition, and writes that as objects. */
export class DeliveryStream {
  readonly #settings: DeliveryStreamSettings;
  readonly #partitionKeys: string[];
  readonly #received: WaitingRecords<StreamRecord>;
  readonly #batches = new Map<string, Batch>();
  readonly #transforming = new Set<Promise<void>>();
  #records = 0;

  constructor(settings: DeliveryStreamSettings) {
    const { stream, clock } = settings;
    this.#settings = settings;
    this.#partitionKeys = partitionKeysOf(stream);
    const limits = stream.transformation ?? { seconds: 0, bytes: 0 };
    this.#received = new WaitingRecords(clock, limits, (records) => this.#transform(records));
  }

  /** `settled` is called once the record needs to be remembered no more. */
  put(data: string, settled: () => void): void {
    const id = String(++this.#records).padStart(56, '0');
    const arrivedAt = this.#settings.clock.now();
    const record = { id, data: Buffer.from(data), arrivedAt, settled };
    if (this.#settings.stream.transformation) this.#received.add(record, record.data.length);
    else this.#deliver({ record, result: 'ok', data: record.data, keys: {} });
  }

  /** Writes all that is there, without waiting for the end of any interval. */
  async flush(): Promise<void> {
    this.#received.release();
    while (this.#transforming.size > 0) await Promise.all(this.#transforming);
    for (const { waiting } of this.#batches.values()) waiting.release();
  }

  #transform(records: readonly StreamRecord[]): void {
    const { stream, clock } = this.#settings;
    const { transformation } = stream;
    if (!transformation) return;
    const work = this.#transformed(transformation, records);
    this.#transforming.add(work);
    void clock.during(work).finally(() => this.#transforming.delete(work));
  }

  async #transformed(
    transformation: NonNullable<DeployedStream['transformation']>,
    records: readonly StreamRecord[],
  ): Promise<void> {
    for (const each of await transform(this.#settings, transformation, records)) this.#deliver(each);
  }

  #deliver(transformed: Transformed): void {
    const { record } = transformed;
    if (transformed.result === 'dropped') return record.settled();
    if (transformed.result === 'failed') return this.#fail(record, transformed);
    const { data, keys } = transformed;
    const missing = this.#partitionKeys.filter((key) => !keys[key]);
    if (missing.length === 0) return this.#gather(record, data, { keys, errorType: '' });
    const message = `The function returned no partition key ${missing.join(', ')}`;
    return this.#fail(record, { code: 'DynamicPartitioning.PartitionKeyMissing', message, attempts: 1 });
  }

  /** The record as it came, with what happened to it. */
  #fail(record: StreamRecord, { code, message, attempts }: { code: string; message: string; attempts: number }): void {
    const { clock, stream } = this.#settings;
    const told = {
      attemptsMade: attempts,
      arrivalTimestamp: record.arrivedAt,
      errorCode: code,
      errorMessage: message,
      attemptEndingTimestamp: clock.now(),
      rawData: record.data.toString('base64'),
      lambdaARN: stream.transformation?.functionArn,
    };
    this.#gather(record, Buffer.from(`${JSON.stringify(told)}\n`), { keys: {}, errorType: processingFailed });
  }

  #gather(record: StreamRecord, data: Buffer, { keys, errorType }: Pick<Batch, 'keys' | 'errorType'>): void {
    const own = this.#partitionKeys.map((key) => keys[key] ?? '');
    const name = JSON.stringify([errorType, ...own]);
    this.#batchOf(name, { keys, errorType }).waiting.add({ record, data }, data.length);
  }

  #batchOf(name: string, { keys, errorType }: Pick<Batch, 'keys' | 'errorType'>): Batch {
    const known = this.#batches.get(name);
    if (known) return known;
    const { clock, stream } = this.#settings;
    const batch: Batch = {
      keys,
      errorType,
      waiting: new WaitingRecords(clock, stream.buffer, (records) => this.#write(batch, records)),
    };
    this.#batches.set(name, batch);
    return batch;
  }

  #write({ keys, errorType }: Batch, records: readonly { record: StreamRecord; data: Buffer }[]): void {
    const { stream, store, newId } = this.#settings;
    const oldest = new Date(Math.min(...records.map(({ record }) => record.arrivedAt)));
    const folder = errorType
      ? errorFolder(stream.errorPrefix, oldest, errorType)
      : folderOf(stream.prefix, oldest, keys);
    const whole = Buffer.concat(records.map(({ data }) => data));
    store.put(stream.bucketName, folder + fileName(stream, oldest, newId()), stream.gzip ? gzipSync(whole) : whole);
    for (const { record } of records) record.settled();
  }
}

/** A prefix that does not tell the type of error is followed by it. */
function errorFolder(prefix: string, at: Date, errorType: string): string {
  return prefix.includes('!{') ? folderOf(prefix, at, {}, errorType) : folderOf(`${prefix}${errorType}/`, at, {});
}
