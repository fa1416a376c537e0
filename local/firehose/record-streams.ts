import type { Clock } from '../clock.ts';
import type { Deployment } from '../deployment.ts';
import type { LambdaInvoker } from '../lambda/invoker.ts';
import type { ObjectStore } from '../s3/object-store.ts';
import { DeliveryStream } from './delivery-stream.ts';
import type { KeptRecords } from './kept-records.ts';

interface RecordStreamsOptions {
  deployment: Pick<Deployment, 'region' | 'deliveryStreams'>;
  clock: Clock;
  store: ObjectStore;
  invoker: LambdaInvoker;
  /** Ids of objects and of invocations. */
  newId: () => string;
  /** What was put and not yet written survives the end of the process. */
  kept?: KeptRecords | undefined;
}
/** In how many seconds each delivery of a record comes: once and at once is `[0]`. */
export type Deliveries = (data: string) => readonly number[];

/** The delivery streams of a line. */
export class RecordStreams {
  readonly #clock: Clock;
  readonly #kept: KeptRecords | undefined;
  readonly #streams: ReadonlyMap<string, DeliveryStream>;
  #deliveries: Deliveries = () => [0];

  constructor({ deployment, clock, store, invoker, newId, kept }: RecordStreamsOptions) {
    const { region, deliveryStreams } = deployment;
    const streams = deliveryStreams.map((stream) => {
      return [stream.arn, new DeliveryStream({ stream, region, clock, store, invoker, newId })] as const;
    });
    this.#clock = clock;
    this.#kept = kept;
    this.#streams = new Map(streams);
    for (const { streamArn, data, settled } of kept?.unsettled() ?? []) this.#streamOf(streamArn).put(data, settled);
  }

  /** Puts a record, as JSON. Throws where there is no such stream. */
  put(streamArn: string, record: unknown): void {
    const stream = this.#streamOf(streamArn);
    const data = JSON.stringify(record);
    for (const seconds of this.#deliveries(data)) {
      const settled = this.#kept?.add(streamArn, data) ?? (() => undefined);
      if (seconds === 0) stream.put(data, settled);
      else this.#clock.at(this.#clock.now() + seconds * 1000, () => stream.put(data, settled));
    }
  }

  /** From now on records come as these say: twice, late, in another order. What promises to deliver once at least may do all of that. */
  disturb(deliveries: Deliveries): void {
    this.#deliveries = deliveries;
  }

  /** Writes all that has come, as if every interval were over: what a report of this moment stands on. */
  async flush(): Promise<void> {
    await this.#clock.during(Promise.all([...this.#streams.values()].map((stream) => stream.flush())));
  }

  #streamOf(streamArn: string): DeliveryStream {
    const stream = this.#streams.get(streamArn);
    if (!stream) throw new Error(`no delivery stream ${streamArn}`);
    return stream;
  }
}
